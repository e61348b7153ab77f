"""The viewer's lists: inbox, requests, sent requests."""

from typing import Annotated

import strawberry

from models.listing import INBOX, REQUESTS, SENT
from resolvers.reading import read_threads
from schema.types.connection import Page, Slice
from schema.types.context import Info
from schema.types.request import Request, RequestConnection, SentRequest, SentRequestConnection
from schema.types.thread import Thread, ThreadConnection

First = Annotated[int | None, strawberry.argument(description="How many rows: 1 to 100; 20 unless asked.")]
After = Annotated[
    str | None, strawberry.argument(description="An edge's cursor of this list: go on behind it.")
]


async def inbox(info: Info, first: First = None, after: After = None) -> ThreadConnection | None:
    """Open threads and the viewer's own pending ones."""
    page = Page.of(info.context, "inbox", Slice(first, after))
    return await read_threads(info.context, INBOX, page, ThreadConnection, Thread.of)


async def requests(info: Info, first: First = None, after: After = None) -> RequestConnection | None:
    """Requests to the viewer."""
    page = Page.of(info.context, "requests", Slice(first, after))
    return await read_threads(info.context, REQUESTS, page, RequestConnection, Request.of)


async def sent_requests(info: Info, first: First = None, after: After = None) -> SentRequestConnection | None:
    """The viewer's own requests."""
    page = Page.of(info.context, "sentRequests", Slice(first, after))
    return await read_threads(info.context, SENT, page, SentRequestConnection, SentRequest.of)
