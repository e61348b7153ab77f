"""Backups of a SQLite file: made while a server writes, and put back as the database of a new epoch."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from stat import S_IMODE
from typing import TypeAlias
from urllib.parse import quote

from models.db.database import SQLITE, Database
from models.db.epochs import COPY, begin_epoch
from models.db.files import file_lock, free_name, is_cut

Told: TypeAlias = Callable[[int, int], None]
"""Gets how much is done, and of how much; 0 where that is not known."""

PAGES = 1_000
"""Copied in one step."""

ENDS = ("", "-wal", "-shm", ".lock")


class BackupError(Exception):
    """One line for the operator."""


def fresh(target: Path) -> Path:
    """The file that becomes the backup once it is whole. BackupError if there is one of that name."""
    _refuse_taken(target)
    part = target.with_name(f"{target.name}.{os.getpid()}.part")
    os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))
    return part


def _refuse_taken(target: Path) -> None:
    if target.exists():
        raise BackupError(f"{target} exists: give the backup a name of its own")


def finish(part: Path, target: Path) -> None:
    """The whole file gets its name. BackupError if another has got it."""
    file = os.open(part, os.O_RDONLY)
    os.fsync(file)
    os.close(file)
    _refuse_taken(target)
    part.rename(target)


def back_up_sqlite(database: Path, target: Path, told: Told) -> None:
    """The file as it is at one moment. No one waits for it; the log file grows in the meantime."""
    if not database.is_file():
        raise BackupError(f"{database} is not there")
    part = fresh(target)
    try:
        _copy(f"file:{quote(str(database))}?mode=rw", part, told)
        _mark(part)
        finish(part, target)
    finally:
        part.unlink(missing_ok=True)


def _mark(part: Path) -> None:
    """In one file: a log beside it would not go along."""
    with closing(sqlite3.connect(part)) as copy, copy:
        copy.execute("PRAGMA journal_mode=DELETE")
        copy.execute("UPDATE installation SET home = ?", (COPY,))


def _copy(source: str, target: Path, told: Told) -> None:
    """All of one moment: a step of a backup that holds no transaction would begin again after each write."""
    try:
        with closing(sqlite3.connect(source, uri=True)) as old, closing(sqlite3.connect(target)) as new:
            old.execute("BEGIN")
            old.execute("SELECT id FROM installation").fetchall()
            old.backup(new, pages=PAGES, progress=lambda _, left, whole: told(whole - left, whole))
    except sqlite3.Error as error:
        raise BackupError(f"no whole database of Doorstep: {error}") from error


async def restore_sqlite(backup: Path, database: Path, told: Told) -> Path | None:
    """Puts the backup in the place of the database, which is kept under the name that is returned.

    `DatabaseInUse` while a server runs; `BackupError`, `UnknownSchema` and `ForeignDatabase` if the backup cannot be
    used: nothing was changed.
    """
    with file_lock(str(database)) as note:
        part = database.with_name(f"{database.name}.part")
        _remove(part)
        try:
            if is_cut(backup):
                raise BackupError("no whole database of Doorstep: a part of the last page is missing")
            _copy(f"file:{quote(str(backup))}?mode=ro&immutable=1", part, told)
            _check(part)
            await _begin_epoch(part, _epochs(database))
            return _replace(database, part, note)
        finally:
            _remove(part)


def _replace(database: Path, part: Path, note: Path) -> Path | None:
    """In one step: at no time is there no database, or one with the log of the other."""
    old = free_name(str(database)) if database.exists() else None
    if old:
        _give_rights(database, part)
        for end in ("-wal", "-shm"):
            if Path(f"{database}{end}").exists():
                Path(f"{database}{end}").rename(f"{old}{end}")
        os.link(database, old)
    shutil.copyfile(f"{part}.lock", note)
    part.rename(database)
    return old


def _give_rights(old: Path, new: Path) -> None:
    """The owner and the rights of the one: another user than that of the server may run the command."""
    was = old.stat()
    if (was.st_uid, was.st_gid) != (os.geteuid(), os.getegid()):
        os.chown(new, was.st_uid, was.st_gid)
    new.chmod(S_IMODE(was.st_mode))


def _remove(part: Path) -> None:
    for end in ENDS:
        Path(f"{part}{end}").unlink(missing_ok=True)


def _check(part: Path) -> None:
    with closing(sqlite3.connect(part)) as copy:
        [[said]] = copy.execute("PRAGMA quick_check(1)").fetchall()
    if said != "ok":
        raise BackupError(f"no whole database of Doorstep: {said}")


def _epochs(database: Path) -> list[int]:
    """That of the database which is replaced, if it can be read; what its log has is then in the file."""
    try:
        with closing(sqlite3.connect(f"file:{quote(str(database))}?mode=rw", uri=True)) as old:
            return [row[0] for row in old.execute("SELECT epoch FROM installation")]
    except sqlite3.Error:
        return []


async def _begin_epoch(part: Path, used: list[int]) -> None:
    opened = await Database.open(f"{SQLITE}{part}")
    try:
        await opened.transaction(lambda tx: begin_epoch(tx, used))
    finally:
        await opened.close()
