"""Writes sends that were decided, finds one whose write had no answer, and charges one that found no recipient."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from typing import TypeVar

from tortoise import fields as columns
from tortoise.expressions import F

from models.db.connection import Connection, DatabaseBusy, Transaction
from models.db.fields import DayField, Keyed, MomentField, reference
from models.db.statements import Bulk, Lock, Page, SelectOfRows, Write
from models.event_log import EventCursor, Place, told_last
from models.sending.parts import KEYED, PUSHED, REST, STREAMS, THREAD, NumberedWrite, SendWrite
from models.users import MOVE_FENCES, User, UserStream
from rules.events import EventKind

R = TypeVar("R")


class Quota(Keyed):
    """A row a user and UTC day; no row means none."""

    user: columns.ForeignKeyRelation[User] = reference("User")
    user_id: int
    day = DayField()
    pairs = columns.IntField()

    class Meta:
        table = "quotas"
        unique_together = (("user_id", "day"),)


class ClientKey(Keyed):
    """The fingerprint is of the input; without a message the answer was that the recipient is unavailable.

    A key that is used again after its time is the newest row, as the deletion of expired rows expects.
    """

    user: columns.ForeignKeyRelation[User] = reference("User")
    user_id: int
    key = columns.TextField()
    fingerprint = columns.TextField()
    message_id = columns.BigIntField(null=True)
    created_at = MomentField()

    class Meta:
        table = "client_keys"
        unique_together = (("user_id", "key"),)


@dataclass(frozen=True, slots=True)
class Sent:
    """The result of a write; `own_seq`: the end of the viewer's log after it."""

    viewer_id: int
    message_id: int
    thread_id: int
    seq: int
    own_seq: int


_HELD = """held AS (
    SELECT s.user_id FROM (
        SELECT viewer_id AS user_id, viewer_fence AS fence, fits_until, empty_until FROM given
        UNION ALL SELECT recipient_id, recipient_fence, NULL, NULL FROM given ORDER BY user_id
    ) u JOIN user_streams s ON s.user_id = u.user_id
    WHERE s.fence = u.fence AND (u.fits_until IS NULL OR s.bucket_at <= u.fits_until OR s.bucket_at > u.empty_until)
    FOR UPDATE OF s SKIP LOCKED
), made AS (
    SELECT given.*, nextval('messages_id_seq') AS message_id FROM given
    WHERE viewer_id IN (SELECT user_id FROM held) AND recipient_id IN (SELECT user_id FROM held)
)"""
"""No row is waited for, so no order of them can be wrong.

The union has one so that it stays a step of its own: else PostgreSQL reads `given` once more for a row that has changed
since the statement began, and then has each send twice.
"""

_SURE = "sure AS (SELECT * FROM made WHERE key = '' OR viewer_id IN (SELECT user_id FROM keyed))"

_SENT = """sent AS (
    SELECT sure.*, t.id AS thread_id, t.last_seq AS seq, o.last_seq AS own_seq, p.last_seq AS recipient_seq
    FROM sure JOIN streams o ON o.user_id = viewer_id JOIN streams p ON p.user_id = recipient_id
        JOIN thread t ON (t.low_id = viewer_id AND t.high_id = recipient_id)
            OR (t.low_id = recipient_id AND t.high_id = viewer_id)
)"""


def _glued(**more: str) -> str:
    keyed, streams, thread, *rest = [
        f"{name} AS ({text})"
        for name, text in {"keyed": KEYED, "streams": STREAMS, "thread": THREAD, **REST, **more}.items()
    ]
    given = "given AS (SELECT * FROM {given} g)"
    steps = ", ".join([given, _HELD, keyed, _SURE, streams, thread, _SENT, *rest])
    return f"WITH {steps} SELECT viewer_id, message_id, thread_id, seq, own_seq FROM sent"


_AT_ONCE = {
    False: SelectOfRows(SendWrite, Sent, _glued(), Lock),
    True: SelectOfRows(SendWrite, Sent, _glued(pushed=PUSHED), Lock),
}


async def write_at_once(db: Connection, sends: Sequence[SendWrite], *, pushes: bool = False) -> list[Sent]:
    """One committed statement, on PostgreSQL; no user is in two of the sends.

    `pushes`: whether the host app takes them.

    It leaves out a send whose rows others hold, or if the facts of its decision have changed (a fence of the two, the
    bucket, the key). Empty, and nothing written, if others held the database for too long.
    """
    try:
        return await _AT_ONCE[pushes].all(db, sends) if sends else []
    except DatabaseBusy:
        return []


@dataclass(frozen=True, slots=True)
class _Thread:
    low_id: int
    high_id: int
    id: int
    last_seq: int


def _alone(table: str, part: str, row: type[R]) -> SelectOfRows[NumberedWrite, R]:
    return SelectOfRows(NumberedWrite, row, f"WITH {table} AS (SELECT * FROM {{given}} g) {part}", Bulk)


