"""Each user's event log: numbered without gaps, appended to, and read forward with the rows that its items show.

Also marks of attempts, by which a commit without an answer is looked up: events of it, or rows without one.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime

from msgspec import Struct
from tortoise import fields

from models.db.connection import Connection, DatabaseBusy, OutcomeUnknown, Transaction
from models.db.database import Database
from models.db.fields import Keyed, MomentField
from models.db.statements import JsonRows, Lock, Page, Write
from models.messages import MESSAGE, VISIBLE, MessageRow
from models.scope import from_viewer
from models.threads import NOT_BLOCKED, THREAD, ThreadRow
from models.users import OWN_USER, USER, UserRow, UserStream
from rules.events import EventKind
from rules.requests import Folder


class UserEvent(Keyed):
    """An event, by references that may outlive their rows; so none is a foreign key."""

    user_id = fields.BigIntField()
    seq = fields.BigIntField()
    kind = fields.SmallIntField()
    at = MomentField()
    thread_id = fields.BigIntField(null=True)
    message_id = fields.BigIntField(null=True)
    peer_id = fields.BigIntField(null=True)

    class Meta:
        table = "user_events"
        unique_together = (("user_id", "seq"),)


async def is_since(db: Connection, user_id: int, seq: int, since: datetime) -> bool:
    """Whether the user's log has this event, from after that time."""
    return await UserEvent.all(db.orm).filter(user_id=user_id, seq=seq, at__gt=since).exists()


EVERYTHING = 2**62
"""A seq that no log reaches."""

NOBODY = 0
"""The key of no user: a statement for it runs normally and changes nothing."""


@dataclass(frozen=True, slots=True)
class Event:
    """An event at its place in a user's log, with the ids that it refers to."""

    user_id: int
    seq: int
    kind: int
    at: datetime
    thread_id: int | None
    peer_id: int | None


EVENTS = JsonRows(Event)

APPEND = Write(
    f"""INSERT INTO user_events (user_id, seq, kind, at, thread_id, peer_id)
    SELECT e.user_id, e.seq, e.kind, e.at, e.thread_id, e.peer_id FROM {EVENTS.table} e
    WHERE e.user_id <> {NOBODY} ORDER BY e.place"""
)
"""Run ADVANCE after it, in the same transaction."""

ADVANCE = Write(
    f"""UPDATE user_streams SET last_seq = told.last_seq
    FROM (SELECT e.user_id, MAX(e.seq) AS last_seq FROM {EVENTS.table} e GROUP BY e.user_id) told
    WHERE user_streams.user_id = told.user_id"""
)


def told_last(kind: EventKind) -> Write:
    """Arguments: a user, now. The event at the end of the user's log: run it after the update of the stream."""
    return Write(
        f"""INSERT INTO user_events (user_id, seq, kind, at)
        SELECT user_id, last_seq, {kind:d}, $2 FROM user_streams WHERE user_id = $1"""
    )


class EventCursor(Struct, frozen=True, gc=False):
    """A place in a user's event log: `seq` is that of the last event before it.

    `epoch` changes when the log was restored from a backup. Of a stream that a transaction holds: the end of its log.
    """

    user_id: int
    epoch: int
    seq: int


NO_LOG = EventCursor(NOBODY, 0, 0)
"""The place of the host app, which has no log."""

HELD = "s.user_id, s.epoch, s.last_seq"
"""The columns of the end of a log."""

_VIEWER = f"""SELECT {HELD} FROM user_streams s JOIN users u ON u.id = s.user_id
    WHERE s.user_id = $1 AND u.is_active FOR UPDATE OF s FOR SHARE OF u"""

HOLD_VIEWER = Lock(EventCursor, _VIEWER)
"""Argument: the viewer. No row if the viewer is not active.

After a wait PostgreSQL reads again only the rows that it locks: so the user's row too, to see whether it is active.
"""

_BELOW, _ABOVE = (
    f"""SELECT {HELD} FROM user_streams s WHERE s.user_id = ANY($2) AND s.user_id {side} $1
    ORDER BY s.user_id FOR UPDATE"""
    for side in "<>"
)

HOLD = Lock(
    EventCursor,
    " UNION ALL ".join(f"SELECT * FROM ({part}) p{n}" for n, part in enumerate([_BELOW, _VIEWER, _ABOVE])),
)
"""Argument: the viewer, as in HOLD_VIEWER; the keys are peers, or 0.

All transactions lock streams in ascending order, so that no two wait for each other. Of a peer only the stream is
locked.
"""


@dataclass(frozen=True, slots=True)
class LogEnd:
    """The end of a log, and the time of the event after a cursor, if it is still stored."""

    epoch: int
    last_seq: int
    next_at: datetime | None

    def has_all_since(self, seq: int, expired_before: datetime) -> bool:
        """Whether the log still has each event after the cursor, whose seq this is."""
        return seq == self.last_seq or (self.next_at is not None and self.next_at >= expired_before)


