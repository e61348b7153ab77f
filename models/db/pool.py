"""A pool of asyncpg whose connections are kept at hand when they come back."""

from contextlib import suppress
from typing import Any

import asyncpg

from models.db.connection import DatabaseBusy
from models.db.postgres_errors import BROKEN, is_closed, text_of

WAITING = 8
"""Tasks that may wait for each connection of the pool.

A further one would wait in vain, so it is refused at once.
"""

_GIVE_BACK_SECONDS = 2


class Pool:
    """asyncpg's way back takes a task, a shield and a timer: it is left to connections that others wait for.

    Tortoise uses it like asyncpg's. Those that wait are served by asyncpg, in order.
    `seconds`: the longest wait, and the limit of a new connection.
    """

    def __init__(self, pool: Any, size: int, seconds: float | None) -> None:
        self._pool = pool
        self._size = size
        self._seconds = seconds
        self._waiting = 0
        self._is_open = True
        self._kept: list[Any] = []

    async def acquire(self, *, is_owed: bool = False) -> Any:
        """A connection; DatabaseBusy after a timeout, and at once if too many wait for one, unless it is owed."""
        while self._kept:
            connection = self._kept.pop()
            if not is_closed(connection):
                return connection
            await self._drop(connection)
        if not is_owed and self._waiting >= WAITING * self._size:
            raise DatabaseBusy("too many wait for a connection to PostgreSQL")
        self._waiting += 1
        try:
            return await self._pool.acquire(timeout=None if is_owed else self._seconds)
        except TimeoutError as error:
            raise DatabaseBusy("no connection to PostgreSQL came free in time") from error
        except (*BROKEN, asyncpg.TooManyConnectionsError) as error:
            raise DatabaseBusy(text_of(error)) from error
        finally:
            self._waiting -= 1

    async def release(self, connection: Any) -> None:
        """A broken connection is dropped; its user may have committed, so that is no error."""
        is_at_rest = not is_closed(connection) and not connection._con._protocol._is_cancelling()
        if self._is_open and not self._waiting and is_at_rest:
            self._kept.append(connection)
        else:
            await self._drop(connection)

    async def close(self) -> None:
        """Waits until all connections are given back."""
        self._is_open = False
        while self._kept:
            await self._drop(self._kept.pop())
        await self._pool.close()

    def terminate(self) -> None:
        """Closes all connections at once."""
        self._pool.terminate()

    async def _drop(self, connection: Any) -> None:
        with suppress(asyncpg.PostgresError, asyncpg.InternalClientError, OSError):
            await self._pool.release(connection, timeout=_GIVE_BACK_SECONDS)
