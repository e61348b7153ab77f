"""The viewer's lists of threads, each one statement over one index range."""

from models.rows import NOT_BLOCKED, THREAD, THREAD_TABLES, Beside, ThreadRow, beside_viewer, is_named
from models.sql import Select

NEWEST_FIRST = "ORDER BY found.place_order DESC, found.place_key DESC"


def _list(which: str) -> Select[Beside[ThreadRow]]:
    """Arguments: viewer, the last place's activity and thread, rows; newest activity first."""
    page = f"""SELECT {THREAD}
        FROM {THREAD_TABLES}
        WHERE m.user_id = $1 AND {which} AND (m.activity_at, m.thread_id) < ($2, $3) AND {NOT_BLOCKED}
        ORDER BY m.activity_at DESC, m.thread_id DESC LIMIT $4"""
    return beside_viewer(ThreadRow, page, NEWEST_FIRST)


INBOX = _list(f"m.folder IN (1, 2) AND (m.unread > 0 OR NOT $5) AND ($6 = '' OR {is_named('$6')})")
"""Two arguments more: whether only unread ones, and the folded beginning of a name or "" for all."""

SENT = _list("m.folder = 2")
REQUESTS = _list("m.folder = 3 AND m.activity_at >= $5")
HIDDEN = _list("m.folder = 4 AND m.activity_at >= $5")
ARCHIVED = _list("m.folder IN (3, 4) AND m.activity_at < $5")
"""These three take one argument more: since when a request is not archived."""
