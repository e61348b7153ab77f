"""The viewer's lists: inbox, requests, sent requests."""

from typing import Annotated, TypeAlias

import strawberry

from models.db.fields import EPOCH, to_micros
from models.event_log import EVERYTHING
from models.inbox import ARCHIVED, FOUND, FOUND_UNREAD, INBOX, PENDING, UNREAD
from models.request_selection import PAGES, RequestOrder, Wanted
from models.scope import rows_of
from models.users import names_erased
from resolvers.pagination import SEARCH_BOUNDS, event_cursor_of, folded, read_threads
from resolvers.request_selection import FOLDERS, asked_filter, wanted
from rules.requests import Folder
from rules.search import LAST_CHARACTER, LONGEST_SEARCH
from schema.types.context import Info
from schema.types.errors import Unauthenticated
from schema.types.ids import FIRST, ListCursor, Places
from schema.types.pagination import INBOX_LIST, SENT_REQUESTS, After, First, Page, Slice, requests_in
from schema.types.request_selection import RequestFilter
from schema.types.requests import (
    Request,
    RequestConnection,
    RequestFolder,
    SentRequest,
    SentRequestConnection,
    archived_before,
)
from schema.types.threads import Thread, ThreadConnection


async def inbox(
    info: Info,
    first: First = None,
    after: After = None,
    search: Annotated[
        str | None,
        strawberry.argument(
            description="The beginning of the peer's username or of any word of the display name, up to "
            f"{LONGEST_SEARCH} code points; a longer one is BAD_USER_INPUT. Case, accents and the like make no "
            "difference.",
            directives=[SEARCH_BOUNDS],
        ),
    ] = None,
    unread_only: Annotated[
        bool | None, strawberry.argument(description="Only threads with unread messages. Null is false.")
    ] = False,
) -> ThreadConnection | None:
    """Open threads and the viewer's own pending ones, newest activity first."""
    # A search reads more rows than the page has (`cost` in schema/root.py).
    page = Page.of(info.context, INBOX_LIST, Slice(first, after))
    name = folded(search) if search else ""
    if not name:
        return await read_threads(UNREAD if unread_only else INBOX, page, ThreadConnection, Thread)
    statement = FOUND_UNREAD if unread_only else FOUND
    asked = (name, name + LAST_CHARACTER, names_erased(name))
    return await read_threads(statement, page, ThreadConnection, Thread, *asked)


InFolder: TypeAlias = Annotated[
    RequestFolder | None,
    strawberry.argument(
        description="The folder to list; null is REQUESTS. A cursor is good only for the folder and order that it "
        "came from."
    ),
]
Search: TypeAlias = Annotated[
    str | None,
    strawberry.argument(
        description="As `search` of the filter; not both. Empty or only blanks: no search.",
        directives=[SEARCH_BOUNDS],
    ),
]
Filter: TypeAlias = Annotated[
    RequestFilter | None,
    strawberry.argument(
        description="Only requests that meet all of its conditions; the bulk mutations take the same. Its "
        "`folder`, if given, must be that of the list, else BAD_USER_INPUT; so is a text out of bounds."
    ),
]
Order: TypeAlias = Annotated[
    RequestOrder | None, strawberry.argument(description="The order of the page; null is NEWEST.")
]


async def requests(
    info: Info,
    first: First = None,
    after: After = None,
    folder: InFolder = RequestFolder.REQUESTS,
    search: Search = None,
    filter: Filter = None,
    order_by: Order = RequestOrder.NEWEST,
) -> RequestConnection | None:
    """Pending requests to the viewer in one folder, newest first unless another order is given."""
    folder, order_by = folder or RequestFolder.REQUESTS, order_by or RequestOrder.NEWEST
    # The archive is decided by the clock, so a request may change its folder between two pages.
    page = Page.of(info.context, requests_in(folder.name, order_by.name), Slice(first, after))
    asked = asked_filter(folder, search, filter)
    if asked is None and order_by is RequestOrder.NEWEST:
        return await _newest(page, folder)
    return await _selected(page, asked or RequestFilter(folder=folder), order_by)


async def _newest(page: Page, folder: RequestFolder) -> RequestConnection:
    since = archived_before(page.context)
    if folder == RequestFolder.ARCHIVED:
        page = page.from_(ListCursor(to_micros(since), 0))
        return await read_threads(ARCHIVED, page, RequestConnection, Request)
    return await read_threads(PENDING, page, RequestConnection, Request, FOLDERS[folder], since)


async def _selected(page: Page, filter: RequestFilter, order: RequestOrder) -> RequestConnection:
    """A filter reads more rows than the page has, and another order too (`cost` in schema/root.py)."""
    context, asked = page.context, wanted(page.context, EVERYTHING, filter)
    start = _start(page, asked, order)
    place = {"order": start.order, "key": start.key, "rows": page.size + 1}
    statement = PAGES[order, filter.folder == RequestFolder.ARCHIVED]
    rows = await statement.of(context.services.database, asked, **place)
    if not rows:
        raise Unauthenticated
    found, has_more = page.cut(rows_of(rows))
    places = Places([row.rank for row in found], [row.thread.id for row in found])
    nodes = Request.all_of([row.thread for row in found])
    return page.connect(RequestConnection, event_cursor_of(context, rows), nodes, places, has_more)


def _start(page: Page, asked: Wanted, order: RequestOrder) -> ListCursor:
    """The place from which the page goes on, within the times that are wanted."""
    match order:
        case RequestOrder.NEWEST:
            return min(page.start, ListCursor(to_micros(asked.before), 0))
        case RequestOrder.OLDEST:
            first = ListCursor(to_micros(asked.since) - 1, FIRST.key)
            return max(page.start, first) if page.is_continued else first
    return page.start


async def sent_requests(info: Info, first: First = None, after: After = None) -> SentRequestConnection | None:
    """The viewer's own pending requests, the last written first."""
    page = Page.of(info.context, SENT_REQUESTS, Slice(first, after))
    return await read_threads(PENDING, page, SentRequestConnection, SentRequest, Folder.SENT, EPOCH)
