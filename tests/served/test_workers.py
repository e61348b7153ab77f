"""Several workers on one address: one that dies is replaced, and a signal to the first process ends all of them."""

import asyncio
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from subprocess import PIPE

import aiohttp
import psutil
import pytest

from rules.policy import Policy
from server.contexts import make_services
from tests.commands import ROOT, doorstep
from tests.databases import PATIENCE, PostgresSource, opened
from tests.forks import Forked, forked
from tests.world import SECRET, Clock, World

ALONE = {"JWT_SECRET": SECRET, "PORT": "0", "LOG_LEVEL": "error", "DOCUMENTS": "open"}


async def started(**settings: str) -> Forked:
    environment = {f"DOORSTEP_{name}": value for name, value in (ALONE | settings).items()}
    return await forked("server", environment)


@pytest.fixture
async def database_url(postgres_source: PostgresSource) -> AsyncIterator[str]:
    url = await postgres_source.make()
    yield url
    await postgres_source.drop(url)


@pytest.fixture
async def first(database_url: str, redis_url: str) -> AsyncIterator[Forked]:
    process = await started(DATABASE_URL=database_url, REDIS_URL=redis_url, WORKERS="2")
    yield process
    if process.returncode is None:
        process.terminate()
    await process.communicate()


async def world_of(process: Forked, url: str, client: aiohttp.ClientSession) -> AsyncIterator[World]:
    line = (await asyncio.wait_for(process.stdout.readline(), PATIENCE)).decode()
    async with opened(url) as database:
        services = await make_services(database, Policy())
        yield World(services, Clock(datetime.now(UTC)), line.split()[-1], client)


@pytest.fixture
async def world(first: Forked, database_url: str) -> AsyncIterator[World]:
    # A connection for each request, so that both workers answer some.
    connector = aiohttp.TCPConnector(force_close=True)
    async with aiohttp.ClientSession(connector=connector) as client:
        async for world in world_of(first, database_url, client):
            yield world


def workers_of(process: Forked) -> set[int]:
    return {int(pid) for pid in Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()}


async def two_workers(process: Forked, *, without: int = 0) -> set[int]:
    async with asyncio.timeout(PATIENCE):
        while len(found := workers_of(process)) < 2 or without in found:  # noqa: ASYNC110
            await asyncio.sleep(0.05)
    return found


