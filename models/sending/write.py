"""The write of a send: one list of parts, run as one statement or one by one in a transaction.

Every landing runs the same parts: delivered, hidden or sunk differ in parameters only, and what the
recipient must not get is a part whose WHERE makes it do nothing (behaviour 10).
"""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TypeVar

from models.db.connection import Connection, DatabaseBusy, Transaction
from models.db.statements import Named, Reason
from models.messages import LAST_COLUMNS, NEW_LAST
from rules.drafts import DraftHint
from rules.events import EventKind
from rules.filtering.hiding import HiddenReason
from rules.requests import Folder

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class SendWrite:
    """The parameters of the parts. Numbers that a part gives to later ones come last.

    `fits_until`: the bucket has room while its time is not past it; past `empty_until` it says nothing, since no
    charge goes so far; `refill` in microseconds; `key` "" for none; `is_sunk`: for the recipient; `is_open`: for
    the viewer after this send; `opens_for_recipient`: an accept that the recipient
    gets to know; `opening_kind`: of the event by which the recipient's log tells that the thread opened, 0 for
    none; `recipient_kind`: of the event that brings the message;
    `hints` and `text_mark`: the stored facts of the text that begins a request, else 0.
    """

    viewer_id: int
    recipient_id: int
    viewer_fence: int
    recipient_fence: int
    fits_until: datetime
    empty_until: datetime
    refill: int
    now: datetime
    text: str
    key: str
    fingerprint: str
    key_expired_before: datetime
    is_sunk: bool
    is_open: bool
    own_folder: Folder
    accepts: bool
    opens_for_recipient: bool
    opening_kind: int
    costs_pair: bool
    receipt: bool
    recipient_folder: Folder
    recipient_moved: bool
    hidden_reasons: HiddenReason
    recipient_kind: int
    moves_fence: int
    hints: DraftHint
    text_mark: int
    is_held: bool = True
    is_sure: bool = True
    message_id: int = 0
    thread_id: int = 0
    seq: int = 0
    own_seq: int = 0
    recipient_seq: int = 0

    @property
    def low_id(self) -> int:
        """The lower of the two user ids: a thread has its users in ascending order."""
        return min(self.viewer_id, self.recipient_id)

    @property
    def high_id(self) -> int:
        """The higher of the two user ids."""
        return max(self.viewer_id, self.recipient_id)

    @property
    def day(self) -> date:
        """The day whose quota a new pair costs."""
        return self.now.date()

    @property
    def opened_at(self) -> datetime | None:
        """A thread or side that was open before keeps its time."""
        return self.now if self.is_open else None

    @property
    def requester_id(self) -> int | None:
        """The requester of a thread that this send begins."""
        return None if self.is_open else self.viewer_id

    @property
    def counts(self) -> int:
        """The number that it adds to the unaccepted messages."""
        return 0 if self.is_open else 1

    @property
    def own_events(self) -> int:
        """The number of events in the viewer's log: with an accept, two."""
        return 1 + self.accepts

    @property
    def recipient_events(self) -> int:
        """The number of events in the recipient's log."""
        return (self.opening_kind != 0) + (not self.is_sunk)


@dataclass(frozen=True, slots=True)
class Sent:
    """The result of a write; `own_seq`: the end of the viewer's log after it."""

    message_id: int
    thread_id: int
    seq: int
    own_seq: int


_MESSAGE = ":message_id, :seq, :viewer_id, :text, :now, :receipt"
"""The values of LAST_COLUMNS."""

