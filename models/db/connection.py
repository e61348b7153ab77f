"""How statements are run, the statement log, and the errors that callers may meet; PostgreSQL's become ours."""

import asyncio
import re
from collections.abc import Callable, Coroutine, Sequence
from contextlib import AbstractContextManager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal, NoReturn, Protocol, TypeAlias

import asyncpg
from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.exceptions import IntegrityError

if TYPE_CHECKING:
    from models.db.reads import Joint

Dialect = Literal["sqlite", "postgres"]
Rows = Sequence[Sequence[Any]]

Around: TypeAlias = Callable[[str], AbstractContextManager[object]]
"""Gives the context manager that a statement runs in, by its text."""

statement_log: ContextVar[list[str] | None] = ContextVar("statement_log", default=None)
"""A list that gets the text of each statement in order, with BEGIN and COMMIT; None logs nothing."""

is_patient: ContextVar[bool] = ContextVar("is_patient", default=False)
"""Whether the reads of this context, a stream's, are retried rather than refused."""

_WRITES = re.compile(r"\b(INSERT|UPDATE|DELETE|REPLACE)\b(?!\()", re.IGNORECASE)
"""`REPLACE(` is a function."""


class Stale(Exception):
    """The data that a step decided from has changed: the whole transaction must be repeated."""


PASSING = (asyncpg.SerializationError, asyncpg.DeadlockDetectedError, asyncpg.LockNotAvailableError, Stale)
"""Errors after which a transaction is repeated: nothing was written, and a retry may succeed."""


class DatabaseInUse(Exception):
    """Another process, or another `Database`, has this SQLite file open."""


class DatabaseBusy(Exception):
    """The database is too busy: no connection, lock or statement in time. Nothing was written."""


class DiskFull(DatabaseBusy):
    """The disk of the database has no room. Nothing was written."""


class ConnectionLost(DatabaseBusy):
    """The connection broke or timed out before a commit began. Nothing was written."""


REPEATS = 3
"""Times that work is repeated whose connection broke before a commit, or which others were in the way of."""

SOON = 1.0
"""Seconds in which a connection must break for its work to be repeated: a silent server is not asked again."""


class Patience:
    """Of one piece of work, from its begin."""

    def __init__(self) -> None:
        self._until = asyncio.get_running_loop().time() + SOON

    def outlasts(self, error: ConnectionLost) -> ConnectionLost:
        """The error, if the work may be repeated after it; else it is raised."""
        if isinstance(error.__cause__, TimeoutError) or asyncio.get_running_loop().time() > self._until:
            raise error
        return error


class OutcomeUnknown(Exception):
    """The connection broke or timed out during a commit: the write may or may not be stored."""


_BROKEN = (
    asyncpg.PostgresConnectionError,
    asyncpg.AdminShutdownError,
    asyncpg.CrashShutdownError,
    asyncpg.CannotConnectNowError,
    asyncpg.IdleInTransactionSessionTimeoutError,
    OSError,
)
"""The connection can no longer be used; OSError includes the TimeoutError of a silent server."""

_REFUSED = (
    asyncpg.QueryCanceledError,
    asyncpg.InsufficientResourcesError,
    asyncpg.PostgresSystemError,
    asyncpg.ReadOnlySQLTransactionError,
    asyncpg.InsufficientPrivilegeError,
    asyncpg.UndefinedTableError,
    asyncpg.UndefinedColumnError,
)
"""The server has undone it: no time, disk or memory was left, it is a standby, the role may not, or others have changed
the tables."""


def raise_named(error: Exception, connection: Any, broken: type[Exception]) -> NoReturn:
    """As `named_error`."""
    named = named_error(error, connection, broken)
    if named is error:
        raise error
    raise named from error


