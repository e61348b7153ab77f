"""Requests: accept, delete, restore, move, withdraw; the card above one; and the viewer's own, with their accepts."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from models.db.connection import Transaction
from models.db.statements import Bulk, JsonRows, Lock, Page, Write, numbers
from models.event_log import HELD, NOBODY, EventCursor
from models.messages import GONE, LAST_VISIBLE, VISIBLE, unread_after
from models.scope import BY_KEY, VIEWER, from_viewer
from models.threads import ANSWERED, AnswerRow, Membership
from models.users import USER, UserRow
from rules.drafts import DraftHint
from rules.requests import REQUEST_FOLDERS, Folder


@dataclass(frozen=True, slots=True)
class SideKey:
    """One side of a thread; user 0 means that there is none."""

    thread_id: int
    user_id: int


SIDES = JsonRows(SideKey)

OPEN_SIDES = Write(
    f"""UPDATE memberships SET folder = {Folder.INBOX:d}, opened_at = $2, activity_at = $2, never = FALSE
    FROM {SIDES.table} h WHERE memberships.thread_id = h.thread_id AND memberships.user_id = h.user_id"""
)
"""Arguments: the sides, now."""

OPEN = Write("UPDATE threads SET opened_at = $1 WHERE id = ANY($2) AND opened_at IS NULL")
"""Argument: now. Each thread opens once."""

FIND_OPEN = Write(
    f"""UPDATE memberships SET folder = {Folder.INBOX:d},
        opened_at = (SELECT t.opened_at FROM threads t WHERE t.id = memberships.thread_id)
    WHERE id = $1"""
)
"""Does not change the activity: the thread is listed in its old place."""

DELETE = Write(
    f"""UPDATE memberships SET undo_until = CASE WHEN $4 THEN NULL ELSE CAST($1 AS BIGINT) END,
        blocked = blocked OR $4, undo_seq = $2, undo_folder = folder,
        undo_hidden_before = hidden_before, undo_hidden_reasons = hidden_reasons, undo_moved = moved,
        {GONE}, never = never OR $3, hidden_reasons = 0,
        deleted_count = deleted_count + CASE WHEN folder IN ({numbers(REQUEST_FOLDERS)}) THEN 1 ELSE 0 END
    WHERE id = ANY($5)"""
)
"""Arguments: the end of the time to undo, the log's seq that names this delete, whether never, whether a block follows;
of memberships. With a block each row is written once: MARK_BLOCKED has nothing left to change.
"""


async def move(tx: Transaction, membership_id: int, since: Folder) -> bool:
    """To Requests, for good. False: it has left `since`, the folder in which the move was decided."""
    found = Membership.all(tx.orm).filter(id=membership_id, folder=since)
    return bool(await found.update(folder=Folder.REQUESTS, moved=True))


_DELETED = f"SELECT {ANSWERED} FROM memberships m WHERE m.user_id = $1"

DELETED_MEMBERSHIP = Page(AnswerRow, f"{_DELETED} AND m.id = $2")
DELETED_THREAD = Page(AnswerRow, f"{_DELETED} AND m.thread_id = $2")
DELETED_TOGETHER = Page(AnswerRow, f"{_DELETED} AND m.undo_seq = $2 ORDER BY m.id")
"""Arguments: viewer, the log's seq that names a delete. Sides that were deleted again since are left out."""


@dataclass(frozen=True, slots=True)
class Restored:
    """A side that an undo restores to `folder`, decided from `since`, the state after the delete."""

    membership_id: int
    since: Folder
    folder: Folder
    is_moved: bool


RESTORED = JsonRows(Restored)

AS_SHOWN = f"""{LAST_VISIBLE},
        started = COALESCE((SELECT x.sender_id = m.user_id FROM messages x
            WHERE x.thread_id = m.thread_id AND {VISIBLE} ORDER BY x.seq LIMIT 1), m.started),
        unread = {unread_after("m.read_seq")}"""
"""Last message, unread count and requester from the messages that the user can see."""

_AS_RESTORED = AS_SHOWN.replace("m.hidden_before", "m.undo_hidden_before")
"""The same once `hidden_before` is restored: an UPDATE reads the row as it was."""

