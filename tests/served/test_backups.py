"""Backups while people write, and clients with old cursors after a restore; by the commands themselves."""

import asyncio
import os
import shutil
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import aiohttp
import asyncpg
import pytest

from models.db.programs import apart, run
from rules.policy import Policy
from server.contexts import make_services
from tests.commands import TOOLS, doorstep
from tests.databases import Source, opened
from tests.live.devices import cursor_of
from tests.races.workers import worker
from tests.world import SECRET, Clock, Person, World

UNBOUND = {"LIMIT_SENDS": "90000", "LIMIT_SENDS_BURST": "90000"}


@dataclass
class Place:
    """A database with two people, and the process that serves it, as long as it does."""

    url: str
    log: Path
    alice: Person
    bob: Person

    @asynccontextmanager
    async def served(self) -> AsyncIterator[tuple[Person, Person]]:
        """The process is killed in the end."""
        async with (
            worker(self.url, self.log, {"bucket_size": 9000}, UNBOUND) as process,
            aiohttp.ClientSession() as client,
        ):
            world = replace(self.alice.world, url=process.url, client=client)
            alice, bob = (replace(person, world=world) for person in (self.alice, self.bob))
            world.people |= {"alice": alice, "bob": bob}
            yield alice, bob

    async def doorstep(self, *arguments: str) -> tuple[int, str, str]:
        return await doorstep(*arguments, DATABASE_URL=self.url, JWT_SECRET=SECRET)

    async def cursor(self) -> str:
        """Of the end of bob's log; nothing serves the database."""
        async with self.asked() as bob:
            return await cursor_of(bob)

    @asynccontextmanager
    async def asked(self) -> AsyncIterator[Person]:
        async with opened(self.url) as database:
            services = replace(self.bob.world.services, database=database)
            yield replace(self.bob, world=replace(self.bob.world, services=services))


@pytest.fixture
async def place(database_url: str, tmp_path: Path) -> Place:
    async with opened(database_url) as database, aiohttp.ClientSession() as client:
        services = await make_services(database, Policy())
        world = World(services, Clock(datetime.now(UTC)), "", client)
        place = Place(database_url, tmp_path / "log", *await world.cast("alice", "bob"))
    async with place.served() as (alice, bob):
        await alice.opens(bob, "first")
    return place


async def first_item(bob: Person, after: str) -> dict[str, Any]:
    async with bob.listen("events", after=after) as stream:
        item: dict[str, Any] = await stream.item()
        return item


async def test_only_the_owner_reads_what_commands_make(tmp_path: Path) -> None:
    folder = tmp_path / "var"
    url, file = f"sqlite:///{folder / 'doorstep.db'}", tmp_path / "backup"
    for arguments in (["migrate"], ["backup", str(file)]):
        code, _, err = await doorstep(*arguments, DATABASE_URL=url, JWT_SECRET=SECRET)
        assert code == 0, err
    made = [folder, *folder.iterdir(), file]
    assert {path.name: path.stat().st_mode & 0o077 for path in made} == {path.name: 0 for path in made}


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give a file to another user")
async def test_a_restored_file_belongs_to_whom_it_belonged_before(tmp_path: Path) -> None:
    database, link, file = tmp_path / "doorstep.db", tmp_path / "link", tmp_path / "backup"
    link.symlink_to(database)

    async def run(*arguments: str) -> None:
        code, _, err = await doorstep(*arguments, DATABASE_URL=f"sqlite:///{link}", JWT_SECRET=SECRET)
        assert code == 0, err

    await run("migrate")
    await run("backup", str(file))
    os.chown(database, 1234, 1235)
    database.chmod(0o640)
    await run("restore", "--yes", str(file))
    was = database.stat()
    assert (was.st_uid, was.st_gid, was.st_mode & 0o777) == (1234, 1235, 0o640)
    assert database.with_name("doorstep.db.before-1").exists()
    assert link.is_symlink()


@pytest.mark.shows("9.12", "9.28")
async def test_a_restore_brings_the_messages_back_and_ends_old_cursors(place: Place, tmp_path: Path) -> None:
    file = tmp_path / "backup"
    sent = ["first"]
    async with place.served() as (alice, bob):

        async def write() -> None:
            while not is_written.is_set():
                assert (await alice.send(bob, f"text {len(sent)}"))["__typename"] == "SendMessageSuccess"
                sent.append(f"text {len(sent)}")

        is_written = asyncio.Event()
        writing = asyncio.create_task(write())
        code, out, err = await place.doorstep("backup", str(file))
        assert (code, out) == (0, f"The backup is in {file}.\n"), err
        is_written.set()
        await writing
        await alice.send(bob, "lost")
        thread_id = await bob.thread_id(alice)
    before = await place.cursor()

    code, _, err = await place.doorstep("restore", "--yes", str(file))
    assert code == 0, err
    async with place.served() as (alice, bob):
        assert (await first_item(bob, before))["reason"] == "EPOCH_CHANGED"
        texts = await bob.texts(alice)
        assert "lost" not in texts
        assert texts == sent[: sent.index(texts[-1]) + 1][-len(texts) :]
        assert await bob.thread_id(alice) == thread_id
        middle = (await first_item(bob, before))["eventCursor"]
    code, _, err = await place.doorstep("restore", "--yes", str(file))
    assert code == 0, err
    async with place.served() as (_, bob):
        assert (await first_item(bob, middle))["reason"] == "EPOCH_CHANGED"


