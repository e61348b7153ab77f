"""The viewer's lists of threads, each one statement over one index range, and the badge."""

from dataclasses import dataclass

from models.db.statements import Reason, Select, numbers
from models.scope import Beside, beside_viewer, from_viewer
from models.threads import NOT_BLOCKED, THREAD, THREAD_TABLES, ThreadRow
from models.users import is_named
from rules.requests import REQUEST_FOLDERS, THREAD_FOLDERS, Folder

NEWEST_FIRST = "ORDER BY found.place_order DESC, found.place_key DESC"


def _list(which: str) -> Select[Beside[ThreadRow]]:
    """Arguments: viewer, the last place's activity and thread, rows; newest activity first."""
    page = f"""SELECT {THREAD}
        FROM {THREAD_TABLES}
        WHERE m.user_id = $1 AND {which} AND (m.activity_at, m.thread_id) < ($2, $3)
        ORDER BY m.activity_at DESC, m.thread_id DESC LIMIT $4"""
    return beside_viewer(ThreadRow, page, NEWEST_FIRST)


_IN_INBOX = f"m.folder IN ({numbers(THREAD_FOLDERS)}) AND {NOT_BLOCKED}"
"""This, PENDING and ARCHIVED are conditions of indexes, word for word, since SQLite does not infer them."""

_PENDING = f"m.opened_at IS NULL AND {NOT_BLOCKED}"

INBOX = _list(f"{_IN_INBOX} AND (m.unread > 0 OR NOT $5) AND ($6 = '' OR {is_named('$6')})")
"""Two arguments more: whether only unread ones, and the folded beginning of a name or "" for all."""

PENDING = _list(f"m.folder = $5 AND {_PENDING} AND m.activity_at >= $6")
"""Two arguments more: SENT, REQUESTS or HIDDEN, and since when.

The folder is a parameter, or PostgreSQL may take the index of the inbox or archive and pass over most of it.
"""

ARCHIVED = _list(f"m.folder IN ({numbers(REQUEST_FOLDERS)}) AND {NOT_BLOCKED}")
"""Requests of both folders. The page begins at the start of the archive, or later."""


@dataclass(frozen=True, slots=True)
class BadgeRow:
    """The number of pending requests in Requests, and of unread threads that are not muted."""

    epoch: int
    last_seq: int
    pending_requests: int
    unread_threads: int


BADGE = Select(
    BadgeRow,
    from_viewer(
        f"""(SELECT COUNT(*) FROM memberships m
            WHERE m.user_id = v.id AND m.folder = {Folder.REQUESTS:d} AND {_PENDING} AND m.activity_at >= $2)
            AS pending_requests,
        (SELECT COUNT(*) FROM memberships m
            WHERE m.user_id = v.id AND {_IN_INBOX} AND m.folder = {Folder.INBOX:d} AND m.unread > 0 AND NOT m.muted)
            AS unread_threads""",
    ),
    Reason.PAGE,
)
"""Arguments: viewer, since when a request is not archived."""
