"""Liveness and readiness: whether the loop answers, and whether writes can succeed."""

import asyncio
import json

import pytest

from models.db.client import Unready
from models.db.connection import DiskFull
from server.errors import internal_error
from server.logs import TROUBLE, Trouble
from server.process import EXHAUSTED, FULL, KEPT, READINESS, Readiness
from tests.transport.servers import Health, Server, Starter

SECRET_TEXT = "postgres://user:password@host/db"


@pytest.fixture
async def server(start: Starter) -> Server:
    return await start()


async def asked(server: Server, page: str) -> tuple[int, dict[str, str]]:
    async with server.client.get(server.url.replace("graphql", page)) as answer:
        return answer.status, json.loads(await answer.read())


@pytest.mark.shows("15.21")
async def test_a_process_is_alive_without_its_database(server: Server) -> None:
    server.health.trouble = ConnectionError()
    assert await asked(server, "healthz") == (200, {"status": "ok"})
    assert server.health.probes == 0


@pytest.mark.shows("15.21")
async def test_a_ready_process_says_so(server: Server) -> None:
    assert await asked(server, "readyz") == (200, {"status": "ready"})


async def test_a_monitor_may_ask_for_the_head_alone(server: Server) -> None:
    for page in ("healthz", "readyz"):
        async with server.client.head(server.url.replace("graphql", page)) as answer:
            assert (answer.status, await answer.read()) == (200, b"")


@pytest.mark.shows("15.21")
@pytest.mark.parametrize(
    ("trouble", "reason"),
    [
        (ConnectionError(SECRET_TEXT), "DATABASE_UNREACHABLE"),
        (Unready.DATABASE_GONE, "DATABASE_GONE"),
        (Unready.DATABASE_READ_ONLY, "DATABASE_READ_ONLY"),
        (Unready.DISK_FULL, "DISK_FULL"),
    ],
)
async def test_trouble_is_one_word(server: Server, trouble: Unready | Exception, reason: str) -> None:
    server.health.trouble = trouble
    assert await asked(server, "readyz") == (503, {"status": "unavailable", "reason": reason})


@pytest.mark.shows("15.21")
async def test_a_process_that_ends_is_not_ready(server: Server) -> None:
    await server.app.shutdown()
    assert await asked(server, "readyz") == (503, {"status": "unavailable", "reason": "DRAINING"})
    assert await asked(server, "healthz") == (200, {"status": "ok"})


class Clock:
    now = 1_000.0

    def __call__(self) -> float:
        return self.now


async def test_many_questions_are_one_probe_a_second() -> None:
    health, clock = Health(), Clock()
    readiness = Readiness(health.probe, Trouble(), clock)
    assert await asyncio.gather(*(readiness.reason() for _ in range(100))) == [None] * 100
    assert await readiness.reason() is None
    assert health.probes == 1
    health.trouble = Unready.DATABASE_GONE
    assert await readiness.reason() is None
    clock.now += KEPT
    assert await readiness.reason() == "DATABASE_GONE"
    assert health.probes == 2


async def test_a_crowd_counts_once_it_lasts() -> None:
    health, clock = Health(Unready.POOL_EXHAUSTED), Clock()
    readiness = Readiness(health.probe, Trouble(), clock)
    assert await readiness.reason() is None
    clock.now += EXHAUSTED
    assert await readiness.reason() == "POOL_EXHAUSTED"
    health.trouble = None
    clock.now += KEPT
    assert await readiness.reason() is None
    health.trouble = Unready.POOL_EXHAUSTED
    clock.now += KEPT
    assert await readiness.reason() is None, "it begins again"


async def test_a_write_that_met_a_full_disk_counts_for_a_time() -> None:
    clock, trouble = Clock(), Trouble()
    readiness = Readiness(Health().probe, trouble, clock)
    trouble.full_disk_at = clock.now
    assert await readiness.reason() == "DISK_FULL"
    clock.now += FULL
    assert await readiness.reason() is None


async def test_an_error_of_a_full_disk_is_noted_for_the_process(server: Server) -> None:
    assert internal_error(DiskFull("no room")).extensions == {"code": "OVERLOADED"}
    try:
        assert await server.app[READINESS].reason() == "DISK_FULL"
    finally:
        TROUBLE.full_disk_at = float("-inf")


async def test_a_caller_that_leaves_stops_no_probe() -> None:
    health = Health()
    readiness = Readiness(health.probe, Trouble())
    caller = asyncio.create_task(readiness.reason())
    await asyncio.sleep(0)
    caller.cancel()
    assert await readiness.reason() is None
    assert health.probes == 1