_KEYED = _alone("made", KEYED, int)
_STREAMS = _alone("sure", STREAMS, Place)
_THREADS = _alone("sure", THREAD, _Thread)
_REST = [_alone("sent", part, int) for part in REST.values()]
_PUSHED = _alone("sent", PUSHED, int)

_NEW_MESSAGES = Bulk(
    int,
    "SELECT nextval('messages_id_seq') AS id FROM unnest(CAST($1 AS BIGINT[])) r (place) ORDER BY place",
    sqlite="""SELECT CAST(r.key AS BIGINT) + 1 + (SELECT COALESCE(MAX(m.id), 0) FROM messages m) AS id
        FROM json_each($1) r ORDER BY id""",
)
"""Argument: a list as long as there are messages."""

_FIELDS = [field.name for field in fields(SendWrite)]


async def write_in_turn(tx: Transaction, sends: Sequence[SendWrite], *, pushes: bool = False) -> list[Sent]:
    """The same parts one by one, in the transaction that decided the sends and holds the streams of all."""
    numbers = await _NEW_MESSAGES.all(tx, list(range(len(sends))))
    rows = [
        NumberedWrite(message_id=number, **{name: getattr(send, name) for name in _FIELDS})
        for send, number in zip(sends, numbers, strict=True)
    ]
    begun = _KEYED.arguments(tx, rows)
    await _KEYED.given(tx, begun)
    seqs = {row.user_id: row.seq for row in await _STREAMS.given(tx, begun)}
    threads = {frozenset((row.low_id, row.high_id)): row for row in await _THREADS.given(tx, begun)}
    rows = [_numbered(row, threads[frozenset((row.viewer_id, row.recipient_id))], seqs) for row in rows]
    numbered = _KEYED.arguments(tx, rows)
    for part in _REST:
        await part.given(tx, numbered)
    if pushes:
        await _PUSHED.given(tx, numbered)
    return [Sent(row.viewer_id, row.message_id, row.thread_id, row.seq, row.own_seq) for row in rows]


def _numbered(row: NumberedWrite, thread: _Thread, seqs: dict[int, int]) -> NumberedWrite:
    return replace(
        row,
        thread_id=thread.id,
        seq=thread.last_seq,
        own_seq=seqs[row.viewer_id],
        recipient_seq=seqs[row.recipient_id],
    )


_FOUND = Page(
    Sent,
    """SELECT x.sender_id AS viewer_id, x.id AS message_id, x.thread_id, x.seq, e.seq AS own_seq
    FROM user_events e JOIN messages x ON x.id = e.message_id
        JOIN memberships m ON m.thread_id = x.thread_id AND m.user_id = $1
    WHERE e.user_id = $1 AND e.seq > $2 AND e.at = $3 AND x.sender_id = $1 AND x.text = $4 AND m.peer_id = $5
    ORDER BY e.seq DESC LIMIT 1""",
)
"""Arguments: the viewer, a place of its log, the time of the decision, the text, the recipient."""


async def find_sent(
    tx: Transaction, since: EventCursor, recipient_id: int, now: datetime, text: str
) -> Sent | None:
    """The send if it is stored; if not, it will never be. `since`: the end of the viewer's log when it was decided.

    The transaction holds the viewer's stream. So a write that was running has ended, and the moved fence refuses one
    that the server has not begun.
    """
    sent = await _FOUND.first(tx, since.user_id, since.seq, now, text, recipient_id)
    if sent is None:
        await MOVE_FENCES.run(tx, [since.user_id])
    return sent


_TOLD = told_last(EventKind.STANDING_CHANGED)

_QUOTA = Write(
    """INSERT INTO quotas (user_id, day, pairs) SELECT $1, $2, 1 WHERE $3
    ON CONFLICT (user_id, day) DO UPDATE SET pairs = quotas.pairs + 1"""
)
_KEY = Write(
    """INSERT INTO client_keys (user_id, key, fingerprint, message_id, created_at)
    SELECT $1, $2, $3, NULL, $4 WHERE $2 <> ''
    ON CONFLICT (user_id, key) DO UPDATE SET id = excluded.id, fingerprint = excluded.fingerprint,
        message_id = NULL, created_at = excluded.created_at"""
)


@dataclass(frozen=True, slots=True)
class Charge:
    """`bucket_at`: the bucket with this send in it; `key` "" for none."""

    viewer_id: int
    bucket_at: datetime
    day: date
    costs_pair: bool
    key: str
    fingerprint: str
    now: datetime


async def charge(tx: Transaction, cost: Charge) -> None:
    """Run it in a transaction that holds the viewer's stream.

    It advances the fence, so that every send in flight notices it.
    """
    stream = UserStream.all(tx.orm).filter(user_id=cost.viewer_id)
    await stream.update(bucket_at=cost.bucket_at, fence=F("fence") + 1, last_seq=F("last_seq") + 1)
    await _TOLD.run(tx, cost.viewer_id, cost.now)
    await _QUOTA.run(tx, cost.viewer_id, cost.day, cost.costs_pair)
    await _KEY.run(tx, cost.viewer_id, cost.key, cost.fingerprint, cost.now)
