"""Entries of the log made into items, read as they are now; None for what the viewer can see no more."""

from collections.abc import Awaitable, Callable

from events.kinds import EventKind
from models.log import Entry
from models.lookup import MESSAGE_BY_KEY, THREAD_BY_KEY
from models.membership import Folder
from models.rows import ThreadRow
from resolvers.reading import read
from schema.types.context import Context
from schema.types.events import Event, MessageAdded, RequestAccepted, RequestReceived
from schema.types.ids import StreamPosition
from schema.types.message import Message
from schema.types.request import Request
from schema.types.thread import Thread

Maker = Callable[[Context, Entry, StreamPosition], Awaitable[Event | None]]


async def _message_added(context: Context, entry: Entry, position: StreamPosition) -> Event | None:
    thread = await _thread(context, entry)
    message = (await read(context, MESSAGE_BY_KEY, entry.message_id))[0].message
    if thread is None or message is None:
        return None
    is_quiet = thread.is_muted or message.sender_id == context.viewer_id
    return MessageAdded(
        position=position,
        at=entry.at,
        message=Message.of(message),
        thread=Thread.of(thread),
        notify=not is_quiet,
    )


async def _request_received(context: Context, entry: Entry, position: StreamPosition) -> Event | None:
    thread = await _thread(context, entry)
    if thread is None or thread.folder != Folder.REQUESTS:
        return None
    return RequestReceived(
        position=position, at=entry.at, request=Request.of(thread), notify=not thread.is_muted
    )


async def _request_accepted(context: Context, entry: Entry, position: StreamPosition) -> Event | None:
    thread = await _thread(context, entry)
    return RequestAccepted(position=position, at=entry.at, thread=Thread.of(thread)) if thread else None


async def _thread(context: Context, entry: Entry) -> ThreadRow | None:
    return (await read(context, THREAD_BY_KEY, entry.thread_id))[0].thread


MAKERS: dict[EventKind, Maker] = {
    EventKind.MESSAGE_ADDED: _message_added,
    EventKind.REQUEST_RECEIVED: _request_received,
    EventKind.REQUEST_ACCEPTED: _request_accepted,
}
