"""The statements that delete expired rows."""

from models.db.statements import Write
from rules.text import ERASED_NAME, ERASED_USERNAME

WINDOW = 1_000
"""The rows that one statement reads: so it is short, however large the table is."""


def _oldest(table: str, time: str) -> Write:
    """Argument: the time before which a row expires. 0 rows: none of the oldest is that old.

    Rows are numbered as they are written, so the lowest keys are the oldest, and no index on the time is
    needed.
    """
    oldest = f"SELECT id, {time} AS since FROM {table} ORDER BY id LIMIT {WINDOW}"
    return Write(f"DELETE FROM {table} WHERE id IN (SELECT id FROM ({oldest}) oldest WHERE since < $1)")


OLD_EVENTS = _oldest("user_events", "at")

OLD_KEYS = _oldest("client_keys", "created_at")
"""A key that was used again after it expired keeps its old place, so newer keys may be deleted later."""

OLD_QUOTAS = _oldest("quotas", "day")

_KEPT_LONG = """u.erased_at < $1
    AND NOT EXISTS (SELECT 1 FROM report_filings f WHERE f.report_id = r.id AND f.filed_at >= $1)"""

OLD_EVIDENCE = Write(
    f"""DELETE FROM report_evidence WHERE id IN (
        SELECT e.id FROM users u
        JOIN report_evidence e ON e.sender_id = u.id JOIN reports r ON r.id = e.report_id
        WHERE {_KEPT_LONG} LIMIT {WINDOW}
    )"""
)
"""Argument: the time before which a user was erased, and a report last filed, for its words in it to go."""

OLD_PROFILES = Write(
    f"""UPDATE reports SET username = '{ERASED_USERNAME}', display_name = '{ERASED_NAME}', avatar_url = NULL
    WHERE id IN (
        SELECT r.id FROM users u JOIN reports r ON r.user_id = u.id
        WHERE {_KEPT_LONG} AND r.username <> '{ERASED_USERNAME}' LIMIT {WINDOW}
    )"""
)
"""The same for the stored profile of the reported user."""