UNDO = Bulk(
    int,
    f"""UPDATE memberships AS m SET undo_until = NULL, hidden_before = m.undo_hidden_before, folder = h.folder,
        moved = h.is_moved, never = FALSE,
        hidden_reasons = m.hidden_reasons | COALESCE(m.undo_hidden_reasons, 0),
        deleted_count = m.deleted_count
            - CASE WHEN m.undo_folder IN ({numbers(REQUEST_FOLDERS)}) THEN 1 ELSE 0 END,
        {_AS_RESTORED}
    FROM {RESTORED.table} h WHERE m.id = h.membership_id AND m.folder = h.since AND m.undo_until IS NOT NULL
    RETURNING id""",
)
"""Argument: the sides. Gives those that it restored: the others have changed since they were read."""


END_NEVER = Write("UPDATE memberships SET never = FALSE WHERE id = ANY($1) AND never")
"""The keys are memberships. Later messages of their peers arrive again."""


_WAITING = """FROM threads t JOIN memberships m ON m.thread_id = t.id AND m.user_id <> t.requester_id
    WHERE t.requester_id = ANY({senders}) AND m.opened_at IS NULL"""
"""The recipients' sides that are not open: requests, and those that an undo could restore."""

_HOLD = f"""SELECT {HELD} FROM user_streams s
    WHERE s.user_id IN (SELECT u.id FROM users u WHERE u.id = ANY($1) UNION SELECT m.user_id
        {_WAITING.format(senders="$2")}
    ) AND (CAST($3 AS BIGINT) = 0 OR EXISTS (SELECT 1 FROM users WHERE id = $3 AND is_active))
    ORDER BY s.user_id FOR UPDATE OF s"""

_IN_TURN, _AT_ONCE = Lock(EventCursor, _HOLD), Lock(EventCursor, f"{_HOLD} NOWAIT")


async def hold_recipients(
    tx: Transaction, user_ids: Collection[int], sender_ids: Collection[int], viewer_id: int = NOBODY
) -> list[EventCursor]:
    """Locks the streams of the users, and of all peers with a message of a sender in a side that is not open.

    Of the users, who include the viewer, `sender_ids` are those whose requests must end.

    While the first statement waits, a send may reach one more peer. The second takes those at once or not at
    all, and then everything is repeated: a transaction that holds so many may not wait out of order.
    """
    args = list(user_ids), list(sender_ids), viewer_id
    await _IN_TURN.all(tx, *args)
    return await _AT_ONCE.all(tx, *args)


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """A recipient's side that is not open."""

    user_id: int
    thread_id: int
    folder: Folder


WAITING = Page(
    WaitingRow,
    f"SELECT m.user_id, m.thread_id, m.folder {_WAITING.format(senders='$1')} ORDER BY m.user_id, m.id",
)
"""The keys are the senders."""

WITHDRAW = Write(
    f"""UPDATE memberships SET {GONE}, moved = FALSE, undo_until = NULL
    WHERE id IN (SELECT m.id {_WAITING.format(senders="$1")})"""
)
"""The keys are the senders. For good: a later message starts a new request, and undo does not restore it."""


@dataclass(frozen=True, slots=True)
class FirstContactRow:
    """`mutual_follows`: users whom the viewer follows and who follow the sender."""

    sender_id: int
    account_created_at: datetime
    names_changed_at: datetime | None
    mutual_follows: int
    deleted_before: int


FEW = 500

_HAS_FEW = f"""(SELECT COUNT(*) FROM (
    SELECT 1 FROM follows f WHERE f.followee_id = p.id LIMIT {FEW}) few) < {FEW}"""

_OF_THEIRS = f"""SELECT COUNT(*) FROM follows theirs WHERE theirs.followee_id = p.id AND EXISTS (
    SELECT 1 FROM follows mine WHERE mine.follower_id = $1 AND mine.followee_id = theirs.follower_id {BY_KEY})"""

_OF_MINE = f"""SELECT COUNT(*) FROM follows mine WHERE mine.follower_id = $1 AND EXISTS (
    SELECT 1 FROM follows theirs
    WHERE theirs.follower_id = mine.followee_id AND theirs.followee_id = p.id {BY_KEY})"""

