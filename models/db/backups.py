"""Backups: made while servers write, and put back as the database of a new epoch.

SQLite's are made by its own call, PostgreSQL's by its programs.
"""

import asyncio
import os
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from stat import S_IMODE
from typing import TypeAlias
from urllib.parse import quote

import asyncpg

from models.db.database import Database
from models.db.epochs import COPY, begin_epoch
from models.db.files import SQLITE, file_lock, free_name, has_log, is_cut, is_file
from models.db.migrate import (
    UnknownSchema,
    known_migrations,
    make_context,
    refuse_foreign,
    refuse_other_columns,
)
from models.db.pool import NAME
from models.db.postgres import PostgresClient, alone
from models.db.programs import BackupError, apart, run

Told: TypeAlias = Callable[[int, int], None]
"""Gets how much is done, and of how much; 0 where that is not known."""

PAGES = 1_000
"""Copied in one step."""

ENDS = ("", "-wal", "-shm", ".lock")


@contextmanager
def _made(target: Path) -> Iterator[Path]:
    """The file that becomes the backup once it is whole. BackupError if there is one of that name, or by then."""
    _refuse_taken(target)
    part = target.with_name(f"{target.name}.{os.getpid()}.part")
    os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))
    try:
        yield part
        file = os.open(part, os.O_RDONLY)
        os.fsync(file)
        os.close(file)
        _refuse_taken(target)
        part.rename(target)
    finally:
        part.unlink(missing_ok=True)


def _refuse_taken(target: Path) -> None:
    if not target.parent.is_dir():
        raise BackupError(f"{target.parent} is no folder")
    if target.exists():
        raise BackupError(f"{target} exists: give the backup a name of its own")


def back_up_sqlite(database: Path, target: Path, told: Told) -> None:
    """The file as it is at one moment. No one waits for it; the log file grows in the meantime."""
    if not is_file(database):
        raise BackupError(f"{database} is not there")
    with _made(target) as part:
        _copy(f"file:{quote(str(database))}?mode=rw", part, told)
        _mark(part)


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
        is_about_content = error.sqlite_errorcode & 0xFF in _OF_CONTENT
        what = "no whole database of Doorstep" if is_about_content else "the copy failed"
        raise BackupError(f"{what}: {error}") from error


_OF_CONTENT = {sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
"""The errors of a file that is no database, or has no table of ours; others are of rights, disks and locks."""


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
            # A file that was copied with its log is read with it; any other may be where nothing can be written.
            how = "" if has_log(backup) else "&immutable=1"
            _copy(f"file:{quote(str(backup))}?mode=ro{how}", part, told)
            _check(part)
            await _begin_epoch(f"{SQLITE}{part}", _epochs(database))
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
    """The new file has the owner and the rights of the old one: another user than the server may run the command."""
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


async def _begin_epoch(url: str, used: list[int]) -> None:
    opened = await Database.open(url)
    try:
        await opened.transaction(lambda tx: begin_epoch(tx, used))
    finally:
        await opened.close()


LOOK = 0.2
"""Seconds between two looks at the size of a file that grows."""

_OURS = re.compile(r"TABLE DATA (.+) installation ")
_MIGRATION = re.compile(r"^\d+\t\S+\t(\S+)\t", re.MULTILINE)

_TABLE = re.compile(r'^CREATE TABLE (?:[^\n]+\.)?"?(\w+)"? \(\n(.*?)^\)', re.MULTILINE | re.DOTALL)
_COLUMN = re.compile(r'^    "?(\w+)"? ', re.MULTILINE)

_OTHERS = """SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = $1 AND pid <> pg_backend_pid()"""


async def back_up_postgres(url: str, target: Path, told: Told) -> None:
    """The database as it is at one moment, while servers write. BackupError if `pg_dump` cannot do it.

    Only the schema of our tables: others may be of an application that shares the database.
    """
    with _made(target) as part:
        watching = asyncio.create_task(_watch(part, told))
        try:
            schema = await _schema(url)
            quoted = schema.replace('"', '""')
            await run(
                "pg_dump", url, "--format=custom", f'--schema="{quoted}"', f"--file={part}", apart(url)[0]
            )
            await _refuse_elsewhere(url, part, schema)
        finally:
            watching.cancel()


async def restore_postgres(url: str, backup: Path) -> None:
    """Replaces the tables by those of the backup, in one transaction.

    BackupError, UnknownSchema and ForeignDatabase: nothing was changed. A process that dies in the middle leaves the
    new epoch to the next start, which finds tables that it did not make.
    """
    schema = await _schema(url)
    await _refuse_elsewhere(url, backup, schema)
    await _refuse_unusable(url, backup, schema)
    async with alone(url) as client:
        used = await _used(client)
        own = (f"--schema={schema}", f"--dbname={apart(url)[0]}")
        await run("pg_restore", url, *_RESTORE, *own, str(backup))
    await _begin_epoch(url, used)


_RESTORE = (
    "--single-transaction",
    "--exit-on-error",
    "--clean",
    "--if-exists",
    "--no-owner",
    "--no-privileges",
)


async def _schema(url: str) -> str:
    """That in which a start makes its tables. BackupError if there is none."""
    connection = await asyncpg.connect(url)
    try:
        schema: str | None = await connection.fetchval("SELECT current_schema()")
    finally:
        await connection.close()
    if schema is None:
        raise BackupError("the role has no schema for its tables")
    return schema


async def _refuse_elsewhere(url: str, backup: Path, schema: str) -> None:
    """BackupError if our tables are not in that schema of a backup, which may have others beside it."""
    listed = await run("pg_restore", url, "--list", str(backup))
    if f" TABLE DATA {schema} installation " in listed:
        return
    if found := ", ".join(_OURS.findall(listed)):
        raise BackupError(f"its tables are in the schema {found}, those of the database in {schema}")
    raise BackupError("there are no tables of Doorstep in it")


async def _refuse_unusable(url: str, backup: Path, schema: str) -> None:
    async def printed(*what: str) -> str:
        return await run("pg_restore", url, *what, f"--schema={schema}", "--file=-", str(backup))

    noted = await printed("--data-only", "--table=tortoise_migrations")
    names, known = set(_MIGRATION.findall(noted)), known_migrations()
    if unknown := names - known:
        raise UnknownSchema(", ".join(sorted(unknown)))
    if names == known:
        given = {"url": url, "pool_size": 1, "limits": None}
        context = await make_context("models.db.postgres", given)
        refuse_other_columns(columns_of(await printed("--schema-only")), context)


def columns_of(tables: str) -> list[tuple[str, str]]:
    """The table and the name of each column, in the text of a dump."""
    return [
        (table, column)
        for table, body in _TABLE.findall(tables)
        for column in _COLUMN.findall(body)
        if column != "CONSTRAINT"
    ]


async def _used(client: PostgresClient) -> list[int]:
    """The epoch of the database which is replaced, if it has one. BackupError while servers use it."""
    [[others]] = await client.fetch(_OTHERS, (NAME,))
    if others:
        raise BackupError(f"{others} connections of Doorstep use the database: stop all its processes first")
    await refuse_foreign(client)
    [[has_any]] = await client.fetch("SELECT to_regclass('installation') IS NOT NULL", ())
    return [row[0] for row in await client.fetch("SELECT epoch FROM installation", ())] if has_any else []


async def _watch(part: Path, told: Told) -> None:
    while True:
        with suppress(OSError):
            told(os.stat(part).st_size, 0)
        await asyncio.sleep(LOOK)
