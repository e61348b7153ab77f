"""Streams that are opened again, by their id or by the last event: nothing is lost."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from models.streams import MOST, StreamStart, keep_start
from rules.policy import Policy
from tests.live.devices import cursor_of
from tests.live.readers import EVENTS, MESSAGES, friends, messages, posted, socket
from tests.services import serving
from tests.world import Person, World


@pytest.fixture
def policy() -> Policy:
    return replace(Policy(), position_interval=timedelta(seconds=20))


@pytest.mark.shows("9.23")
async def test_the_same_id_loses_nothing(world: World) -> None:
    alice, bob = await friends(world)
    id = str(uuid4())
    async with socket(alice, id) as stream:
        assert (await stream.item())["__typename"] == "Position"
        await bob.send(alice, "one")
        assert await messages(stream, 1) == ["one"]
    await bob.send(alice, "two")
    for _ in range(2):
        async with socket(alice, id) as stream:
            assert await messages(stream, 2) == ["one", "two"]
    async with socket(alice, id) as stream:
        await bob.send(alice, "three")
        assert await messages(stream, 3) == ["one", "two", "three"]


@pytest.mark.shows("9.23")
async def test_and_neither_does_it_over_a_restart(world: World) -> None:
    alice, bob = await friends(world)
    id, other = str(uuid4()), str(uuid4())
    async with socket(alice, id) as stream, posted(alice, headers={"X-Stream-Id": other}) as events:
        assert (await stream.item())["__typename"] == "Position"
        assert (await events.item())["__typename"] == "Position"
    await bob.send(alice, "one")
    async with serving(world.services) as restarted:
        again = replace(alice, world=restarted)
        async with socket(again, id) as stream, posted(again, headers={"X-Stream-Id": other}) as events:
            assert await messages(stream, 1) == ["one"]
            assert await messages(events, 1) == ["one"]


@pytest.mark.shows("9.23")
async def test_another_stream_begins_now(world: World) -> None:
    alice, bob = await friends(world)
    id = str(uuid4())
    async with socket(alice, id) as stream:
        await stream.item()
    await bob.send(alice, "one")
    others: list[tuple[Person, str, str, dict[str, Any]]] = [
        (alice, str(uuid4()), EVENTS, {}),
        (alice, id, MESSAGES, {}),
        (alice, id, EVENTS + " ", {}),
        (bob, id, EVENTS, {}),
    ]
    thread = {"threadId": await alice.thread_id(bob)}
    async with socket(alice, id, MESSAGES, **thread) as stream:
        assert (await stream.item())["__typename"] == "Position"
    for person, other, text, variables in others:
        async with socket(person, other, text, **variables) as stream:
            assert (await stream.item())["__typename"] == "Position"
    for _ in range(2):
        async with socket(alice, "1") as stream:
            assert (await stream.item())["__typename"] == "Position"


@pytest.mark.shows("9.23")
async def test_a_start_follows_a_long_stream(world: World) -> None:
    alice, bob = await friends(world)
    id = str(uuid4())
    async with socket(alice, id) as stream:
        await stream.item()
        for text in ("one", "two", "three"):
            await bob.send(alice, text)
            assert await messages(stream, 1) == [text]
            world.clock.advance(hours=1)
        await bob.send(alice, "four")
        assert await messages(stream, 1) == ["four"]
        await bob.send(alice, "five")
        assert await messages(stream, 1) == ["five"]
    async with socket(alice, id) as stream:
        repeated = (await messages(stream, 1))[0]
        assert repeated in {"three", "four"}


@pytest.mark.shows("9.23")
async def test_a_start_that_is_too_old_says_so(world: World) -> None:
    alice, bob = await friends(world)
    id = str(uuid4())
    async with socket(alice, id) as stream:
        await stream.item()
    await bob.send(alice, "one")
    world.clock.advance(days=8)
    async with socket(alice, id) as stream:
        item = await stream.item()
        assert (item["__typename"], item["reason"]) == ("ResyncRequired", "EXPIRED")
    async with socket(alice, id) as stream:
        await bob.send(alice, "two")
        assert await messages(stream, 1) == ["two"]


@pytest.mark.shows("9.26")
async def test_a_client_that_sends_the_same_again_loses_nothing(world: World) -> None:
    """As graphql-sse and urql do, which name nothing."""
    alice, bob = await friends(world)
    async with posted(alice) as events:
        assert (await events.item())["__typename"] == "Position"
        await bob.send(alice, "one")
        assert await messages(events, 1) == ["one"]
    await bob.send(alice, "two")
    async with serving(world.services) as restarted:
        for _ in range(2):
            async with posted(replace(alice, world=restarted)) as events:
                assert (await events.item())["__typename"] == "Position"
                assert await messages(events, 2) == ["one", "two"]


@pytest.mark.shows("9.26")
async def test_a_client_that_sends_something_else_begins_now(world: World) -> None:
    alice, bob = await friends(world)
    async with posted(alice) as events:
        await events.item()
    await bob.send(alice, "one")
    thread = {"threadId": await alice.thread_id(bob)}
    begins: list[tuple[Person, dict[str, Any]]] = [
        (alice, {"headers": {"User-Agent": "a telephone"}}),
        (alice, {"headers": {"X-Stream-Id": str(uuid4())}}),
        (alice, {"text": EVENTS + " "}),
        (alice, {"text": MESSAGES, **thread}),
        (bob, {}),
    ]
    for person, given in begins:
        async with posted(person, **given) as events:
            assert (await events.item())["__typename"] == "Position"
            await bob.send(alice, "two")
            assert (await messages(events, 1)) == ["two"]


@pytest.mark.shows("9.26")
async def test_after_a_long_time_it_is_told_to_read_again(world: World) -> None:
    alice, bob = await friends(world)
    async with posted(alice) as events:
        await events.item()
    await bob.send(alice, "one")
    world.clock.advance(hours=2, seconds=1)
    async with posted(alice) as events:
        item = await events.item()
        assert (item["__typename"], item["reason"]) == ("ResyncRequired", "EXPIRED")
        await bob.send(alice, "two")
        assert await messages(events, 1) == ["two"]
    async with posted(alice) as events:
        assert await messages(events, 1) == ["two"]


async def test_a_user_has_a_bounded_number_of_starts(world: World) -> None:
    alice, _ = await friends(world)
    async with world.client.ws_connect(world.url, protocols=["graphql-transport-ws"]) as ws:
        await ws.send_json({"type": "connection_init", "payload": {"Authorization": alice.token}})
        assert (await ws.receive_json())["type"] == "connection_ack"
        for _ in range(MOST + 5):
            id = str(uuid4())
            await ws.send_json({"type": "subscribe", "id": id, "payload": {"query": MESSAGES}})
            assert (await ws.receive_json())["type"] == "next"
            await ws.send_json({"type": "complete", "id": id})
    assert len(await world.rows("stream_starts", "id", f"user_id = {alice.key}")) == MOST


@pytest.mark.shows("9.23")
async def test_a_start_that_moved_is_not_the_oldest(world: World) -> None:
    alice, _ = await friends(world)

    async def keep(name: str) -> None:
        place = StreamStart(user_id=alice.key, name=name, epoch=1, seq=0, began_at=world.clock())
        await keep_start(world.database, place)

    for name in ("phone", *map(str, range(MOST - 1)), "phone", "one more"):
        await keep(name)
    kept = {name for (name,) in await world.rows("stream_starts", "name")}
    assert (len(kept), "phone" in kept, "0" in kept) == (MOST, True, False)


@pytest.mark.shows("9.21")
async def test_the_last_event_resumes_and_takes_precedence(world: World) -> None:
    alice, bob = await friends(world)
    start = await cursor_of(alice)
    async with posted(alice, after=start) as events:
        await bob.send(alice, "one")
        item: Any = {}
        while "message" not in item:
            item = await events.item()
            assert item["eventCursor"] == events.last
        last = events.last
    await bob.send(alice, "two")
    async with posted(alice, headers={"Last-Event-ID": last}, after=start) as events:
        assert await messages(events, 1) == ["two"]
    async with posted(bob, headers={"Last-Event-ID": last}) as events:
        item = await events.item()
        assert (item["__typename"], item["reason"]) == ("ResyncRequired", "UNKNOWN")


@pytest.mark.shows("9.21")
async def test_an_item_has_its_id_whatever_is_asked_of_it(world: World) -> None:
    alice, _ = await friends(world)
    async with posted(alice, text="subscription { messageAdded { __typename } }") as events:
        assert await events.item() == {"__typename": "Position"}
        assert events.last == await cursor_of(alice)
