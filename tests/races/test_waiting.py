"""Who waits for a lock on PostgreSQL decides by what it finds when it has it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest

from models.connection import Transaction
from models.database import Database
from models.limits import Limits
from models.moments import to_micros
from tests.databases import PATIENCE, PostgresSource
from tests.world import Person, World

LOCK = "SELECT user_id FROM user_streams WHERE user_id = $1 FOR UPDATE"
WAITING = (
    "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
)
MORE_THAN_THE_LOCK_TIMEOUT = 2.2


@pytest.fixture
def source(postgres_source: PostgresSource) -> PostgresSource:
    return postgres_source


@pytest.fixture
def limits() -> Limits:
    return Limits()


@asynccontextmanager
async def held(database: Database, person: Person) -> AsyncIterator[None]:
    """Someone's stream, by another transaction."""
    taken, done = asyncio.Event(), asyncio.Event()

    async def step(tx: Transaction) -> None:
        await tx.fetch(LOCK, (person.key,))
        taken.set()
        await done.wait()

    holder = asyncio.create_task(database.transaction(step))
    await taken.wait()
    try:
        yield
    finally:
        done.set()
        await holder


async def start_waiting(database: Database, work: Any) -> "asyncio.Task[Any]":
    task = asyncio.create_task(work)
    async with asyncio.timeout(PATIENCE):
        while (await database.fetch(WAITING, ()))[0][0] == 0:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    return task


async def test_a_send_outlives_the_lock_timeout(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    async with held(world.database, bob):
        sending = await start_waiting(world.database, alice.request(bob))
        await asyncio.sleep(MORE_THAN_THE_LOCK_TIMEOUT)
        assert not sending.done()
    assert (await sending)["thread"]["messagesLeft"] == 2


async def test_an_accept_is_of_the_time_when_it_came_through(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob)
    async with held(world.database, alice):
        accepting = await start_waiting(world.database, bob.accept(alice))
        world.clock.advance(minutes=1)
        before = to_micros(world.clock.now)
    await accepting
    assert await world.rows("threads", "opened_at", f"opened_at <= {before}") == []
    assert await world.rows("memberships", "id", f"activity_at <= {before}") == []


async def test_a_send_that_waited_for_a_block_is_decided_again(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    async with held(world.database, bob):
        blocking = await start_waiting(world.database, bob.do("block", userId=alice.id))
        sending = asyncio.create_task(alice.request(bob))
    await blocking
    assert (await sending)["thread"]["state"] == "PENDING"
    assert await bob.nodes("requests") == []
