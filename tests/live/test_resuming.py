"""`after`: everything since, in order, nothing lost and nothing twice, from any cursor."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from models.event_log import BATCH
from rules.policy import Policy
from tests.live.acts import act
from tests.live.devices import cursor_of, device, drained, told
from tests.world import Person, World

LONG = BATCH + 5
STORY = (
    "carol requests bob",
    "bob requests frank",
    "frank accepts bob",
    "frank sends bob",
    "carol requests bob",
    "bob sends frank",
    "dave requests bob",
    "bob requests grace",
    "grace sends bob",
)
SEEN = "request! own accepted message! own request! own accepted message!"
"""By bob's device: it stays as it is, so that it is the same when it is read again."""


@pytest.fixture
def policy() -> Policy:
    return replace(Policy(), position_interval=timedelta(milliseconds=30))


async def _cursors(bob: Person, result: Any) -> list[str]:
    """Those of queries, and of bob's own mutation."""
    pages = [await bob.run(name) for name in ("inbox", "requests", "sentRequests")]
    return [page["eventCursor"] for page in pages] + ([result["eventCursor"]] if result else [])


def _places(items: list[Any]) -> list[tuple[str, str, str]]:
    return [(item["__typename"], item["eventCursor"], item["at"]) for item in items]


@pytest.mark.shows("9.6", "9.11")
async def test_from_every_cursor(world: World) -> None:
    _, bob, *_ = await world.cast("carol", "bob", "dave", "frank", "grace")
    items: list[Any] = []
    known: dict[str, int] = {}
    async with device(bob) as live:
        for line in STORY:
            result = await act(world, line)
            items += await live.sees()
            own = result if line.startswith("bob") else None
            known |= dict.fromkeys(await _cursors(bob, own), len(items))
    known |= {item["eventCursor"]: number for number, item in enumerate(items, 1)}
    assert " ".join(map(told, items)) == SEEN
    for cursor, number in known.items():
        async with device(bob, after=cursor) as resumed:
            assert _places(await resumed.sees()) == _places(items[number:])


@pytest.mark.shows("9.11")
async def test_then_live_and_nothing_twice(world: World) -> None:
    alice, _ = await world.cast("alice", "bob")
    await act(world, "alice requests bob")
    start = await cursor_of(alice)
    for line in ("bob accepts alice", "bob sends alice"):
        await act(world, line)
    async with device(alice, after=start) as resumed, device(alice, after=start) as another:
        assert [told(item) for item in await resumed.sees()] == ["accepted", "message!"]
        for line in ("alice sends bob", "bob sends alice"):
            await act(world, line)
        assert [told(item) for item in await resumed.sees()] == ["own", "message!"]
        assert [told(item) for item in await another.sees()] == ["accepted", "message!", "own", "message!"]
        assert await resumed.sees() == []


@pytest.mark.shows("9.11", "9.15")
async def test_a_client_that_breaks_off_after_any_item_misses_neither_the_badge_nor_its_cause(
    world: World,
) -> None:
    _, bob = await world.cast("alice", "bob")
    start = await cursor_of(bob)
    for line in ("alice requests bob", "alice requests bob"):
        await act(world, line)
    end = await cursor_of(bob)
    async with bob.listen("events", after=start) as stream:
        items = await drained(stream, end)
    received, updated = ["BadgeChanged", "RequestReceived"], ["BadgeChanged", "RequestUpdated"]
    assert [item["__typename"] for item in items] == received + updated
    for item, rest in zip(items, (received + updated, updated, updated, []), strict=True):
        async with bob.listen("events", after=item["eventCursor"]) as resumed:
            assert [item["__typename"] for item in await drained(resumed, end)] == rest


@pytest.mark.shows("9.11")
async def test_a_backlog_longer_than_one_reading(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    for line in ("alice requests bob", "bob accepts alice"):
        await act(world, line)
    start = await cursor_of(bob)
    thread_id = await alice.thread_id(bob)
    texts = [f"message {number}" for number in range(LONG)]
    for text in texts:
        world.clock.advance(seconds=3)
        await alice.do("sendMessage", threadId=thread_id, text=text)
    async with bob.listen("messageAdded", after=start) as resumed:
        assert [item["message"]["text"] for item in await resumed.items(LONG)] == texts


@pytest.mark.shows("9.1", "9.11")
async def test_of_one_thread(world: World) -> None:
    _, bob, carol = await world.cast("alice", "bob", "carol")
    for line in ("alice requests bob", "bob accepts alice", "carol requests bob", "bob accepts carol"):
        await act(world, line)
    thread_id, start = await bob.thread_id(carol), await cursor_of(bob)
    async with bob.listen("messageAdded", threadId=thread_id) as live:
        for line in ("alice sends bob", "carol sends bob", "bob sends alice", "bob sends carol"):
            await act(world, line)
        seen = await drained(live, await cursor_of(bob))
    async with bob.listen("messageAdded", threadId=thread_id, after=start) as resumed:
        assert _places(await drained(resumed, await cursor_of(bob))) == _places(seen)
    assert [item["message"]["sender"]["username"] for item in seen] == ["carol", "bob"]
