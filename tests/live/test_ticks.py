"""One statement reads the logs of all users that were woken together, with the rows that their items show."""

import asyncio
from collections.abc import Sequence
from contextlib import AsyncExitStack, aclosing
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from tortoise.backends.base.client import BaseDBAsyncClient

from events.hub import Hub
from events.stream import MOST, Found, Log, Ticks, ViewerGone
from models.db.connection import Connection, DatabaseBusy, Dialect, Rows, statement_log
from models.event_log import Entry, EventCursor, Place
from schema.types.context import Context
from server.app import make_schema
from tests.databases import PATIENCE
from tests.live.acts import act
from tests.live.devices import log_end
from tests.transport.toy import results_of
from tests.world import Person, World, operation

READERS = ("bob", "carol", "dave")


@dataclass
class Held(Connection):
    """A real database whose reads say that they have begun, and wait at their end; `error` ends one instead."""

    inner: Connection
    dialect: Dialect
    error: Exception | None = None
    reads: int = 0
    begun: asyncio.Event = field(default_factory=asyncio.Event)
    may_end: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def orm(self) -> BaseDBAsyncClient:
        return self.inner.orm

    async def fetch(self, sql: str, args: Sequence[Any]) -> Rows:
        self.reads += 1
        if self.error:
            raise self.error
        rows = await self.inner.fetch(sql, args)
        self.begun.set()
        await self.may_end.wait()
        return rows

    async def execute(self, sql: str, args: Sequence[Any]) -> int:
        return await self.inner.execute(sql, args)


async def _place(person: Person) -> Place:
    return Place(person.key, (await log_end(person)).seq)


async def _friends(world: World) -> list[Person]:
    _, *readers = await world.cast("alice", *READERS)
    for name in READERS:
        await act(world, f"alice requests {name}")
        await act(world, f"{name} accepts alice")
    return readers


@pytest.mark.shows("15.18")
async def test_items_of_many_users_take_one_statement(world: World) -> None:
    readers, schema = await _friends(world), make_schema(True)
    async with AsyncExitStack() as stack:
        streams = []
        for reader in readers:
            context = Context(world.services, reader.key)
            results: Any = results_of(schema, operation("messageAdded"), None, context)
            streams.append(await stack.enter_async_context(aclosing(results)))
            await anext(results)
        for name in READERS:
            await act(world, f"alice sends {name}")
        log: list[str] = []
        token = statement_log.set(log)
        found = await asyncio.gather(*(anext(results) for results in streams))
        statement_log.reset(token)
    items = [one.data["messageAdded"] for one in found]
    assert [item["message"]["sender"]["username"] for item in items] == ["alice"] * 3
    assert len({item["thread"]["id"] for item in items}) == 3
    assert len(log) == 1


@pytest.mark.shows("9.11")
async def test_a_call_during_a_read_is_answered_by_the_next(world: World) -> None:
    """It may come after a commit that the read has not seen."""
    bob, *_ = await _friends(world)
    database, place = Held(world.database, world.database.dialect), await _place(bob)
    ticks = Ticks(database)
    early = asyncio.create_task(ticks.after(place))
    await database.begun.wait()
    await act(world, "alice sends bob")
    late = [asyncio.create_task(ticks.after(place)) for _ in range(2)]
    await asyncio.sleep(0)
    database.may_end.set()
    async with asyncio.timeout(PATIENCE):
        assert (await early).entries == []
        first, second = [await one for one in late]
    assert [entry.seq for entry in first.entries] == [place.seq + 1]
    assert first is second
    assert database.reads == 2


async def test_each_place_gets_its_own_entries(world: World) -> None:
    bob, carol, dave = await _friends(world)
    here, there, quiet = [await _place(one) for one in (bob, carol, dave)]
    for line in ("alice sends bob", "alice sends carol", "alice sends bob"):
        await act(world, line)
    ticks = world.services.ticks
    asked = (
        ticks.after(here),
        ticks.after(Place(bob.key, here.seq + 1)),
        ticks.after(there),
        ticks.after(quiet),
    )
    found = await asyncio.gather(*asked)
    assert [[entry.seq for entry in one.entries] for one in found] == [
        [here.seq + 1, here.seq + 2],
        [here.seq + 2],
        [there.seq + 1],
        [],
    ]
    assert found[0].entries[1].reader.id == bob.key
    assert [entry.seq for entry in (await ticks.alone(here)).entries] == [here.seq + 1, here.seq + 2]


async def test_who_goes_leaves_the_tick_to_the_others(world: World) -> None:
    bob, carol, _ = await _friends(world)
    database = Held(world.database, world.database.dialect)
    ticks = Ticks(database)
    goes, stays = [asyncio.create_task(ticks.after(await _place(one))) for one in (bob, carol)]
    await database.begun.wait()
    goes.cancel()
    database.may_end.set()
    async with asyncio.timeout(PATIENCE):
        assert (await stays).entries == []
    assert goes.cancelled()


async def test_all_learn_of_a_read_that_fails_and_the_next_is_a_new_one(world: World) -> None:
    bob, carol, _ = await _friends(world)
    database = Held(world.database, world.database.dialect, DatabaseBusy("no answer"))
    database.may_end.set()
    ticks, places = Ticks(database), [await _place(one) for one in (bob, carol)]
    found = await asyncio.gather(*map(ticks.after, places), return_exceptions=True)
    assert found == [database.error] * 2
    database.error = None
    assert (await ticks.after(places[0])).entries == []


async def test_a_tick_has_bounds_and_leaves_out_readers_that_are_gone(world: World) -> None:
    bob, *_ = await _friends(world)
    database = Held(world.database, world.database.dialect)
    database.may_end.set()
    ticks, place = Ticks(database), await _place(bob)
    gone = [Place(bob.key + 1_000 + number, 0) for number in range(MOST)]
    found = await asyncio.gather(*map(ticks.after, [place, *gone]), return_exceptions=True)
    assert isinstance(found[0], Found)
    assert found[0].entries == []
    assert {type(one) for one in found[1:]} == {ViewerGone}
    assert database.reads == 2


async def test_a_slow_reader_is_shown_what_is_true_by_then(world: World) -> None:
    bob, *_ = await _friends(world)
    start = await log_end(bob)
    for _ in range(2):
        await act(world, "alice sends bob")
    hub = Hub()
    hub.fresh = -1
    log = Log(world.services.ticks, hub, bob.key)
    followed = log.follow(EventCursor(bob.key, start.epoch, start.seq), lambda: timedelta(seconds=20))
    async with aclosing(followed):
        first = await anext(followed)
        await act(world, "bob mutes alice")
        second = await anext(followed)
    assert isinstance(first, Entry)
    assert isinstance(second, Entry)
    assert (first.seq, second.seq) == (start.seq + 1, start.seq + 2)
    assert first.thread
    assert second.thread
    assert [first.thread.muted, second.thread.muted] == [False, True]
