"""The recipients whose logs have events to push, and the leases under which takers hold them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from tortoise import fields
from tortoise.models import Model

from models.db.connection import Connection
from models.db.fields import MomentField
from models.db.statements import Lock, Page, Write, numbers
from models.event_log import EVENTS, NOBODY
from models.inbox import IN_REQUESTS, IS_UNREAD, Counts, is_loud
from models.messages import VISIBLE
from rules.events import EventKind
from rules.policy import BADGE_LIMIT
from rules.pushes import PUSHED, WINDOW
from rules.requests import THREAD_FOLDERS


class WaitingPush(Model):
    """A row for each user with events that no taker has acknowledged: those after `done_seq`, up to `last_seq`.

    Those up to `taken_seq` are held under `lease` until `due_at`; without a lease, the row waits since `due_at`.
    The pushes themselves are read from the log. `user_id` is no foreign key: each message would lock the user's row.
    """

    user_id = fields.BigIntField(primary_key=True, generated=False)
    done_seq = fields.BigIntField()
    last_seq = fields.BigIntField()
    due_at = MomentField()
    lease = fields.TextField(null=True)
    taken_seq = fields.BigIntField(default=0)

    class Meta:
        table = "waiting_pushes"


NEXT = "ON CONFLICT (user_id) DO UPDATE SET last_seq = excluded.last_seq"
"""The end of an INSERT: a row that waits, or is held, stays. Its writer holds the user's stream, as the log's does."""

QUEUE = Write(
    f"""INSERT INTO waiting_pushes (user_id, done_seq, last_seq, due_at)
    SELECT s.user_id, MIN(CASE WHEN e.user_id = {NOBODY} THEN s.last_seq ELSE e.seq - 1 END),
        MAX(CASE WHEN e.user_id = {NOBODY} THEN s.last_seq ELSE e.seq END), MIN(e.at)
    FROM {EVENTS.table} e
    JOIN user_streams s ON s.user_id = CASE WHEN e.user_id = {NOBODY} THEN e.peer_id ELSE e.user_id END
    WHERE e.kind IN ({numbers(PUSHED)}) GROUP BY s.user_id ORDER BY s.user_id
    {NEXT}"""
)
"""Run it after ADVANCE, in ascending order of users as every other writer.

An event of NOBODY names the user to whom a block denies it: that user waits for a taker too (behaviour 10).
"""

TAKE = Lock(
    int,
    f"""WITH due AS (
        SELECT w.user_id FROM waiting_pushes w WHERE w.due_at <= $3 ORDER BY w.due_at, w.user_id LIMIT $4
        FOR UPDATE SKIP LOCKED
    )
    UPDATE waiting_pushes SET lease = $1, due_at = $2,
        taken_seq = CASE WHEN last_seq > done_seq + {WINDOW} THEN done_seq + {WINDOW} ELSE last_seq END
    FROM due WHERE waiting_pushes.user_id = due.user_id RETURNING waiting_pushes.user_id""",
)
"""Arguments: a new lease, its end, now, the most users. Gives those that have waited longest.

