"""The red dot, and the mute that keeps it off."""

from typing import Any

import pytest

from tests.live.acts import act
from tests.world import Person, World

CLEAR = {"pendingRequests": 0, "unseenRequests": 0, "unreadThreads": 0, "suggestsPause": False}


async def badge(person: Person) -> Any:
    return (await person.run("viewer"))["badge"]


async def muted(person: Person, other: Person, value: bool = True) -> None:
    result = await person.do("mute", threadId=await person.thread_id(other), muted=value)
    assert result["thread"]["isMuted"] is value


@pytest.mark.shows("9.18")
@pytest.mark.parametrize(
    ("story", "requests", "threads"),
    [
        ("alice requests bob, alice requests bob, carol requests bob", 2, 0),
        ("alice requests bob, bob looks alice, bob reads alice", 1, 0),
        ("alice requests bob, bob deletes alice", 0, 0),
        ("alice requests bob, bob deletes alice, bob undoes alice", 1, 0),
        ("alice requests bob, bob hides alice", 0, 0),
        ("alice requests bob, bob blocks alice, bob unblocks alice", 0, 0),
        ("alice requests bob, bob mutes alice", 1, 0),
        ("alice requests bob, bob accepts alice", 0, 1),
        ("alice requests bob, bob accepts alice, alice sends bob, bob reads alice", 0, 0),
        ("alice requests bob, bob sends alice, alice sends bob, alice sends bob", 0, 1),
        ("alice requests bob, bob accepts alice, bob mutes alice, carol requests bob", 1, 0),
        ("alice requests bob, bob accepts alice, bob mutes alice, bob unmutes alice", 0, 1),
        ("alice requests bob, bob accepts alice, bob blocks alice, alice sends bob", 0, 0),
        ("alice requests bob, bob accepts alice, bob blocks alice, bob unblocks alice", 0, 1),
        ("alice requests bob, bob accepts alice, bob deletes alice", 0, 0),
        ("bob requests alice", 0, 0),
        ("bob requests alice, alice accepts bob", 0, 0),
        ("bob requests alice, alice sends bob", 0, 1),
    ],
)
async def test_what_it_counts(world: World, story: str, requests: int, threads: int) -> None:
    _, bob, _ = await world.cast("alice", "bob", "carol")
    for line in story.split(", "):
        await act(world, line)
    assert await badge(bob) == {
        "pendingRequests": requests,
        "unseenRequests": requests,
        "unreadThreads": threads,
        "suggestsPause": False,
    }


@pytest.mark.shows("9.18")
async def test_what_waits_in_the_archive_is_not_in_it(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob)
    world.clock.advance(days=90)
    assert await badge(bob) == CLEAR


@pytest.mark.shows("7.24", "7.25")
async def test_a_muted_thread_alerts_no_one_and_shows_all(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.opens(bob)
    async with bob.listen("events") as events, bob.listen("messageAdded") as added:
        await muted(bob, alice)
        assert [item["__typename"] for item in await events.items(2)] == ["BadgeChanged", "ThreadMuted"]
        await alice.send(bob, "quietly")
        dot, told = await events.items(2)
        assert (told["__typename"], told["message"]["text"], told["notify"]) == (
            "MessageAdded",
            "quietly",
            False,
        )
        assert dot["viewer"]["badge"] == CLEAR
        assert not (await added.item())["notify"]
        [node] = await bob.nodes("inbox")
        assert (node["lastMessage"]["text"], node["unreadCount"]) == ("quietly", 2)
        await muted(bob, alice, False)
        dot, _ = await events.items(2)
        assert dot["viewer"]["badge"] == {
            "pendingRequests": 0,
            "unseenRequests": 0,
            "unreadThreads": 1,
            "suggestsPause": False,
        }
        await alice.send(bob, "aloud")
        assert (await added.item())["notify"]
    assert await bob.texts(alice) == ["Hello!", "quietly", "aloud"]


@pytest.mark.shows("7.24", "7.25")
async def test_a_muted_request_comes_again_without_a_bell(world: World) -> None:
    alice, bob, carol = await world.cast("alice", "bob", "carol")
    await alice.request(bob)
    await muted(bob, alice)
    await act(world, "bob deletes alice")
    async with bob.listen("requestReceived") as received:
        await alice.request(bob, "once more")
        item = await received.item()
        [message] = item["request"]["pendingMessages"]
        assert (message["text"], item["notify"]) == ("once more", False)
        await carol.request(bob)
        assert (await received.item())["notify"]


@pytest.mark.shows("7.25")
async def test_a_mute_is_ones_own(world: World) -> None:
    alice, bob, carol = await world.cast("alice", "bob", "carol")
    for other in (bob, carol):
        await alice.opens(other)
    await muted(bob, alice)
    async with alice.listen("messageAdded") as of_alice, carol.listen("messageAdded") as of_carol:
        await bob.send(alice)
        await alice.send(carol)
        items = await of_alice.items(2)
        assert [item["notify"] for item in items] == [True, False]
        assert (await of_carol.item())["notify"]
    thread = await alice.run("thread", id=await alice.thread_id(bob))
    assert thread["isMuted"] is False
