"""Pages of a thread's messages, by themselves or with their thread."""

import asyncio
from collections.abc import Sequence
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


async def read_thread(info: Info, key: int) -> Thread | None:
    """None for a thread that the viewer cannot read, whatever the cause.

    If one page of its messages is selected of it, one statement reads both.
    """
    asked = _asked_of_thread(info, key)
    if asked is None:
        return cast(Thread | None, await info.context.loaders.nodes.load((Kind.THREAD, key)))
    return await _read_opened(info.context, key, *asked)


def _asked_of_thread(info: Info, key: int) -> tuple[Slice, Page] | None:
    """A page that cannot be is left to its own field, which says why."""
    given = given_to(info, Thread, "messages")
    if given is None:
        return None
    asked = Slice(**given)
    try:
        return asked, Page.of(info.context, messages_of(key), asked)
    except BadUserInput:
        return None


async def _read_opened(context: Context, key: int, asked: Slice, page: Page) -> Thread | None:
    """The thread has its page then, and its users are known."""
    statement = OPENED_AT_NEWER if page.backwards else OPENED_AT_OLDER
    args = context.require_viewer(), key, page.start.order, page.size + 1
    found = await statement.first(context.services.database, *args)
    if found is None:
        raise Unauthenticated
    if (conversation := found.conversation) is None:
        return None
    end, rows = (found.epoch, found.last_seq), page.cut(found.messages)
    context.known.add_thread(conversation.thread, conversation.viewer)
    messages = connect(page, MessageConnection, Message, end, rows)
    return Thread(row=conversation.thread, page=(asked, messages))
