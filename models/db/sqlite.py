"""SQLite: one writer with a lock, and a reader that never waits for the writer."""

import asyncio
import os
import re
import sqlite3
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import ExitStack, asynccontextmanager, closing
from typing import Any, NoReturn

import aiosqlite
from pypika_tortoise.dialects import PostgreSQLQuery
from tortoise.backends.base.client import NestedTransactionContext, TransactionContext
from tortoise.backends.sqlite.client import SqliteClient as TortoiseSqliteClient
from tortoise.backends.sqlite.client import SqliteTransactionWrapper
from tortoise.exceptions import IntegrityError

from models.db.client import Patient, Querysets, Unready
from models.db.connection import (
    DatabaseBusy,
    Dialect,
    DiskFull,
    Limits,
    OutcomeUnknown,
    Rows,
    Transaction,
    note,
    only_reads,
)
from models.db.fields import Executor
from models.db.files import fault_of, is_spoilt
from models.db.lease import LEASE
from models.db.pool import Usage
from models.db.statements import in_sqlite, values_in_sqlite
from rules.text import has_part

_BUSY = "busy_timeout=500"
"""No other program should write to the file; while one does, all who wait for their turn wait for this too."""

_WRITER = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", _BUSY)
_READER = ("query_only=ON", _BUSY, "cache_size=-16384")
"""With 16 MiB of pages: with the usual 2 each page of an inbox reads the file nine times."""

_REFUSED = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN}
"""Trouble with the file or its disk that had no effect."""

_CHANGED = re.compile(r"no such (table|column): |table \w+ has no column named ")
"""When others have changed the tables: SQLite has no code for it."""

