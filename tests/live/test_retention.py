"""Expired rows are deleted a day later, and no row that still counts."""

import asyncio
from datetime import timedelta

import pytest
from structlog.testing import capture_logs

from models import retention
from models.db.connection import Transaction
from models.db.database import Database
from models.retention import WINDOW, has_turn
from models.streams import StreamStart, keep_start
from schema.types.ids import Kind
from server.app import assemble
from server.chores import sweep
from server.settings import Settings
from server.transport.wire import Runner
from tests.databases import PATIENCE, opened
from tests.live.acts import act
from tests.live.devices import cursor_of
from tests.world import SECRET, Person, World

MANY = 2 * WINDOW + 1
AGES = {
    timedelta(days=7, hours=23): {"user_events", "client_keys"},
    timedelta(days=8, minutes=1): {"client_keys"},
    timedelta(days=30, hours=23): {"client_keys"},
    timedelta(days=31, minutes=1): set(),
}
"""The rows that are left after each; a day's quota counts on that day alone."""


async def _sweep(world: World) -> int:
    return await sweep(world.database, world.clock(), world.services.policy)


@pytest.mark.parametrize("age", AGES)
async def test_what_goes_when(world: World, age: timedelta) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob, clientKey="a key")
    world.clock.now += age
    await _sweep(world)
    tables = ("user_events", "client_keys", "quotas", "messages", "memberships")
    assert {table for table in tables if await world.rows(table)} == AGES[age] | {"messages", "memberships"}


async def test_today_stays(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob, clientKey="a key")
    async with world.unchanged():
        assert await _sweep(world) == 0
    world.clock.advance(days=1)
    assert await _sweep(world) == 0


@pytest.mark.shows("9.12")
async def test_a_cursor_whose_events_are_gone_is_expired(world: World) -> None:
    _, bob, _ = await world.cast("alice", "bob", "carol")
    old = await cursor_of(bob)
    await act(world, "alice requests bob")
    world.clock.advance(days=9)
    young = await cursor_of(bob)
    await act(world, "carol requests bob")
    assert await _sweep(world) > 0
    async with bob.listen("requestReceived", after=old) as stream:
        assert (await stream.item())["reason"] == "EXPIRED"
    async with bob.listen("requestReceived", after=young) as stream:
        assert (await stream.item())["request"]["sender"]["username"] == "carol"


async def test_starts_that_stay_hide_no_old_ones(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first streams of the service live on."""
    people = await world.cast("alice", "bob", "carol")

    async def keep(person: Person) -> None:
        place = StreamStart(user_id=person.key, name="phone", epoch=1, seq=0, began_at=world.clock())
        await keep_start(world.database, place)

    for person in people:
        await keep(person)
    world.clock.advance(days=9)
    for person in people[:2]:
        await keep(person)
    monkeypatch.setattr(retention, "WINDOW", 2)
    await _sweep(world)
    assert await world.rows("stream_starts", "user_id") == [(person.key,) for person in people[:2]]


async def test_keys_that_are_used_again_hide_no_old_ones(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    alice, bob, carol = await world.cast("alice", "bob", "carol")

    nobody = world.services.sealer.seal(Kind.USER, 10**6)

    async def use_keys() -> None:
        await alice.request(bob, clientKey="found")
        await alice.do("sendRequest", recipientId=nobody, text="Hello!", clientKey="unavailable")

    await use_keys()
    await carol.request(bob, clientKey="once")
    world.clock.advance(days=31, hours=1)
    await use_keys()
    monkeypatch.setattr(retention, "WINDOW", 2)
    await _sweep(world)
    assert await world.rows("client_keys", "key") == [("found",), ("unavailable",)]


@pytest.mark.shows("4.9")
async def test_a_key_is_new_after_its_time_swept_or_not(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    first = await alice.request(bob, clientKey="a key")
    world.clock.advance(days=29, hours=23)
    await _sweep(world)
    assert (await alice.request(bob, clientKey="a key"))["sentMessage"]["id"] == first["sentMessage"]["id"]
    world.clock.advance(hours=1)
    second = await alice.request(bob, clientKey="a key")
    assert second["sentMessage"]["id"] != first["sentMessage"]["id"]
    world.clock.advance(days=31, hours=1)
    assert await _sweep(world) > 0
    third = await alice.request(bob, clientKey="a key")
    assert third["sentMessage"]["id"] not in {first["sentMessage"]["id"], second["sentMessage"]["id"]}


async def _age(database: Database) -> None:
    """Many events of 1970."""
    numbers = f"WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {MANY})"
    await database.execute(
        f"INSERT INTO user_events (user_id, seq, kind, at) {numbers} SELECT 1, i, 1, 0 FROM n", ()
    )


async def test_many_go_window_by_window(world: World) -> None:
    await _age(world.database)
    assert await _sweep(world) == MANY
    assert await world.rows("user_events") == []


async def test_the_service_sweeps_when_it_starts(database_url: str) -> None:
    async with opened(database_url) as database:
        await _age(database)
    settings = Settings(port=0, jwt_secret=SECRET, database_url=database_url)
    with capture_logs() as logs:
        runner = Runner(await assemble(settings))
        await runner.setup()
        async with asyncio.timeout(PATIENCE):
            while not logs:  # noqa: ASYNC110
                await asyncio.sleep(0.01)
        await runner.cleanup()
    assert logs == [{"event": "swept", "log_level": "info", "rows": MANY}]


async def test_one_process_deletes_at_a_time(world: World) -> None:
    """A second process that comes while one deletes leaves the rows to it, and does not wait."""
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob, clientKey="a key")
    world.clock.advance(days=400)
    if world.database.dialect == "sqlite":
        pytest.skip("a SQLite file has one process")

    async def step(tx: Transaction) -> None:
        assert await has_turn(tx)
        assert await _sweep(world) == 0

    await world.database.transaction(step)
    assert await _sweep(world) > 0
