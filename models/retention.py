"""Deletes expired rows, a window at a time; each function gives the number of deleted rows."""

from collections.abc import Awaitable, Callable
from datetime import date

from tortoise.expressions import Subquery
from tortoise.models import Model

from models.db.connection import Connection, Transaction
from models.db.statements import Lock, Write
from models.event_log import AttemptMark, UserEvent
from models.sending.write import ClientKey, Quota
from models.streams import StreamStart, StreamTicket
from rules.text import ERASED_NAME, ERASED_USERNAME

WINDOW = 1_000
"""The rows that one statement reads: so it is short, however large the table is."""

_SWEEP = 4_207_060_302
_TRY = Lock(bool, f"SELECT pg_try_advisory_xact_lock({_SWEEP})")


async def has_turn(tx: Transaction) -> bool:
    """Whether no other process deletes now; none does until this transaction ends. A SQLite file has one process."""
    return tx.dialect == "sqlite" or bool(await _TRY.first(tx))


def _of_oldest(model: type[Model], column: str) -> Callable[[Connection, date], Awaitable[int]]:
    """Deletes those of the oldest rows whose time in this column is before another; 0 if none is that old.

    Rows are numbered as they are written, so the lowest keys are the oldest, and no time needs an index. A row that is
    written again takes a new number: a window of rows that stay would hide all others.
    """

    async def drop(db: Connection, before: date) -> int:
        oldest = Subquery(model.all().order_by("id").limit(WINDOW).values("id"))
        return await model.all(db.orm).filter(id__in=oldest, **{f"{column}__lt": before}).delete()

    return drop


drop_events = _of_oldest(UserEvent, "at")
drop_client_keys = _of_oldest(ClientKey, "created_at")
drop_stream_starts = _of_oldest(StreamStart, "began_at")
drop_stream_tickets = _of_oldest(StreamTicket, "ends_at")
drop_marks = _of_oldest(AttemptMark, "at")
drop_quotas = _of_oldest(Quota, "day")


DROP_PUSHES = Write(
    f"""DELETE FROM waiting_pushes WHERE user_id IN (
        SELECT w.user_id FROM waiting_pushes w WHERE w.user_id > $1 ORDER BY w.user_id LIMIT {WINDOW}
    )"""
)
"""Argument: 0, before all users. All that wait: a row covers every event since its first one, also those that happened
while pushes were off.
"""


_KEPT_LONG = """u.erased_at < $1
    AND NOT EXISTS (SELECT 1 FROM report_filings f WHERE f.report_id = r.id AND f.filed_at >= $1)"""

DROP_EVIDENCE = Write(
    f"""DELETE FROM report_evidence WHERE id IN (
        SELECT e.id FROM users u
        JOIN report_evidence e ON e.sender_id = u.id JOIN reports r ON r.id = e.report_id
        WHERE {_KEPT_LONG} LIMIT {WINDOW}
    )"""
)
"""Argument: a time. The messages of users who were erased before it, in reports that were last filed before it."""

DROP_PROFILES = Write(
    f"""UPDATE reports SET username = '{ERASED_USERNAME}', display_name = '{ERASED_NAME}', avatar_url = NULL
    WHERE id IN (
        SELECT r.id FROM users u JOIN reports r ON r.user_id = u.id
        WHERE {_KEPT_LONG} AND r.username <> '{ERASED_USERNAME}' LIMIT {WINDOW}
    )"""
)
"""The same for the profiles that reports keep."""