Others may take users whose lease has ended. No send waits for a taker for longer, and takers never for each other.
"""


@dataclass(frozen=True, slots=True)
class PushRow:
    """An event to push, as its recipient sees it now. `sender_subject` None: erased, or there is no sender."""

    user_id: int
    subject: str
    epoch: int
    seq: int
    kind: EventKind
    at: datetime
    thread_id: int | None
    sender_id: int | None
    sender_subject: str | None


_NEW = f"{VISIBLE} AND x.seq > m.read_seq"

_IS_READ = """EXISTS (SELECT 1 FROM messages y
    WHERE y.thread_id = m.thread_id AND y.seq = m.read_seq AND y.sent_at >= e.at)"""
"""An accept has no message. A user who has read a message that is no older, or wrote one, has seen the open thread."""

_IS_OPEN = f"m.folder IN ({numbers(THREAD_FOLDERS)})"

_RINGS = f"""e.kind = {EventKind.ACCOUNT_DECIDED:d} OR ({is_loud("$3")} AND NOT m.blocked AND (
        (e.kind = {EventKind.MESSAGE_ADDED:d} AND {_IS_OPEN} AND {_NEW})
        OR (e.kind = {EventKind.REQUEST_ACCEPTED:d} AND {_IS_OPEN} AND NOT {_IS_READ})
        OR (e.kind IN ({numbers((EventKind.REQUEST_RECEIVED, EventKind.REQUEST_UPDATED))})
            AND {IN_REQUESTS} AND m.activity_at >= $2 AND {_NEW} AND e.seq > s.requests_seen)))"""

TAKEN = Page(
    PushRow,
    f"""SELECT w.user_id, u.host_id AS subject, s.epoch, e.seq, e.kind, e.at, e.thread_id, m.peer_id AS sender_id,
        CASE WHEN p.erased_at IS NULL THEN p.host_id END AS sender_subject
    FROM waiting_pushes w JOIN users u ON u.id = w.user_id JOIN user_streams s ON s.user_id = w.user_id
        JOIN user_events e ON e.user_id = w.user_id AND e.seq > w.done_seq AND e.seq <= w.taken_seq
        LEFT JOIN memberships m ON m.user_id = w.user_id AND m.thread_id = e.thread_id
        LEFT JOIN messages x ON x.id = e.message_id
        LEFT JOIN users p ON p.id = m.peer_id
    WHERE w.lease = $1 AND u.is_active AND ({_RINGS})
    ORDER BY w.user_id, e.seq""",
)
"""Arguments: the lease, since when a request is not archived, now. In order for each user."""


@dataclass(frozen=True, slots=True)
class CountRow:
    """A user's badge."""

    user_id: int
    counts: Counts


def _counted(which: str) -> str:
    """Sides of the user `s`."""
    return f"""(SELECT COUNT(*) FROM (SELECT m.arrived_seq, m.activity_at FROM memberships m
        WHERE m.user_id = s.user_id AND {which} ORDER BY m.activity_at DESC LIMIT {BADGE_LIMIT}) counted"""


_PENDING = f"{IN_REQUESTS} AND m.activity_at >= $1"

BADGES = Page(
    CountRow,
    f"""SELECT s.user_id, {_counted(_PENDING)}) AS pending_requests,
        {_counted(_PENDING)} WHERE counted.arrived_seq > s.requests_seen) AS unseen_requests,
        {_counted(_PENDING)} WHERE counted.activity_at >= $2) AS recent_requests, u.paused_until,
        {_counted(IS_UNREAD + " AND " + is_loud("$3"))}) AS unread_threads
    FROM user_streams s JOIN users u ON u.id = s.user_id WHERE s.user_id = ANY($4)""",
)
"""Arguments: since when a request is not archived, since when it is recent, now; the keys are users."""

HELD_BY = Lock(int, "SELECT w.user_id FROM waiting_pushes w WHERE w.lease = $1 ORDER BY w.user_id FOR UPDATE")
"""Argument: a lease. Its users, in the order in which sends lock them; none if others have taken them since."""

_DROP = Write("DELETE FROM waiting_pushes WHERE lease = $1 AND last_seq <= taken_seq AND user_id = ANY($2)")

_GO_ON = Write(
    """UPDATE waiting_pushes SET done_seq = taken_seq, lease = NULL, due_at = $2
    WHERE lease = $1 AND user_id = ANY($3)"""
)


async def settle(tx: Connection, lease: str, user_ids: Sequence[int], now: datetime) -> None:
    """Ends the lease of these users: the events that it held are done, and later ones wait from now on."""
    await _DROP.run(tx, lease, user_ids)
    await _GO_ON.run(tx, lease, now, user_ids)


async def until_due(db: Connection, now: datetime) -> timedelta | None:
    """The time until a push can be taken; None if no push waits and no lease runs."""
    next_due = await WaitingPush.all(db.orm).order_by("due_at").first()
    return max(timedelta(), next_due.due_at - now) if next_due else None
