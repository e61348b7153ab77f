"""Backups of a PostgreSQL database, by its own programs; a restored one begins a new epoch."""

import asyncio
import os
import re
import shutil
from asyncio.subprocess import DEVNULL, PIPE
from contextlib import suppress
from functools import partial
from pathlib import Path
from urllib.parse import unquote, urlsplit

from models.db.backups import BackupError, Told, finish, fresh
from models.db.database import Database
from models.db.epochs import begin_epoch
from models.db.migrate import (
    UnknownSchema,
    known_migrations,
    make_context,
    refuse_foreign,
    refuse_other_columns,
)
from models.db.pool import NAME
from models.db.postgres import PostgresClient, alone

LOOK = 0.2
"""Seconds between two looks at the size of a file that grows."""

_OURS = re.compile(r"TABLE DATA \S+ installation ")
_MIGRATION = re.compile(r"^\d+\t\S+\t(\S+)\t", re.MULTILINE)

_TABLE = re.compile(r'^CREATE TABLE (?:\S+\.)?"?(\w+)"? \(\n(.*?)^\)', re.MULTILINE | re.DOTALL)
_COLUMN = re.compile(r'^    "?(\w+)"? ', re.MULTILINE)

_OTHERS = """SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = $1 AND pid <> pg_backend_pid()"""


async def back_up_postgres(url: str, target: Path, told: Told) -> None:
    """The database as it is at one moment, while servers write. BackupError if `pg_dump` cannot do it."""
    part = fresh(target)
    watching = asyncio.create_task(_watch(part, told))
    try:
        await _run("pg_dump", url, "--format=custom", f"--file={part}", _place(url))
        await _refuse_foreign(url, part)
        finish(part, target)
    finally:
        watching.cancel()
        part.unlink(missing_ok=True)


async def restore_postgres(url: str, backup: Path) -> None:
    """Replaces the tables by those of the backup, in one transaction.

    BackupError, UnknownSchema and ForeignDatabase: nothing was changed. A process that dies in the middle leaves the
    new epoch to the next start, which finds tables that it did not make.
    """
    await _refuse_unusable(url, backup)
    async with alone(url) as client:
        used = await _begin(client)
        await _run("pg_restore", url, *_RESTORE, f"--dbname={_place(url)}", str(backup))
    restored = await Database.open(url)
    try:
        await restored.transaction(partial(begin_epoch, used=used))
    finally:
        await restored.close()


_RESTORE = (
    "--single-transaction",
    "--exit-on-error",
    "--clean",
    "--if-exists",
    "--no-owner",
    "--no-privileges",
)


async def _refuse_foreign(url: str, backup: Path) -> None:
    if not _OURS.search(await _run("pg_restore", url, "--list", str(backup))):
        raise BackupError("there are no tables of Doorstep in it")


async def _refuse_unusable(url: str, backup: Path) -> None:
    await _refuse_foreign(url, backup)
    noted = await _run(
        "pg_restore", url, "--data-only", "--table=tortoise_migrations", "--file=-", str(backup)
    )
    names, known = set(_MIGRATION.findall(noted)), known_migrations()
    if unknown := names - known:
        raise UnknownSchema(", ".join(sorted(unknown)))
    if names == known:
        tables = await _run("pg_restore", url, "--schema-only", "--file=-", str(backup))
        given = {"url": url, "pool_size": 1, "limits": None}
        refuse_other_columns(columns_of(tables), await make_context("models.db.postgres", given))


def columns_of(tables: str) -> list[tuple[str, str]]:
    """The table and the name of each column, in the text of a dump."""
    return [
        (table, column)
        for table, body in _TABLE.findall(tables)
        for column in _COLUMN.findall(body)
        if column != "CONSTRAINT"
    ]


async def _begin(client: PostgresClient) -> list[int]:
    """The epoch of the database which is replaced, if it has one. BackupError while servers use it."""
    [[others]] = await client.fetch(_OTHERS, (NAME,))
    if others:
        raise BackupError(f"{others} connections of Doorstep use the database: stop all its processes first")
    await refuse_foreign(client)
    [[has_any]] = await client.fetch("SELECT to_regclass('installation') IS NOT NULL", ())
    return [row[0] for row in await client.fetch("SELECT epoch FROM installation", ())] if has_any else []


def _place(url: str) -> str:
    """The url without its password: other users of the machine can read a command's arguments."""
    parts = urlsplit(url)
    user, _, hosts = parts.netloc.rpartition("@")
    name = user.partition(":")[0]
    return parts._replace(netloc=f"{name}@{hosts}" if name else hosts).geturl()


async def _run(name: str, url: str, *arguments: str) -> str:
    """The output of the program; BackupError with the first line that it prints on standard error."""
    if shutil.which(name) is None:
        raise BackupError(f"{name} is not on the PATH: install the client programs of PostgreSQL")
    password = urlsplit(url).password
    more = {"PGPASSWORD": unquote(password)} if password else {}
    process = await asyncio.create_subprocess_exec(
        name, *arguments, env=os.environ | more, stdin=DEVNULL, stdout=PIPE, stderr=PIPE
    )
    output, errors = await process.communicate()
    if process.returncode:
        raise BackupError((errors.decode(errors="replace").splitlines() or [f"{name} failed"])[0])
    return output.decode(errors="replace")


async def _watch(part: Path, told: Told) -> None:
    while True:
        with suppress(OSError):
            told(os.stat(part).st_size, 0)
        await asyncio.sleep(LOOK)
