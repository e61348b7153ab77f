"""One pooled connection for a whole mutation: its decisions, its writes, and the reads for its answer."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from contextvars import ContextVar, Token
from typing import Any, Protocol

from models.db.connection import ConnectionLost, DatabaseBusy, OutcomeUnknown


class Lender(Protocol):
    """The pool, as a lease uses it."""

    async def acquire(self, *, is_owed: bool) -> Any:
        """A connection that works; if it is owed, after a wait as long as it takes."""
        ...

    async def give_back(self, connection: Any) -> None:
        """Raises no error, whatever state the connection is in."""
        ...

    def is_closed(self, connection: Any) -> bool:
        """Whether the connection can no longer be used."""
        ...


class Lease:
    """All statements inside, also of tasks started inside, run on one connection of PostgreSQL's pool.

    It is taken with the first statement, before a write; later statements never wait for one.
    Fields of an answer are read in parallel, a connection runs one statement at a time: they take turns.
    A task in its turn holds no other connection, so no two leases wait for each other.
    """

    def __init__(self) -> None:
        self._turn = asyncio.Lock()
        self._connection: Any = None
        self._lender: Lender | None = None
        self._is_over = False
        self._since = asyncio.get_running_loop().time()
        self._token: Token[Lease | None]
        self.is_owed = False
        """Whether something is written whose answer needs a connection."""

    async def __aenter__(self) -> None:
        self._token = LEASE.set(self)

    async def __aexit__(self, *_: object) -> None:
        LEASE.reset(self._token)
        await self.end()

    def is_late(self, whole: float) -> bool:
        """Whether the whole time is over, and no answer is owed."""
        return not self.is_owed and asyncio.get_running_loop().time() >= self._since + whole

    def left(self, whole: float) -> float | None:
        """Seconds that are left of the whole time, None once an answer is owed. DatabaseBusy if there are none."""
        if self.is_owed:
            return None
        left = self._since + whole - asyncio.get_running_loop().time()
        if left <= 0:
            raise DatabaseBusy("the waits of a mutation took all of its time")
        return left

    @asynccontextmanager
    async def turn(self, lender: Lender) -> AsyncIterator[Any]:
        """The connection, a new one if the last was lost; after the end each turn takes one of its own."""
        async with self._turn:
            if self._connection is not None and lender.is_closed(self._connection):
                await self._return()
            if self._connection is None:
                self._connection, self._lender = await lender.acquire(is_owed=self.is_owed), lender
            is_lost = False
            try:
                yield self._connection
            except (ConnectionLost, OutcomeUnknown):
                is_lost = True
                raise
            finally:
                if is_lost or self._is_over:
                    await self._return()

    async def rest(self) -> None:
        """Gives the connection back once the present turn is over; the next turn takes one again."""
        if self._has_one:
            async with self._turn:
                await self._return()

    async def end(self) -> None:
        """As `rest`, but each later turn takes one of its own. A caller that is cancelled leaves no connection lent."""
        self._is_over = True
        if self._has_one:
            await asyncio.shield(self.rest())

    @property
    def _has_one(self) -> bool:
        """Whether there is a connection, or will be: a turn is under way."""
        return self._connection is not None or self._turn.locked()

    async def _return(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None and self._lender is not None:
            await self._lender.give_back(connection)


LEASE: ContextVar[Lease | None] = ContextVar("lease", default=None)
"""The lease on which this context's statements run; None: each takes a connection of its own."""


def owe_an_answer() -> None:
    """From now on no statement of this lease is refused a connection: something is written, so it needs an answer."""
    if lease := LEASE.get():
        lease.is_owed = True
