"""Threads: the one conversation of a pair of users, and each side's view of it."""

from dataclasses import dataclass
from datetime import datetime
from typing import cast

from msgspec import Struct
from tortoise import fields

from models.db.connection import Connection
from models.db.fields import Keyed, MomentField, reference
from models.db.statements import Page, Select, Shared, arrays_of
from models.db.tables import Table
from models.messages import LAST_MESSAGE, MESSAGE_NAMES, NEWER, OF_VIEWER, OLDER, MessageRow
from models.scope import BY_KEY, beside_viewer, from_viewer
from models.users import OWN_USER, USER, User, UserRow
from rules.filtering.reasons import NONE, HiddenReason
from rules.requests import Folder, Side


class Thread(Keyed):
    """A pair in ascending order of ids; open once `opened_at` is set, and then for ever.

    `requester`: who began it with a request; None: its first message opened it. `hints` (`DraftHint`) and `text_mark`
    are of the request's first message.
    """

    low: fields.ForeignKeyRelation[User] = reference("User")
    high: fields.ForeignKeyRelation[User] = reference("User")
    opened_at = MomentField(null=True)
    last_seq = fields.IntField(default=0)
    created_at = MomentField()
    requester: fields.ForeignKeyNullableRelation[User] = reference("User", null=True)
    hints = fields.SmallIntField(default=0)
    text_mark = fields.BigIntField(default=0)

    class Meta:
        table = "threads"
        unique_together = (("low_id", "high_id"),)


class Membership(Keyed):
    """All that a list page shows of a thread is in this row, so that a page is one range of one index.

    `hidden_reasons`: what the filter found so far; it shows while the folder is HIDDEN. `opened_at` is what this side
    is shown: the accept, or the first message that it sees in the open thread; set in
    INBOX, null in the other folders. `blocked`: the user blocks the peer, as `blocks` says. `unaccepted`: messages that
    the user has sent into the thread before it opened; never lowered. `marked_unread`: by the user's own wish, also
    without unread messages. `last_message_…` copy the newest message that
    the user sees, without a foreign key: messages are never deleted, and each message would pay for two.
    `read_seq` is how far the user has read, `seen_seq` how far the peer has seen the user's messages;
    messages up to `hidden_before` are gone for the user. `arrived_seq` is the event of the last arrival.
    `undo_seq` is where the user's log stood before the last delete: what one call deleted has the same.
    """

    thread: fields.ForeignKeyRelation[Thread] = reference("Thread")
    user: fields.ForeignKeyRelation[User] = reference("User")
    peer: fields.ForeignKeyRelation[User] = reference("User")
    folder = fields.IntEnumField(Folder)
    opened_at = MomentField(null=True)
    blocked = fields.BooleanField(default=False)
    unaccepted = fields.SmallIntField(default=0)
    hidden_reasons = fields.SmallIntField(default=0)
    started = fields.BooleanField()
    activity_at = MomentField()
    last_message_id = fields.BigIntField(null=True)
    last_message_seq = fields.IntField(null=True)
    last_message_sender_id = fields.BigIntField(null=True)
    last_message_text = fields.TextField(null=True)
    last_message_sent_at = MomentField(null=True)
    last_message_receipt = fields.BooleanField(null=True)
    unread = fields.IntField(default=0)
    read_seq = fields.IntField(default=0)
    seen_seq = fields.IntField(default=0)
    hidden_before = fields.IntField(default=0)
    arrived_seq = fields.BigIntField(default=0)
    muted = fields.BooleanField(default=False)
    muted_until = MomentField(null=True)
    marked_unread = fields.BooleanField(default=False)
    never = fields.BooleanField(default=False)
    moved = fields.BooleanField(default=False)
    deleted_count = fields.IntField(default=0)
    undo_until = MomentField(null=True)
    undo_seq = fields.BigIntField(null=True)
    undo_folder = fields.IntEnumField(Folder, null=True)
    undo_hidden_before = fields.IntField(null=True)
    undo_hidden_reasons = fields.SmallIntField(null=True)
    undo_moved = fields.BooleanField(default=False)

    class Meta:
        table = "memberships"
        unique_together = (("thread_id", "user_id"), ("user_id", "peer_id"))


class ThreadRow(Struct, frozen=True, gc=False):
    """The viewer's side of a thread. `activity_at` is in microseconds, the order of lists.

    `unaccepted`: the viewer's own messages from before the thread opened. `muted_until` None: without end.
    """

    id: int
    membership_id: int
    folder: Folder
    hidden_reasons: HiddenReason
    started: bool
    opened_at: datetime | None
    unread: int
    muted: bool
    muted_until: datetime | None
    is_marked_unread: bool
    activity_at: int
    unaccepted: int
    peer: UserRow
    last_message: MessageRow | None

    def is_muted(self, now: datetime) -> bool:
        """By the clock: nothing is written when the time of a mute is over."""
        return self.muted and (self.muted_until is None or now < self.muted_until)

    @property
    def shown_reasons(self) -> HiddenReason:
        """None for a request in Requests, also if the filter found something and the user moved it there."""
        return self.hidden_reasons if self.folder == Folder.HIDDEN else NONE