FIRST_CONTACTS = Page(
    FirstContactRow,
    f"""SELECT p.id AS sender_id, p.account_created_at, p.names_changed_at,
        CASE WHEN {_HAS_FEW} THEN ({_OF_THEIRS}) ELSE ({_OF_MINE}) END AS mutual_follows,
        (SELECT m.deleted_count FROM memberships m WHERE m.user_id = $1 AND m.peer_id = p.id) AS deleted_before
    FROM users p WHERE p.id = ANY($2)""",
)
"""Arguments: viewer; the keys are the senders.

Mutual follows are counted among the followers of the sender, since most strangers have few: so a page
is as cheap for a viewer who follows thousands.
"""

MOST_ALIKE = 50


@dataclass(frozen=True, slots=True)
class SimilarRow:
    """The user whom the sender's names look like."""

    sender_id: int
    user: UserRow


_ALIKE = f"""(SELECT l.user_id FROM user_looks l WHERE l.look = own.look
    ORDER BY l.user_id LIMIT {MOST_ALIKE}) alike"""

_IS_KNOWN = f"""CASE WHEN
        EXISTS (SELECT 1 FROM follows WHERE follower_id = $1 AND followee_id = alike.user_id {BY_KEY})
        OR EXISTS (SELECT 1 FROM memberships WHERE user_id = $1 AND peer_id = alike.user_id
            AND opened_at IS NOT NULL {BY_KEY})
    THEN NOT EXISTS (SELECT 1 FROM blocks WHERE blocker_id = $1 AND blocked_id = alike.user_id {BY_KEY})
    ELSE FALSE END"""
"""In a CASE, since PostgreSQL looks for the block of each user first."""

_FIRST_ALIKE = f"""SELECT alike.user_id FROM {_ALIKE} WHERE alike.user_id <> s.id AND {_IS_KNOWN}
    ORDER BY alike.user_id LIMIT 1"""

SIMILAR = Page(
    SimilarRow,
    f"""SELECT s.id AS sender_id, {USER} FROM users v CROSS JOIN users s
        JOIN users p ON p.id = (SELECT MIN(({_FIRST_ALIKE})) FROM user_looks own WHERE own.user_id = s.id)
    {VIEWER} AND s.id = ANY($2)""",
)
"""Arguments: viewer; the keys are senders. No row for a sender who looks like no one whom the viewer knows.

Of each look it reads MOST_ALIKE users at most, those that the service has known the longest, and looks each up in
the viewer's follows and threads: so the work depends neither on their number nor on how many share a common name.
An impersonator comes after the one it looks like.
"""


@dataclass(frozen=True, slots=True)
class AskedRow:
    """The stored facts of a request's first message; `accepted_at` as the viewer knows it."""

    sent_at: datetime
    hints: DraftHint
    text_mark: int
    accepted_at: datetime | None


@dataclass(frozen=True, slots=True)
class OwnRequest:
    """The viewer's place in the event log, the viewer's region, and a request; None: there is none."""

    epoch: int
    last_seq: int
    region: str | None
    row: AskedRow | None


_OPENED_BY_ME = """EXISTS (SELECT 1 FROM messages o WHERE o.thread_id = t.id AND o.seq = m.unaccepted + 1
    AND o.sender_id = $1 AND o.sent_at = m.opened_at)"""
"""A later send to a user who by then follows the viewer opens the thread; that is not an accept."""

_ASKED = f"""SELECT t.id AS place_key, t.created_at AS sent_at, t.hints, t.text_mark,
        CASE WHEN NOT {_OPENED_BY_ME} THEN m.opened_at END AS accepted_at
    FROM (
        SELECT id, created_at, hints, text_mark FROM threads
        WHERE requester_id = $1 ORDER BY id DESC LIMIT $2
    ) t
    JOIN memberships m ON m.thread_id = t.id AND m.user_id = $1"""

ASKED = Page(
    OwnRequest,
    from_viewer(
        "v.region, found.sent_at, found.hints, found.text_mark, found.accepted_at",
        f"LEFT JOIN ({_ASKED}) found ON TRUE",
        "ORDER BY found.place_key DESC",
    ),
)
"""Arguments: viewer, rows. The latest request first.

A thread is as old as the request that began it. The recipient's side is not read, and no text.
"""
