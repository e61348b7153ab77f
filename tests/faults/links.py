"""A TCP way to a server, which a fault can cut, freeze, slow down, or break at a word."""

import asyncio
import random
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

_SIZE = 65_536


@dataclass(frozen=True)
class Target:
    """A Unix socket if `path` is given, else a port of this machine."""

    path: Path | None = None
    port: int = 0

    async def open(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """A connection to it."""
        if self.path:
            return await asyncio.open_unix_connection(self.path)
        return await asyncio.open_connection("127.0.0.1", self.port)


@dataclass
class Link:
    """Listens at `port`. Each attribute may change at any time, for open connections too.

    `delay`: seconds that each piece of data is late. `ends`: connections that either side has ended. While it
    `is_silent`, all data is lost, and no one is told. `word`: what loses its answer, and its connection, in the share
    `odds` of all cases. `is_shut_for` takes the client's port: its connections are refused.
    """

    target: Target
    port: int = 0
    delay: float = 0.0
    word: bytes = b""
    odds: float = 0.0
    cuts: int = 0
    ends: int = 0
    is_shut: bool = False
    is_silent: bool = False
    is_shut_for: Callable[[int], bool] = lambda port: False
    _flows: asyncio.Event = field(default_factory=asyncio.Event)
    _open: dict[int, asyncio.Task[None]] = field(default_factory=dict)

    def freeze(self) -> None:
        """Nothing passes; nothing is closed either."""
        self._flows.clear()

    def thaw(self) -> None:
        """All that has waited passes."""
        self._flows.set()

    @property
    def count(self) -> int:
        """Connections that are open."""
        return len(self._open)

    @property
    def ports(self) -> set[int]:
        """Of the clients whose connections are open."""
        return set(self._open)

    def cut(self) -> None:
        """Resets the connections that are open."""
        for task in list(self._open.values()):
            task.cancel()

    def shut(self) -> None:
        """Refuses all connections and resets those that are open."""
        self.is_shut = True
        self.cut()

    def shut_for(self, is_meant: Callable[[int], bool]) -> None:
        """The same for clients at some ports."""
        self.is_shut_for = is_meant
        for port, task in list(self._open.items()):
            if is_meant(port):
                task.cancel()

    async def carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, until either side ends it or a fault does."""
        port = int(writer.get_extra_info("peername")[1])
        if self.is_shut or self.is_shut_for(port):
            writer.transport.abort()
            return
        task = asyncio.current_task()
        assert task
        self._open[port] = task
        try:
            with suppress(OSError, asyncio.CancelledError):
                await self._join(reader, writer)
        finally:
            self._open.pop(port, None)
            writer.transport.abort()

    async def _join(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        far_reader, far_writer = await self.target.open()
        is_met = asyncio.Event()
        ways = [self._ask(reader, far_writer, is_met), self._answer(far_reader, writer, is_met)]
        tasks = [asyncio.create_task(way) for way in ways]
        try:
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in tasks:
                task.cancel()
            far_writer.transport.abort()

    async def _ask(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, is_met: asyncio.Event
    ) -> None:
        while data := await self._next(reader):
            if self.word and self.word in data and random.random() < self.odds:
                is_met.set()
            writer.write(data)

    async def _answer(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, is_met: asyncio.Event
    ) -> None:
        while data := await self._next(reader):
            if is_met.is_set():
                self.cuts += 1
                return
            writer.write(data)
            await writer.drain()

    async def _next(self, reader: asyncio.StreamReader) -> bytes:
        data = await self._read(reader)
        while data and self.is_silent:
            data = await self._read(reader)
        if self.delay:
            await asyncio.sleep(self.delay)
        await self._flows.wait()
        return data

    async def _read(self, reader: asyncio.StreamReader) -> bytes:
        data = b""
        with suppress(ConnectionError):
            data = await reader.read(_SIZE)
        self.ends += not data
        return data


@asynccontextmanager
async def linked(target: Target) -> AsyncIterator[Link]:
    """A way to the target."""
    link = Link(target)
    link.thaw()
    server = await asyncio.start_server(link.carry, "127.0.0.1", 0, backlog=4096)
    link.port = server.sockets[0].getsockname()[1]
    try:
        yield link
    finally:
        link.shut()
        server.close()
