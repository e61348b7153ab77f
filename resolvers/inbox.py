"""The viewer's lists: inbox, requests, sent requests."""

from typing import Annotated

import strawberry

from models.inbox import ARCHIVED, HIDDEN, INBOX, REQUESTS, SENT
from resolvers.pagination import After, First, folded, read_threads
from schema.types.context import Info
from schema.types.enums import RequestFolder
from schema.types.pagination import Page, Slice
from schema.types.requests import (
    Request,
    RequestConnection,
    SentRequest,
    SentRequestConnection,
    archived_before,
)
from schema.types.threads import Thread, ThreadConnection

_FOLDERS = {
    RequestFolder.REQUESTS: REQUESTS,
    RequestFolder.HIDDEN: HIDDEN,
    RequestFolder.ARCHIVED: ARCHIVED,
}


async def inbox(
    info: Info,
    first: First = None,
    after: After = None,
    search: Annotated[
        str | None,
        strawberry.argument(
            description="The beginning of the peer's username or of any word of the display name; up to 100 code "
            "points, of which case, accents and the like do not count. A longer one is BAD_USER_INPUT."
        ),
    ] = None,
    unread_only: Annotated[
        bool, strawberry.argument(description="Only threads with unread messages.")
    ] = False,
) -> ThreadConnection | None:
    """Open threads and the viewer's own pending ones."""
    page = Page.of(info.context, "inbox", Slice(first, after))
    return await read_threads(INBOX, page, ThreadConnection, Thread.of, unread_only, folded(search))


async def requests(
    info: Info,
    first: First = None,
    after: After = None,
    folder: Annotated[
        RequestFolder, strawberry.argument(description="Of which folder; a cursor goes on in its own.")
    ] = RequestFolder.REQUESTS,
) -> RequestConnection | None:
    """Requests to the viewer that stand in this folder now."""
    context = info.context
    page = Page.of(context, f"requests:{folder.value}", Slice(first, after))
    statement, since = _FOLDERS[folder], archived_before(context)
    return await read_threads(statement, page, RequestConnection, Request.of, since)


async def sent_requests(info: Info, first: First = None, after: After = None) -> SentRequestConnection | None:
    """The viewer's own requests."""
    page = Page.of(info.context, "sentRequests", Slice(first, after))
    return await read_threads(SENT, page, SentRequestConnection, SentRequest.of)
