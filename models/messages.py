"""Messages of a thread, numbered from 1."""

from datetime import datetime

from msgspec import Struct
from tortoise import fields

from models.db.fields import Keyed, MomentField
from models.db.statements import Page, Shared
from models.scope import ALL, beside_viewer
from rules.requests import Folder


class Message(Keyed):
    """A sunk one is visible to its sender only; `receipt` says that it can become SEEN.

    Its references are no foreign keys: threads and users are never deleted, and each message would lock both rows.
    """

    thread_id = fields.BigIntField()
    seq = fields.IntField()
    sender_id = fields.BigIntField()
    text = fields.TextField()
    sunk = fields.BooleanField(default=False)
    receipt = fields.BooleanField(default=False)
    sent_at = MomentField()

    class Meta:
        table = "messages"
        unique_together = (("thread_id", "seq"),)


class MessageRow(Struct, frozen=True, gc=False):
    """A message as the viewer sees it."""

    id: int
    thread_id: int
    seq: int
    sender_id: int
    text: str
    sent_at: datetime
    is_seen: bool


def _columns(
    of: str, thread: str = "m.thread_id", viewer: str = "m.user_id", seen: str = "m.seen_seq"
) -> str:
    """The columns of a MessageRow, as the member `m` sees it."""
    return f"""{of}id, {thread}, {of}seq AS message_order, {of}sender_id, {of}text, {of}sent_at,
    ({of}receipt AND {of}sender_id = {viewer} AND {of}seq <= {seen}) AS is_seen"""


MESSAGE_NAMES = "id", "thread_id", "message_order", "sender_id", "text", "sent_at", "is_seen"
"""Of the columns of a page."""

MESSAGE = _columns("x.")
"""Of the message `x` in a thread of `m`."""

LAST_MESSAGE = _columns("m.last_message_")

_KEPT = ("id", "seq", "sender_id", "text", "sent_at", "receipt")

LAST_COLUMNS = ", ".join(f"last_message_{column}" for column in _KEPT)
"""The copy of the last visible message in a side."""

GONE = f"""folder = {Folder.NONE:d}, unread = 0, marked_unread = FALSE,
    hidden_before = (SELECT t.last_seq FROM threads t WHERE t.id = memberships.thread_id),
    {", ".join(f"last_message_{column} = NULL" for column in _KEPT)}"""
"""For SET of `memberships`: a side that leaves all lists, has lost its messages, and keeps no text of them."""

NEW_LAST = ", ".join(f"last_message_{column} = excluded.last_message_{column}" for column in _KEPT)
"""For ON CONFLICT DO UPDATE SET."""

_NEWEST = ", ".join(f"x.{column}" for column in _KEPT)

VISIBLE = "x.seq > m.hidden_before AND (x.sender_id = m.user_id OR NOT x.sunk)"
"""The messages of a thread that the member `m` sees."""

OF_VIEWER = "m.user_id + 0 = $1"
"""For threads named by key: hides the viewer from indexes, or PostgreSQL may read all threads of the viewer."""

LAST_VISIBLE = f"""({LAST_COLUMNS}) = (SELECT {_NEWEST} FROM messages x
    WHERE x.thread_id = m.thread_id AND {VISIBLE} ORDER BY x.seq DESC LIMIT 1)"""
"""For SET of the side `m`: copies the message again, or nulls."""


def unread_after(seq: str) -> str:
    """The number of messages that the member `m` has not read, if it has read up to this one."""
    return f"""(SELECT COUNT(*) FROM messages x WHERE x.thread_id = m.thread_id AND x.seq > {seq}
        AND x.sender_id = m.peer_id AND {VISIBLE})"""


_MESSAGES = (
    f"SELECT {MESSAGE} FROM messages x JOIN memberships m ON m.thread_id = x.thread_id AND {OF_VIEWER}"
)

MESSAGES = Page(MessageRow, f"{_MESSAGES} WHERE x.id = ANY($2) AND (x.sender_id = m.user_id OR NOT x.sunk)")
"""Arguments: viewer. Includes deleted threads."""

REQUEST_MESSAGES = Page(
    MessageRow,
    f"""SELECT {MESSAGE} FROM (
            SELECT m.thread_id, m.user_id, m.seen_seq, m.hidden_before FROM memberships m
            WHERE {OF_VIEWER} AND m.thread_id = ANY($2) LIMIT {ALL}) m
        JOIN messages x ON x.thread_id = m.thread_id AND {VISIBLE}
        ORDER BY x.thread_id, x.seq""",
)
"""Arguments: viewer; the keys are pending threads, so that there are at most 3 messages in each. Sides come first."""

MESSAGE_NODES = beside_viewer(
    MessageRow, f"{_MESSAGES} WHERE m.folder <> {Folder.NONE:d} AND {VISIBLE} AND x.id = ANY($2)"
)
"""Arguments: viewer. The columns that `node` shows of many; for requests the keys are memberships."""


def _own(column: str) -> str:
    """Read once for a page. If it were joined, PostgreSQL would sort all of a thread where most threads are short."""
    return f"(SELECT m.{column} FROM memberships m WHERE m.user_id = $1 AND m.thread_id = $2)"


def _page(order: str, beyond: str) -> str:
    return f"""SELECT {_columns("x.", "x.thread_id", "$1", _own("seen_seq"))} FROM messages x
        WHERE x.thread_id = $2 AND x.seq {beyond} CAST($3 AS BIGINT) AND x.seq > {_own("hidden_before")}
            AND (x.sender_id = $1 OR NOT x.sunk)
        ORDER BY x.seq {order} LIMIT $4"""


OLDER, NEWER = _page("DESC", "<"), _page("ASC", ">")

OLDER_MESSAGES = beside_viewer(MessageRow, OLDER, kind=Shared)
"""Arguments: viewer, thread, the seq to go on from, rows; newest first."""

NEWER_MESSAGES = beside_viewer(MessageRow, NEWER, kind=Shared)
"""The same, oldest first."""