PARTS = {
    "keyed": """INSERT INTO client_keys (user_id, key, fingerprint, message_id, created_at)
        SELECT :viewer_id, :key, :fingerprint, :message_id, :now WHERE :is_held AND :key <> ''
        ON CONFLICT (user_id, key) DO UPDATE SET fingerprint = excluded.fingerprint,
            message_id = excluded.message_id, created_at = excluded.created_at
            WHERE client_keys.created_at <= :key_expired_before
        RETURNING message_id""",
    "streams": """UPDATE user_streams SET
            last_seq = last_seq + CASE WHEN user_id = :viewer_id
                THEN CAST(:own_events AS BIGINT) ELSE CAST(:recipient_events AS BIGINT) END,
            fence = fence + CASE WHEN user_id = :viewer_id THEN CAST(:moves_fence AS BIGINT) ELSE 0 END,
            bucket_at = CASE WHEN user_id <> :viewer_id THEN bucket_at
                WHEN bucket_at BETWEEN CAST(:now AS BIGINT) AND CAST(:fits_until AS BIGINT)
                THEN bucket_at + CAST(:refill AS BIGINT)
                ELSE CAST(:now AS BIGINT) + CAST(:refill AS BIGINT) END
        WHERE user_id IN (:viewer_id, :recipient_id) AND :is_sure
        RETURNING user_id, last_seq""",
    "thread": """INSERT INTO threads (low_id, high_id, opened_at, last_seq, created_at, requester_id, hints, text_mark)
        SELECT :low_id, :high_id, CAST(:opened_at AS BIGINT), 1, :now, CAST(:requester_id AS BIGINT), :hints, :text_mark
            WHERE :is_sure
        ON CONFLICT (low_id, high_id) DO UPDATE SET last_seq = threads.last_seq + 1,
            opened_at = COALESCE(threads.opened_at, excluded.opened_at)
        RETURNING id, last_seq""",
    "message": """INSERT INTO messages (id, thread_id, seq, sender_id, text, sunk, receipt, sent_at)
        SELECT :message_id, :thread_id, :seq, :viewer_id, :text, :is_sunk, :receipt, :now WHERE :is_sure
        RETURNING id""",
    "quota": """INSERT INTO quotas (user_id, day, pairs)
        SELECT :viewer_id, :day, 1 WHERE :is_sure AND :costs_pair
        ON CONFLICT (user_id, day) DO UPDATE SET pairs = quotas.pairs + 1
        RETURNING id""",
    "own": f"""INSERT INTO memberships (thread_id, user_id, peer_id, folder, opened_at, unaccepted, started,
            activity_at, read_seq, {LAST_COLUMNS})
        SELECT :thread_id, :viewer_id, :recipient_id, :own_folder, CAST(:opened_at AS BIGINT), :counts, TRUE, :now,
            :seq, {_MESSAGE}
            WHERE :is_sure
        ON CONFLICT (thread_id, user_id) DO UPDATE SET folder = excluded.folder,
            opened_at = COALESCE(memberships.opened_at, excluded.opened_at),
            unaccepted = memberships.unaccepted + excluded.unaccepted,
            started = memberships.started OR memberships.last_message_id IS NULL, activity_at = excluded.activity_at,
            {NEW_LAST}, unread = 0, read_seq = excluded.read_seq, never = FALSE
        RETURNING id""",
    "recipient": f"""INSERT INTO memberships (thread_id, user_id, peer_id, folder, opened_at, started, activity_at,
            unread, arrived_seq, hidden_reasons, moved, {LAST_COLUMNS})
        SELECT :thread_id, :recipient_id, :viewer_id, :recipient_folder, CAST(:opened_at AS BIGINT), FALSE, :now,
            1, :recipient_seq, :hidden_reasons, :recipient_moved, {_MESSAGE}
            WHERE :is_sure AND NOT :is_sunk
        ON CONFLICT (thread_id, user_id) DO UPDATE SET
            folder = excluded.folder, opened_at = COALESCE(memberships.opened_at, excluded.opened_at),
            moved = excluded.moved,
            hidden_reasons = CASE WHEN memberships.folder = {Folder.NONE:d} THEN excluded.hidden_reasons
                ELSE memberships.hidden_reasons | excluded.hidden_reasons END,
            started = memberships.started AND memberships.last_message_id IS NOT NULL,
            activity_at = excluded.activity_at,
            {NEW_LAST}, unread = memberships.unread + 1, arrived_seq = excluded.arrived_seq,
            seen_seq = CASE WHEN :receipt THEN :seq ELSE memberships.seen_seq END
        RETURNING id""",
    "opened": f"""UPDATE memberships SET folder = {Folder.INBOX:d}, opened_at = :now, activity_at = :now
        WHERE thread_id = :thread_id AND user_id = :recipient_id AND :opens_for_recipient AND :is_sunk
        RETURNING id""",
    "told": f"""INSERT INTO user_events (user_id, seq, kind, at, thread_id, message_id)
        SELECT CAST(:viewer_id AS BIGINT), CAST(:own_seq AS BIGINT) - 1, {EventKind.THREAD_OPENED:d},
            CAST(:now AS BIGINT), CAST(:thread_id AS BIGINT), CAST(NULL AS BIGINT)
            WHERE :is_sure AND :accepts
        UNION ALL SELECT :viewer_id, :own_seq, {EventKind.MESSAGE_SENT:d}, :now, :thread_id, :message_id
            WHERE :is_sure
        UNION ALL SELECT :recipient_id, :recipient_seq - CAST(:recipient_events AS BIGINT) + 1,
            CAST(:opening_kind AS BIGINT), :now, :thread_id, NULL WHERE :is_sure AND :opening_kind <> 0
        UNION ALL SELECT :recipient_id, :recipient_seq, CAST(:recipient_kind AS BIGINT), :now, :thread_id, :message_id
            WHERE :is_sure AND NOT :is_sunk
        RETURNING id""",
}
"""Each part comes after those that it refers to."""

