"""What an error of PostgreSQL means for a caller."""

from typing import Any

import asyncpg
from tortoise.exceptions import IntegrityError

from models.db.connection import ConnectionLost, DatabaseBusy

BROKEN = (
    asyncpg.PostgresConnectionError,
    asyncpg.AdminShutdownError,
    asyncpg.CrashShutdownError,
    asyncpg.CannotConnectNowError,
    asyncpg.IdleInTransactionSessionTimeoutError,
    OSError,
)
"""The connection is of no use any more; OSError is also the TimeoutError of a server that fell silent."""


def named_error(error: Exception, connection: Any, broken: type[Exception]) -> Exception:
    """What a caller is to know of an error; `broken`: what it means if the connection broke meanwhile."""
    if isinstance(error, asyncpg.PostgresError):
        # It quotes the row, and a log may hold no text of a message.
        error.detail = None
    if isinstance(error, asyncpg.IntegrityConstraintViolationError):
        return IntegrityError(error)
    if isinstance(error, asyncpg.QueryCanceledError):
        return DatabaseBusy(text_of(error))
    if isinstance(error, asyncpg.InterfaceError) and is_closed(connection):
        return ConnectionLost(text_of(error))
    if isinstance(error, asyncpg.InternalClientError):
        # The server hung up while nothing was asked of it: the connection does not know yet that it is closed.
        connection.terminate()
        return broken(text_of(error))
    return broken(text_of(error)) if isinstance(error, BROKEN) else error


def text_of(error: Exception) -> str:
    """Its class and message, for a log."""
    return f"{type(error).__name__}: {error}"


def is_closed(connection: Any) -> bool:
    """Whether the connection is of no use any more, also if the pool has taken it back."""
    try:
        return bool(connection.is_closed())
    except asyncpg.InterfaceError:
        return True
