"""A service on PostgreSQL that has enough of everything, to prepare by; others on the same rows are in trouble."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta

import asyncpg
import pytest

from models.db.connection import DatabaseBusy, Limits, Transaction
from models.db.database import Database
from rules.policy import Policy
from tests.databases import PATIENCE, PATIENT, PostgresSource, opened
from tests.services import running_world, serving
from tests.world import Person, World

POLICY = Policy(
    bucket_size=10_000,
    bucket_refill=timedelta(seconds=1),
    position_interval=timedelta(milliseconds=50),
)

WAITING = (
    "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
)
IN_THE_WAY = "LOCK TABLE user_streams IN EXCLUSIVE MODE"
"""It blocks all writers; reads go on."""


@dataclass(frozen=True)
class House:
    """`world` is the quiet service; `url` is that of the database."""

    world: World
    url: str

    @asynccontextmanager
    async def beside(
        self, pool_size: int = 16, limits: Limits = PATIENT, url: str = ""
    ) -> AsyncIterator[World]:
        """Another service on the same rows, with connections of its own."""
        async with opened(url or self.url, pool_size, limits) as database, self.on(database) as world:
            yield world

    @asynccontextmanager
    async def on(self, database: Database) -> AsyncIterator[World]:
        async with serving(replace(self.world.services, database=database)) as world:
            yield world


def at(world: World, person: Person) -> Person:
    """The same one, at another service."""
    return replace(person, world=world)


async def keep(database: Database, is_enough: Callable[[], bool]) -> None:
    """The next connection that comes free, however long that takes."""

    async def step(_: Transaction) -> None:
        while not is_enough():  # noqa: ASYNC110
            await asyncio.sleep(0.01)

    while True:
        try:
            return await database.transaction(step)
        except DatabaseBusy:
            continue


@asynccontextmanager
async def in_the_way(house: House) -> AsyncIterator[None]:
    """Another transaction, until the block is left."""
    outside = await asyncpg.connect(house.url)
    try:
        async with outside.transaction():
            await outside.execute(IN_THE_WAY)
            yield
    finally:
        await outside.close()


async def until_one_waits(house: House) -> None:
    database = house.world.database
    async with asyncio.timeout(PATIENCE):
        while not (await database.fetch(WAITING, ()))[0][0]:  # noqa: ASYNC110
            await asyncio.sleep(0.01)


@pytest.fixture(scope="package")
async def house(postgres_source: PostgresSource) -> AsyncIterator[House]:
    url = await postgres_source.make()
    async with opened(url) as database, running_world(database, POLICY) as world:
        yield House(world, url)
    await postgres_source.drop(url)
