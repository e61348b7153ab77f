"""The statements of pages, each with arguments for one of the histories."""

from collections.abc import Sequence
from dataclasses import astuple, dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

from benchmarks.pages.histories import (
    ARCHIVED_BEFORE,
    ASKED,
    KNOWN,
    LONG,
    NOW,
    SECOND,
    SHORT,
    TALK,
    VERY_LONG,
)
from models.db.fields import from_micros
from models.db.statements import JsonRows, Named, Select, stored
from models.inbox import ARCHIVED, BADGE, FOUND, INBOX, PENDING, UNREAD
from models.messages import OLDER_MESSAGES, REQUEST_MESSAGES
from models.relations import RELATIONS
from models.request_selection import COUNT, PAGES, RequestOrder, Wanted
from models.requests import FIRST_CONTACTS, SIMILAR
from models.sending.facts import SEND_FACTS, Asked
from models.threads import CONVERSATIONS, OPENED_AT_OLDER, THREADS, THREADS_WITH
from rules.filtering.reasons import NONE, HiddenReason
from rules.requests import Folder
from rules.search import LAST_CHARACTER

SIZE = 20
END = 2**62
NEVER, NEW_YEAR = datetime.max.replace(tzinfo=UTC), date(2026, 1, 1)


@dataclass(frozen=True, slots=True)
class Case:
    """A statement with its arguments: numbers, texts and lists of them.

    `sqlite`: the statement of SQLite; `root`: a field that runs the statement, if its cost depends on arguments.
    """

    name: str
    text: str
    args: Sequence[Any]
    sqlite: tuple[str, Sequence[Any]] | None = None
    root: str = ""


def _page(
    name: str, list_: Select[Any], viewer: int, begins: int, count: int, *more: Any, newest: int = END
) -> list[Case]:
    """Of threads with keys from `begins` on: the first page, and the one after all pages but the last."""
    last = f"(SELECT activity_at FROM memberships WHERE user_id = {viewer} AND thread_id = {begins + SIZE})"

    def deep(text: str) -> str:
        text = text.replace("$2", last).replace("$3", f"{begins + SIZE}")
        return text.replace("$4", "$2").replace("$5", "$3").replace("$6", "$4")

    common, own = list_.texts["postgres"], list_.texts["sqlite"]
    args: Sequence[Any] = (viewer, newest, END, SIZE + 1, *more)
    pages = [Case(f"{name}, page 1", common, args, (own, args))]
    if count > SIZE:
        args = (viewer, SIZE + 1, *more)
        pages.append(Case(f"{name}, page {count // SIZE}", deep(common), args, (deep(own), args)))
    return pages


def _batch(name: str, statement: Select[Any], begins: int, *args: Any, keys: int = SIZE) -> Case:
    return Case(name, statement.text, (*args, list(range(begins, begins + keys))))


def _facts(name: str, asked: Asked) -> Case:
    texts, columns = SEND_FACTS.select.texts, [[one] for one in stored(astuple(asked))]
    return Case(name, texts["postgres"], columns, (texts["sqlite"], [JsonRows(Asked).rows([asked])]))


def _search(name: str, typed: str) -> Case:
    args = (VERY_LONG, END, END, SIZE + 1, typed, typed + LAST_CHARACTER, False)
    return Case(f"inbox of 10,000, search: {name}", FOUND.text, args)


def cases() -> list[Case]:
    """In the order of the page."""
    return [*_lists(), *_others()]


def _lists() -> list[Case]:
    inboxes = [(SHORT, 100, 10), (LONG, 1_000, 1_000), (VERY_LONG, 10_000, 10_000)]
    found = [
        case
        for viewer, begins, count in inboxes
        for case in _page(f"inbox of {count:,}", INBOX, viewer, begins, count)
    ]
    found += _page("sent requests, 10,000", PENDING, ASKED, 40_000, 10_000, int(Folder.SENT), 0)
    found += _page("requests, 10,000", PENDING, ASKED, 20_000, 10_000, int(Folder.REQUESTS), ARCHIVED_BEFORE)
    found += _page("hidden, 10,000", PENDING, ASKED, 30_000, 10_000, int(Folder.HIDDEN), ARCHIVED_BEFORE)
    found += _page("archived, 10,000", ARCHIVED, ASKED, 50_000, 10_000, newest=ARCHIVED_BEFORE)
    found += _page("unread of 10,000", UNREAD, VERY_LONG, 10_000, 10_000)
    return [*found, *_selected()]


