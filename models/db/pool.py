"""A pool of asyncpg whose connections are kept at hand when they come back."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import asyncpg

from models.db.connection import DatabaseBusy, is_cancelling, is_closed, note, text_of

WAITING = 8
"""Tasks that may wait for each connection of the pool.

A further one would wait in vain, so it is refused at once.
"""

NAME = "doorstep"
"""That of our sessions, in the server's own list."""

_GIVE_BACK_SECONDS = 1


@dataclass(frozen=True, slots=True)
class Usage:
    """Connections that are lent, those that there are at most, and the tasks that wait for one.

    On SQLite the turn to write is the one connection.
    """

    lent: int
    size: int
    waiting: int

    @property
    def is_exhausted(self) -> bool:
        """Whether none is left to lend."""
        return self.lent >= self.size


class Gate(asyncpg.Connection):  # type: ignore[misc]
    """All statements for PostgreSQL pass here."""

    __slots__ = ()

    async def fetch(self, query: str, *args: Any, **options: Any) -> Any:
        """All rows."""
        note(query)
        return await super().fetch(query, *args, **options)

    async def execute(self, query: str, *args: Any, **options: Any) -> str:
        """The server's word for it, with the number of rows."""
        note(query)
        return str(await super().execute(query, *args, **options))


def setting(chosen: Mapping[str, str]) -> Callable[[Any], Awaitable[None]]:
    """Sets parameters of a new session. PgBouncer refuses a connect that comes with such as it does not know."""
    statements = "; ".join(f"SET {name} = '{value}'" for name, value in chosen.items())

    async def set_all(connection: Any) -> None:
        try:
            await asyncpg.Connection.execute(connection, statements)
        except BaseException as error:
            # The pool would wait for an answer to its farewell, however long the server is silent.
            connection.terminate()
            if isinstance(error, asyncpg.InterfaceError):
                raise ConnectionError(str(error)) from error
            raise

    return set_all


class Begun:
    """A transaction. Where a statement was given up, asyncpg's pool rolls it back: no one waits for that here."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self._transaction = connection.transaction()

    async def __aenter__(self) -> None:
        await self._transaction.__aenter__()

    async def __aexit__(self, kind: Any, error: BaseException | None, trace: Any) -> None:
        if error is None or not is_cancelling(self._connection):
            await self._transaction.__aexit__(kind, error, trace)


class Pool:
    """asyncpg's way back takes a task, a shield and a timer: it is left to connections that others wait for.

    Tortoise uses it like asyncpg's. Those that wait are served by asyncpg, in order.
    `seconds`: the longest wait, and the limit of a new connection. `room`: tasks that may wait; None: any number, for
    callers who would come again anyway, and are served sooner in a queue than after a pause.
    """

    def __init__(self, pool: Any, size: int, seconds: float | None, room: int | None = None) -> None:
        self._pool = pool
        self._size = size
        self._seconds = seconds
        self._room = room
        self._waiting = 0
        self._is_open = True
        self._kept: list[Any] = []
        self._connecting: set[asyncio.Future[Any]] = set()
        self._dropping: set[asyncio.Future[None]] = set()

    async def acquire(self, *, is_owed: bool = False, left: float | None = None) -> Any:
        """A connection; DatabaseBusy after a timeout, and at once if too many wait for one.

        `left`: the seconds that its user has, if they are counted. One that is owed waits as long as that, however
        many wait: something is written, and its answer needs a connection.
        """
        while self._kept:
            connection = self._kept.pop()
            if not is_closed(connection):
                return connection
            await self._drop(connection)
        if not is_owed and self._room is not None and self._waiting >= self._room:
            raise DatabaseBusy("too many wait for a connection to PostgreSQL")
        self._waiting += 1
        limits = [seconds for seconds in (self._seconds, left) if seconds is not None]
        is_new = self._pool.get_size() + len(self._connecting) < self._size
        try:
            async with asyncio.timeout(left if is_owed else min(limits, default=None)):
                return await (self._connect() if is_new else self._pool.acquire())
        except TimeoutError as error:
            late = "PostgreSQL did not answer" if is_new else "no connection to PostgreSQL came free"
            raise DatabaseBusy(f"{late} in time") from error
        except (OSError, asyncpg.PostgresError, asyncpg.InternalClientError) as error:
            # Also a role, a password or a database that is changed while processes run: it may be changed back.
            raise DatabaseBusy(text_of(error)) from error
        finally:
            self._waiting -= 1

    @property
    def usage(self) -> Usage:
        """As it is now."""
        at_hand = self._pool.get_idle_size() + len(self._kept)
        return Usage(self._pool.get_size() - at_hand, self._size, self._waiting)

    async def _connect(self) -> Any:
        """A new connection; one that comes after its caller has gone is kept for the next."""
        coming = asyncio.ensure_future(self._pool.acquire())
        self._connecting.add(coming)
        coming.add_done_callback(self._connecting.discard)
        try:
            return await asyncio.shield(coming)
        except asyncio.CancelledError:
            coming.add_done_callback(self._keep)
            raise

    def _keep(self, come: asyncio.Future[Any]) -> None:
        if not come.cancelled() and come.exception() is None:
            self._kept.append(come.result())

    async def release(self, connection: Any) -> None:
        """A broken connection is dropped; its user may have committed, so that is no error.

        A statement that was given up may run on, so its connection is dropped beside its caller.
        """
        if is_cancelling(connection):
            dropping = asyncio.ensure_future(self._drop(connection))
            self._dropping.add(dropping)
            dropping.add_done_callback(self._dropping.discard)
        elif self._is_open and not self._waiting and not is_closed(connection):
            self._kept.append(connection)
        else:
            await self._drop(connection)

    async def close(self) -> None:
        """Waits until all connections are given back."""
        self._is_open = False
        if beside := self._connecting | self._dropping:
            await asyncio.wait(beside)
        while self._kept:
            await self._drop(self._kept.pop())
        await self._pool.close()

    def terminate(self) -> None:
        """Closes all connections at once."""
        self._pool.terminate()

    async def _drop(self, connection: Any) -> None:
        with suppress(asyncpg.PostgresError, asyncpg.InternalClientError, OSError):
            await self._pool.release(connection, timeout=_GIVE_BACK_SECONDS)
