"""Entries of many users' logs in one read, each with the rows that its item shows, as the log's user sees them."""

from dataclasses import dataclass
from datetime import datetime

from models.db.json_rows import Handed
from models.db.statements import Reason, Select
from models.messages import MESSAGE, VISIBLE, MessageRow
from models.threads import NOT_BLOCKED, THREAD, ThreadRow
from models.users import OWN_USER, USER, UserRow
from rules.requests import Folder

BATCH = 100
"""The most entries of one log in a read."""


@dataclass(frozen=True, slots=True)
class Place:
    """How far a log is read: `seq` is that of the last entry."""

    user_id: int
    seq: int


PLACES = Handed(Place)


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
    """An entry after a place, or None if there is none after it."""

    user_id: int
    seq: int
    entry: Entry | None


ENTRIES = Select(
    EntryOf,
    f"""SELECT w.user_id, w.seq, e.seq, s.epoch, e.kind, e.at, e.thread_id, e.peer_id,
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
    Reason.PAGE,
)
"""Arguments: places, their number. No row for a place whose user is not active.

Seqs have no gaps, so a range of them is as good as a LIMIT. The LIMIT of the places tells PostgreSQL that they are few:
else it reads all users into a hash table.
"""
