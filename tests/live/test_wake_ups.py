"""No wake-up is lost: streams here are quiet for 20 s, so what is slept over comes too late."""

import asyncio
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from tortoise.backends.base.client import BaseDBAsyncClient

from events.hub import Hub
from events.stream import Log, Ticks
from models.db.connection import Connection, Dialect, Rows
from models.event_log import Entry, EventCursor
from tests.databases import PATIENCE
from tests.live.acts import act
from tests.live.devices import cursor_of, log_end
from tests.streams import Stream
from tests.world import World, operation

ROUNDS = 300
CROWD, EACH = 8, 3


@pytest.mark.shows("9.11")
async def test_subscribing_while_it_is_sent(world: World) -> None:
    """The subscription begins before, in, or after the send; the message comes once."""
    alice, bob = await world.cast("alice", "bob")
    for line in ("alice requests bob", "bob accepts alice"):
        await act(world, line)
    thread_id = await alice.thread_id(bob)
    async with bob.listen("requestReceived") as stream:
        for number in range(ROUNDS):
            world.clock.advance(seconds=3)
            text = f"message {number}"
            subscribed = _first_message(stream, text, await cursor_of(bob))
            send = alice.do("sendMessage", threadId=thread_id, text=text)
            first, _ = await asyncio.gather(subscribed, send)
            assert first == text


async def _first_message(stream: Stream, id: str, after: str) -> str:
    """Of one more subscription in the socket of the stream."""
    payload = {"query": operation("messageAdded"), "variables": {"after": after}}
    await stream.ws.send_json({"type": "subscribe", "id": id, "payload": payload})
    while (message := await stream.message())["id"] != id:
        continue
    await stream.ws.send_json({"type": "complete", "id": id})
    text: str = message["payload"]["data"]["messageAdded"]["message"]["text"]
    return text


WAKING = {
    "alice requests bob": {"alice": "messageAdded", "bob": "requestReceived"},
    "bob accepts alice": {"alice": "requestAccepted"},
    "bob sends alice": {"alice": "requestAccepted", "bob": "messageAdded"},
}
"""Each change with the streams that it wakes."""


@pytest.mark.shows("9.11")
@pytest.mark.parametrize("line", WAKING)
async def test_each_change_wakes_at_once(world: World, line: str) -> None:
    await world.cast("alice", "bob")
    if line.startswith("bob"):
        await act(world, "alice requests bob")
    async with AsyncExitStack() as stack:
        streams = [
            await stack.enter_async_context(world.people[who].listen(name))
            for who, name in WAKING[line].items()
        ]
        await act(world, line)
        for stream in streams:
            assert (await stream.item())["__typename"] != "Position"


@dataclass
class Interposed(Connection):
    """A real database in which something else commits right after each read, until there is nothing left."""

    inner: Connection
    commits: list[Any]
    dialect: Dialect

    @property
    def orm(self) -> BaseDBAsyncClient:
        return self.inner.orm

    async def fetch(self, sql: str, args: Sequence[Any]) -> Rows:
        rows = await self.inner.fetch(sql, args)
        if self.commits:
            await self.commits.pop(0)
        return rows

    async def execute(self, sql: str, args: Sequence[Any]) -> int:
        return await self.inner.execute(sql, args)


@dataclass
class Woken(Connection):
    """A real database whose every read is followed by a wake-up, as by a message that is sunk."""

    inner: Connection
    hub: Hub
    user_id: int
    dialect: Dialect

    @property
    def orm(self) -> BaseDBAsyncClient:
        return self.inner.orm

    async def fetch(self, sql: str, args: Sequence[Any]) -> Rows:
        rows = await self.inner.fetch(sql, args)
        self.hub.wake([self.user_id])
        await asyncio.sleep(0)
        return rows

    async def execute(self, sql: str, args: Sequence[Any]) -> int:
        return await self.inner.execute(sql, args)


@pytest.mark.shows("9.11")
async def test_what_commits_right_after_a_read_is_read(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    commits = [alice.request(bob, text) for text in ("one", "two", "three")]
    ticks = Ticks(Interposed(world.database, commits, world.database.dialect))
    log = Log(ticks, world.services.hub, bob.key)
    followed = log.follow(EventCursor(bob.key, 1, 0), lambda: timedelta(seconds=20))
    async with asyncio.timeout(PATIENCE):
        read = [await anext(followed) for _ in range(3)]
    await followed.aclose()
    assert [entry.seq for entry in read] == [1, 2, 3]


@pytest.mark.shows("9.10", "9.13")
async def test_what_wakes_without_a_word_puts_nothing_off(world: World) -> None:
    """A reader who blocks someone does not feel by its stream that they write."""
    bob = await world.person("bob")
    database = Woken(world.database, world.services.hub, bob.key, world.database.dialect)
    log = Log(Ticks(database), world.services.hub, bob.key)
    followed = log.follow(EventCursor(bob.key, 1, 0), lambda: timedelta(milliseconds=30))
    async with asyncio.timeout(PATIENCE):
        assert [await anext(followed) for _ in range(3)] == [EventCursor(bob.key, 1, 0)] * 3
    await followed.aclose()


@pytest.mark.shows("9.11")
async def test_a_crowd_that_writes_at_once(world: World) -> None:
    """One user's log counts 1, 2, 3 ... in the order of commits, so that a reader passes nothing by."""
    bob = await world.person("bob")
    crowd = await world.cast(*(f"sender{number}" for number in range(CROWD)))
    for sender in crowd:
        await bob.follows(sender)
    start = await log_end(bob)
    log = Log(world.services.ticks, world.services.hub, bob.key)
    reader = asyncio.create_task(_read(log, start, CROWD * EACH))
    await asyncio.gather(*(one.request(bob, f"{number}") for one in crowd for number in range(EACH)))
    async with asyncio.timeout(PATIENCE):
        entries = await reader
    assert [entry.seq for entry in entries] == list(range(start.seq + 1, start.seq + CROWD * EACH + 1))
    assert len({entry.message and entry.message.id for entry in entries}) == CROWD * EACH
    assert (await log_end(bob)).seq == entries[-1].seq


async def _read(log: Log, after: EventCursor, count: int) -> list[Entry]:
    entries: list[Entry] = []
    async for entry in log.follow(after, lambda: timedelta(seconds=20)):
        assert isinstance(entry, Entry)
        entries.append(entry)
        if len(entries) == count:
            break
    return entries
