"""The database: single statements, and the one way to a transaction."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any, TypeVar

from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.context import TortoiseContext

from models.db.client import Unready
from models.db.connection import (
    PASSING,
    REPEATS,
    Around,
    ConnectionLost,
    DatabaseBusy,
    Dialect,
    Limits,
    Patience,
    Rows,
    Transaction,
)
from models.db.epochs import leave_sqlite, settle_postgres, settle_sqlite
from models.db.files import SQLITE, file_lock, file_of
from models.db.migrate import CONNECTION, make_context, migrate, models_of, refuse_foreign_file
from models.db.pool import Usage
from models.db.postgres import PostgresClient, alone
from models.db.reads import Joint
from models.db.sqlite import SqliteClient

T = TypeVar("T")
Step = Callable[[Transaction], Awaitable[T]]

_LIMITS = Limits()


class Database:
    """A `Connection` on which each statement commits by itself."""

    def __init__(
        self,
        context: TortoiseContext,
        resources: AsyncExitStack,
        limits: Limits = _LIMITS,
        migrated: Sequence[str] = (),
    ) -> None:
        self.context = context
        self.migrated = migrated
        self._resources = resources
        self._client: SqliteClient | PostgresClient = context.db()  # type: ignore[assignment]
        self._client.late = limits.late
        self._client.tables = [model._meta.db_table for model in models_of(context)]
        if isinstance(self._client, SqliteClient):
            self._client.limits = limits
        self.dialect: Dialect = self._client.dialect
        self.limits = limits
        self._around: Around | None = None

    @classmethod
    async def open(cls, url: str, pool_size: int = 16, limits: Limits = _LIMITS) -> "Database":
        """Migrates, then connects. The url is `sqlite:///file`, `sqlite:////absolute/file` or `postgres://...`.

        A database that was set back begins a new epoch. `migrated` names the migrations that it lacked.
        `DatabaseInUse`: another process has the SQLite file. `UnknownSchema`: of another version.
        `ForeignDatabase`: of another application.
        `ValueError`: any other kind of url.
        """
        if url.startswith(SQLITE):
            return await cls._open_sqlite(str(file_of(url)), limits)
        if url.startswith(("postgres://", "postgresql://")):
            return await cls._open_postgres(url, pool_size, limits)
        raise ValueError("a database url starts with sqlite:/// or postgres://")

    @classmethod
    async def _open_sqlite(cls, path: str, limits: Limits) -> "Database":
        async with AsyncExitStack() as resources:
            note = resources.enter_context(file_lock(path))
            refuse_foreign_file(path)
            context = await make_context("models.db.sqlite", {"file_path": path})
            # Its thread would answer a loop that is closed, and the mark would be in one place of the two.
            migrated = await _to_its_end(cls._settled(context, note, resources))
            return cls(context, resources.pop_all(), limits, migrated)

    @staticmethod
    async def _settled(context: TortoiseContext, note: Path, resources: AsyncExitStack) -> Sequence[str]:
        client: SqliteClient = context.db()  # type: ignore[assignment]
        await client.create_connection(with_db=True)
        resources.push_async_callback(context.close_connections)
        migrated = await migrate(context, client)
        await settle_sqlite(client, note)
        resources.push_async_callback(leave_sqlite, client, note)
        return migrated

    @classmethod
    async def _open_postgres(cls, url: str, pool_size: int, limits: Limits) -> "Database":
        context = await make_context(
            "models.db.postgres", {"url": url, "pool_size": pool_size, "limits": limits}
        )
        async with alone(url) as client:
            migrated = await migrate(context, client)
            await settle_postgres(client)
        await context.db().create_connection(with_db=True)
        resources = AsyncExitStack()
        resources.push_async_callback(context.close_connections)
        return cls(context, resources, limits, migrated)

    async def close(self) -> None:
        """Closes all connections."""
        await self._resources.aclose()

    @property
    def room(self) -> int:
        """How many may wait for a connection."""
        return self._client.room

    @property
    def orm(self) -> BaseDBAsyncClient:
        """This database as a Tortoise client, for `using_db`; not for `in_transaction`."""
        # Tortoise asks the current context for a dialect even where a client is given.
        self.context.__enter__()
        return self._client

    async def probe(self) -> Unready | None:
        """Why no write can succeed now; None if one can, as far as it is known without one."""
        return await self._client.probe()

    def usage(self) -> dict[str, Usage]:
        """Of each pool, by name."""
        return self._client.usage()

    def run_in(self, around: Around) -> None:
        """From now on each statement runs in this, its wait for a connection too. Without it nothing is any slower."""
        self._around = around
        _wrap(self._client, ("fetch_once", "execute"), around)
        if isinstance(self._client, PostgresClient):
            self._client.reads.around = around

    def fetch(self, sql: str, args: Sequence[Any]) -> Coroutine[Any, Any, Rows]:
        """As `Connection.fetch`; retried in a context with `late` reads."""
        return self._client.fetch(sql, args)

    def fetch_together(self, joint: Joint, args: Sequence[Any]) -> Coroutine[Any, Any, Rows]:
        """As `Connection.fetch_together`."""
        return self._client.fetch_together(joint, args)

    def execute(self, sql: str, args: Sequence[Any]) -> Coroutine[Any, Any, int]:
        """As `Connection.execute`."""
        return self._client.execute(sql, args)

    async def transaction(self, step: Step[T]) -> T:
        """Runs the step and commits; a caller who is cancelled rolls it back.

        A lock timeout, a deadlock, a serialization failure, `Stale`, or a connection that breaks at once repeats the
        whole step, 3 times at most, then it is `DatabaseBusy`; so a step changes nothing but the database. Any other
        exception rolls back.
        """
        last: Exception | None = None
        patience = Patience()
        for _ in range(1 + REPEATS):
            try:
                return await self._once(step)
            except PASSING as error:
                last = error
            except ConnectionLost as error:
                last = patience.outlasts(error)
        raise DatabaseBusy(f"others were in the way every time: {type(last).__name__}") from last

    async def _once(self, step: Step[T]) -> T:
        self.context.__enter__()
        async with self._client.begin() as transaction:
            if self._around is not None:
                _wrap(transaction, ("fetch", "execute"), self._around)
            token = self.context.connections.set(CONNECTION, transaction)
            try:
                return await step(transaction)
            finally:
                self.context.connections.reset(token)


async def _to_its_end(work: Coroutine[Any, Any, T]) -> T:
    """A caller who is cancelled is so after the work."""
    task = asyncio.create_task(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait([task])
        # Else asyncio would log its error, which concerns no one now.
        task.exception()
        raise


def _wrap(runner: object, names: Sequence[str], around: Around) -> None:
    for name in names:
        setattr(runner, name, _within(getattr(runner, name), around))


def _within(
    run: Callable[[str, Sequence[Any]], Awaitable[T]], around: Around
) -> Callable[[str, Sequence[Any]], Awaitable[T]]:
    async def run_within(sql: str, args: Sequence[Any]) -> T:
        with around(sql):
            return await run(sql, args)

    return run_within
