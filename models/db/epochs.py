"""Epochs: a log that was set back begins a new one, so that no old cursor is taken for a place in it."""

import os
import secrets
import sqlite3
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

import structlog

from models.db.connection import DatabaseBusy, OutcomeUnknown, Transaction
from models.db.postgres import PostgresClient
from models.db.sqlite import SqliteClient

EPOCHS = range(1, 2**15)

COPY = "a copy"
"""The home of a backup of a SQLite file: however it comes back, it is noticed."""

log = structlog.get_logger("doorstep.database")

_SERVER = """SELECT (SELECT system_identifier FROM pg_control_system()) || '/'
    || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8) || '/'
    || (SELECT oid FROM pg_database WHERE datname = current_database()) || '/'
    || 'installation'::regclass::oid"""
"""The cluster, its timeline, the database and the table: a restore by PostgreSQL's tools changes one of them."""


async def settle_postgres(client: PostgresClient) -> None:
    """Begins a new epoch if the rows came here from another server, timeline, database or table."""
    [[here]] = await client.fetch(_SERVER, ())
    async with client.begin() as tx:
        await _settle(tx, here, here)


async def settle_sqlite(client: SqliteClient, note: Path) -> None:
    """Begins a new epoch if the file is not the one that was here last; the note beside it says which that was.

    Each call gives the file a new mark, so an older copy has another one.
    """
    last = _read(note)
    mark = secrets.token_hex(8)
    async with client.begin() as tx:
        await _settle(tx, last, mark)
    # After the commit: a process that dies between the two begins an epoch in vain, and loses nothing.
    _write(note, mark)


def _read(note: Path) -> str:
    return note.read_text(encoding="utf-8")


def _write(note: Path, mark: str) -> None:
    with note.open("r+", encoding="utf-8") as file:
        file.write(mark)
        file.truncate()
        file.flush()
        os.fsync(file.fileno())


async def leave_sqlite(client: SqliteClient, note: Path) -> None:
    """Marks the file as written since the start: a copy that was made in between is older than it."""
    with suppress(DatabaseBusy, OutcomeUnknown, sqlite3.Error, OSError):
        await settle_sqlite(client, note)


async def _settle(tx: Transaction, last: str, home: str) -> None:
    """The row is made by the first process that opens the database."""
    await tx.execute(
        """INSERT INTO installation (id, revocations, epoch, home) VALUES (1, 0, 1, $1)
        ON CONFLICT (id) DO NOTHING""",
        (last,),
    )
    [[had]] = await tx.fetch("SELECT home FROM installation WHERE id = 1", ())
    if had == COPY or (last and had and had != last):
        epoch = await begin_epoch(tx)
        log.warning("the database was set back: a new epoch begins", epoch=epoch)
    await tx.execute("UPDATE installation SET home = $1 WHERE id = 1", (home,))


async def begin_epoch(tx: Transaction, used: Collection[int] = ()) -> int:
    """At random, and none of the epochs that are known to be used; the new one for all users.

    An epoch that neither the rows nor the caller know comes again once in 32,767 times.
    """
    [[present]] = await tx.fetch("SELECT epoch FROM installation WHERE id = 1", ())
    epoch: int = secrets.choice(sorted({*EPOCHS}.difference(used, [present])))
    await tx.execute("UPDATE installation SET epoch = $1 WHERE id = 1", (epoch,))
    await tx.execute("UPDATE user_streams SET epoch = $1", (epoch,))
    return epoch
