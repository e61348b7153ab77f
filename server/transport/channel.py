"""The messages to one client over a connection that stays: bounded sends, and one close that counts."""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable
from functools import partial
from typing import NamedTuple

from server.service import Service

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