_GLUE = {
    "is_held": "EXISTS (SELECT 1 FROM made)",
    "is_sure": "EXISTS (SELECT 1 FROM sure)",
    "message_id": "(SELECT id FROM made)",
    "thread_id": "(SELECT id FROM thread)",
    "seq": "(SELECT last_seq FROM thread)",
    "own_seq": "(SELECT last_seq FROM streams WHERE user_id = :viewer_id)",
    "recipient_seq": "(SELECT last_seq FROM streams WHERE user_id = :recipient_id)",
}
"""The values that earlier parts give to a part when all are one statement."""

_HELD = """held AS (
    SELECT user_id FROM user_streams
    WHERE (user_id = :viewer_id AND fence = :viewer_fence
            AND (bucket_at <= :fits_until OR bucket_at > :empty_until))
        OR (user_id = :recipient_id AND fence = :recipient_fence)
    ORDER BY user_id FOR UPDATE
), made AS (
    SELECT nextval('messages_id_seq') AS id WHERE (SELECT count(*) FROM held) = 2
)"""

_SURE = "sure AS (SELECT id FROM made WHERE :key = '' UNION ALL SELECT message_id FROM keyed)"


def _glued() -> str:
    glue = re.compile(r":(" + "|".join(_GLUE) + r")\b")
    parts = [f"{name} AS ({glue.sub(lambda found: _GLUE[found[1]], text)})" for name, text in PARTS.items()]
    steps = ", ".join([_HELD, parts[0], _SURE, *parts[1:]])
    answers = ", ".join(f"{_GLUE[name]} AS {name}" for name in ("thread_id", "seq", "own_seq"))
    return f"WITH {steps} SELECT id AS message_id, {answers} FROM sure"


_AT_ONCE = Named(Sent, _glued(), Reason.LOCK)


async def write_at_once(db: Connection, send: SendWrite) -> Sent | None:
    """One committed statement, on PostgreSQL.

    None, and nothing written, if the facts of the decision have changed (a fence of the two, the bucket,
    the key), or if others held it for too long.
    """
    try:
        return await _AT_ONCE.first(db, send)
    except DatabaseBusy:
        return None


@dataclass(frozen=True, slots=True)
class _Made:
    id: int
    last_seq: int


@dataclass(frozen=True, slots=True)
class _Number:
    id: int


_STREAM = Named(_Made, PARTS["streams"], Reason.SET)


_THREAD = Named(_Made, PARTS["thread"], Reason.SET)


_REST = [
    Named(_Number, text, Reason.SET) for name, text in PARTS.items() if name not in {"streams", "thread"}
]


_NEW_MESSAGE = {
    "postgres": Named(_Number, "SELECT nextval('messages_id_seq') AS id", Reason.SET),
    "sqlite": Named(_Number, "SELECT COALESCE(MAX(id), 0) + 1 AS id FROM messages", Reason.SET),
}


async def write_in_turn(tx: Transaction, send: SendWrite) -> Sent:
    """The same parts one by one, in a transaction that holds both streams and decided from what it read there."""
    made = await _require(_NEW_MESSAGE[tx.dialect], tx, send)
    send = replace(send, message_id=made.id)
    seqs = {row.id: row.last_seq for row in await _STREAM.all(tx, send)}
    send = replace(send, own_seq=seqs[send.viewer_id], recipient_seq=seqs[send.recipient_id])
    thread = await _require(_THREAD, tx, send)
    send = replace(send, thread_id=thread.id, seq=thread.last_seq)
    for part in _REST:
        await part.all(tx, send)
    return Sent(send.message_id, send.thread_id, send.seq, send.own_seq)


async def _require(part: Named[R], tx: Transaction, send: SendWrite) -> R:
    row = await part.first(tx, send)
    assert row is not None
    return row
