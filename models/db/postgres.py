"""PostgreSQL: a pool whose connections have time limits and are given back without a reset query."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager
from typing import Any, NamedTuple, TypeVar

import asyncpg
from tortoise.backends.asyncpg.client import AsyncpgDBClient, TransactionWrapper
from tortoise.backends.base.client import TransactionContext

from models.db.client import Patient, Querysets, Unready
from models.db.connection import (
    PASSING,
    REPEATS,
    ConnectionLost,
    DatabaseBusy,
    Dialect,
    Limits,
    OutcomeUnknown,
    Patience,
    Rows,
    Transaction,
    is_cancelling,
    is_closed,
    is_patient,
    only_reads,
    raise_named,
    text_of,
)
from models.db.fields import Executor
from models.db.lease import LEASE, Lease
from models.db.migrate import CONNECTION
from models.db.pool import NAME, WAITING, Begun, Gate, Pool, Usage, setting
from models.db.reads import Joint, Reads

T = TypeVar("T")


class Terms(NamedTuple):
    """The error of a statement whose connection broke, and its time in seconds; None is the connection's own limit."""

    broken: type[Exception]
    seconds: float | None = None


_BEFORE_COMMIT = Terms(ConnectionLost)

Run = Callable[[Any, str, Sequence[Any], Terms], Awaitable[Any]]
STREAMS = 4
"""Pool connections for each connection that streams have in addition."""

_ALONE = {"max_parallel_workers_per_gather": "0"}
"""One process runs a statement, so the parts of a UNION ALL keep their order."""

_PLANS = {"jit": "off", "plan_cache_mode": "force_generic_plan", "random_page_cost": "1.1"} | _ALONE
"""A statement is planned once a connection, and finds rows by key: whole tables are read where they are tiny."""

_CONNECT_SECONDS = 5
_FAULTS = """SELECT coalesce(bool_or(to_regclass(name) IS NULL), false),
    pg_is_in_recovery() OR current_setting('transaction_read_only')::boolean
        OR NOT coalesce(bool_and(has_table_privilege(to_regclass(name), act)), true)
FROM unnest($1::text[]) AS name CROSS JOIN unnest($2::text[]) AS act"""
"""Whether a table is not there, and whether one cannot be written."""
_ACTS = ("SELECT", "INSERT", "UPDATE", "DELETE")
_MIGRATION = 4_207_060_301


async def _leave_as_is(connection: object) -> None:
    """No statement of ours changes a session, so there is nothing to reset."""


async def _fetch(connection: Any, sql: str, args: Sequence[Any], terms: Terms) -> Rows:
    try:
        rows: Rows = await connection.fetch(sql, *args, timeout=terms.seconds)
    except Exception as error:
        raise_named(error, connection, terms.broken)
    return rows


async def _execute(connection: Any, sql: str, args: Sequence[Any], terms: Terms) -> int:
    try:
        status: str = await connection.execute(sql, *args, timeout=terms.seconds)
    except Exception as error:
        raise_named(error, connection, terms.broken)
    changed = status.rpartition(" ")[2]
    return int(changed) if changed.isdigit() else 0


async def _by_itself(running: Awaitable[T]) -> T:
    try:
        return await running
    except PASSING as error:
        raise DatabaseBusy(text_of(error)) from error


def _if_broken(sql: str) -> type[Exception]:
    return ConnectionLost if only_reads(sql) else OutcomeUnknown


