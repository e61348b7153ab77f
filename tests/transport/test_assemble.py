"""A database that cannot be used stops the start with one line; a demo puts an old one aside."""

import asyncio
import sys
from asyncio.subprocess import PIPE
from pathlib import Path

import pytest
from aiohttp import web
from structlog.testing import capture_logs

from models.db.fields import EPOCH
from models.users import User
from schema.types.context import Services
from server.app import assemble
from server.service import run_beside
from server.settings import Settings, SettingsError
from server.transport.wire import Runner
from tests.databases import PATIENCE, PostgresSource, opened
from tests.services import listening
from tests.world import SECRET

OLD = "UPDATE tortoise_migrations SET name = '0001_people'"


async def test_a_database_that_is_not_there(postgres_source: PostgresSource) -> None:
    url = await postgres_source.make()
    await postgres_source.drop(url)
    settings = Settings(port=0, database_url=url, jwt_secret="a secret of the tests, long enough")
    with pytest.raises(SettingsError, match=r"DOORSTEP_DATABASE_URL: database .* does not exist"):
        await assemble(settings)


@pytest.mark.parametrize("where", ["postgres://127.0.0.1:1/none", "sqlite:///{folder}", "sqlite:///{text}"])
async def test_a_url_that_leads_nowhere(where: str, tmp_path: Path) -> None:
    text = tmp_path / "text.db"
    text.write_text("no database, only a text that is longer than the head of one is " * 20)
    settings = Settings(
        port=0,
        database_url=where.format(folder=tmp_path, text=text),
        jwt_secret="a secret of the tests, long enough",
    )
    with pytest.raises(SettingsError, match=r"DOORSTEP_DATABASE_URL: ."):
        await assemble(settings)


async def _make_old(url: str) -> None:
    async with opened(url) as database:
        await database.execute(OLD, ())


async def test_a_database_of_another_version_is_left_alone(database_url: str) -> None:
    await _make_old(database_url)
    settings = Settings(database_url=database_url, jwt_secret="a secret of the tests, long enough")
    for _ in range(2):
        with pytest.raises(SettingsError, match=r"^DOORSTEP_DATABASE_URL: .* \(0001_people\): [^\n]*$"):
            await assemble(settings)


async def test_the_process_says_so_in_one_line(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/doorstep.db"
    await _make_old(url)
    environment = {"DOORSTEP_DATABASE_URL": url, "DOORSTEP_JWT_SECRET": "x" * 32, "DOORSTEP_PORT": "0"}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "server", env=environment, stdout=PIPE, stderr=PIPE
    )
    output, errors = await process.communicate()
    assert (process.returncode, output, len(errors.splitlines())) == (2, b"", 1)
    assert errors.startswith(b"doorstep: DOORSTEP_DATABASE_URL: the tables are of another version")


async def test_a_demo_begins_a_new_file_and_keeps_the_old(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/doorstep.db"
    settings = Settings(port=0, database_url=url, demo=True)
    for number in (1, 2):
        await _make_old(url)
        with capture_logs() as logs:
            app = await assemble(settings)
        kept = tmp_path / f"doorstep.db.before-{number}"
        assert [line["kept"] for line in logs if "kept" in line] == [str(kept)]
        await _stop(app)
        async with opened(url) as database:
            assert await User.filter(username="alice").using_db(database.orm).count() == 1
        assert kept.stat().st_size > 0


async def test_a_demo_whose_people_were_renamed_and_erased_starts_again(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/doorstep.db"
    settings = Settings(port=0, database_url=url, demo=True)
    await _stop(await assemble(settings))
    async with opened(url) as database:
        await User.all(database.orm).update(username="", username_folded="", erased_at=EPOCH)
    await _stop(await assemble(settings))
    async with opened(url) as database:
        assert not await User.filter(username="alice").using_db(database.orm).exists()


async def test_a_chore_that_fails_is_tried_again_and_stops_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries, turns, is_done = 0, 0, asyncio.Event()

    async def fail(_: Services) -> None:
        nonlocal tries
        tries += 1
        raise RuntimeError("not now")

    async def do(_: Services) -> float:
        nonlocal turns
        turns += 1
        if turns > 2 and tries > 2:
            is_done.set()
        return 0.01

    monkeypatch.setattr("server.app.CHORES", (("fails", fail, 0.01), ("is done", do, 600.0)))
    settings = Settings(port=0, database_url=f"sqlite:///{tmp_path / 'doorstep.db'}", jwt_secret=SECRET)
    with capture_logs() as logs:
        async with listening(Runner(await assemble(settings))):
            await asyncio.wait_for(is_done.wait(), PATIENCE)
    failed = {(one["chore"], one["error"]) for one in logs if one["event"] == "chore failed"}
    assert failed == {("fails", "RuntimeError")}


async def _stop(app: web.Application) -> None:
    runner = web.AppRunner(app)
    await runner.setup()
    await runner.cleanup()


async def test_work_that_breaks_is_in_the_log() -> None:
    app = web.Application()

    async def breaks() -> None:
        raise LookupError("a bug")

    run_beside(app, breaks)
    app.freeze()
    with capture_logs() as logs:
        await app.startup()
        await asyncio.sleep(0)
        await app.cleanup()
    assert [repr(line["exc_info"]) for line in logs] == ["LookupError('a bug')"]
