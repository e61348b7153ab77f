"""A muted thread: quiet, and nothing is missing."""

from typing import Any

import pytest

from tests.world import Person, World


async def muted(world: World) -> tuple[Person, Person, str]:
    """Alice, bob who muted their open thread, and its id."""
    alice, bob = await world.cast("alice", "bob")
    await alice.opens(bob)
    await bob.do("markRead", threadId=await bob.thread_id(alice), upTo=(await newest(bob))["id"])
    thread_id = await bob.thread_id(alice)
    await bob.do("mute", threadId=thread_id, muted=True)
    return alice, bob, thread_id


async def newest(bob: Person) -> Any:
    [thread] = await bob.nodes("inbox")
    return thread["lastMessage"]


async def red_dot(bob: Person) -> int:
    unread: int = (await bob.run("viewer"))["badge"]["unreadThreads"]
    return unread


@pytest.mark.shows("7.24", "7.25")
async def test_it_alerts_no_one_and_the_messages_arrive(world: World) -> None:
    alice, bob, _ = await muted(world)
    async with bob.listen("messageAdded") as stream:
        await alice.send(bob, "psst")
        item = await stream.item()
    assert (item["message"]["text"], item["notify"]) == ("psst", False)
    assert await red_dot(bob) == 0
    assert [thread["unreadCount"] for thread in await bob.nodes("inbox")] == [1]
    assert (await newest(bob))["text"] == "psst"
    assert await bob.texts(alice) == ["Hello!", "psst"]


@pytest.mark.shows("7.24")
async def test_the_bell_rings_again_once_it_is_unmuted(world: World) -> None:
    alice, bob, thread_id = await muted(world)
    await alice.send(bob, "psst")
    await bob.do("mute", threadId=thread_id, muted=False)
    assert await red_dot(bob) == 1
    async with bob.listen("messageAdded") as stream:
        await alice.send(bob, "hello?")
        assert (await stream.item())["notify"] is True