class PostgresClient(Patient, AsyncpgDBClient):
    """Statements of their own, each on a connection of the pool; without limits they may take their time.

    Streams have a small pool of their own. Many streams that wake together delay no other statement, and
    streams get connections however many other statements wait. They wait in a queue for as long as they are patient.
    """

    dialect: Dialect = "postgres"
    executor_class = Executor
    _pool: Any
    _streams: Pool

    def __init__(self, connection_name: str, url: str, pool_size: int, limits: Limits | None) -> None:
        super().__init__(connection_name=connection_name)
        self._options: dict[str, Any] = {
            "dsn": url,
            "min_size": 0,
            "command_timeout": limits.answer if limits else None,
            "server_settings": {"application_name": NAME},
            "init": setting(_PLANS | (limits.of_session if limits else {})),
        }
        self._waits = (limits.connection, limits.late) if limits else (None, None)
        self._limits = limits
        self._sizes = pool_size, max(1, pool_size // STREAMS)
        self.room = WAITING * pool_size
        self.reads = Reads(lambda sql, args: self.fetch_once(sql, args))

    async def create_connection(self, with_db: bool) -> None:
        """Opens the pools, which connect when a connection is needed."""
        seconds, late = self._waits
        self._pool = await self._make_pool(self._sizes[0], seconds, self.room)
        self._streams = await self._make_pool(self._sizes[1], late, None)
        await self._post_connect()

    async def _make_pool(self, size: int, seconds: float | None, room: int | None) -> Pool:
        pool = await asyncpg.create_pool(
            **self._options,
            max_size=size,
            connection_class=Gate,
            reset=_leave_as_is,
            timeout=_CONNECT_SECONDS,
            max_queries=2**31,
            max_inactive_connection_lifetime=0,
            statement_cache_size=1024,
            max_cached_statement_lifetime=0,
        )
        return Pool(pool, size, seconds, room)

    async def close(self) -> None:
        """Waits until all connections are given back."""
        await self._streams.close()
        await super().close()

    def fetch_together(self, joint: Joint, args: Sequence[Any]) -> Coroutine[Any, Any, Rows]:
        """As `Connection.fetch_together`; a mutation's own read is alone on its connection, and so is a stream's."""
        if LEASE.get() or is_patient.get():
            return self.fetch(joint.alone, args)
        return self.reads.read(joint, args)

    async def fetch_once(self, sql: str, args: Sequence[Any]) -> Rows:
        """As `Connection.fetch`; DatabaseBusy or OutcomeUnknown where the database has trouble."""
        rows: Rows = await self._alone(_fetch, sql, args)
        return rows

    async def execute(self, sql: str, args: Sequence[Any]) -> int:
        """As `Connection.execute`; DatabaseBusy or OutcomeUnknown where the database has trouble."""
        changed: int = await self._alone(_execute, sql, args)
        return changed

    def usage(self) -> dict[str, Usage]:
        """Of both pools."""
        return {"main": self._pool.usage, "streams": self._streams.usage}

    async def probe(self) -> Unready | None:
        """Why no write can succeed, as far as a statement that reads no table can tell."""
        try:
            [[is_gone, is_read_only]] = await self.fetch_once(_FAULTS, (self.tables, _ACTS))
        except DatabaseBusy:
            return Unready.POOL_EXHAUSTED if self._pool.usage.is_exhausted else Unready.DATABASE_UNREACHABLE
        if is_gone:
            return Unready.DATABASE_GONE
        return Unready.DATABASE_READ_ONLY if is_read_only else None

    async def _alone(self, run: Run, sql: str, args: Sequence[Any]) -> Any:
        """A single statement is repeated only if its connection breaks at once, before anything is written."""
        patience = Patience()
        for _ in range(REPEATS):
            try:
                return await self._run_alone(run, sql, args)
            except ConnectionLost as error:
                patience.outlasts(error)
        return await self._run_alone(run, sql, args)

    async def _run_alone(self, run: Run, sql: str, args: Sequence[Any]) -> Any:
        if lease := LEASE.get():
            async with self._lent() as connection:
                terms = Terms(_if_broken(sql), self._left(lease, commits=not only_reads(sql)))
                return await _by_itself(run(connection, sql, args, terms))
        connection = await self.acquire()
        try:
            return await _by_itself(run(connection, sql, args, Terms(_if_broken(sql))))
        finally:
            await self.give_back(connection)

    @asynccontextmanager
    async def begin(self) -> AsyncIterator["PostgresTransaction"]:
        """READ COMMITTED; the connection goes back in every case, closed if its transaction may not be over.

        asyncpg takes one whose BEGIN failed for open, and makes each later one a savepoint in it.
        """
        async with self._lent() as connection:
            broken: type[Exception] = ConnectionLost
            lease, has_begun = LEASE.get(), False
            left = self._left(lease)
            # The transaction holds the connection; no statement of another task may wait for it.
            token = LEASE.set(None)
            try:
                async with asyncio.timeout(left) as patience, Begun(connection):
                    has_begun = True
                    yield PostgresTransaction(self, connection)
                    if left := self._left(lease, commits=True):
                        patience.reschedule(asyncio.get_running_loop().time() + left)
                    broken = OutcomeUnknown
            except Exception as error:
                raise_named(error, connection, broken)
            finally:
                LEASE.reset(token)
                may_be_open = not is_closed(connection) and (connection.is_in_transaction() or not has_begun)
                if may_be_open and not is_cancelling(connection):
                    connection.terminate()

    def _left(self, lease: Lease | None, *, commits: bool = False) -> float | None:
        return lease.left(self._limits, commits=commits) if lease and self._limits else None

    def _in_transaction(self) -> TransactionContext:
        return self.begin()  # type: ignore[return-value]

    @asynccontextmanager
    async def _lent(self) -> AsyncIterator[Any]:
        if lease := LEASE.get():
            async with lease.turn(self) as connection:
                yield connection
            return
        connection = await self.acquire()
        try:
            yield connection
        finally:
            await self.give_back(connection)

    async def acquire(self, *, is_owed: bool = False) -> Any:
        """A connection of the pool; DatabaseBusy after a timeout, and at once if too many wait for one."""
        pool, lease = self._streams if is_patient.get() else self._pool, LEASE.get()
        return await pool.acquire(is_owed=is_owed, left=self._left(lease))

    async def give_back(self, connection: Any) -> None:
        """Raises no error, whatever state the connection is in."""
        await (self._streams if is_patient.get() else self._pool).release(connection)


class PostgresTransaction(Querysets, TransactionWrapper, Transaction):
    """A borrowed connection between its BEGIN and COMMIT."""

    dialect: Dialect = "postgres"
    executor_class = Executor

    def __init__(self, client: PostgresClient, connection: Any) -> None:
        super().__init__(client)
        self._connection = connection

    async def fetch(self, sql: str, args: Sequence[Any]) -> Rows:
        """As `Connection.fetch`."""
        return await _fetch(self._connection, sql, args, _BEFORE_COMMIT)

    async def execute(self, sql: str, args: Sequence[Any]) -> int:
        """As `Connection.execute`."""
        return await _execute(self._connection, sql, args, _BEFORE_COMMIT)


@asynccontextmanager
async def alone(url: str) -> AsyncIterator[PostgresClient]:
    """A session without timeouts; processes that migrate the same database take turns in it."""
    client = PostgresClient(CONNECTION, url, pool_size=1, limits=None)
    await client.create_connection(with_db=True)
    try:
        await client.fetch("SELECT pg_advisory_lock($1)", (_MIGRATION,))
        yield client
    finally:
        await client.close()


client_class = PostgresClient
