"""A probe finds real faults: of a file, of its disk, and of a server."""

import asyncio
import os
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path

import asyncpg
import pytest

from models.db.client import Unready
from models.db.connection import DatabaseBusy, DiskFull, Limits, named_error
from models.db.database import Database
from models.db.files import LEAST_FREE
from models.db.sqlite import SqliteClient
from tests.databases import PostgresSource, SqliteSource, opened, postgres_server

SHORT = Limits(connection=0.2, answer=0.5)


@pytest.fixture
async def path(sqlite_source: SqliteSource) -> AsyncIterator[Path]:
    url = await sqlite_source.make()
    yield Path(url.removeprefix("sqlite:///"))
    await sqlite_source.drop(url)


@contextmanager
def disk(folder: Path, size: int) -> Iterator[None]:
    """A disk of its own, where the system allows one."""
    folder.mkdir()
    options = ["-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    if subprocess.run(["mount", *options], capture_output=True, check=False).returncode:
        pytest.skip("this user may not mount a disk")
    try:
        yield
    finally:
        while folder.is_mount():
            subprocess.run(["umount", "--lazy", folder], check=True)


async def test_a_database_that_can_be_written_has_no_fault(database: Database) -> None:
    assert await database.probe() is None


async def test_a_file_that_was_removed(path: Path) -> None:
    async with opened(f"sqlite:///{path}") as database:
        os.rename(path, away := f"{path}.away")
        assert await database.probe() is Unready.DATABASE_GONE
        os.rename(away, path)
        assert await database.probe() is None


async def test_a_file_that_was_replaced(path: Path) -> None:
    async with opened(f"sqlite:///{path}") as database:
        shutil.copyfile(path, copy := f"{path}.copy")
        os.replace(copy, path)
        assert await database.probe() is Unready.DATABASE_GONE


async def test_a_log_that_was_removed(path: Path) -> None:
    async with opened(f"sqlite:///{path}") as database:
        os.rename(f"{path}-wal", f"{path}-away")
        assert await database.probe() is Unready.DATABASE_GONE


@pytest.mark.parametrize("size", [0, 100, 50_000])
async def test_a_file_that_was_cut(path: Path, size: int) -> None:
    async with opened(f"sqlite:///{path}") as database:
        assert await database.probe() is None
        os.truncate(path, size)
        assert await database.probe() is Unready.DATABASE_UNREACHABLE


async def test_a_file_that_was_overwritten(path: Path) -> None:
    async with opened(f"sqlite:///{path}") as database:
        _overwrite(path)
        assert await database.probe() is Unready.DATABASE_UNREACHABLE


def _overwrite(path: Path) -> None:
    with path.open("r+b") as file:
        file.write(os.urandom(10_000))


async def test_a_disk_that_is_full_and_one_that_is_read_only(tmp_path: Path) -> None:
    folder = tmp_path / "disk"
    with disk(folder, 4 * LEAST_FREE):
        async with opened(f"sqlite:///{folder}/doorstep.db") as database:
            assert await database.probe() is None
            with (folder / "ballast").open("wb") as ballast:
                ballast.write(bytes(3 * LEAST_FREE + LEAST_FREE // 2))
            assert await database.probe() is Unready.DISK_FULL
            with pytest.raises(DiskFull):
                await _fill(database)
            (folder / "ballast").unlink()
            assert await database.probe() is None
            _make_read_only(folder)
            assert await database.probe() is Unready.DATABASE_READ_ONLY


def _make_read_only(folder: Path) -> None:
    """As the kernel does after an error of the disk."""
    subprocess.run(["mount", "--bind", folder, folder], check=True)
    subprocess.run(["mount", "-o", "remount,bind,ro", folder], check=True)


async def _fill(database: Database) -> None:
    statement = "INSERT INTO sealing_secrets (id, secret, seals_from) VALUES ($1, hex(zeroblob(2000000)), $1)"
    for number in range(2, 10):
        await database.execute(statement, [number])


async def test_a_turn_to_write_that_never_comes(path: Path) -> None:
    async with opened(f"sqlite:///{path}", limits=SHORT) as database:
        client = database.orm
        assert isinstance(client, SqliteClient)
        async with client.begin():
            assert await database.probe() is Unready.POOL_EXHAUSTED
        assert await database.probe() is None


async def test_a_file_that_another_program_locks(path: Path) -> None:
    async with opened(f"sqlite:///{path}") as database:
        client = database.orm
        assert isinstance(client, SqliteClient)
        client.writer.execute("PRAGMA busy_timeout=0")
        other = await asyncio.create_subprocess_exec(
            sys.executable,
            "-c",
            f"import sqlite3; c = sqlite3.connect({str(path)!r}, isolation_level=None);"
            "c.execute('BEGIN IMMEDIATE'); print(flush=True); input()",
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
        )
        assert other.stdout
        await other.stdout.readline()
        assert await database.probe() is Unready.DATABASE_UNREACHABLE
        await other.communicate(b"\n")
        assert await database.probe() is None


async def test_a_server_that_was_stopped() -> None:
    with postgres_server() as url:
        database = await Database.open(url, limits=SHORT)
        assert await database.probe() is None
    assert await database.probe() is Unready.DATABASE_UNREACHABLE
    await database.close()


async def test_a_server_without_a_free_connection(postgres_source: PostgresSource) -> None:
    url = await postgres_source.make()
    async with opened(url, pool_size=1, limits=SHORT) as database:

        async def step(_: object) -> None:
            assert await database.probe() is Unready.POOL_EXHAUSTED

        await database.transaction(step)
        assert await database.probe() is None
    await postgres_source.drop(url)


async def test_a_server_that_takes_no_write(postgres_source: PostgresSource) -> None:
    """As a standby does, until it is promoted."""
    url = await postgres_source.make()
    name = url.partition("?")[0].rpartition("/")[2]
    async with opened(url) as database:
        connection = await asyncpg.connect(url)
        await connection.execute(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
        await connection.close()
        assert await database.probe() is Unready.DATABASE_READ_ONLY
        with pytest.raises(DatabaseBusy):
            await database.execute("DELETE FROM installation", ())
    await postgres_source.drop(url)


async def test_a_table_that_others_have_dropped(database: Database) -> None:
    assert await database.probe() is None
    await database.execute("DROP TABLE sealing_secrets", ())
    assert await database.probe() is Unready.DATABASE_GONE


@pytest.mark.parametrize("right", ["SELECT", "INSERT", "UPDATE", "DELETE"])
async def test_a_role_that_lost_a_right(postgres_source: PostgresSource, right: str) -> None:
    url = await postgres_source.make()
    role = f"writer_{right.lower()}"
    async with opened(url) as admin:
        await admin.execute(f"CREATE ROLE {role} LOGIN SUPERUSER", ())
        async with opened(url.replace("postgres:@", f"{role}:@")) as database:
            await admin.execute(f"ALTER ROLE {role} NOSUPERUSER", ())
            await admin.execute(f"GRANT ALL ON ALL TABLES IN SCHEMA public TO {role}", ())
            assert await database.probe() is None
            await admin.execute(f"REVOKE {right} ON messages FROM {role}", ())
            assert await database.probe() is Unready.DATABASE_READ_ONLY
        await admin.execute(f"DROP OWNED BY {role}", ())
        await admin.execute(f"DROP ROLE {role}", ())
    await postgres_source.drop(url)


def test_a_full_disk_of_the_server_is_told_as_one() -> None:
    error = named_error(asyncpg.DiskFullError("no space left on device"), None, DatabaseBusy)
    assert isinstance(error, DiskFull)