THREAD = f"""m.thread_id AS place_key, m.id AS membership_id, m.folder, m.hidden_reasons, m.started, m.opened_at,
    m.unread, m.muted, m.muted_until, m.marked_unread AS is_marked_unread, m.activity_at AS place_order, m.unaccepted,
    {USER}, {LAST_MESSAGE}"""

THREAD_JOINS = "JOIN users p ON p.id = m.peer_id"

THREAD_TABLES = f"memberships m {THREAD_JOINS}"

NOT_BLOCKED = "NOT m.blocked"


def thread_of(one: str, other: str) -> str:
    """The thread `t` of two users, whether or not they have a side of it."""
    low, high = (f"CASE WHEN {one} {order} {other} THEN {one} ELSE {other} END" for order in "<>")
    return f"t.low_id = {low} AND t.high_id = {high}"


def is_open_with(user: str) -> str:
    """Whether the viewer's thread with this user is open, as a send asks it.

    A thread can be open without a side of the viewer: all its messages sank.
    """
    return f"""EXISTS (SELECT 1 FROM threads t
        WHERE {thread_of("$1", user)} AND t.opened_at IS NOT NULL {BY_KEY})"""


_THREADS = f"SELECT {THREAD} FROM {THREAD_TABLES} WHERE"

THREADS = Page(ThreadRow, f"{_THREADS} {OF_VIEWER} AND m.thread_id = ANY($2)")
"""Arguments: viewer. Includes deleted ones, in folder NONE."""

_KEPT = f"m.folder <> {Folder.NONE:d}"
"""Leaves out those that the viewer has deleted."""

_KEPT_THREADS = f"{_THREADS} m.user_id = $1 AND {_KEPT}"

THREADS_WITH = Page(ThreadRow, f"{_KEPT_THREADS} AND m.peer_id = ANY($2)")
"""Arguments: viewer; the keys are peers."""


class Conversation(Struct, frozen=True, gc=False):
    """A thread with both of its users, so that the senders of its messages need no statement."""

    thread: ThreadRow
    viewer: UserRow


CONVERSATIONS = beside_viewer(
    Conversation,
    f"{_THREADS} {OF_VIEWER} AND {_KEPT} AND m.thread_id = ANY($2)",
    columns=f"found.*, {OWN_USER}",
)


class Opened(Struct, frozen=True, gc=False):
    """The viewer's place in its event log, the conversation, if there is one, and a page of messages of the thread."""

    epoch: int
    last_seq: int
    conversation: Conversation | None
    messages: Table[MessageRow]


def _opened(page: str) -> Select[Opened]:
    """One round trip and one row. As a UNION ALL, each message had the NULLs of a thread: twice the CPU of ours."""
    opened = from_viewer(
        f"found.*, {OWN_USER}, page.*",
        f"""LEFT JOIN ({_KEPT_THREADS} AND m.thread_id = $2) found ON TRUE
        LEFT JOIN ({arrays_of(MESSAGE_NAMES, page)}) page ON TRUE""",
    )
    return Shared(Opened, opened)


OPENED_AT_OLDER, OPENED_AT_NEWER = _opened(OLDER), _opened(NEWER)
"""A thread and a page of its messages. Arguments: as OLDER_MESSAGES."""

REQUEST_NODES = beside_viewer(ThreadRow, f"{_KEPT_THREADS} AND m.id = ANY($2)")


async def find_peer(db: Connection, user_id: int, **side: int) -> int | None:
    """The other user of a thread that this user has a side of: by `thread_id`, or by the `id` of the side."""
    found = Membership.all(db.orm).filter(user_id=user_id, **side)
    return cast("int | None", await found.get_or_none().values_list("peer_id", flat=True))


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """The viewer's side of a thread, with the facts that decide on it.

    `is_open`: the thread is open, even unknown to it.
    """

    membership_id: int
    thread_id: int
    peer_id: int
    side: Side
    is_open: bool
    peer_blocks: bool


ANSWERED = f"""m.id AS membership_id, m.thread_id, m.peer_id,
    m.folder, m.moved AS is_moved, COALESCE(m.undo_folder, {Folder.NONE:d}) AS undo_folder, m.undo_moved,
    m.undo_until, m.blocked AS blocks_peer,
    (SELECT ot.opened_at IS NOT NULL FROM threads ot WHERE ot.id = m.thread_id) AS is_open,
    EXISTS (SELECT 1 FROM blocks b WHERE b.blocker_id = m.peer_id AND b.blocked_id = m.user_id) AS peer_blocks"""

ANSWER = Page(AnswerRow, f"SELECT {ANSWERED} FROM memberships m WHERE m.user_id = $1 AND m.peer_id = $2")
"""Arguments: viewer, peer."""


async def set_marked_unread(db: Connection, membership_id: int) -> bool:
    """Until the user reads, replies or deletes. False: it was marked already."""
    found = Membership.all(db.orm).filter(id=membership_id, marked_unread=False)
    return bool(await found.update(marked_unread=True))


async def set_muted(db: Connection, membership_id: int, is_muted: bool, until: datetime | None) -> None:
    """The peer's side stays as it is."""
    await Membership.all(db.orm).filter(id=membership_id).update(muted=is_muted, muted_until=until)
