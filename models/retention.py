"""The statements that delete what has had its time."""

from models.sql import Write

WINDOW = 1_000
"""The rows that one statement looks at: so it is short, however large the table is."""


def _oldest(table: str, time: str) -> Write:
    """Argument: the time before which a row goes. 0 rows: none of the oldest is that old.

    Rows are numbered as they are written, so the lowest keys are the oldest, and no index on the time is
    needed.
    """
    oldest = f"SELECT id, {time} AS since FROM {table} ORDER BY id LIMIT {WINDOW}"
    return Write(f"DELETE FROM {table} WHERE id IN (SELECT id FROM ({oldest}) oldest WHERE since < $1)")


OLD_EVENTS = _oldest("user_events", "at")

OLD_KEYS = _oldest("client_keys", "created_at")
"""A key that was used anew after its time stays in its old place: it may let others behind it wait."""

OLD_QUOTAS = _oldest("quotas", "day")
