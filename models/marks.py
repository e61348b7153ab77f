"""Marks of attempts, by which a commit without an answer is looked up."""

from dataclasses import dataclass
from datetime import datetime

from models.db.connection import DatabaseBusy, OutcomeUnknown, Transaction
from models.db.database import Database
from models.db.statements import Reason, Select


@dataclass(frozen=True, slots=True)
class Mark:
    """An event that one attempt alone can have written: no other has its place in the log and its time."""

    user_id: int
    seq: int
    at: datetime


@dataclass(frozen=True, slots=True)
class _Seq:
    seq: int


_HOLD = Select(
    _Seq, "SELECT s.last_seq AS seq FROM user_streams s WHERE s.user_id = $1 FOR UPDATE", Reason.LOCK
)
_MARKED = Select(
    _Seq,
    "SELECT e.seq FROM user_events e WHERE e.user_id = $1 AND e.seq = $2 AND e.at = $3",
    Reason.LOCK,
)


async def was_kept(database: Database, mark: Mark | None, error: OutcomeUnknown) -> bool:
    """Whether an attempt whose commit gave this error was kept; the error again if that cannot be told in time.

    The attempt held the stream of its mark, so under that lock its commit is over. On SQLite nothing can be told: a
    log file that could not be synced may come back.
    """
    if mark is None or database.dialect == "sqlite":
        raise error

    async def look(tx: Transaction) -> bool:
        await _HOLD.all(tx, mark.user_id)
        return bool(await _MARKED.all(tx, mark.user_id, mark.seq, mark.at))

    try:
        return await database.transaction(look)
    except (DatabaseBusy, OutcomeUnknown):
        raise error from None
