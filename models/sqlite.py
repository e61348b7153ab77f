"""SQLite: one writer behind a lock, and a reader beside it that never waits for the writer."""

import re
import sqlite3
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from functools import lru_cache
from typing import Any

import aiosqlite
from pypika_tortoise.dialects import PostgreSQLQuery
from tortoise.backends.base.client import BaseDBAsyncClient, TransactionContext
from tortoise.backends.sqlite.client import SqliteClient as TortoiseSqliteClient
from tortoise.backends.sqlite.client import SqliteTransactionWrapper
from tortoise.exceptions import IntegrityError

from models.connection import Dialect, Rows, Transaction, note
from models.executor import Executor

_PARAMETER = re.compile(r"\$(\d+)")
_WRITES = re.compile(r"\b(INSERT|UPDATE|DELETE|REPLACE)\b", re.IGNORECASE)
_BUSY_MS = 2000
_WRITER = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", f"busy_timeout={_BUSY_MS}")
_READER = ("query_only=ON", f"busy_timeout={_BUSY_MS}")


@lru_cache(maxsize=4096)
def _numbered(sql: str) -> str:
    """`$2` bound by appearance would be the wrong value on SQLite; `?2` is bound by number."""
    return _PARAMETER.sub(r"?\1", sql)


@lru_cache(maxsize=4096)
def _only_reads(sql: str) -> bool:
    """In doubt, as with INSERT inside a literal, it is a write: slower, never wrong."""
    return sql.lstrip()[:6].upper().startswith(("SELECT", "WITH")) and not _WRITES.search(sql)


class _Gate(aiosqlite.Connection):
    """The one place that every statement for a SQLite file passes."""

    async def _execute(self, fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        if args and isinstance(args[0], str):
            note(args[0])
            args = (_numbered(args[0]), *args[1:])
        return await super()._execute(fn, *args, **kwargs)  # type: ignore[no-untyped-call]

    async def fetch(self, sql: str, args: Sequence[Any]) -> Rows:
        try:
            return list(await self.execute_fetchall(sql, args))
        except sqlite3.IntegrityError as error:
            raise IntegrityError(error) from error

    async def run(self, sql: str, args: Sequence[Any] = ()) -> int:
        try:
            return int(await self._execute(self._run, sql, args))
        except sqlite3.IntegrityError as error:
            raise IntegrityError(error) from error

    def _run(self, sql: str, args: Sequence[Any]) -> int:
        return self._conn.execute(sql, args).rowcount


async def _connect(path: str, pragmas: Sequence[str]) -> _Gate:
    gate = _Gate(lambda: sqlite3.connect(path, isolation_level=None), iter_chunk_size=64)
    await gate
    gate.row_factory = sqlite3.Row
    for pragma in pragmas:
        await gate.fetch(f"PRAGMA {pragma}", ())
    return gate


class _SharedTexts(TortoiseSqliteClient):
    """Tortoise caches the texts of statements by table, for all clients: so both databases get the same."""

    dialect: Dialect = "sqlite"
    query_class = PostgreSQLQuery  # type: ignore[assignment]
    executor_class = Executor  # type: ignore[assignment]

    async def execute_insert(self, query: str, values: list[Any]) -> Any:
        """The row of RETURNING as a dict, or None."""
        rows = await self.execute_query_dict(query, values)
        return rows[0] if rows else None


class SqliteClient(_SharedTexts):
    """Statements of their own on a SQLite file; reads go to the reader and see all that is committed."""

    _connection: _Gate
    _reader: _Gate

    async def create_connection(self, with_db: bool) -> None:
        """Opens the writer first: it makes the file and its WAL mode."""
        self._connection = await _connect(self.filename, _WRITER)
        self._reader = await _connect(self.filename, _READER)
        await self._post_connect()

    async def close(self) -> None:
        """Closes both; the last one to close checkpoints the WAL."""
        await self._reader.close()
        await self._connection.close()

    async def fetch(self, sql: str, args: Sequence[Any]) -> Rows:
        """As `Connection.fetch`."""
        if _only_reads(sql):
            return await self._reader.fetch(sql, args)
        async with self._lock:
            return await self._connection.fetch(sql, args)

    async def execute(self, sql: str, args: Sequence[Any]) -> int:
        """As `Connection.execute`."""
        async with self._lock:
            return await self._connection.run(sql, args)

    @asynccontextmanager
    async def begin(self) -> AsyncIterator["SqliteTransaction"]:
        """The write lock from the start: a reader that turned writer would fail at once."""
        async with self._lock:
            try:
                await self._connection.run("BEGIN IMMEDIATE")
                yield SqliteTransaction(self)
                await self._connection.run("COMMIT")
            except BaseException:
                await self._connection.rollback()
                raise

    def _in_transaction(self) -> TransactionContext:
        return self.begin()  # type: ignore[return-value]


class SqliteTransaction(Transaction, _SharedTexts, SqliteTransactionWrapper):
    """The writer, while its lock is held."""

    _connection: _Gate

    @property
    def orm(self) -> BaseDBAsyncClient:
        """Itself."""
        return self

    async def fetch(self, sql: str, args: Sequence[Any]) -> Rows:
        """As `Connection.fetch`."""
        return await self._connection.fetch(sql, args)

    async def execute(self, sql: str, args: Sequence[Any]) -> int:
        """As `Connection.execute`."""
        return await self._connection.run(sql, args)


client_class = SqliteClient