async def test_a_worker_that_is_killed_is_replaced(first: Forked, world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.opens(bob)
    killed, other = sorted(await two_workers(first))
    os.kill(killed, signal.SIGKILL)
    assert other in await two_workers(first, without=killed)
    for text in ("one", "two", "three"):
        assert (await alice.send(bob, text))["__typename"] == "SendMessageSuccess"


async def test_a_worker_begins_with_the_work_of_the_first_process(first: Forked, world: World) -> None:
    """Its own modules, documents and tables would cost half a second of CPU."""
    [killed, other] = await two_workers(first)
    os.kill(killed, signal.SIGKILL)
    [new] = await two_workers(first, without=killed) - {other}
    assert await cpu_of(new) < 0.25


async def cpu_of(pid: int) -> float:
    """The seconds until it takes no more for a while."""
    before, now, process = -1.0, 0.0, psutil.Process(pid)
    while now > before:
        await asyncio.sleep(1)
        times = process.cpu_times()
        before, now = now, times.user + times.system
    return now


async def test_a_signal_drains_all_workers(first: Forked, world: World) -> None:
    (bob,) = await world.cast("bob")
    async with bob.listen("events") as one, bob.listen("events") as other:
        first.terminate()
        for stream in (one, other):
            assert (await stream.ws.receive(timeout=PATIENCE)).data == 1012
    assert await asyncio.wait_for(first.wait(), PATIENCE) == 0
    assert first.stderr
    assert b"Traceback" not in await first.stderr.read()


async def test_workers_end_when_the_first_process_is_killed(first: Forked, world: World) -> None:
    (bob,) = await world.cast("bob")
    async with bob.listen("events") as stream:
        workers = await two_workers(first)
        first.kill()
        assert (await stream.ws.receive(timeout=PATIENCE)).data == 1012
    async with asyncio.timeout(PATIENCE):
        while any(is_running(pid) for pid in workers):  # noqa: ASYNC110
            await asyncio.sleep(0.05)


def is_running(pid: int) -> bool:
    stat = Path(f"/proc/{pid}/stat")
    return stat.exists() and stat.read_text().rpartition(")")[2].split()[0] != "Z"


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"WORKERS": "2"}, "DOORSTEP_WORKERS must be 1 on SQLite"),
        ({"WORKERS": "0"}, "DOORSTEP_WORKERS must be a whole number from 1 to 64"),
        ({"WORKERS": "two"}, "DOORSTEP_WORKERS must be a whole number"),
        ({"WORKERS": "2", "DATABASE_URL": "postgres://127.0.0.1:1/none"}, "DOORSTEP_DATABASE_URL: "),
        (
            {"WORKERS": "2", "DATABASE_URL": "postgres://x/y", "DEMO": "1"},
            "DOORSTEP_DEMO needs DOORSTEP_WORKERS=1",
        ),
        ({"REDIS_URL": "http://127.0.0.1"}, "DOORSTEP_REDIS_URL must be redis://"),
        ({"REDIS_URL": "valkey://127.0.0.1"}, "DOORSTEP_REDIS_URL must be redis://"),
        ({"REDIS_URL": "redis://127.0.0.1:99999"}, "DOORSTEP_REDIS_URL must be redis://"),
    ],
)
async def test_settings_that_do_not_fit_are_one_line(settings: dict[str, str], said: str) -> None:
    status, output, errors = await doorstep("serve", **ALONE | settings)
    (line,) = errors.splitlines()
    assert (status, output) == (2, "")
    assert line.startswith(f"doorstep: {said}")


@pytest.mark.parametrize("name", ["WORDS_FILE", "MANIFESTS"])
async def test_a_pipe_in_the_place_of_a_file_is_one_line(tmp_path: Path, name: str) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    await test_settings_that_do_not_fit_are_one_line({name: str(pipe)}, f"DOORSTEP_{name}: ")


@pytest.mark.shows("15.27")
async def test_what_no_worker_could_start_with_is_one_line(database_url: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as used:
        cannot_listen = "DOORSTEP_HOST, DOORSTEP_PORT: cannot listen"
        for settings, said in (
            ({"PORT": str(used.getsockname()[1])}, cannot_listen),
            ({"HOST": "203.0.113.7"}, cannot_listen),
            ({"HOST": "a..b"}, cannot_listen),
            ({"HOST": "a..b", "WORKERS": "1"}, cannot_listen),
            ({"WORDS_FILE": "/none"}, "DOORSTEP_WORDS_FILE: "),
        ):
            await test_settings_that_do_not_fit_are_one_line(
                {"DATABASE_URL": database_url, "WORKERS": "2", **settings}, said
            )


async def test_traces_that_cannot_be_sent_are_one_line(database_url: str) -> None:
    own = {f"DOORSTEP_{name}": value for name, value in ALONE.items()}
    own |= {"DOORSTEP_DATABASE_URL": database_url, "DOORSTEP_WORKERS": "2"}
    traced = {"OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:1", "OTEL_BSP_MAX_QUEUE_SIZE": "0"}
    # Not a fork: the paths of tests have modules of the same names as the libraries of traces.
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "server", "serve"), cwd=ROOT, env=os.environ | own | traced, stderr=PIPE
    )
    _, errors = await asyncio.wait_for(process.communicate(), PATIENCE)
    (line,) = errors.decode().splitlines()
    assert (process.returncode, line.startswith("doorstep: OTEL_…: ")) == (2, True)
