"""The service in one process on SQLite, and in four on PostgreSQL."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp
import pytest

from models.db.connection import Limits
from models.db.database import Database
from rules.policy import Policy
from server.contexts import make_services
from tests.databases import PostgresSource, SqliteSource, opened
from tests.races.arena import Arena
from tests.races.figures import Figures
from tests.races.invariants import violations
from tests.races.workers import worker
from tests.services import running_world
from tests.world import Clock, World

WORKERS = 4
SHORT = 8
REFILL = timedelta(hours=1)
"""Longer than any run: no bucket gains a message while others race."""
POLICY = {"bucket_size": 1000, "bucket_refill": int(REFILL.total_seconds())}


def pytest_addoption(parser: pytest.Parser) -> None:
    """Known when this folder is named on the command line, as `make races` does."""
    parser.addoption("--rounds", type=int, default=SHORT, help="rounds of each race")
    parser.addoption("--figures", type=Path, help="the page to write the figures of this run to")


def pytest_configure(config: pytest.Config) -> None:
    page = config.getoption("--figures", None)
    if page:
        run = {"rounds of each race": str(config.getoption("--rounds"))}
        config.pluginmanager.register(Figures(page, run))


@pytest.fixture(scope="session")
def rounds(request: pytest.FixtureRequest) -> int:
    """Of each race, on each database."""
    return int(request.config.getoption("--rounds", SHORT))


@pytest.fixture(scope="session")
async def sqlite_arena(sqlite_source: SqliteSource, rounds: int) -> AsyncIterator[Arena]:
    policy = Policy(bucket_size=1000, bucket_refill=REFILL)
    async with opened(await sqlite_source.make()) as database, running_world(database, policy) as world:
        yield Arena([world], rounds)


@pytest.fixture(scope="session")
async def postgres_arena(
    postgres_source: PostgresSource, rounds: int, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Arena]:
    url, log = await postgres_source.make(), tmp_path_factory.mktemp("workers") / "log"
    async with AsyncExitStack() as stack:
        database = await stack.enter_async_context(opened(url))
        client = await stack.enter_async_context(aiohttp.ClientSession())
        services = await make_services(database, Policy())
        addresses = [(await stack.enter_async_context(worker(url, log, POLICY))).url for _ in range(WORKERS)]
        clock = Clock(datetime.now(UTC))
        yield Arena([World(services, clock, address, client) for address in addresses], rounds)
    assert log.read_text() == ""


@pytest.fixture
async def database(database_url: str, limits: Limits) -> AsyncIterator[Database]:
    async with opened(database_url, limits=limits) as database:
        yield database


@pytest.fixture
async def world(database: Database, policy: Policy) -> AsyncIterator[World]:
    """On a database of its own: some tests change its tables, some its limits."""
    async with running_world(database, policy) as world:
        yield world


@pytest.fixture(params=["sqlite", "postgres"])
def running_arena(request: pytest.FixtureRequest) -> Arena:
    found: Arena = request.getfixturevalue(f"{request.param}_arena")
    return found


@pytest.fixture
async def arena(running_arena: Arena) -> AsyncIterator[Arena]:
    """The tables hold together after any test."""
    yield running_arena
    assert await violations(running_arena.database) == {}