async def test_a_new_user_has_the_epoch_of_the_others(place: Place, tmp_path: Path) -> None:
    await place.doorstep("backup", str(tmp_path / "backup"))
    await place.doorstep("restore", "--yes", str(tmp_path / "backup"))
    users = tmp_path / "users.csv"
    users.write_text("subject,username,displayName\nu1,carol,Carol\n")
    assert (await place.doorstep("import", str(users)))[0] == 0
    async with opened(place.url) as database:
        epochs = {tuple(row) for row in await database.fetch("SELECT epoch FROM user_streams", ())}
        [row] = await database.fetch("SELECT epoch FROM installation", ())
    assert epochs == {tuple(row)}
    assert epochs != {(1,)}


def put_in_place(copy: Path, file: Path) -> None:
    copy.replace(file)
    for end in ("-wal", "-shm"):
        Path(f"{file}{end}").unlink(missing_ok=True)


@pytest.mark.shows("9.28")
async def test_a_file_that_is_put_in_place_is_noticed(place: Place, tmp_path: Path) -> None:
    """Without the command: a file of SQLite that an operator has moved there."""
    if not place.url.startswith("sqlite"):
        pytest.skip("a file")
    file = Path(place.url.removeprefix("sqlite:///"))
    copy = file.with_name("copy")
    # The process was killed: one that opens the file moves the log into it.
    await place.cursor()
    shutil.copy(file, copy)
    async with place.served() as (alice, bob):
        await alice.send(bob, "lost")
    before = await place.cursor()
    put_in_place(copy, file)
    async with place.served() as (alice, bob):
        assert (await first_item(bob, before))["reason"] == "EPOCH_CHANGED"
        assert await bob.texts(alice) == ["first"]


def cut(file: Path, place: Path) -> None:
    """A copy that lacks the last byte."""
    place.write_bytes(file.read_bytes()[:-1])


async def test_what_cannot_be_done_changes_nothing(place: Place, tmp_path: Path) -> None:
    file, garbage = tmp_path / "backup", tmp_path / "garbage"
    garbage.write_bytes(b"no backup" * 1000)
    assert (await place.doorstep("backup", str(file)))[0] == 0
    cut(file, tmp_path / "cut")
    for arguments, why in {
        ("backup", str(file)): "exists",
        ("backup", str(tmp_path / "no" / "folder")): "no is no folder",
        ("restore", "--yes", str(garbage)): "doorstep:",
        ("restore", "--yes", str(tmp_path / "cut")): "doorstep:",
        ("restore", "--yes", str(tmp_path / "nothing")): "is no file",
        ("restore", "--yes", str(tmp_path / ("n" * 300))): "too long",
    }.items():
        code, _, err = await place.doorstep(*arguments)
        assert (code, why in err) == (2, True), (arguments, err)
        assert err.strip().splitlines()[-1].startswith("doorstep: ")
    async with place.served() as (alice, bob):
        code, _, err = await place.doorstep("restore", "--yes", str(file))
        assert (code, "use" in err) == (2, True), err
        assert await bob.texts(alice) == ["first"]
    assert not [name for name in os.listdir(tmp_path) if name.endswith(".part")]


async def test_no_backup_is_made_of_another_database(source: Source, tmp_path: Path) -> None:
    url = await source.make_empty()
    code, _, err = await doorstep("backup", str(tmp_path / "backup"), DATABASE_URL=url, JWT_SECRET=SECRET)
    assert (code, err.count("doorstep: ")) == (2, 1), err
    assert os.listdir(tmp_path) == []
    await source.drop(url)


@asynccontextmanager
async def opened_as_it_is(url: str) -> AsyncIterator[Callable[[str], Awaitable[object]]]:
    """Runs statements on a database that may be of another version."""
    if url.startswith("sqlite"):
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as file:

            async def run(sql: str) -> object:
                return file.execute(sql)

            yield run
    else:
        connection = await asyncpg.connect(url)
        yield connection.execute
        await connection.close()


