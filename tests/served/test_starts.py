"""Starts that are refused, each in one line, and processes that start together."""

import asyncio
import gc
import os
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from models.db.connection import DatabaseBusy
from models.db.database import Database
from models.db.migrate import ForeignDatabase, UnknownSchema
from server.app import assemble, open_database
from server.settings import Settings, SettingsError
from tests.commands import doorstep
from tests.databases import PATIENCE, PostgresSource, Source, SqliteSource, opened
from tests.served.test_workers import ALONE, started
from tests.world import SECRET

PROCESSES = 3


async def refused(**settings: str) -> tuple[int, list[str]]:
    """The exit status and the lines on standard error."""
    status, output, errors = await doorstep("serve", **ALONE | settings)
    assert output == ""
    return status, errors.splitlines()


def run_sql(file: Path, *statements: str) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def broken_files(url: str, folder: Path) -> dict[Path, str]:
    """Database files by their fault; the url is that of a whole one."""
    whole = Path(url.removeprefix("sqlite:///")).read_bytes()
    garbage, cut, other = (folder / f"{name}.db" for name in ("garbage", "cut", "other"))
    old, missing = folder / "old.db", folder / "missing.db"
    cut_in_a_page, cut_to_a_byte, spoilt = (folder / f"{name}.db" for name in ("page", "byte", "spoilt"))
    garbage.write_bytes(os.urandom(20_000))
    cut.write_bytes(whole[: len(whole) // 2])
    cut_in_a_page.write_bytes(whole[:-100])
    cut_to_a_byte.write_bytes(whole[:1])
    spoilt.write_bytes(whole[:100_000] + os.urandom(8_192) + whole[108_192:])
    run_sql(other, "CREATE TABLE posts (id INTEGER)")
    old.write_bytes(whole)
    run_sql(old, "UPDATE tortoise_migrations SET name = '0000_before'")
    missing.write_bytes(whole)
    run_sql(missing, "ALTER TABLE installation DROP COLUMN epoch")
    (folder / "folder.db").mkdir()
    return {
        garbage: "file is not a database",
        cut: "malformed",
        cut_in_a_page: "malformed",
        cut_to_a_byte: "malformed",
        spoilt: "malformed",
        other: "of another application (posts)",
        old: "another version of Doorstep (0000_before)",
        missing: "another version of Doorstep (installation.epoch)",
        folder / "folder.db": "unable to open database file",
    }


@pytest.mark.shows("15.27")
async def test_a_file_that_cannot_be_used_is_one_line(sqlite_source: SqliteSource, tmp_path: Path) -> None:
    files = broken_files(await sqlite_source.make(), tmp_path)
    before = {file: file.read_bytes() for file in files if file.is_file()}
    for file, said in files.items():
        with pytest.raises(SettingsError) as refused:
            await open_database(Settings(database_url=f"sqlite:///{file}", jwt_secret=SECRET))
        (line,) = str(refused.value).splitlines()
        assert line.startswith("DOORSTEP_DATABASE_URL: ")
        assert said in line
    assert {file: file.read_bytes() for file in before} == before


@pytest.mark.shows("15.27")
async def test_a_database_that_is_too_busy_for_a_start_is_one_line(
    sqlite_source: SqliteSource, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def times_out(*_: object) -> None:
        raise DatabaseBusy("canceling statement due to statement timeout")

    monkeypatch.setattr("server.contexts.read_secrets", times_out)
    settings = Settings(database_url=await sqlite_source.make(), jwt_secret=SECRET)
    with pytest.raises(SettingsError, match="DOORSTEP_DATABASE_URL: canceling statement"):
        await assemble(settings)


@pytest.mark.shows("15.27")
async def test_a_database_that_is_no_file_leaves_no_thread(tmp_path: Path) -> None:
    """One that is left keeps the process from its end."""
    before = threading.enumerate()
    with pytest.raises(SettingsError, match="unable to open database file"):
        await open_database(Settings(database_url=f"sqlite:///{tmp_path}", jwt_secret=SECRET))
    assert set(threading.enumerate()) <= set(before)
    gc.collect()  # from Python 3.13 on it warns of a connection that was not closed


@pytest.mark.shows("15.27")
async def test_a_process_says_that_line_and_ends(sqlite_source: SqliteSource, tmp_path: Path) -> None:
    url = await sqlite_source.make()
    garbage = tmp_path / "garbage.db"
    garbage.write_bytes(os.urandom(20_000))
    async with opened(url):
        for place, said in ((url, "is in use"), (f"sqlite:///{garbage}", "file is not a database")):
            status, lines = await refused(DATABASE_URL=place)
            assert (status, len(lines), said in lines[0]) == (2, 1, True), lines
    status, lines = await refused(DATABASE_URL=url, MANIFESTS=str(tmp_path / "none.json"))
    assert (status, len(lines), "DOORSTEP_MANIFESTS" in lines[0]) == (2, 1, True), lines


@pytest.mark.shows("15.27")
async def test_a_database_of_another_application_is_not_touched(source: Source) -> None:
    url = await source.make_empty()
    async with opened(url) as database:
        await database.execute("DROP TABLE tortoise_migrations", ())
    with pytest.raises(ForeignDatabase):
        await Database.open(url)
    await source.drop(url)


async def test_a_table_that_lacks_a_column_is_of_another_version(database_url: str) -> None:
    async with opened(database_url) as database:
        await database.execute("ALTER TABLE installation DROP COLUMN home", ())
    with pytest.raises(UnknownSchema, match=r"installation\.home"):
        await Database.open(database_url)


@pytest.mark.shows("15.27")
async def test_processes_start_together_on_an_empty_database(postgres_source: PostgresSource) -> None:
    url = await postgres_source.make_empty()
    processes = await asyncio.gather(*(started(DATABASE_URL=url, WORKERS="2") for _ in range(PROCESSES)))
    try:
        for process in processes:
            assert process.stdout
            line = await asyncio.wait_for(process.stdout.readline(), 3 * PATIENCE)
            assert line.startswith(b"Doorstep listens"), process.stderr and await process.stderr.read()
    finally:
        for process in processes:
            if process.returncode is None:
                process.terminate()
        await asyncio.gather(*(process.communicate() for process in processes))
    assert [process.returncode for process in processes] == [0] * PROCESSES
    async with opened(url) as database:
        assert len(await database.fetch("SELECT secret FROM sealing_secrets", ())) == 1
    await postgres_source.drop(url)
