"""One pooled connection for a whole mutation: its decisions, its writes, and the reads for its answer."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from contextvars import ContextVar, Token
from typing import TYPE_CHECKING, Any

from models.db.connection import ConnectionLost, DatabaseBusy, Limits, OutcomeUnknown, is_closed

if TYPE_CHECKING:
    from models.db.postgres import PostgresClient


class Lease:
    """All statements inside, also of tasks started inside, run on one connection of PostgreSQL's pool.

    It is taken with the first statement, before a write; later statements never wait for one.
    Fields of an answer are read in parallel, a connection runs one statement at a time: they take turns.
    A task in its turn holds no other connection, so no two leases wait for each other.
    """

    def __init__(self) -> None:
        self._turn = asyncio.Lock()
        self._connection: Any = None
        self._lender: PostgresClient | None = None
        self._is_over = False
        self._since = asyncio.get_running_loop().time()
        self._owed_since: float | None = None
        self._token: Token[Lease | None]

    async def __aenter__(self) -> None:
        self._token = LEASE.set(self)

    async def __aexit__(self, *_: object) -> None:
        LEASE.reset(self._token)
        await self.end()

    @property
    def is_owed(self) -> bool:
        """Whether something is written whose answer needs a connection."""
        return self._owed_since is not None

    def owe(self) -> None:
        """Something is written: its answer has some time for itself."""
        self._owed_since = asyncio.get_running_loop().time()

    def go_on(self) -> None:
        """The next part of a mutation has as much time as one by itself, if the last one is done."""
        if self.is_owed:
            self._since, self._owed_since = asyncio.get_running_loop().time(), None

    def end_of_waits(self, limits: Limits) -> float:
        """The moment after which it waits for nothing, except for the answer to its commit."""
        end = self._since + limits.whole
        return end if self._owed_since is None else max(end, self._owed_since) + limits.commit

    def left(self, limits: Limits, *, commits: bool = False) -> float:
        """Seconds that a statement has, the one that `commits` some more. DatabaseBusy if it is too late to begin."""
        left = self.end_of_waits(limits) - asyncio.get_running_loop().time()
        if left <= 0:
            raise DatabaseBusy("the waits of a mutation took all of its time")
        return left + limits.commit if commits else left

    @asynccontextmanager
    async def turn(self, lender: "PostgresClient") -> AsyncIterator[Any]:
        """The connection, a new one if the last was lost; after the end each turn takes one of its own."""
        async with self._turn:
            if self._connection is not None and is_closed(self._connection):
                await self._return()
            if self._connection is None:
                self._connection, self._lender = await lender.acquire(is_owed=self.is_owed), lender
            is_lost = False
            try:
                yield self._connection
            except (ConnectionLost, OutcomeUnknown, asyncio.CancelledError):
                # Also one whose statement was given up: it may run on.
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
    """From now on no statement of this lease is refused because many wait: something is written."""
    if lease := LEASE.get():
        lease.owe()
