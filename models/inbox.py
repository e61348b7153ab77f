"""The viewer's lists of threads, each one statement over one index range, and the badge."""

from dataclasses import dataclass

from models.db.statements import Reason, Select, numbers
from models.scope import Beside, beside_viewer, from_viewer
from models.threads import NOT_BLOCKED, THREAD, THREAD_TABLES, ThreadRow
from models.users import is_found
from rules.policy import BADGE_LIMIT
from rules.requests import REQUEST_FOLDERS, THREAD_FOLDERS, Folder


def _list(which: str) -> Select[Beside[ThreadRow]]:
    """Arguments: viewer, the last place's activity and thread, rows; newest activity first."""
    page = f"""SELECT {THREAD}
        FROM {THREAD_TABLES}
        WHERE m.user_id = $1 AND {which} AND (m.activity_at, m.thread_id) < ($2, $3)
        ORDER BY m.activity_at DESC, m.thread_id DESC LIMIT $4"""
    return beside_viewer(ThreadRow, page)


_IN_INBOX = f"m.folder IN ({numbers(THREAD_FOLDERS)}) AND {NOT_BLOCKED}"
"""This, UNREAD, PENDING and ARCHIVED are conditions of indexes, word for word, since SQLite does not infer them."""

_UNREAD = f"{_IN_INBOX} AND m.unread > 0"
"""Never a sent request: an answer opens it. With an index of one folder SQLite plans PENDING at each call."""

_PENDING = f"m.opened_at IS NULL AND {NOT_BLOCKED}"

INBOX, UNREAD = _list(_IN_INBOX), _list(_UNREAD)

_TYPED = "$5", "$6"

_IS_FOUND = is_found(
    "m.peer_id", *_TYPED, more="UNION ALL SELECT e.id FROM users e WHERE e.erased_at IS NOT NULL AND $7"
)

FOUND, FOUND_UNREAD = _list(f"{_IN_INBOX} AND {_IS_FOUND}"), _list(f"{_UNREAD} AND {_IS_FOUND}")
"""Arguments more: the first of the folded names that are looked for, their end, whether erased users are among them."""

PENDING = _list(f"m.folder = $5 AND {_PENDING} AND m.activity_at >= $6")
"""Two arguments more: SENT, REQUESTS or HIDDEN, and since when.

The folder is a parameter, or PostgreSQL may take the index of the inbox or archive and pass over most of it.
"""

ARCHIVED = _list(f"m.folder IN ({numbers(REQUEST_FOLDERS)}) AND {NOT_BLOCKED}")
"""Requests of both folders. The page begins at the start of the archive, or later."""


@dataclass(frozen=True, slots=True)
class BadgeRow:
    """The number of pending requests in Requests, and of unread threads that are not muted; each up to BADGE_LIMIT."""

    epoch: int
    last_seq: int
    pending_requests: int
    unread_threads: int


def _count(which: str) -> str:
    return f"""(SELECT COUNT(*) FROM (
        SELECT 1 FROM memberships m WHERE m.user_id = v.id AND {which} LIMIT {BADGE_LIMIT}) counted)"""


BADGE = Select(
    BadgeRow,
    from_viewer(
        f"""{_count(f"m.folder = {Folder.REQUESTS:d} AND {_PENDING} AND m.activity_at >= $2")} AS pending_requests,
        {_count(f"{_UNREAD} AND NOT m.muted")} AS unread_threads""",
    ),
    Reason.PAGE,
)
"""Arguments: viewer, since when a request is not archived. Reads indexes only, as far as it counts."""
