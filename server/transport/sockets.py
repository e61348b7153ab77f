"""A WebSocket as a channel: frames in at a bounded pace, frames out."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import suppress
from functools import partial
from typing import Any

import orjson
from aiohttp import WSMessage, WSMsgType, web

from server.service import Service
from server.transport.channel import TRY_AGAIN_LATER, Channel
from server.transport.protocol import Frame, ProtocolError, read_frame

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
