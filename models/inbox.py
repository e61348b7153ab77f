"""The viewer's lists of threads, each one statement over one index range, and the badge."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from models.db.statements import Page, Select, Shared, numbers
from models.scope import Beside, beside_viewer, from_viewer
from models.threads import NOT_BLOCKED, THREAD, THREAD_TABLES, ThreadRow
from models.users import is_found
from rules.policy import BADGE_LIMIT
from rules.requests import REQUEST_FOLDERS, THREAD_FOLDERS, Folder


def _list(which: str, kind: type[Select[Any]] = Shared) -> Select[Beside[ThreadRow]]:
    """Arguments: viewer, the last place's activity and thread, rows; newest activity first."""
    of_page = f"m.user_id = $1 AND {which} AND (m.activity_at, m.thread_id) < ($2, $3)"
    order = "ORDER BY m.activity_at DESC, m.thread_id DESC LIMIT $4"
    page = f"SELECT {THREAD} FROM {THREAD_TABLES} WHERE {of_page} {order}"
    # SQLite would copy the page before it joins it. With the text for SQLite, PostgreSQL would sort the whole list.
    joins = f"LEFT JOIN memberships m ON {of_page} LEFT JOIN users p ON p.id = m.peer_id"
    return beside_viewer(ThreadRow, page, kind=kind, sqlite=from_viewer(THREAD, joins, order))


_IN_INBOX = f"m.folder IN ({numbers(THREAD_FOLDERS)}) AND {NOT_BLOCKED}"
"""This, UNREAD, PENDING and ARCHIVED are conditions of indexes, word for word, since SQLite does not infer them."""

IS_UNREAD = f"{_IN_INBOX} AND (m.unread > 0 OR m.marked_unread)"
"""Never a sent request: an answer opens it. With an index of one folder SQLite plans PENDING at each call."""

_PENDING = f"m.opened_at IS NULL AND {NOT_BLOCKED}"

INBOX, UNREAD = _list(_IN_INBOX), _list(IS_UNREAD)

_TYPED = "$5", "$6"

_IS_FOUND = is_found(
    "m.peer_id", *_TYPED, more="UNION ALL SELECT e.id FROM users e WHERE e.erased_at IS NOT NULL AND $7"
)

FOUND, FOUND_UNREAD = (
    _list(f"{_IN_INBOX} AND {_IS_FOUND}", Page),
    _list(f"{IS_UNREAD} AND {_IS_FOUND}", Page),
)
"""Arguments more: the first of the folded names that are looked for, their end, whether erased users are among them."""

PENDING = _list(f"m.folder = $5 AND {_PENDING} AND m.activity_at >= $6")
"""Two arguments more: SENT, REQUESTS or HIDDEN, and since when.

The folder is a parameter, or PostgreSQL may take the index of the inbox or archive and pass over most of it.
"""

ARCHIVED = _list(f"m.folder IN ({numbers(REQUEST_FOLDERS)}) AND {NOT_BLOCKED}")
"""Requests of both folders. The page begins at the start of the archive, or later."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Each up to BADGE_LIMIT: pending requests in Requests, those of the newest that are unseen, unread threads.

    Muted threads do not count. `recent_requests`: those of the pending with a message since the second time.
    """

    pending_requests: int
    unseen_requests: int
    recent_requests: int
    paused_until: datetime | None
    unread_threads: int


@dataclass(frozen=True, slots=True)
class BadgeRow:
    """The viewer's, with its place in its event log."""

    epoch: int
    last_seq: int
    counts: Counts


def _newest(which: str) -> str:
    return f"""(SELECT m.arrived_seq, m.activity_at FROM memberships m WHERE m.user_id = $1 AND {which}
        ORDER BY m.activity_at DESC LIMIT {BADGE_LIMIT}) counted"""


IN_REQUESTS = f"m.folder = {Folder.REQUESTS:d} AND {_PENDING}"

_REQUESTS = f"""SELECT COUNT(*) AS pending, COUNT(CASE WHEN counted.arrived_seq >
        (SELECT w.requests_seen FROM user_streams w WHERE w.user_id = $1) THEN 1 END) AS unseen,
        COUNT(CASE WHEN counted.activity_at >= $3 THEN 1 END) AS recent
    FROM {_newest(f"{IN_REQUESTS} AND m.activity_at >= $2")}"""


def is_loud(now: str) -> str:
    """Whether a side is not muted at the time that a parameter has."""
    return f"NOT (m.muted AND (m.muted_until IS NULL OR m.muted_until > {now}))"


BADGE = Shared(
    BadgeRow,
    from_viewer(
        f"""r.pending AS pending_requests, r.unseen AS unseen_requests, r.recent AS recent_requests, v.paused_until,
        (SELECT COUNT(*) FROM {_newest(f"{IS_UNREAD} AND {is_loud('$4')}")}) AS unread_threads""",
        f"JOIN ({_REQUESTS}) r ON TRUE",
    ),
)
"""Arguments: viewer, since when a request is not archived, since when it is recent, now.

Reads each index range once, as far as it counts."""
