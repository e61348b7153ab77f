"""Fixtures of every test: a database on SQLite and one on PostgreSQL."""

import gc
import os
from collections.abc import AsyncIterator

import pytest
import structlog

from models.db.connection import Limits
from models.db.database import Database
from rules.policy import Policy
from server.operations import Schema
from server.process import freeze_heap
from server.rates import Rates
from tests.databases import (
    PATIENT,
    PostgresSource,
    Source,
    SqliteSource,
    fast_folder,
    opened,
    postgres_server,
)
from tests.services import UNBOUND, running_world
from tests.world import World

Schema.default_execution = "core" if os.environ.get("DOORSTEP_EXECUTION") == "core" else "compiled"


def pytest_configure(config: pytest.Config) -> None:
    """graphql-core forgets coroutines where an operation is cancelled, and the collector tells it in a later test."""
    if Schema.default_execution == "core":
        config.addinivalue_line("filterwarnings", "ignore:coroutine .* was never awaited:RuntimeWarning")
        config.addinivalue_line("filterwarnings", "ignore::pytest.PytestUnraisableExceptionWarning")


pytest_plugins = ["tests.promises.plugin"]


def pytest_xdist_auto_num_workers() -> int:
    """Two more than processors, since tests wait for databases and for processes of their own."""
    return (os.cpu_count() or 1) + 2


# A line of each request is kept for tests that fail; the renderer for people takes three times as long.
structlog.configure(processors=[structlog.processors.format_exc_info, structlog.processors.JSONRenderer()])
# Modules and tests stay: to look for garbage among them is a tenth of the time that their collection takes.
gc.disable()


def pytest_collection_finish() -> None:
    """As a server at its start: else the collector takes a tenth of the time."""
    freeze_heap()
    gc.enable()


@pytest.fixture(scope="session")
async def sqlite_source() -> AsyncIterator[SqliteSource]:
    with fast_folder() as folder:
        source = SqliteSource(folder)
        await source.prepare()
        yield source
        await source.close()


@pytest.fixture(scope="session")
async def postgres_source() -> AsyncIterator[PostgresSource]:
    with postgres_server() as server:
        source = PostgresSource(server)
        await source.prepare()
        yield source
        await source.close()


@pytest.fixture(params=["sqlite", "postgres"])
def source(request: pytest.FixtureRequest) -> Source:
    found: Source = request.getfixturevalue(f"{request.param}_source")
    return found


@pytest.fixture
async def database_url(source: Source) -> AsyncIterator[str]:
    url = await source.make()
    yield url
    await source.drop(url)


@pytest.fixture
def limits() -> Limits:
    """How long PostgreSQL may keep a caller waiting; a test module may override it."""
    return PATIENT


@pytest.fixture
async def database(database_url: str, limits: Limits) -> AsyncIterator[Database]:
    async with opened(database_url, limits=limits) as database:
        yield database


@pytest.fixture
def policy() -> Policy:
    """The numbers of the test's service; a test module may override it."""
    return Policy()


@pytest.fixture
def rates() -> Rates:
    """How much may be asked of the test's service; a test module may override it."""
    return UNBOUND


@pytest.fixture
async def world(source: Source, policy: Policy, rates: Rates) -> AsyncIterator[World]:
    async with source.lent() as database, running_world(database, policy, rates) as world:
        yield world
