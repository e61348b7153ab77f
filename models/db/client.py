"""The parts that both clients share: patient reads, Tortoise's querysets run like every other statement, and probes."""

import asyncio
import re
from abc import ABC, abstractmethod
from collections.abc import Coroutine, Sequence
from enum import Enum
from random import uniform
from typing import Any

from models.db.connection import DatabaseBusy, Rows, is_patient, only_reads
from models.db.reads import Joint

SHORTEST_PAUSE, LONGEST_PAUSE = 0.1, 5.0

_CHANGES = re.compile(r"\s*(INSERT|UPDATE|DELETE)\b", re.IGNORECASE)


class Querysets(ABC):
    """Tortoise's side of a client: statement log, time limits, patience and errors are those of `fetch` and `execute`.

    `using_db(db.orm)` is the one way to it.
    """

    @abstractmethod
    def fetch(self, sql: str, args: Sequence[Any]) -> Coroutine[Any, Any, Rows]:
        """As `Connection.fetch`."""

    @abstractmethod
    def execute(self, sql: str, args: Sequence[Any]) -> Coroutine[Any, Any, int]:
        """As `Connection.execute`."""

    async def execute_query(self, query: str, values: list[Any] | None = None) -> tuple[int, Any]:
        """How many rows were changed or read, and those that were read."""
        if _CHANGES.match(query):
            return await self.execute(query, values or ()), []
        rows = await self.fetch(query, values or ())
        return len(rows), rows

    async def execute_query_dict(self, query: str, values: list[Any] | None = None) -> list[dict[str, Any]]:
        """Rows of SELECT or RETURNING."""
        return [dict(row) for row in await self.fetch(query, values or ())]

    async def execute_insert(self, query: str, values: list[Any]) -> Any:
        """The row of RETURNING, or None."""
        rows = await self.execute_query_dict(query, values)
        return rows[0] if rows else None

    async def execute_many(self, query: str, values: list[list[Any]]) -> None:
        """A statement a row. Tortoise's own begins a transaction, which stays open when its task is cancelled."""
        for row in values:
            await self.execute(query, row)


class Patient(Querysets):
    """Single statements; the reads of a stream are retried until `late` rather than refused."""

    late: float = 0
    """Seconds of trouble until `DatabaseBusy`."""

    tables: Sequence[str] = ()
    """Those that must be there to write to."""

    @abstractmethod
    def fetch_once(self, sql: str, args: Sequence[Any]) -> Coroutine[Any, Any, Rows]:
        """As `Connection.fetch`, without patience."""

    def fetch_together(self, joint: Joint, args: Sequence[Any]) -> Coroutine[Any, Any, Rows]:
        """As `Connection.fetch_together`."""
        return self.fetch(joint.alone, args)

    def fetch(self, sql: str, args: Sequence[Any]) -> Coroutine[Any, Any, Rows]:
        """As `Connection.fetch`."""
        if is_patient.get() and only_reads(sql):
            return self._late(sql, args)
        return self.fetch_once(sql, args)

    async def _late(self, sql: str, args: Sequence[Any]) -> Rows:
        """Retries after growing random pauses, so that reads which failed together do not retry together."""
        loop = asyncio.get_running_loop()
        pause, end = SHORTEST_PAUSE, loop.time() + self.late
        while True:
            try:
                return await self.fetch_once(sql, args)
            except DatabaseBusy:
                if loop.time() > end:
                    raise
            await asyncio.sleep(pause * uniform(0.5, 1))
            pause = min(2 * pause, LONGEST_PAUSE)


class Unready(Enum):
    """The reason why writes cannot succeed now."""

    DATABASE_UNREACHABLE = "no statement runs"
    DATABASE_READ_ONLY = "the database, its file or its disk cannot be written"
    DATABASE_GONE = "the file is no longer at its path, or a table is not there"
    DISK_FULL = "the disk has no room"
    POOL_EXHAUSTED = "no connection, or no turn to write, comes free"
