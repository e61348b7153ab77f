"""PostgreSQL: a pool whose connections have time limits and are given back without a reset query."""

from collections.abc import AsyncIterator, Awaitable, Sequence
from contextlib import asynccontextmanager
from typing import Any

import asyncpg
from tortoise.backends.asyncpg.client import AsyncpgDBClient, TransactionWrapper
from tortoise.backends.base.client import BaseDBAsyncClient, TransactionContext
from tortoise.exceptions import IntegrityError

from models.connection import DatabaseBusy, Dialect, Rows, Transaction, note
from models.executor import Executor
from models.limits import Limits
from models.migrate import CONNECTION

_CONNECT_SECONDS = 5
_GIVE_BACK_SECONDS = 2
_MIGRATION = 4_207_060_301


class _Gate(asyncpg.Connection):  # type: ignore[misc]
    """The one place that every statement for PostgreSQL passes."""

    __slots__ = ()

    async def fetch(self, query: str, *args: Any, **options: Any) -> Any:
        note(query)
        return await super().fetch(query, *args, **options)

    async def fetchrow(self, query: str, *args: Any, **options: Any) -> Any:
        note(query)
        return await super().fetchrow(query, *args, **options)

    async def execute(self, query: str, *args: Any, **options: Any) -> str:
        note(query)
        return str(await super().execute(query, *args, **options))

    async def executemany(self, command: str, args: Any, **options: Any) -> None:
        note(command)
        await super().executemany(command, args, **options)


async def _leave_as_is(connection: object) -> None:
    """No statement of ours changes a session, so nothing is to be reset."""


async def _fetch(connection: Any, sql: str, args: Sequence[Any]) -> Rows:
    rows: Rows = await _answer(connection.fetch(sql, *args))
    return rows


async def _execute(connection: Any, sql: str, args: Sequence[Any]) -> int:
    status: str = await _answer(connection.execute(sql, *args))
    changed = status.rpartition(" ")[2]
    return int(changed) if changed.isdigit() else 0


async def _answer(running: Awaitable[Any]) -> Any:
    try:
        return await running
    except asyncpg.PostgresError as error:
        # It quotes the row, and a log may hold no text of a message.
        error.detail = None
        if isinstance(error, asyncpg.IntegrityConstraintViolationError):
            raise IntegrityError(error) from error
        raise


class PostgresClient(AsyncpgDBClient):
    """Statements of their own, each on a connection of the pool.

    No limits: a statement may take its time.
    """

    dialect: Dialect = "postgres"
    executor_class = Executor
    _pool: Any

    def __init__(self, connection_name: str, url: str, pool_size: int, limits: Limits | None) -> None:
        super().__init__(connection_name=connection_name)
        self._options: dict[str, Any] = {
            "dsn": url,
            "min_size": 0,
            "max_size": pool_size,
            "command_timeout": limits.answer if limits else None,
            "server_settings": {"jit": "off"} | (limits.of_session if limits else {}),
        }
        self._connection_seconds = limits.connection if limits else None

    async def create_connection(self, with_db: bool) -> None:
        """Opens the pool, which connects when a connection is needed."""
        self._pool = await asyncpg.create_pool(
            **self._options,
            connection_class=_Gate,
            reset=_leave_as_is,
            timeout=_CONNECT_SECONDS,
            max_queries=2**31,
            max_inactive_connection_lifetime=0,
            statement_cache_size=1024,
            max_cached_statement_lifetime=0,
        )
        await self._post_connect()

    async def fetch(self, sql: str, args: Sequence[Any]) -> Rows:
        """As `Connection.fetch`."""
        connection = await self._acquire()
        try:
            return await _fetch(connection, sql, args)
        finally:
            await self._pool.release(connection, timeout=_GIVE_BACK_SECONDS)

    async def execute(self, sql: str, args: Sequence[Any]) -> int:
        """As `Connection.execute`."""
        connection = await self._acquire()
        try:
            return await _execute(connection, sql, args)
        finally:
            await self._pool.release(connection, timeout=_GIVE_BACK_SECONDS)

    @asynccontextmanager
    async def begin(self) -> AsyncIterator["PostgresTransaction"]:
        """READ COMMITTED; the connection goes back to the pool whatever happens."""
        connection = await self._acquire()
        try:
            async with connection.transaction():
                yield PostgresTransaction(self, connection)
        finally:
            await self._pool.release(connection, timeout=_GIVE_BACK_SECONDS)

    def _in_transaction(self) -> TransactionContext:
        return self.begin()  # type: ignore[return-value]

    async def _acquire(self) -> Any:
        # A time limit costs a task on Python 3.11, so only who has to wait pays for it.
        wait = None if self._pool.get_idle_size() else self._connection_seconds
        try:
            connection: Any = await self._pool.acquire(timeout=wait)
        except TimeoutError as error:
            raise DatabaseBusy("no connection to PostgreSQL came free in time") from error
        return connection


class PostgresTransaction(Transaction, TransactionWrapper):
    """One borrowed connection between its BEGIN and COMMIT."""

    dialect: Dialect = "postgres"
    executor_class = Executor

    def __init__(self, client: PostgresClient, connection: Any) -> None:
        super().__init__(client)
        self._connection = connection

    @property
    def orm(self) -> BaseDBAsyncClient:
        """Itself."""
        return self

    async def fetch(self, sql: str, args: Sequence[Any]) -> Rows:
        """As `Connection.fetch`."""
        return await _fetch(self._connection, sql, args)

    async def execute(self, sql: str, args: Sequence[Any]) -> int:
        """As `Connection.execute`."""
        return await _execute(self._connection, sql, args)


@asynccontextmanager
async def alone(url: str) -> AsyncIterator[PostgresClient]:
    """One session without time limits, which processes that migrate the same database get in turn."""
    client = PostgresClient(CONNECTION, url, pool_size=1, limits=None)
    await client.create_connection(with_db=True)
    try:
        await client.fetch("SELECT pg_advisory_lock($1)", (_MIGRATION,))
        yield client
    finally:
        await client.close()


client_class = PostgresClient
