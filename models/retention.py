"""Deletes expired rows, a window at a time; each function gives the number of deleted rows."""

from dataclasses import dataclass
from datetime import date, datetime

from tortoise.expressions import Subquery
from tortoise.models import Model

from models.db.connection import Connection, Transaction
from models.db.statements import Reason, Select, Write
from models.event_log import UserEvent
from models.limits import ClientKey, Quota
from models.marks import AttemptMark
from models.streams import StreamStart, StreamTicket
from rules.text import ERASED_NAME, ERASED_USERNAME

WINDOW = 1_000
"""The rows that one statement reads: so it is short, however large the table is."""


@dataclass(frozen=True, slots=True)
class _Turn:
    is_mine: bool


_SWEEP = 4_207_060_302
_TRY = Select(_Turn, f"SELECT pg_try_advisory_xact_lock({_SWEEP}) AS is_mine", Reason.LOCK)


async def has_turn(tx: Transaction) -> bool:
    """Whether no other process deletes now; none does until this transaction ends. A SQLite file has one process."""
    if tx.dialect == "sqlite":
        return True
    turn = await _TRY.first(tx)
    return turn is not None and turn.is_mine


async def drop_events(db: Connection, before: datetime) -> int:
    """0: none of the oldest events is that old."""
    return await UserEvent.all(db.orm).filter(id__in=_oldest(UserEvent), at__lt=before).delete()


async def drop_client_keys(db: Connection, before: datetime) -> int:
    """A key that was used again after it expired keeps its old place, so newer keys may be deleted later."""
    return await ClientKey.all(db.orm).filter(id__in=_oldest(ClientKey), created_at__lt=before).delete()


async def drop_stream_starts(db: Connection, before: datetime) -> int:
    """As client keys."""
    return await StreamStart.all(db.orm).filter(id__in=_oldest(StreamStart), began_at__lt=before).delete()


async def drop_stream_tickets(db: Connection, before: datetime) -> int:
    """Tickets whose stream may not be opened again."""
    return await StreamTicket.all(db.orm).filter(id__in=_oldest(StreamTicket), ends_at__lt=before).delete()


async def drop_marks(db: Connection, before: datetime) -> int:
    """Those of attempts that nobody looks up any more."""
    return await AttemptMark.all(db.orm).filter(id__in=_oldest(AttemptMark), at__lt=before).delete()


async def drop_quotas(db: Connection, before: date) -> int:
    """Of days before this one."""
    return await Quota.all(db.orm).filter(id__in=_oldest(Quota), day__lt=before).delete()


def _oldest(model: type[Model]) -> Subquery:
    """Rows are numbered as they are written, so the lowest keys are the oldest, and no time needs an index."""
    return Subquery(model.all().order_by("id").limit(WINDOW).values("id"))


_KEPT_LONG = """u.erased_at < $1
    AND NOT EXISTS (SELECT 1 FROM report_filings f WHERE f.report_id = r.id AND f.filed_at >= $1)"""

_OLD_EVIDENCE = Write(
    f"""DELETE FROM report_evidence WHERE id IN (
        SELECT e.id FROM users u
        JOIN report_evidence e ON e.sender_id = u.id JOIN reports r ON r.id = e.report_id
        WHERE {_KEPT_LONG} LIMIT {WINDOW}
    )""",
    Reason.SET,
)


_OLD_PROFILES = Write(
    f"""UPDATE reports SET username = '{ERASED_USERNAME}', display_name = '{ERASED_NAME}', avatar_url = NULL
    WHERE id IN (
        SELECT r.id FROM users u JOIN reports r ON r.user_id = u.id
        WHERE {_KEPT_LONG} AND r.username <> '{ERASED_USERNAME}' LIMIT {WINDOW}
    )""",
    Reason.SET,
)


async def drop_evidence(db: Connection, before: datetime) -> int:
    """The messages of users who were erased before this time, in reports that were last filed before it."""
    return await _OLD_EVIDENCE.run(db, before)


async def drop_profiles(db: Connection, before: datetime) -> int:
    """The same for the profiles that reports keep."""
    return await _OLD_PROFILES.run(db, before)
