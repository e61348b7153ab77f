"""A step that waits for a lock on PostgreSQL decides by the rows that it finds under the lock."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest

from models.db.connection import Limits, Transaction
from models.db.database import Database
from models.db.fields import to_micros
from tests.api.provisioning import host, said
from tests.databases import PATIENCE, PATIENT, PostgresSource
from tests.world import Person, World

LOCK = "SELECT user_id FROM user_streams WHERE user_id = $1 FOR UPDATE"
WAITING = (
    "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
)
SHORT = 0.4


@pytest.fixture
def source(postgres_source: PostgresSource) -> PostgresSource:
    return postgres_source


@pytest.fixture
def limits(request: pytest.FixtureRequest) -> Limits:
    """The default, unless the test has its own."""
    found: Limits = getattr(request, "param", Limits())
    return found


@asynccontextmanager
async def held(database: Database, person: Person, lock: str = LOCK) -> AsyncIterator[None]:
    """Someone's stream, or what else the lock names, by another transaction."""
    taken, done = asyncio.Event(), asyncio.Event()

    async def step(tx: Transaction) -> None:
        await tx.fetch(lock, (person.key,))
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
    """One more than wait already."""
    before = await _waiting(database)
    task = asyncio.create_task(work)
    async with asyncio.timeout(PATIENCE):
        while await _waiting(database) == before:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    return task


async def _waiting(database: Database) -> int:
    count: int = (await database.fetch(WAITING, ()))[0][0]
    return count


@pytest.mark.parametrize("limits", [Limits(lock=SHORT / 2)], indirect=True)
async def test_a_send_outlives_the_lock_timeout(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    async with held(world.database, bob):
        sending = await start_waiting(world.database, alice.request(bob))
        await asyncio.sleep(SHORT)
        assert not sending.done()
    assert (await sending)["thread"]["messagesLeftBeforeAccept"] == 2


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


ENDS: dict[str, dict[str, Any]] = {
    "eraseUser": {"subject": "host-alice"},
    "upsertUsers": {"users": [said("alice", isActive=False)]},
}
OWN: dict[str, dict[str, Any]] = {
    "updateFilterWords": {"words": ["private"]},
    "updateDmAudience": {"audience": "NO_ONE"},
    "updateReadReceipts": {"enabled": True},
    "updateRequestPolicy": {"strangers": "HIDDEN"},
    "pauseRequests": {"until": "2026-12-01T00:00:00Z"},
}


@pytest.mark.shows("2.6", "2.24", "14.3")
@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("limits", [PATIENT], indirect=True)
async def test_who_is_gone_when_its_turn_comes_changes_nothing(world: World, end: str) -> None:
    alice, bob = await world.cast("alice", "bob")
    acts = [("follow", {"userId": bob.id}), ("block", {"userId": bob.id}), *OWN.items()]
    async with held(world.database, alice):
        ending = await start_waiting(world.database, host(world).do(end, **ENDS[end]))
        late = [await start_waiting(world.database, alice.post(name, input=given)) for name, given in acts]
    assert (await ending)["__typename"].endswith("Success")
    errors = [answer["errors"][0]["extensions"] for answer in await asyncio.gather(*late)]
    assert errors == [{"code": "UNAUTHENTICATED"}] * len(acts)
    assert [await world.rows(table) for table in ("follows", "blocks", "filter_words")] == [[], [], []]
    settings = await world.rows(
        "users", "audience, read_receipts, request_policy, paused_at", f"id = {alice.key}"
    )
    assert settings == [(None, False, 0, None)]


@pytest.mark.parametrize("limits", [Limits(lock=0.05)], indirect=True)
async def test_who_waits_in_vain_is_told_that_it_is_busy(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    async with held(world.database, alice):
        answers = [await alice.post("block", input={"userId": bob.id})]
    async with held(world.database, bob):
        answers += [await alice.post("sendRequest", input={"recipientId": bob.id, "text": "Hello!"})]
    assert [answer["errors"][0]["extensions"] for answer in answers] == [{"code": "OVERLOADED"}] * 2
    assert [await world.rows(table) for table in ("blocks", "messages")] == [[], []]