_FAILED = {sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
"""Trouble in the middle: also a file that others have cut or overwritten."""


def _code_of(error: sqlite3.Error) -> int:
    """The kind of error, 0 for none of SQLite's own."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def _raise_named(error: sqlite3.Error, broken: type[Exception] = DatabaseBusy) -> NoReturn:
    """Raises the error for the caller. `broken`: the error if the disk failed in the middle."""
    if isinstance(error, sqlite3.IntegrityError):
        raise IntegrityError(error) from error
    code = _code_of(error)
    if code == sqlite3.SQLITE_FULL:
        raise DiskFull(str(error)) from error
    if code in _REFUSED or _CHANGED.match(str(error)):
        raise DatabaseBusy(str(error)) from error
    if code in _FAILED:
        raise broken(str(error)) from error
    raise error


def _connect(path: str, pragmas: Sequence[str]) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, cached_statements=512)
    connection.row_factory = sqlite3.Row
    connection.create_function("has_part", 2, has_part, deterministic=True)
    try:
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _cursor(connection: sqlite3.Connection, sql: str, args: Sequence[Any]) -> sqlite3.Cursor:
    note(sql)
    try:
        return connection.execute(in_sqlite(sql), values_in_sqlite(args))
    except sqlite3.Error as error:
        _raise_named(error)


class _Worker(aiosqlite.Connection):
    """The writer on its own thread, for statements that wait for the disk and for Tortoise."""

    has_failed = False
    """Whether the disk failed a write, and none was tried since."""

    async def _execute(self, fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        if args and isinstance(args[0], str):
            note(args[0])
            args = (in_sqlite(args[0]), *args[1:])
        return await super()._execute(fn, *args, **kwargs)  # type: ignore[no-untyped-call]

    async def write(
        self, sql: str, args: Sequence[Any] = (), broken: type[Exception] = OutcomeUnknown
    ) -> tuple[Rows, int]:
        """The rows of RETURNING, and the number of changed rows. `broken`: the error if the disk failed."""
        try:
            rows, changed = await self._execute(self._write, sql, values_in_sqlite(args))
        except sqlite3.Error as error:
            self.has_failed = self.has_failed or _code_of(error) in _FAILED
            _raise_named(error, broken)
        return rows, changed

    def _write(self, sql: str, args: Sequence[Any]) -> tuple[Rows, int]:
        cursor = self._conn.execute(sql, args)
        return cursor.fetchall(), cursor.rowcount


class _SharedTexts(TortoiseSqliteClient):
    """Tortoise caches statement texts by table, for all clients: so both databases must get the same."""

    dialect: Dialect = "sqlite"
    query_class = PostgreSQLQuery  # type: ignore[assignment]
    executor_class = Executor  # type: ignore[assignment]


_THERE_AND_BACK = "UPDATE installation SET revocations = -1 - revocations"
"""Twice it changes nothing, yet the page is written: SQLite writes no page for a value that is the same."""

_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table'"

ROOM = 1_024
"""Tasks that may wait for their turn to write; what they write takes about a second."""


class SqliteClient(Patient, _SharedTexts):
    """Single statements on a SQLite file.

    A read runs at once, in the caller's thread: it waits for no one and sees all committed data, and
    a switch of threads would cost ten times the read. Statements that commit run on the writer's thread.
    """

    room = ROOM
    _waiting = 0
    limits: Limits | None = None

    _connection: _Worker
    _inodes: dict[str, int]
    """Of the file and of its log: commits to others than these would be lost."""
    _reader: sqlite3.Connection

    async def create_connection(self, with_db: bool) -> None:
        """Opens the writer first, which makes the file and its WAL mode; the thread last, since it never ends alone."""
        with ExitStack() as files:
            self.writer = files.enter_context(closing(_connect(self.filename, _WRITER)))
            self._reader = files.enter_context(closing(_connect(self.filename, _READER)))
            self._inodes = {path: os.stat(path).st_ino for path in (self.filename, f"{self.filename}-wal")}
            files.pop_all()
        self._connection = await _Worker(lambda: self.writer, iter_chunk_size=64)  # type: ignore[assignment]
        await self._post_connect()

    async def close(self) -> None:
        """Closes both; the last one to close moves the WAL into the file."""
        self._reader.close()
        await self._connection.close()

    async def fetch_once(self, sql: str, args: Sequence[Any]) -> Rows:
        """As `Connection.fetch`, without patience."""
        if only_reads(sql):
            return _cursor(self._reader, sql, args).fetchall()
        async with self._turn():
            return (await self._connection.write(sql, args))[0]

    async def execute(self, sql: str, args: Sequence[Any]) -> int:
        """As `Connection.execute`."""
        async with self._turn():
            return (await self._connection.write(sql, args))[1]

    @asynccontextmanager
    async def begin(self) -> AsyncIterator["SqliteTransaction"]:
        """Takes the write lock at the start: a reader that became a writer would fail at once."""
        async with self._turn():
            try:
                await self._connection.write("BEGIN IMMEDIATE", broken=DatabaseBusy)
                yield SqliteTransaction(self)
                await self._connection.write("COMMIT")
            except BaseException:
                await self._connection.rollback()
                raise

    def usage(self) -> dict[str, Usage]:
        """Of the writer."""
        return {"writer": Usage(int(self._lock.locked()), 1, self._waiting)}

    async def probe(self) -> Unready | None:
        """Why no write can succeed; it takes its turn to write, and writes only if the last write failed."""
        for path, inode in self._inodes.items():
            if fault := fault_of(path, inode):
                return fault
        try:
            async with self.begin() as transaction:
                if is_spoilt(self.filename):
                    return Unready.DATABASE_UNREACHABLE
                if {*self.tables}.difference(name for (name,) in await transaction.fetch(_TABLES, ())):
                    return Unready.DATABASE_GONE
                if self._connection.has_failed:
                    for _ in range(2):
                        await transaction.execute(_THERE_AND_BACK, ())
            self._connection.has_failed = False
        except OutcomeUnknown:
            return Unready.DATABASE_READ_ONLY
        except DatabaseBusy as error:
            is_of_file = isinstance(error.__cause__, sqlite3.Error)
            return Unready.DATABASE_UNREACHABLE if is_of_file else Unready.POOL_EXHAUSTED
        return None

    @asynccontextmanager
    async def _turn(self) -> AsyncIterator[None]:
        """One writes at a time, in the order of asking. DatabaseBusy after a wait, and at once if too many wait."""
        if self._waiting >= self.room:
            raise DatabaseBusy("too many wait for their turn to write")
        self._waiting += 1
        try:
            async with asyncio.timeout(self._longest_wait()):
                await self._lock.acquire()
        except TimeoutError as error:
            raise DatabaseBusy("no turn to write came in time") from error
        finally:
            self._waiting -= 1
        try:
            yield
        finally:
            self._lock.release()

    def _longest_wait(self) -> float | None:
        if self.limits is None:
            return None
        lease = LEASE.get()
        return min(self.limits.connection, lease.left(self.limits)) if lease else self.limits.connection

    def _in_transaction(self) -> TransactionContext:
        return self.begin()  # type: ignore[return-value]


class SqliteTransaction(Querysets, _SharedTexts, SqliteTransactionWrapper, Transaction):
    """The writer while its lock is held: statements run at once; only BEGIN and COMMIT use the thread."""

    def __init__(self, client: "SqliteClient | SqliteTransaction") -> None:
        super().__init__(client)
        self.writer: sqlite3.Connection = client.writer

    async def fetch(self, sql: str, args: Sequence[Any]) -> Rows:
        """As `Connection.fetch`."""
        return _cursor(self.writer, sql, args).fetchall()

    async def execute(self, sql: str, args: Sequence[Any]) -> int:
        """As `Connection.execute`."""
        return _cursor(self.writer, sql, args).rowcount

    def _in_transaction(self) -> TransactionContext:
        """A savepoint. SQLite does not release one of Tortoise, whose `execute_many` leaves its statement open."""
        return NestedTransactionContext(SqliteTransaction(self))


client_class = SqliteClient
