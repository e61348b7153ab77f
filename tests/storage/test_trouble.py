"""Trouble of the database is told as such: nothing was written, or it is not known."""

import asyncio
import resource
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import pytest

from models.db.client import Unready
from models.db.connection import DatabaseBusy, Limits, OutcomeUnknown, Stale, Transaction
from models.db.database import Database
from models.db.lease import Lease
from models.db.postgres import PostgresClient
from models.db.sqlite import SqliteClient
from tests.databases import PATIENCE, PATIENT, PostgresSource, SqliteSource, opened

ONE = """INSERT INTO sealing_secrets (id, secret, seals_from) VALUES (1, 'a', 1)
    ON CONFLICT (id) DO UPDATE SET secret = 'b'"""
WIDE = "INSERT INTO sealing_secrets (id, secret, seals_from) VALUES (2, hex(zeroblob(100000)), 2)"


@pytest.fixture
def postgres(postgres_source: PostgresSource) -> PostgresSource:
    return postgres_source


@asynccontextmanager
async def slow_way(url: str, seconds: float, folder: Path) -> AsyncIterator[str]:
    """The url of the same server, whose connections open so much later."""
    parts = urlsplit(url)
    server = Path(parse_qs(parts.query)["host"][0]) / ".s.PGSQL.5432"

    async def carry(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(seconds)
        far_reader, far_writer = await asyncio.open_unix_connection(server)
        await asyncio.gather(_pump(reader, far_writer), _pump(far_reader, writer))

    async with await asyncio.start_unix_server(carry, folder / ".s.PGSQL.5432"):
        yield parts._replace(query=f"host={quote(str(folder))}").geturl()


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while data := await reader.read(65_536):
        writer.write(data)
    writer.close()


async def test_a_connection_that_comes_late_serves_the_next(postgres: PostgresSource, tmp_path: Path) -> None:
    url = await postgres.make()
    async with slow_way(url, 0.6, tmp_path) as slow, opened(slow, limits=Limits(connection=0.4)) as database:
        with pytest.raises(DatabaseBusy):
            await database.fetch("SELECT 1", ())
        await asyncio.sleep(0.3)
        assert [tuple(row) for row in await database.fetch("SELECT 1", ())] == [(1,)]
    await postgres.drop(url)


async def test_repeats_end_with_the_time_of_the_mutation(postgres: PostgresSource) -> None:
    attempts = 0

    async def step(tx: Transaction) -> None:
        nonlocal attempts
        attempts += 1
        await tx.fetch("SELECT 1", ())
        await asyncio.sleep(0.6)
        raise Stale

    url = await postgres.make()
    async with opened(url, limits=replace(PATIENT, whole=1)) as database, Lease():
        with pytest.raises(DatabaseBusy):
            await database.transaction(step)
    assert 1 < attempts <= 3, "the third does nothing"
    await postgres.drop(url)


@pytest.mark.parametrize(
    "code",
    ["53100", "53200", "58030", "25006", "42501", "42P01", "42703"],
    ids=["disk", "memory", "input or output", "read-only", "role", "table", "column"],
)
async def test_a_server_that_has_no_room_is_no_bug(postgres: PostgresSource, code: str) -> None:
    fails = f"DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '{code}'; END $$"

    async def step(tx: Transaction) -> None:
        await tx.execute(fails, ())

    async with postgres.lent() as database:
        with pytest.raises(DatabaseBusy):
            await database.transaction(step)
        with pytest.raises(DatabaseBusy):
            await database.execute(fails, ())


async def test_a_mutation_whose_time_is_over_waits_for_no_connection(postgres: PostgresSource) -> None:
    url = await postgres.make()
    async with opened(url, 1, replace(PATIENT, whole=0.1)) as database:
        client = database.orm
        assert isinstance(client, PostgresClient)
        only = await client.acquire()
        async with Lease():
            await asyncio.sleep(0.2)
            with pytest.raises(DatabaseBusy, match="all of its time"):
                await database.fetch("SELECT 1", ())
        await client.give_back(only)
    await postgres.drop(url)


async def test_a_transaction_that_is_too_late_to_begin_takes_no_connection_along(
    postgres: PostgresSource,
) -> None:
    async def step(tx: Transaction) -> None:
        await tx.fetch("SELECT 1", ())

    url = await postgres.make()
    async with opened(url, 1, replace(PATIENT, whole=0.1)) as database:
        before = await database.fetch("SELECT pg_backend_pid()", ())
        async with Lease():
            await database.fetch("SELECT 1", ())
            await asyncio.sleep(0.2)
            with pytest.raises(DatabaseBusy):
                await database.transaction(step)
        assert await database.fetch("SELECT pg_backend_pid()", ()) == before
    await postgres.drop(url)


async def test_the_next_part_of_a_mutation_has_its_own_time_if_the_last_one_is_done() -> None:
    limits = replace(PATIENT, whole=0.1)
    lease = Lease()
    await asyncio.sleep(0.2)
    lease.go_on()
    with pytest.raises(DatabaseBusy):
        lease.left(limits)
    lease.owe()
    assert 0.1 < lease.left(limits) <= limits.commit
    lease.go_on()
    assert 0 < lease.left(limits) <= limits.whole


@pytest.fixture
async def sqlite(sqlite_source: SqliteSource) -> AsyncIterator[Database]:
    url = await sqlite_source.make()
    async with opened(url, limits=replace(PATIENT, connection=0.2)) as database:
        yield database
    await sqlite_source.drop(url)


@contextmanager
def no_room(database: Database) -> Iterator[None]:
    """The disk is full: the file may not grow."""
    writer = database._client.writer  # type: ignore[union-attr]
    (pages,) = writer.execute("PRAGMA page_count").fetchone()
    writer.execute(f"PRAGMA max_page_count = {pages}")
    yield
    writer.execute("PRAGMA max_page_count = 1000000000")


@contextmanager
def no_writing() -> Iterator[None]:
    """The disk fails: not a byte more can be written to any file of this process."""
    had = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, had[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, had)


async def test_a_full_disk_is_no_bug(sqlite: Database) -> None:
    async def step(tx: Transaction) -> None:
        await tx.execute(WIDE, ())

    with no_room(sqlite):
        with pytest.raises(DatabaseBusy):
            await sqlite.transaction(step)
        with pytest.raises(DatabaseBusy):
            await sqlite.execute(WIDE, ())
    await sqlite.transaction(step)
    assert [
        tuple(row) for row in await sqlite.fetch("SELECT COUNT(*) FROM sealing_secrets WHERE id = 2", ())
    ] == [(1,)]


async def test_a_disk_that_fails_at_the_commit_leaves_the_outcome_open(sqlite: Database) -> None:
    async def step(tx: Transaction) -> None:
        await tx.execute(ONE, ())

    with no_writing():
        with pytest.raises(OutcomeUnknown):
            await sqlite.transaction(step)
        with pytest.raises(OutcomeUnknown):
            await sqlite.execute(ONE, ())
        assert len(await sqlite.fetch("SELECT 1", ())) == 1
        assert [await sqlite.probe() for _ in range(2)] == [Unready.DATABASE_READ_ONLY] * 2
    assert await sqlite.probe() is None
    await sqlite.transaction(step)


def overwrite(database: Database) -> None:
    """All of its file, which the log has been moved into."""
    client = database._client
    assert isinstance(client, SqliteClient)
    client.writer.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    path = Path(client.filename)
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.write(bytes(size))


async def test_a_file_that_others_have_overwritten_is_no_bug(sqlite: Database) -> None:
    async def step(tx: Transaction) -> None:
        await tx.execute(ONE, ())

    overwrite(sqlite)
    for trouble in (sqlite.transaction(step), sqlite.fetch("SELECT * FROM sealing_secrets", ())):
        with pytest.raises(DatabaseBusy):
            await trouble


async def test_tables_that_others_have_changed_are_no_bug(sqlite: Database) -> None:
    for change in ("ALTER TABLE sealing_secrets RENAME COLUMN secret TO other", "DROP TABLE sealing_secrets"):
        await sqlite.execute(change, ())
        for trouble in (sqlite.execute(ONE, ()), sqlite.fetch("SELECT secret FROM sealing_secrets", ())):
            with pytest.raises(DatabaseBusy):
                await trouble


async def test_a_role_that_may_no_longer_sign_in_is_no_bug(postgres: PostgresSource) -> None:
    url = await postgres.make()
    async with opened(url) as admin:
        await admin.execute("CREATE ROLE other LOGIN SUPERUSER", ())
        async with opened(url.replace("postgres:@", "other:@")) as database:
            await admin.execute("ALTER ROLE other NOLOGIN", ())
            with pytest.raises(DatabaseBusy):
                await database.fetch("SELECT 1", ())
        await admin.execute("DROP ROLE other", ())
    await postgres.drop(url)


async def test_writers_wait_a_bounded_time(sqlite: Database) -> None:
    begun, end = asyncio.Event(), asyncio.Event()

    async def long(_: Transaction) -> None:
        begun.set()
        await end.wait()

    task = asyncio.create_task(sqlite.transaction(long))
    await begun.wait()
    with pytest.raises(DatabaseBusy, match="no turn"):
        await sqlite.execute(ONE, ())
    end.set()
    await task
    await sqlite.execute(ONE, ())


async def test_a_mutation_waits_for_its_turn_to_write_no_longer_than_it_has(
    sqlite_source: SqliteSource,
) -> None:
    begun, end = asyncio.Event(), asyncio.Event()

    async def long(_: Transaction) -> None:
        begun.set()
        await end.wait()

    url = await sqlite_source.make()
    async with opened(url, limits=replace(PATIENT, whole=0.1)) as database, asyncio.timeout(PATIENCE / 2):
        task = asyncio.create_task(database.transaction(long))
        await begun.wait()
        async with Lease():
            with pytest.raises(DatabaseBusy, match="no turn"):
                await database.execute(ONE, ())
        end.set()
        await task
    await sqlite_source.drop(url)


async def test_not_more_writers_wait_than_have_room(sqlite: Database) -> None:
    begun, end = asyncio.Event(), asyncio.Event()

    async def long(_: Transaction) -> None:
        begun.set()
        await end.wait()

    sqlite._client.room = 2
    task = asyncio.create_task(sqlite.transaction(long))
    await begun.wait()
    waiting = [asyncio.create_task(sqlite.execute(ONE, ())) for _ in range(2)]
    await asyncio.sleep(0)
    with pytest.raises(DatabaseBusy, match="too many"):
        await sqlite.execute(ONE, ())
    end.set()
    assert await asyncio.gather(task, *waiting) == [None, 1, 1]