def named_error(error: Exception, connection: Any, broken: type[Exception]) -> Exception:
    """The error for the caller; `broken`: the error to use if the connection broke."""
    if isinstance(error, asyncpg.PostgresError):
        # The message quotes the row, and a log must not have a message's text.
        error.detail = None
    if isinstance(error, asyncpg.IntegrityConstraintViolationError):
        return IntegrityError(error)
    if isinstance(error, asyncpg.DiskFullError):
        return DiskFull(text_of(error))
    if isinstance(error, _REFUSED):
        return DatabaseBusy(text_of(error))
    if isinstance(error, asyncpg.InterfaceError) and is_closed(connection):
        return ConnectionLost(text_of(error))
    if isinstance(error, asyncpg.InternalClientError):
        # The server closed an idle connection: the connection does not know yet that it is closed.
        connection.terminate()
        return broken(text_of(error))
    return broken(text_of(error)) if isinstance(error, _BROKEN) else error


def text_of(error: Exception) -> str:
    """The error's class and message in one line, for a log."""
    return " ".join(f"{type(error).__name__}: {error}".split())


def is_cancelling(connection: Any) -> bool:
    """Whether its last statement was given up and may run on. The pool takes it back beside its user."""
    return not is_closed(connection) and bool(connection._con._protocol._is_cancelling())


def is_closed(connection: Any) -> bool:
    """Whether the connection can no longer be used, also if the pool has taken it back."""
    try:
        return bool(connection.is_closed())
    except asyncpg.InterfaceError:
        return True


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

    def fetch_together(self, joint: "Joint", args: Sequence[Any]) -> Coroutine[Any, Any, Rows]:
        """As `fetch`, maybe in one statement with reads of others that wait at the same time."""
        return self.fetch(joint.alone, args)

    async def execute(self, sql: str, args: Sequence[Any]) -> int:
        """Returns how many rows were inserted, updated or deleted."""
        ...


class Transaction(Connection):
    """An open transaction, passed to a step. Its statements run one at a time, never gathered or shared."""

    dialect: Dialect

    @property
    def orm(self) -> BaseDBAsyncClient:
        """Itself."""
        return self  # type: ignore[return-value]


def note(sql: str) -> None:
    """Adds a statement to the log of this context, if it has one."""
    log = statement_log.get()
    if log is not None:
        log.append(sql)


@lru_cache(maxsize=4096)
def only_reads(sql: str) -> bool:
    """A doubtful text, such as one with INSERT in a literal, counts as a write: slower, never wrong."""
    return sql.lstrip()[:6].upper().startswith(("SELECT", "WITH")) and not _WRITES.search(sql)


@dataclass(frozen=True)
class Limits:
    """Seconds, on PostgreSQL; `late` on SQLite too.

    After a timeout nothing ran, or the changes are rolled back. The one exception is a commit without an
    answer: `OutcomeUnknown`.
    """

    connection: float = 2
    """The wait for a connection of the pool, or for a new one: then `DatabaseBusy`."""

    answer: float = 2
    """The wait for an answer of the server: then `ConnectionLost`."""

    whole: float = 1.5
    """A mutation's time until its commit begins, all waits and repeats together: then `DatabaseBusy`."""

    commit: float = 0.5
    """The time after that in which a commit must be answered: then `OutcomeUnknown`. As long may the answer be read."""

    lock: float = 0.4
    """One wait for a lock of another transaction; a mutation that must wait longer is repeated while it has time.

    Less than `commit`: a write that must wait is known to be not written.
    """

    statement: float = 1.5
    """The time of one statement. Less than `answer`: what the server gives up is known to be not written."""

    idle: float = 10
    """The pause of a transaction between two of its statements."""

    late: float = 60
    """How long a failing read of a stream is retried; then `DatabaseBusy`."""

    @property
    def of_session(self) -> dict[str, str]:
        """The limits that the server itself enforces, as its settings."""
        seconds = {
            "lock_timeout": self.lock,
            "statement_timeout": self.statement,
            "idle_in_transaction_session_timeout": self.idle,
        }
        return {name: f"{round(value * 1000)}ms" for name, value in seconds.items()}
