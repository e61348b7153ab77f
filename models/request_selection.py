"""Requests by a filter: pages of a folder, their count, and the requests of a bulk mutation, by the same conditions."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from models.db.statements import Named, numbers
from models.messages import VISIBLE
from models.scope import Beside, from_viewer
from models.threads import ANSWERED, NOT_BLOCKED, THREAD, THREAD_JOINS, THREAD_TABLES, AnswerRow, ThreadRow
from models.users import is_found
from rules.filtering.reasons import HiddenReason
from rules.requests import REQUEST_FOLDERS, Folder

MOST = 500
MOST_FOLLOWED, MOST_HOPS = 5_000, 100_000
"""Users whom the viewer follows, and follows of them, that mutual follows are looked for in."""
MOST_COUNTED = 1_000
"""Mutual follows, for an order."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """The viewer's requests to select, by all conditions together; None or "" is no condition.

    `as_of`: the seq of the viewer's log; requests that changed later are left out; `folder` NONE: of either;
    activity from `since` on and before `before`; `hidden_reason` 0: with any or none; `text`, folded, is part of a
    message, `name` and `name_end` bound the sender's folded names.
    """

    viewer_id: int
    as_of: int
    folder: Folder
    since: datetime
    before: datetime
    hidden_reason: HiddenReason
    followed_by_me: bool | None = None
    follows_me: bool | None = None
    mutual: bool | None = None
    verified: bool | None = None
    has_link: bool | None = None
    text: str = ""
    name: str = ""
    name_end: str = ""
    finds_erased: bool = False


def _if_asked(flag: str, condition: str) -> str:
    return f"(CAST(:{flag} AS BOOLEAN) IS NULL OR {condition} = :{flag})"


def _follows(follower: str, followee: str) -> str:
    return f"EXISTS (SELECT 1 FROM follows f WHERE f.follower_id = {follower} AND f.followee_id = {followee})"


_NAMED = is_found(
    "m.peer_id",
    ":name",
    ":name_end",
    more="UNION ALL SELECT e.id FROM users e WHERE e.erased_at IS NOT NULL AND :finds_erased",
)
_CONDITIONS = " AND ".join(
    [
        "m.user_id = :viewer_id AND m.arrived_seq <= :as_of",
        NOT_BLOCKED,
        f"""(:hidden_reason = 0 OR m.folder = {Folder.HIDDEN:d} AND m.hidden_reasons & :hidden_reason <> 0)""",
        _if_asked("has_link", f"(m.hidden_reasons & {HiddenReason.LINK:d} <> 0)"),
        _if_asked("verified", "EXISTS (SELECT 1 FROM users p WHERE p.id = m.peer_id AND p.is_verified)"),
        _if_asked("followed_by_me", _follows("m.user_id", "m.peer_id")),
        _if_asked("follows_me", _follows("m.peer_id", "m.user_id")),
        f"(:name = '' OR {_NAMED})",
        f"""(:text = '' OR EXISTS (SELECT 1 FROM messages x WHERE x.thread_id = m.thread_id AND {VISIBLE}
            AND has_part(x.text, :text)))""",
    ]
)
"""Cheap ones first. A condition that is not asked for costs one comparison."""

_SINCE, _BEFORE = "m.activity_at >= :since", "m.activity_at < :before"
_HOPS = f"""(SELECT f.followee_id AS peer_id FROM (
        SELECT mine.followee_id FROM follows mine WHERE mine.follower_id = :viewer_id
        ORDER BY mine.followee_id LIMIT {MOST_FOLLOWED}
    ) mine JOIN follows f ON f.follower_id = mine.followee_id LIMIT {MOST_HOPS}) hops"""
"""Those whom the followees of the viewer follow, each as often as so: read once for the whole folder.

