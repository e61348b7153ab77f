"""Maps SQLite's errors to ours."""

import re
import sqlite3
from typing import NoReturn

from tortoise.exceptions import IntegrityError

from models.db.connection import DatabaseBusy, DiskFull

_REFUSED = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
}
"""Trouble with the file or its disk that had no effect."""

_CHANGED = re.compile(r"no such (table|column): |table \w+ has no column named ")
"""When others have changed the tables: SQLite has no code for it."""

FAILED = {sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
"""Trouble in the middle: also a file that others have cut or overwritten."""


def code_of(error: sqlite3.Error) -> int:
    """The kind of error, 0 for none of SQLite's own."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def raise_named(error: sqlite3.Error, broken: type[Exception] = DatabaseBusy) -> NoReturn:
    """Raises the error for the caller. `broken`: the error if the disk failed in the middle."""
    if isinstance(error, sqlite3.IntegrityError):
        raise IntegrityError(error) from error
    code = code_of(error)
    if code == sqlite3.SQLITE_FULL:
        raise DiskFull(str(error)) from error
    if code in _REFUSED or _CHANGED.match(str(error)):
        raise DatabaseBusy(str(error)) from error
    if code in FAILED:
        raise broken(str(error)) from error
    raise error
