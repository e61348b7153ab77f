"""A WebSocket with deadlines: bounded sends, a bounded pace, and one close that counts."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import suppress
from typing import NamedTuple

import orjson
from aiohttp import WSMsgType, web

from server.frames import Frame, ProtocolError, read_frame
from server.service import Deadlines

MAX_FRAMES_A_SECOND = 300


class Close(NamedTuple):
    """Why the server ends a connection; the reason has at most 123 bytes."""

    code: int
    reason: str


class Channel:
    """Anyone may call `close`: the first call wins, and whoever waits for `closing` carries it out."""

    def __init__(self, socket: web.WebSocketResponse, deadlines: Deadlines) -> None:
        self._socket = socket
        self._deadlines = deadlines
        self._loop = asyncio.get_running_loop()
        self._second = self._frames = 0
        self.closing: asyncio.Future[Close] = self._loop.create_future()

    def close(self, code: int, reason: str) -> None:
        """End the connection soon."""
        if not self.closing.done():
            self.closing.set_result(Close(code, reason))

    async def send(self, message: Mapping[str, object]) -> None:
        """Send one message, waiting while the client does not read; closes 1013 when it takes too long."""
        if not self.closing.done():
            await self._write(orjson.dumps(message), WSMsgType.TEXT)

    async def frames(self) -> AsyncIterator[Frame]:
        """The client's messages until it goes; ProtocolError for what is none, or too many in a second."""
        async for message in self._socket:
            self._count()
            if message.type is WSMsgType.TEXT:
                yield read_frame(message.data)
            elif message.type is WSMsgType.BINARY:
                raise ProtocolError(4400, "Invalid message: binary")
            elif message.type is WSMsgType.PING:
                await self._write(message.data, WSMsgType.PONG)

    async def finish(self) -> int:
        """Say why, hang up and return the code of the close, the client's own if that came first."""
        if self.closing.done():
            code, reason = self.closing.result()
            with suppress(TimeoutError, ConnectionError):
                async with asyncio.timeout(2 * self._deadlines.close):
                    await self._socket.close(code=code, message=reason.encode())
            return code
        return self._socket.close_code or 1006

    def _count(self) -> None:
        second = int(self._loop.time())
        self._frames = self._frames + 1 if second == self._second else 1
        self._second = second
        if self._frames > MAX_FRAMES_A_SECOND:
            raise ProtocolError(1008, "Too many messages")

    async def _write(self, data: bytes, kind: WSMsgType) -> None:
        try:
            async with asyncio.timeout(self._deadlines.send):
                await self._socket.send_frame(data, kind)
        except TimeoutError:
            self.close(1013, "Messages were not read in time")
        except ConnectionError:
            self.close(1001, "Gone")