From this side, since a sender may have any number of followers, and each of 10,000 would be looked at by itself.
"""
_MUTUAL = _if_asked(
    "mutual", f"CASE WHEN m.peer_id IN (SELECT hops.peer_id FROM {_HOPS}) THEN TRUE ELSE FALSE END"
)
_ALL = f"{_CONDITIONS} AND {_SINCE} AND {_BEFORE} AND {_MUTUAL}"

_IN_ANY = f"m.folder IN ({numbers(REQUEST_FOLDERS)}) AND (m.folder = :folder OR :folder = {Folder.NONE:d})"
_IN_ONE = "m.folder = :folder AND m.opened_at IS NULL"
"""For the index of pending requests; the archive has both folders."""


@dataclass(frozen=True, slots=True)
class SelectedRow:
    """A selected request; `total` counts all matches, selected or not."""

    total: int
    answer: AnswerRow


_WAITING = f"""SELECT COUNT(*) OVER () AS total, {ANSWERED} FROM memberships m WHERE {_ALL} AND {_IN_ANY}"""

_ORDER = "ORDER BY m.activity_at DESC, m.thread_id DESC"

WAITING = Named(SelectedRow, f"{_WAITING} {_ORDER} LIMIT {MOST}")
"""Parameters: a Wanted. Newest first."""

WAITING_AMONG = Named(SelectedRow, f"{_WAITING} AND m.id = ANY(:keys) {_ORDER}")
"""Parameters: a Wanted, and the `keys` of memberships, to which the conditions apply too."""

COUNT = Named(
    Beside[int], from_viewer(f"(SELECT COUNT(*) FROM memberships m WHERE {_ALL} AND {_IN_ANY}) AS row")
)
"""Parameters: a Wanted. Counts the requests that repeated calls of WAITING would take."""


class RequestOrder(Enum):
    """The order of a page of requests; those of equal mutual follows by time, newest first."""

    NEWEST = "newest"
    OLDEST = "oldest"
    MUTUAL_FOLLOWS = "mutual follows"


_MICROS = 2**52
"""More than any time has microseconds, so that count and time are one number."""


@dataclass(frozen=True, slots=True)
class RankedRow:
    """A request and its place in the order of the page."""

    rank: int
    thread: ThreadRow


def _by_time(folder: str, *, is_up: bool) -> str:
    """One range of an index: its far end is the place of the page, which lies within the times that are wanted."""
    beyond, way, bound = (">", "ASC", _BEFORE) if is_up else ("<", "DESC", _SINCE)
    return f"""SELECT m.activity_at AS rank, {THREAD} FROM {THREAD_TABLES}
        WHERE {_CONDITIONS} AND {folder} AND {bound} AND {_MUTUAL}
            AND (m.activity_at, m.thread_id) {beyond} (:order, :key)
        ORDER BY m.activity_at {way}, m.thread_id {way} LIMIT :rows"""


def _by_mutual_follows(folder: str) -> str:
    """Requests and hops in one list, grouped by the sender: no join, whose way a plan would have to guess."""
    both = f"""SELECT m.peer_id, m.thread_id, m.activity_at, 0 AS known FROM memberships m
        WHERE {_CONDITIONS} AND {folder} AND {_SINCE} AND {_BEFORE}
        UNION ALL SELECT hops.peer_id, CAST(NULL AS BIGINT), CAST(NULL AS BIGINT), 1 FROM {_HOPS}"""
    counted = f"""SELECT MAX(b.thread_id) AS thread_id, MAX(b.activity_at) AS activity_at,
            CASE WHEN SUM(b.known) < {MOST_COUNTED} THEN SUM(b.known) ELSE {MOST_COUNTED} END AS mutual
        FROM ({both}) b GROUP BY b.peer_id HAVING MAX(b.thread_id) IS NOT NULL"""
    ranked = f"""SELECT c.thread_id, c.mutual * {_MICROS} + c.activity_at AS ranked
        FROM ({counted}) c WHERE {_if_asked("mutual", "(c.mutual > 0)")}"""
    page = f"""SELECT r.thread_id, r.ranked FROM ({ranked}) r WHERE (r.ranked, r.thread_id) < (:order, :key)
        ORDER BY r.ranked DESC, r.thread_id DESC LIMIT :rows"""
    return f"""SELECT g.ranked AS rank, {THREAD} FROM ({page}) g
        JOIN memberships m ON m.thread_id = g.thread_id AND m.user_id = :viewer_id {THREAD_JOINS}
        ORDER BY g.ranked DESC, m.thread_id DESC LIMIT :rows"""


def _page(order: RequestOrder, folder: str) -> Named[Beside[RankedRow]]:
    is_ranked = order is RequestOrder.MUTUAL_FOLLOWS
    page = _by_mutual_follows(folder) if is_ranked else _by_time(folder, is_up=order is RequestOrder.OLDEST)
    return Named(Beside[RankedRow], from_viewer("found.*", f"LEFT JOIN ({page}) found ON TRUE"))


PAGES = {
    (order, is_archive): _page(order, _IN_ANY if is_archive else _IN_ONE)
    for order in RequestOrder
    for is_archive in (False, True)
}
"""By order, and whether it is the archive. Parameters: a Wanted, the last place's `order` and `key`, `rows`.

By time a page reads one range of an index as far as it finds rows; by mutual follows, all that match.
"""
