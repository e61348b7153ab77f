"""Position items, and threads that the viewer cannot see: streams on which nothing else comes."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from rules.policy import Policy
from schema.types.ids import Kind
from tests.live.acts import act, thread_id_of
from tests.live.devices import STREAMS, cursor_of, drained
from tests.world import World

Name = Callable[[World], Awaitable[str]]


@pytest.fixture
def policy(request: pytest.FixtureRequest) -> Policy:
    """Of a stream that is quiet for 30 ms, unless the test is of the default."""
    interval = getattr(request, "param", timedelta(milliseconds=30))
    return replace(Policy(), position_interval=interval)


@pytest.mark.shows("9.6", "9.13")
@pytest.mark.parametrize("name", [*STREAMS, "events"])
async def test_a_quiet_stream_tells_its_position(world: World, name: str) -> None:
    await world.cast("alice", "bob")
    bob = world.people["bob"]
    async with bob.listen(name) as stream:
        items = await stream.items(3)
    assert {(item["__typename"], item["eventCursor"]) for item in items} == {
        ("Position", await cursor_of(bob))
    }


@pytest.mark.shows("9.13")
@pytest.mark.parametrize("policy", [timedelta(seconds=20)], indirect=True)
async def test_a_busy_stream_that_shows_nothing_tells_it_too(world: World) -> None:
    _, bob = await world.cast("alice", "bob")
    for line in ("alice requests bob", "bob accepts alice"):
        await act(world, line)
    async with bob.listen("requestReceived") as stream:
        await act(world, "alice sends bob")
        world.clock.advance(seconds=19)
        await act(world, "alice sends bob")
        passed = await cursor_of(bob)
        assert await stream.is_quiet()
        world.clock.advance(seconds=1)
        await act(world, "alice sends bob")
        item = await stream.item()
        assert item["__typename"] == "Position"
        assert item["eventCursor"] in {passed, await cursor_of(bob)}
        assert await stream.is_quiet()


@pytest.mark.shows("9.13")
@pytest.mark.parametrize("policy", [timedelta(hours=1)], indirect=True)
async def test_what_a_stream_does_not_show_puts_nothing_off(world: World) -> None:
    """After it the stream waits for the rest of the hour."""
    _, bob = await world.cast("alice", "bob")
    for line in ("alice requests bob", "bob accepts alice"):
        await act(world, line)
    async with bob.listen("requestReceived") as stream:
        world.clock.advance(seconds=3599.5)
        await act(world, "alice sends bob")
        item = await stream.item()
        assert (item["__typename"], item["eventCursor"]) == ("Position", await cursor_of(bob))


async def _of_others(world: World) -> str:
    return await thread_id_of(world.people["alice"], world.people["carol"])


async def _deleted(world: World) -> str:
    await act(world, "bob requests carol")
    id = await thread_id_of(world.people["bob"], world.people["carol"])
    await act(world, "bob deletes carol")
    return id


async def _of_a_user(world: World) -> str:
    return world.people["alice"].id


async def _unknown(world: World) -> str:
    return world.services.sealer.seal(Kind.THREAD, 10**6)


async def _forged(_: World) -> str:
    return "no id"


async def _empty(_: World) -> str:
    return ""


UNSEEN: list[Name] = [_of_others, _deleted, _of_a_user, _unknown, _forged, _empty]


@pytest.mark.shows("9.2")
@pytest.mark.parametrize("name_one", UNSEEN)
async def test_a_thread_that_cannot_be_seen_is_a_quiet_stream(world: World, name_one: Name) -> None:
    _, bob, _ = await world.cast("alice", "bob", "carol")
    for line in ("alice requests carol", "carol accepts alice", "alice requests bob", "bob accepts alice"):
        await act(world, line)
    async with bob.listen("messageAdded", threadId=await name_one(world)) as stream:
        for line in ("alice sends carol", "alice sends bob", "bob sends alice"):
            await act(world, line)
        assert await drained(stream, await cursor_of(bob)) == []
