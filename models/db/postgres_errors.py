"""Maps PostgreSQL's errors to ours."""

from typing import Any, NoReturn

import asyncpg
from tortoise.exceptions import IntegrityError

from models.db.connection import ConnectionLost, DatabaseBusy, DiskFull

BROKEN = (
    asyncpg.PostgresConnectionError,
    asyncpg.AdminShutdownError,
    asyncpg.CrashShutdownError,
    asyncpg.CannotConnectNowError,
    asyncpg.IdleInTransactionSessionTimeoutError,
    OSError,
)
"""The connection can no longer be used; OSError includes the TimeoutError of a silent server."""

REFUSED = (
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
    if isinstance(error, REFUSED):
        return DatabaseBusy(text_of(error))
    if isinstance(error, asyncpg.InterfaceError) and is_closed(connection):
        return ConnectionLost(text_of(error))
    if isinstance(error, asyncpg.InternalClientError):
        # The server closed an idle connection: the connection does not know yet that it is closed.
        connection.terminate()
        return broken(text_of(error))
    return broken(text_of(error)) if isinstance(error, BROKEN) else error


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