LOG_END = Page(
    LogEnd, from_viewer("e.at AS next_at", "LEFT JOIN user_events e ON e.user_id = v.id AND e.seq = $2")
)
"""Arguments: viewer, the seq after the cursor."""


@dataclass(frozen=True, slots=True)
class Place:
    """How far a user's log goes, or is read: `seq` is that of the last event."""

    user_id: int
    seq: int


PLACES = JsonRows(Place)

LOG_SIZES = Page(
    Place,
    """SELECT s.user_id, s.last_seq FROM user_streams s JOIN users u ON u.id = s.user_id
    WHERE u.is_active AND s.user_id = ANY($1)""",
)
"""The keys are users, any number in one text; one who is not active is left out."""

BATCH = 100
"""The most entries of one log in a read."""


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """A stored event holds references only; the rows are what they name when the entry is read.

    Each read makes entries of its own, equal to no other. `thread` and `message` are None where the reader cannot see
    them, by its own block too; `peer` is the user of the thread, or of the event itself; `reader` is the log's user.
    """

    seq: int
    epoch: int
    kind: int
    at: datetime
    thread_id: int | None
    peer_id: int | None
    thread: ThreadRow | None
    message: MessageRow | None
    peer: UserRow | None
    reader: UserRow


@dataclass(frozen=True, slots=True)
class EntryOf:
    """An entry after a place, or None if there is none after it; `epoch` and `last_seq` are of the log's end."""

    user_id: int
    seq: int
    epoch: int
    last_seq: int
    entry: Entry | None


ENTRIES = Page(
    EntryOf,
    f"""SELECT w.user_id, w.seq, s.epoch, s.last_seq, e.seq, s.epoch, e.kind, e.at, e.thread_id, e.peer_id,
        {THREAD}, {MESSAGE}, {USER}, {OWN_USER}
    FROM (SELECT r.user_id, r.seq FROM (SELECT * FROM {PLACES.table} r LIMIT $2) r LIMIT $2) w
    JOIN users v ON v.id = w.user_id AND v.is_active
    JOIN user_streams s ON s.user_id = w.user_id
    LEFT JOIN user_events e ON e.user_id = w.user_id AND e.seq > w.seq AND e.seq <= w.seq + {BATCH}
    LEFT JOIN memberships m ON m.thread_id = e.thread_id AND m.user_id = w.user_id
        AND m.folder <> {Folder.NONE:d} AND {NOT_BLOCKED}
    LEFT JOIN users p ON p.id = COALESCE(m.peer_id, e.peer_id)
    LEFT JOIN messages x ON x.id = e.message_id AND x.thread_id = m.thread_id AND {VISIBLE}
    ORDER BY w.user_id, w.seq, e.seq""",
)
"""Arguments: places, their number. No row for a place whose user is not active.

Seqs have no gaps, so a range of them is as good as a LIMIT. The LIMIT of the places tells PostgreSQL that they are few:
else it reads all users into a hash table.
"""


class AttemptMark(Keyed):
    """The trace of an attempt that wrote no event. `mark` is random, so no other attempt has it."""

    mark = fields.BigIntField()
    at = MomentField()

    class Meta:
        table = "attempt_marks"
        unique_together = (("mark",),)


@dataclass(frozen=True, slots=True)
class Mark:
    """An event that one attempt alone can have written: no other has its place in the log and its time."""

    user_id: int
    seq: int
    at: datetime

    async def find(self, tx: Transaction) -> bool:
        """Whether it was kept. The attempt held the stream, so under that lock its commit is over."""
        await UserStream.all(tx.orm).filter(user_id=self.user_id).select_for_update()
        return await UserEvent.all(tx.orm).filter(user_id=self.user_id, seq=self.seq, at=self.at).exists()


@dataclass(frozen=True, slots=True)
class RowMark:
    """A row of the attempt's own."""

    mark: int
    at: datetime

    async def find(self, tx: Transaction) -> bool:
        """Whether it was kept. An equal row waits for the attempt's commit, and finds no place after it."""
        return not await _CLAIM.all(tx, self.mark, self.at)


_LEAVE = Write("INSERT INTO attempt_marks (mark, at) VALUES ($1, $2)")
_CLAIM = Lock(int, f"{_LEAVE.text} ON CONFLICT (mark) DO NOTHING RETURNING mark")


async def leave_mark(tx: Transaction, now: datetime) -> RowMark | None:
    """None on SQLite, where no attempt is looked up."""
    if tx.dialect == "sqlite":
        return None
    mark = RowMark(secrets.randbits(63), now)
    await _LEAVE.run(tx, mark.mark, mark.at)
    return mark


async def was_kept(database: Database, mark: Mark | RowMark | None, error: OutcomeUnknown) -> bool:
    """Whether an attempt whose commit gave this error was kept; the error again if that cannot be told in time.

    On SQLite nothing can be told: a log file that could not be synced may come back.
    """
    if mark is None or database.dialect == "sqlite":
        raise error
    try:
        return await database.transaction(mark.find)
    except (DatabaseBusy, OutcomeUnknown):
        raise error from None
