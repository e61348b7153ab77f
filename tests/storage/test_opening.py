"""Opening a database: its schema is brought up to date, and a SQLite file is taken by one process."""

import asyncio
import os
import sys
from pathlib import Path

import pytest
from tortoise.migrations.recorder import MigrationRecorder

from models import migrations
from models.db.connection import DatabaseInUse
from models.db.database import Database
from models.db.fields import EPOCH
from models.db.files import SQLITE
from models.db.migrate import UnknownSchema
from tests.databases import PostgresSource, Source, SqliteSource, opened
from tests.storage.catalogue import rules
from tests.users import User

HOLD = """
import asyncio, sys
from models.db.database import Database

async def main():
    database = await Database.open(sys.argv[1])
    print("open", flush=True)
    await asyncio.sleep(60)
    await database.close()

asyncio.run(main())
"""
MIGRATIONS = sorted(file.stem for file in Path(migrations.__path__[0]).glob("0*.py"))
ADD = "INSERT INTO users (host_id, display_name, account_created_at) VALUES ($1, '', 0)"


async def test_opening_again_changes_nothing(database_url: str) -> None:
    async with opened(database_url) as database:
        before = await rules(database)
        await database.execute(ADD, ("a",))
    async with opened(database_url) as database:
        assert await rules(database) == before
        assert await _host_ids(database) == ["a"]


async def test_processes_that_start_at_once_migrate_in_turn(postgres_source: PostgresSource) -> None:
    url = await postgres_source.make_empty()
    databases = await asyncio.gather(*[Database.open(url, pool_size=2) for _ in range(4)])
    names = [row[0] for row in await databases[0].fetch("SELECT name FROM tortoise_migrations", ())]
    for database in databases:
        await database.close()
    await postgres_source.drop(url)
    assert sorted(names) == MIGRATIONS


async def test_a_migration_whose_note_was_lost_is_run_again(source: Source) -> None:
    url = await source.make_empty()
    async with opened(url) as database:
        before = await rules(database)
        await database.execute(ADD, ("a",))
        await MigrationRecorder(database.orm).record_unapplied("models", MIGRATIONS[-1])
    async with opened(url) as database:
        assert await rules(database) == before
        assert await _host_ids(database) == ["a"]
    await source.drop(url)


async def test_tables_of_another_version_are_not_touched(database_url: str) -> None:
    async with opened(database_url) as database:
        await database.execute("UPDATE tortoise_migrations SET name = '0014_undone_moves'", ())
    with pytest.raises(UnknownSchema, match=r"another version of Doorstep \(0014_undone_moves\)"):
        await Database.open(database_url)


async def test_two_databases_at_once_do_not_mix(
    sqlite_source: SqliteSource, postgres_source: PostgresSource
) -> None:
    urls = [await source.make() for source in (sqlite_source, postgres_source, sqlite_source)]
    async with opened(urls[0]) as first, opened(urls[1]) as second, opened(urls[2]) as third:
        for name, database in (("a", first), ("b", second), ("c", third)):
            await _sign_up(name, database)
        for name, database in (("a", first), ("b", second), ("c", third)):
            assert await _host_ids(database) == [name]
            assert await User.filter(host_id=name).using_db(database.orm).update(region="DE") == 1
            found = await User.get(region="DE", using_db=database.orm)
            assert (found.id, found.host_id, found.is_active) == (1, name, True)
    await postgres_source.drop(urls[1])


async def test_another_process_is_refused(sqlite_source: SqliteSource) -> None:
    url = await sqlite_source.make()
    holder = await asyncio.create_subprocess_exec(
        sys.executable, "-c", HOLD, url, stdout=asyncio.subprocess.PIPE
    )
    assert holder.stdout
    assert await holder.stdout.readline() == b"open\n"
    with pytest.raises(DatabaseInUse, match="is in use"):
        await Database.open(url)
    holder.kill()
    await holder.wait()
    async with opened(url) as database:
        assert await _host_ids(database) == []


async def test_the_same_file_is_not_opened_twice(sqlite_source: SqliteSource, tmp_path: Path) -> None:
    url = await sqlite_source.make()
    os.symlink(url.removeprefix(SQLITE), tmp_path / "link")
    async with opened(url) as database:
        for other in (url, f"{SQLITE}{tmp_path}/link"):
            with pytest.raises(DatabaseInUse):
                await Database.open(other)
        await database.execute(ADD, ("a",))
    async with opened(url) as database:
        assert await _host_ids(database) == ["a"]


async def test_other_urls_are_refused() -> None:
    with pytest.raises(ValueError, match="starts with sqlite"):
        await Database.open("mysql://localhost/doorstep")


async def _sign_up(name: str, database: Database) -> None:
    await User.create(host_id=name, display_name=name, account_created_at=EPOCH, using_db=database.orm)


async def _host_ids(database: Database) -> list[str]:
    return [row[0] for row in await database.fetch("SELECT host_id FROM users ORDER BY host_id", ())]


async def test_a_first_start_makes_the_folder(tmp_path: Path) -> None:
    async with opened(f"sqlite:///{tmp_path}/new/folder/doorstep.db") as database:
        assert await _host_ids(database) == []
