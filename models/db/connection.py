"""What a statement runs on, what notes it down, and the errors a caller may meet."""

import re
from abc import ABC, abstractmethod
from collections.abc import Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal, Protocol

import asyncpg
from tortoise.backends.base.client import BaseDBAsyncClient

Dialect = Literal["sqlite", "postgres"]
Rows = Sequence[Sequence[Any]]

statement_log: ContextVar[list[str] | None] = ContextVar("statement_log", default=None)
"""A list that gets the text of each statement, in order, BEGIN and COMMIT too; None notes nothing."""

is_patient: ContextVar[bool] = ContextVar("is_patient", default=False)
"""Whether the reads of this context, a stream's, rather come late than not at all."""

_WRITES = re.compile(r"\b(INSERT|UPDATE|DELETE|REPLACE)\b(?!\()", re.IGNORECASE)
"""`REPLACE(` is a function."""


class Stale(Exception):
    """What a step decided from has changed meanwhile: the whole transaction is to be repeated."""


PASSING = (
    asyncpg.SerializationError,
    asyncpg.DeadlockDetectedError,
    asyncpg.LockNotAvailableError,
    Stale,
)
"""What a transaction is repeated for: nothing was written, and another time it may go through."""


class DatabaseInUse(Exception):
    """Another process, or another `Database`, has this SQLite file open."""


class DatabaseBusy(Exception):
    """The database has no time for this: no connection, a lock or a statement in time. Nothing was written."""


class ConnectionLost(DatabaseBusy):
    """The connection broke, or fell silent, before anything was to be kept. Nothing was written."""


class OutcomeUnknown(Exception):
    """The connection broke, or fell silent, while a write was to be kept: nobody knows whether it was."""


class Connection(Protocol):
    """Runs statements: each on its own (`Database`) or all in one (`Transaction`).

    Both raise tortoise's `IntegrityError` for a broken key or CHECK, on either database.
    """

    dialect: Dialect

    @property
    def orm(self) -> BaseDBAsyncClient:
        """The same as a Tortoise client, for `using_db`."""
        ...

    async def fetch(self, sql: str, args: Sequence[Any]) -> Rows:
        """All rows, their columns by position; parameters are `$1..$n`."""
        ...

    async def execute(self, sql: str, args: Sequence[Any]) -> int:
        """How many rows were inserted, updated or deleted."""
        ...


class Transaction(ABC):
    """An open transaction, handed to a step. Its statements run one at a time, never gathered."""

    dialect: Dialect

    @property
    @abstractmethod
    def orm(self) -> BaseDBAsyncClient:
        """The same transaction as a Tortoise client, for `using_db`."""

    @abstractmethod
    async def fetch(self, sql: str, args: Sequence[Any]) -> Rows:
        """As `Connection.fetch`."""

    @abstractmethod
    async def execute(self, sql: str, args: Sequence[Any]) -> int:
        """As `Connection.execute`."""


def note(sql: str) -> None:
    """Writes a statement into the log of this context, if it has one."""
    log = statement_log.get()
    if log is not None:
        log.append(sql)


@lru_cache(maxsize=4096)
def only_reads(sql: str) -> bool:
    """In doubt, as with INSERT inside a literal, it is a write: slower, never wrong."""
    return sql.lstrip()[:6].upper().startswith(("SELECT", "WITH")) and not _WRITES.search(sql)


@dataclass(frozen=True)
class Limits:
    """Seconds, on PostgreSQL; `late` on SQLite as well.

    What is over has no effect: nothing was run, or what was run is rolled back. Only of a commit that was not
    answered nobody knows: `OutcomeUnknown`.
    """

    connection: float = 2
    """Until a connection of the pool comes free, or a new one is made: then `DatabaseBusy`."""

    answer: float = 10
    """Of silence: then `ConnectionLost`."""

    lock: float = 2
    """For a lock that another transaction has."""

    statement: float = 5
    """For one statement."""

    idle: float = 10
    """For a transaction between two of its statements."""

    late: float = 60
    """Of trouble with a stream's read, which is tried again until then; then `DatabaseBusy`."""

    @property
    def of_session(self) -> dict[str, str]:
        """Those that the server itself keeps, as its settings."""
        seconds = {
            "lock_timeout": self.lock,
            "statement_timeout": self.statement,
            "idle_in_transaction_session_timeout": self.idle,
        }
        return {name: f"{round(value * 1000)}ms" for name, value in seconds.items()}