async def test_a_backup_of_other_tables_changes_nothing(place: Place, tmp_path: Path) -> None:
    file = tmp_path / "backup"
    for change in ("ADD COLUMN extra", "DROP COLUMN extra"):
        async with opened_as_it_is(place.url) as run:
            await run(f"ALTER TABLE installation {change}" + " INTEGER" * change.startswith("ADD"))
        if not file.exists():
            assert (await place.doorstep("backup", str(file)))[0] == 0
    code, _, err = await place.doorstep("restore", "--yes", str(file))
    assert (code, "installation.extra" in err) == (2, True), err
    async with place.served() as (alice, bob):
        assert await bob.texts(alice) == ["first"]


def test_no_argument_of_a_program_has_the_password() -> None:
    for url, place, password in [
        ("postgres://app:p%40ss@db:5/x", "postgres://app@db:5/x", "p@ss"),
        ("postgres:///x?user=app&password=p%40ss&port=5", "postgres:///x?user=app&port=5", "p@ss"),
        ("postgres://app:one@db/x?password=two", "postgres://app@db/x", "one"),
        ("postgres://db/x?host=%2Frun%2Fa", "postgres://db/x?host=%2Frun%2Fa", ""),
    ]:
        assert apart(url) == (place, password)


async def test_a_file_that_cannot_be_opened_is_not_called_broken(place: Place, tmp_path: Path) -> None:
    if not place.url.startswith("sqlite"):
        pytest.skip("PostgreSQL's programs have words of their own")
    file = shutil.copy(place.url.removeprefix("sqlite:///"), tmp_path / "database")
    os.mkdir(f"{file}-wal")
    url = f"sqlite:///{file}"
    code, _, err = await doorstep("backup", str(tmp_path / "backup"), DATABASE_URL=url, JWT_SECRET=SECRET)
    assert (code, "the copy failed: unable to open" in err) == (2, True), err


async def test_a_file_is_restored_with_the_log_beside_it(place: Place, tmp_path: Path) -> None:
    if not place.url.startswith("sqlite"):
        pytest.skip("PostgreSQL has no such file")
    copy = tmp_path / "copy"
    async with place.served() as (alice, bob):
        await alice.send(bob, "second")
    for end in ("", "-wal"):
        shutil.copy(place.url.removeprefix("sqlite:///") + end, f"{copy}{end}")
    assert copy.with_name("copy-wal").stat().st_size
    assert (await place.doorstep("restore", "--yes", str(copy)))[0] == 0
    async with place.served() as (alice, bob):
        assert await bob.texts(alice) == ["first", "second"]


async def test_of_backups_of_one_name_one_is_made(place: Place, tmp_path: Path) -> None:
    file = tmp_path / "backup"
    found = await asyncio.gather(*(place.doorstep("backup", str(file)) for _ in range(3)))
    assert sorted(code for code, _, _ in found) == [0, 2, 2], found
    assert (await place.doorstep("restore", "--yes", str(file)))[0] == 0


async def test_what_others_have_in_the_same_database_is_left_alone(place: Place, tmp_path: Path) -> None:
    if place.url.startswith("sqlite"):
        pytest.skip("a file is of one application")
    file = tmp_path / "backup"
    async with opened_as_it_is(place.url) as run:
        await run(
            "CREATE SCHEMA app CREATE TABLE users (name text) CREATE TABLE tortoise_migrations (name text)"
        )
        assert (await place.doorstep("backup", str(file)))[0] == 0
        await run("INSERT INTO app.users VALUES ('later')")
        code, _, err = await place.doorstep("restore", "--yes", str(file))
        assert code == 0, err
        assert await run("DELETE FROM app.users") == "DELETE 1"
        await run('CREATE SCHEMA "Own Ö"; ALTER ROLE current_user SET search_path = "Own Ö"')
        try:
            code, _, err = await place.doorstep("restore", "--yes", str(file))
            made = [await place.doorstep(*words) for words in (["migrate"], ["backup", f"{file}-own"])]
            made.append(await place.doorstep("restore", "--yes", f"{file}-own"))
        finally:
            await run("ALTER ROLE current_user RESET search_path")
        assert (code, "in the schema public" in err) == (2, True), err
        assert [code for code, _, _ in made] == [0, 0, 0], made


async def test_of_a_backup_of_all_schemas_ours_is_put_back(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Such as versions before made, and pg_dump alone."""
    if place.url.startswith("sqlite"):
        pytest.skip("a file is of one application")
    file = tmp_path / "backup"
    monkeypatch.setenv("PATH", str(TOOLS), prepend=os.pathsep)
    async with opened_as_it_is(place.url) as change:
        await change("CREATE SCHEMA app CREATE TABLE installation (id integer)")
        await run("pg_dump", place.url, "--format=custom", f"--file={file}", place.url)
        await change("INSERT INTO app.installation VALUES (1)")
        code, _, err = await place.doorstep("restore", "--yes", str(file))
        assert code == 0, err
        assert await change("DELETE FROM app.installation") == "DELETE 1"
    async with place.served() as (alice, bob):
        assert await bob.texts(alice) == ["first"]