_ALL = Wanted(
    viewer_id=ASKED,
    as_of=END,
    folder=Folder.REQUESTS,
    since=from_micros(ARCHIVED_BEFORE),
    before=NEVER,
    hidden_reason=NONE,
)
_NAMED = {"name": "user2999", "name_end": "user2999" + LAST_CHARACTER}
_FILTERS: dict[str, tuple[str, dict[str, Any]]] = {
    "follows me, none": ("followsMe: true", {"follows_me": True}),
    "not follows me": ("followsMe: false", {"follows_me": False}),
    "not followed by me": ("notFollowedByMe: true", {"followed_by_me": False}),
    "verified, none": ("verified: true", {"verified": True}),
    "not verified": ("verified: false", {"verified": False}),
    "has a link, none": ("hasLink: true", {"has_link": True}),
    "has no link": ("hasLink: false", {"has_link": False}),
    "hidden reason, none": ("hiddenReason: LINK", {"hidden_reason": HiddenReason.LINK}),
    "older than half": ('olderThan: "2026-01-01T00:00:00Z"', {"before": from_micros(NOW - 5_000 * SECOND)}),
    "mutual follows": ("mutualFollows: true", {"mutual": True}),
    "no mutual follows": ("mutualFollows: false", {"mutual": False}),
    "a text, none": ('text: "nowhere"', {"text": "nowhere"}),
    "search, 10 hits": ('search: "user2999"', _NAMED),
}
"""The client's arguments, and those of the statement."""


def _selected() -> list[Case]:
    """Requests by each order and each filter, pages 1 and 100, and their count."""
    found = []
    for order in RequestOrder:
        found += _ordered(f"requests by {order.value}", _ALL, "", order)
    known = replace(_ALL, viewer_id=KNOWN)
    found += _ordered("requests by mutual follows of 240,000", known, "", RequestOrder.MUTUAL_FOLLOWS)[:1]
    found.append(_named("count of requests, mutual follows of 240,000", COUNT, replace(known, mutual=True)))
    for name, (filter, conditions) in _FILTERS.items():
        wanted, asked = replace(_ALL, **conditions), f"filter: {{{filter}}}"
        found += _ordered(f"requests, {name}", wanted, asked)
        root = f'requestCount({asked}, asOf: "{"a" * 32}")'
        found.append(replace(_named(f"count of requests, {name}", COUNT, wanted), root=root))
    return found


def _ordered(name: str, wanted: Wanted, asked: str, order: RequestOrder = RequestOrder.NEWEST) -> list[Case]:
    """Threads of this folder have keys from 20,000 on, in the order of their time."""
    is_up, skipped = order is RequestOrder.OLDEST, 99 * SIZE
    key = 20_000 + skipped if is_up else 30_000 - skipped
    at = NOW - (30_000 - key) * SECOND
    starts = [(-1, -1) if is_up else (END, END), (at, key)]
    places = [{"order": order_, "key": key_, "rows": SIZE + 1} for order_, key_ in starts]
    root = f"requests(first: {SIZE}, {asked} orderBy: {order.name}) {{ edges {{ cursor }} }}"
    return [
        replace(_named(f"{name}, page {number}", PAGES[order, False], wanted, **place), root=root)
        for number, place in zip((1, 100), places, strict=True)
    ]


def _named(name: str, statement: Named[Any], parameters: object, **more: int) -> Case:
    return Case(name, statement.text, stored(statement.arguments(parameters, **more)))


def _others() -> list[Case]:
    return [
        _batch("messages of 20 requests of 10,000", REQUEST_MESSAGES, 29_000, ASKED),
        _batch("first contacts of 20 requests of 10,000", FIRST_CONTACTS, 29_000, ASKED),
        _batch("users who look like 20 senders of a common name", SIMILAR, 29_000, VERY_LONG),
        _batch("20 threads of 10,000 by key", THREADS, 19_000, VERY_LONG),
        _batch("20 threads of 10,000 by peer", THREADS_WITH, 19_000, VERY_LONG),
        _batch("20 relations of 10,000", RELATIONS, 19_000, VERY_LONG),
        _batch("a thread of 10,000 by key", CONVERSATIONS, 19_000, VERY_LONG, keys=1),
        Case("a thread with messages of 10,000", OPENED_AT_OLDER.text, (VERY_LONG, TALK, END, SIZE + 1)),
        Case("messages of 10,000, page 1", OLDER_MESSAGES.text, (VERY_LONG, TALK, END, SIZE + 1)),
        Case("messages of 10,000, page 500", OLDER_MESSAGES.text, (VERY_LONG, TALK, SIZE + 1, SIZE + 1)),
        Case(
            "badge, 10,000 threads",
            BADGE.text,
            (VERY_LONG, ARCHIVED_BEFORE, ARCHIVED_BEFORE, ARCHIVED_BEFORE),
        ),
        Case(
            "badge, 10,000 requests", BADGE.text, (ASKED, ARCHIVED_BEFORE, ARCHIVED_BEFORE, ARCHIVED_BEFORE)
        ),
        _facts("facts of a send, 10,000 threads", Asked(VERY_LONG, 0, 19_000, "k", NEW_YEAR, NEVER)),
        _facts("facts of a young sender's request", Asked(SHORT, 19_000, 0, "k", NEW_YEAR, from_micros(0))),
        _search("10 hits", "user1999"),
        _search("no hit", "nobody"),
        _search("4,445 of the name, no hit", "7"),
        _search("all", "user"),
    ]
