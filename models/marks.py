"""Marks of attempts, by which a commit without an answer is looked up."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from tortoise import fields
from tortoise.models import Model

from models.db.connection import DatabaseBusy, OutcomeUnknown, Transaction
from models.db.database import Database
from models.db.fields import MomentField
from models.db.statements import Lock, Write


class AttemptMark(Model):
    """The trace of an attempt that wrote no event. `mark` is random, so no other attempt has it."""

    id = fields.BigIntField(primary_key=True)
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
        await _HOLD.all(tx, self.user_id)
        return bool(await _MARKED.all(tx, self.user_id, self.seq, self.at))


@dataclass(frozen=True, slots=True)
class RowMark:
    """A row of the attempt's own."""

    mark: int
    at: datetime

    async def find(self, tx: Transaction) -> bool:
        """Whether it was kept. An equal row waits for the attempt's commit, and finds no place after it."""
        return not await _CLAIM.all(tx, self.mark, self.at)


_HOLD = Lock(int, "SELECT s.last_seq FROM user_streams s WHERE s.user_id = $1 FOR UPDATE")
_MARKED = Lock(int, "SELECT e.seq FROM user_events e WHERE e.user_id = $1 AND e.seq = $2 AND e.at = $3")
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
