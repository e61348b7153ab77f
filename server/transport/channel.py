"""The messages to one client over a connection that stays: bounded sends, one close that counts; frames of a socket."""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import suppress
from functools import partial
from typing import Any, NamedTuple

import orjson
from aiohttp import WSMessage, WSMsgType, web

from server.service import Service
from server.transport.protocol import Frame, ProtocolError, read_frame

MAX_UNREAD = 64 * 1024
LOOK_AGAIN = 0.05
TRY_AGAIN_LATER = 1013
"""Clients reconnect after these codes, later; after 1008 and most of 44xx they do not."""

GONE = 1001, "Gone"
UNREAD = TRY_AGAIN_LATER, "Messages were not read in time"


class Closed(Exception):
    """The connection is closing: nothing more is sent, and senders must stop."""


class Close(NamedTuple):
    """Why the server ends a connection: a code of WebSockets, and a reason of at most 123 bytes."""

    code: int
    reason: str


class Channel(ABC):
    """Any task may call `close`: the first call wins. The transport's writer must have no limit of its own, since the
    waiting happens here.
    """

    def __init__(self, transport: asyncio.WriteTransport, service: Service) -> None:
        self.closing: Close | None = None
        self._transport = transport
        self._deadlines = service.deadlines
        self._loop = asyncio.get_running_loop()
        self._turn = asyncio.Lock()

    def close(self, code: int, reason: str) -> None:
        """End the connection soon."""
        if self.closing is None:
            self.closing = Close(code, reason)
            self._interrupt()

    async def write(self, data: bytes) -> None:
        """Write in order, and wait while the client does not read; closes 1013 when it takes too long.

        Each task waits until little is unread before the next may write. Raises Closed, also in tasks that did not
        close: a busy stream must not run on.
        """
        await self._in_turn(partial(self._put, data))

    @abstractmethod
    async def _put(self, data: bytes) -> None:
        """Hand the bytes to the transport; ConnectionError if the client left."""

    @abstractmethod
    def _interrupt(self) -> None:
        """Wake the task that serves the client: the channel is closing."""

    async def _in_turn(self, put: Callable[[], Awaitable[None]]) -> None:
        async with self._turn:
            if self.closing is not None:
                raise Closed
            try:
                await put()
            except ConnectionError as error:
                self.close(*GONE)
                raise Closed from error
            await self._read_by_client()

    async def _read_by_client(self) -> None:
        """Poll:

        aiohttp's own drain is one future for all, so cancelling one waiter would cancel it for all.
        """
        until = self._loop.time() + self._deadlines.send
        while self._transport.get_write_buffer_size() > MAX_UNREAD:
            if self._loop.time() > until:
                self.close(*UNREAD)
            if self.closing is not None:
                raise Closed
            await asyncio.sleep(LOOK_AGAIN)


_ENDS = frozenset({WSMsgType.CLOSE, WSMsgType.CLOSING, WSMsgType.CLOSED})


class SocketChannel(Channel):
    """`close` ends `frames`, and the task that reads them calls `finish`."""

    def __init__(
        self, socket: web.WebSocketResponse, transport: asyncio.WriteTransport, service: Service
    ) -> None:
        super().__init__(transport, service)
        self._socket = socket
        self._pace = service.rates.frames
        self._second = self._frames = 0
        self._reading: asyncio.Task[Any] | None = None

    async def send(self, message: Mapping[str, object]) -> None:
        """As `write`, of a message that is not JSON yet."""
        await self.write(orjson.dumps(message))

    async def frames(self) -> AsyncIterator[Frame]:
        """The client's messages until either side closes;

        ProtocolError for an invalid one, or too many in a second.
        """
        while self.closing is None and (message := await self._receive()) is not None:
            self._count()
            if message.type is WSMsgType.TEXT:
                yield read_frame(message.data)
            elif message.type is WSMsgType.BINARY:
                raise ProtocolError(4400, "Invalid message: binary")
            elif message.type is WSMsgType.PING:
                await self._in_turn(partial(self._socket.send_frame, message.data, WSMsgType.PONG))
            del message  # A quiet client's last message does not stay.

    async def finish(self) -> int:
        """Send the close and return its code; the client's own if that came first."""
        if self.closing is None:
            return self._socket.close_code or 1006
        code, reason = self.closing
        with suppress(TimeoutError, ConnectionError):
            async with asyncio.timeout(2 * self._deadlines.close):
                await self._socket.close(code=code, message=reason.encode())
        self._transport.abort()
        return code

    async def _put(self, data: bytes) -> None:
        await self._socket.send_frame(data, WSMsgType.TEXT)

    def _interrupt(self) -> None:
        if self._reading is not None:
            self._reading.cancel()

    async def _receive(self) -> WSMessage | None:
        """None at the end. `close` cancels this task here only, and takes the cancellation back."""
        self._reading = task = asyncio.current_task()
        assert task
        try:
            message = await self._socket.receive()
        except asyncio.CancelledError:
            if self.closing is None or task.uncancel():
                raise
            return None
        finally:
            self._reading = None
        return None if message.type in _ENDS else message

    def _count(self) -> None:
        second = int(self._loop.time())
        self._frames = self._frames + 1 if second == self._second else 1
        self._second = second
        if self._frames > self._pace:
            raise ProtocolError(TRY_AGAIN_LATER, "Too many messages")
