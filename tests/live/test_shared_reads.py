"""Streams of one user that are woken together read and work out an event once."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, aclosing, asynccontextmanager
from typing import Any

import pytest

from events.hub import Hub
from models.db.connection import statement_log
from schema.types.context import Context
from server.app import make_schema
from server.operations import Schema
from tests.live.acts import act
from tests.transport.toy import results_of
from tests.world import Person, World, operation

MANY = 20
USER = 1
SOME = """subscription ($after: EventCursor, $full: Boolean!) {
    messageAdded(after: $after) { ... on MessageAdded { message { text id @include(if: $full) } } }
}"""


class _Streams:
    """Streams of one user in this process, without a socket between."""

    def __init__(self, person: Person, stack: AsyncExitStack) -> None:
        self._person = person
        self._schema: Schema = make_schema(True)
        self._stack = stack
        self._results: list[Any] = []

    async def open(self, text: str, **variables: Any) -> None:
        """One more, up to its first Position."""
        context = Context(self._person.world.services, self._person.key)
        results = results_of(self._schema, text, variables, context)
        await self._stack.enter_async_context(aclosing(results))
        await anext(results)
        self._results.append(results)

    def wait(self) -> list[asyncio.Task[Any]]:
        """For the next item of each."""
        return [asyncio.ensure_future(anext(results)) for results in self._results]


@asynccontextmanager
async def _listening(person: Person) -> AsyncIterator[_Streams]:
    async with AsyncExitStack() as stack:
        yield _Streams(person, stack)


async def _data(tasks: list[asyncio.Task[Any]]) -> list[Any]:
    results = [await task for task in tasks]
    assert not any(result.errors for result in results)
    return [result.data for result in results]


async def _friends(world: World) -> Person:
    bob = (await world.cast("alice", "bob"))[1]
    for line in ("alice requests bob", "bob accepts alice"):
        await act(world, line)
    return bob


@pytest.mark.shows("15.18")
async def test_one_event_is_read_once_for_all_streams_of_a_user(world: World) -> None:
    bob = await _friends(world)
    async with _listening(bob) as streams:
        counts = []
        for more in (1, MANY - 1):
            for _ in range(more):
                await streams.open(operation("messageAdded"))
            log: list[str] = []
            token = statement_log.set(log)
            waiting = streams.wait()
            statement_log.reset(token)
            await asyncio.sleep(0)
            await act(world, "alice sends bob")
            first, *others = await _data(waiting)
            assert all(other == first for other in others)
            counts.append(len(log))
    # Each stream reads once when it begins to wait; of the item nothing is read more often than by one.
    assert counts[1] <= counts[0]


@pytest.mark.shows("15.18")
async def test_streams_share_only_equal_questions(world: World) -> None:
    bob = await _friends(world)
    async with _listening(bob) as streams:
        for full in (True, False, True):
            await streams.open(SOME, full=full)
        waiting = streams.wait()
        await act(world, "alice sends bob")
        items = [data["messageAdded"]["message"] for data in await _data(waiting)]
    assert [set(item) for item in items] == [{"text", "id"}, {"text"}, {"text", "id"}]
    assert items[0] == items[2]


@pytest.mark.shows("15.18")
async def test_who_goes_leaves_what_is_shared_to_the_others(world: World) -> None:
    bob = await _friends(world)
    async with _listening(bob) as streams:
        for _ in range(3):
            await streams.open(operation("messageAdded"))
        first, *others = streams.wait()
        await asyncio.sleep(0)
        world.services.hub.wake([bob.key])
        for _ in range(3):
            await asyncio.sleep(0)
        first.cancel()
        await act(world, "alice sends bob")
        assert len(await _data(others)) == 2


async def test_a_read_that_has_begun_is_joined_by_no_other() -> None:
    """A reader that asks after a commit is not given rows that were read before it."""
    hub, begun, reads = Hub(), asyncio.Event(), iter((1, 2))

    async def read() -> int:
        found = next(reads)
        begun.set()
        await asyncio.sleep(0.01)
        return found

    async def ask_later() -> int:
        await begun.wait()
        return await hub.together(USER, "log", read)

    with hub.listen(USER), hub.listen(USER):
        asked = (hub.together(USER, "log", read), hub.together(USER, "log", read), ask_later())
        assert list(await asyncio.gather(*asked)) == [1, 1, 2]


async def test_all_learn_of_a_failure() -> None:
    hub = Hub()

    async def fail() -> None:
        raise LookupError

    with hub.listen(USER), hub.listen(USER):
        both = (hub.together(USER, "log", fail) for _ in range(2))
        found = await asyncio.gather(*both, return_exceptions=True)
    assert [type(error) for error in found] == [LookupError, LookupError]
