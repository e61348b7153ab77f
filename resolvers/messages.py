"""Pages of a thread's messages, by themselves or with their thread."""

import asyncio
from collections.abc import Awaitable, Sequence
from typing import cast

from models.messages import NEWER_MESSAGES, OLDER_MESSAGES
from models.threads import OPENED_AT_NEWER, OPENED_AT_OLDER
from resolvers.pagination import connect, read_page
from schema.types.context import Context, Info
from schema.types.errors import BadUserInput, Unauthenticated
from schema.types.ids import Kind
from schema.types.messages import Message, MessageConnection
from schema.types.node import given_to
from schema.types.pagination import Page, Slice, messages_of
from schema.types.threads import Thread


async def read_message_pages(
    context: Context, keys: list[tuple[int, Slice]]
) -> Sequence[MessageConnection | BaseException]:
    """One that cannot be read is an error of its own field only."""
    return await asyncio.gather(*(_read_page(context, *key) for key in keys), return_exceptions=True)


async def _read_page(context: Context, thread_id: int, asked: Slice) -> MessageConnection:
    page = Page.of(context, messages_of(thread_id), asked)
    statement = NEWER_MESSAGES if page.backwards else OLDER_MESSAGES
    args = thread_id, page.start.order, page.size + 1
    return await read_page(page, statement, MessageConnection, Message, *args)


def read_thread(info: Info, key: int) -> Awaitable[Thread | None]:
    """None for a thread that the viewer cannot read, whatever the cause.

    If one page of its messages is selected of it, one statement reads both. A page that cannot be is left to its own
    field, which says why.
    """
    context = info.context
    if (given := given_to(info, Thread, "messages")) is not None:
        asked = Slice(**given)
        try:
            page = Page.of(context, messages_of(key), asked)
        except BadUserInput:
            pass
        else:
            return _read_opened(context, key, asked, page)
    return cast(Awaitable[Thread | None], context.loaders.nodes.load((Kind.THREAD, key)))


async def _read_opened(context: Context, key: int, asked: Slice, page: Page) -> Thread | None:
    """The thread has its page then, and its users are known."""
    statement = OPENED_AT_NEWER if page.backwards else OPENED_AT_OLDER
    args = page.viewer, key, page.start.order, page.size + 1
    found = await statement.first(context.services.database, *args)
    if found is None:
        raise Unauthenticated
    if (conversation := found.conversation) is None:
        return None
    context.known.add_thread(conversation.thread, conversation.viewer)
    rows, has_more = page.cut(found.messages)
    end = found.epoch, found.last_seq
    messages = connect(page, MessageConnection, Message, end, rows, has_more)
    return Thread(row=conversation.thread, page=(asked, messages))
