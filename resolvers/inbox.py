"""The viewer's lists: inbox, requests, sent requests."""

from typing import Annotated

import strawberry

from models.db.timestamps import EPOCH, to_micros
from models.inbox import ARCHIVED, FOUND, FOUND_UNREAD, INBOX, PENDING, UNREAD
from models.users import names_erased
from resolvers.pagination import SEARCH_BOUNDS, After, First, folded, read_threads
from rules.requests import Folder
from rules.search import LAST_CHARACTER, LONGEST_SEARCH
from schema.types.context import Info
from schema.types.enums import RequestFolder
from schema.types.ids import ListCursor
from schema.types.pagination import INBOX_LIST, SENT_REQUESTS, Page, Slice, requests_in
from schema.types.requests import (
    Request,
    RequestConnection,
    SentRequest,
    SentRequestConnection,
    archived_before,
)
from schema.types.threads import Thread, ThreadConnection

_FOLDERS = {RequestFolder.REQUESTS: Folder.REQUESTS, RequestFolder.HIDDEN: Folder.HIDDEN}


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
        bool, strawberry.argument(description="Only threads with unread messages.")
    ] = False,
) -> ThreadConnection | None:
    """A search reads more rows than the page has (`cost` in schema/root.py)."""
    page = Page.of(info.context, INBOX_LIST, Slice(first, after))
    name = folded(search)
    if not name:
        return await read_threads(UNREAD if unread_only else INBOX, page, ThreadConnection, Thread)
    statement = FOUND_UNREAD if unread_only else FOUND
    asked = (name, name + LAST_CHARACTER, names_erased(name))
    return await read_threads(statement, page, ThreadConnection, Thread, *asked)


async def requests(
    info: Info,
    first: First = None,
    after: After = None,
    folder: Annotated[
        RequestFolder,
        strawberry.argument(
            description="The folder to list. A cursor is good only for the folder that it came from."
        ),
    ] = RequestFolder.REQUESTS,
) -> RequestConnection | None:
    """The archive is decided by the clock, so a request may change its folder between two pages."""
    context = info.context
    page = Page.of(context, requests_in(folder.name), Slice(first, after))
    since = archived_before(context)
    if folder == RequestFolder.ARCHIVED:
        page = page.from_(ListCursor(to_micros(since), 0))
        return await read_threads(ARCHIVED, page, RequestConnection, Request)
    return await read_threads(PENDING, page, RequestConnection, Request, _FOLDERS[folder], since)


async def sent_requests(info: Info, first: First = None, after: After = None) -> SentRequestConnection | None:
    """In the order of the viewer's last message."""
    page = Page.of(info.context, SENT_REQUESTS, Slice(first, after))
    return await read_threads(PENDING, page, SentRequestConnection, SentRequest, Folder.SENT, EPOCH)
