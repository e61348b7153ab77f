"""How far a user has read, and the receipts that the peer sees."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from schema.types.ids import Kind
from tests.world import Person, World

Act = Callable[[Person, Person], Awaitable[Any]]


async def talking(world: World, *switched: str) -> tuple[Person, Person]:
    """Alice and bob in an open thread, with receipts on for those named."""
    alice, bob = await world.cast("alice", "bob")
    await alice.opens(bob)
    for name in switched:
        await world.people[name].do("updateReadReceipts", enabled=True)
    return alice, bob


async def messages(person: Person, other: Person) -> list[Any]:
    """Oldest first."""
    thread = await person.run("thread", id=await person.thread_id(other), first=100)
    return [edge["node"] for edge in reversed(thread["messages"]["edges"])]


async def read(person: Person, other: Person, text: str | None = None) -> Any:
    """Mark as read up to the message of this text, or the newest."""
    found = await messages(person, other)
    [up_to] = [one["id"] for one in found if one["text"] == text] or [found[-1]["id"]]
    return await person.do("markRead", threadId=await person.thread_id(other), upTo=up_to)


async def unread(person: Person, other: Person) -> int:
    return int((await person.run("thread", id=await person.thread_id(other)))["unreadCount"])


async def seen(person: Person, other: Person) -> list[str]:
    """The texts of the person's messages that the other is known to have seen."""
    return [one["text"] for one in await messages(person, other) if one["receipt"] == "SEEN"]


async def test_what_it_cannot_name(world: World) -> None:
    alice, bob = await talking(world)
    thread_id, [message] = await bob.thread_id(alice), await messages(bob, alice)
    carol = await world.person("carol")
    await bob.request(carol)
    [elsewhere] = await messages(bob, carol)
    never_was = world.services.sealer.seal(Kind.MESSAGE, 10**6)
    table = [
        (message["id"], message["id"], ("INVALID_INPUT", "threadId")),
        (thread_id, thread_id, ("INVALID_INPUT", "upTo")),
        (thread_id, never_was, ("NOT_FOUND", None)),
        (thread_id, elsewhere["id"], ("NOT_FOUND", None)),
        (await bob.thread_id(carol), message["id"], ("NOT_FOUND", None)),
    ]
    async with world.unchanged():
        for thread, up_to, expected in table:
            result = await bob.do("markRead", threadId=thread, upTo=up_to)
            assert (result["code"], result.get("field")) == expected
        result = await carol.do("markRead", threadId=thread_id, upTo=message["id"])
        assert result["code"] == "NOT_FOUND"


@pytest.mark.shows("7.11", "7.12")
async def test_unread_are_the_peers_messages_past_the_mark(world: World) -> None:
    alice, bob = await talking(world)
    for text in ("one", "two", "three"):
        await alice.send(bob, text)
    assert await unread(bob, alice) == 4
    assert await unread(alice, bob) == 0
    assert (await read(bob, alice, "two"))["thread"]["unreadCount"] == 1
    assert (await read(bob, alice, "one"))["thread"]["unreadCount"] == 1
    assert await unread(bob, alice) == 1
    assert (await read(bob, alice))["thread"]["unreadCount"] == 0


@pytest.mark.shows("7.13")
async def test_sending_reads(world: World) -> None:
    alice, bob = await talking(world)
    await alice.send(bob, "one")
    assert await unread(bob, alice) == 2
    await bob.send(alice, "two")
    assert await unread(bob, alice) == 0
    assert await unread(alice, bob) == 1


@pytest.mark.shows("7.11", "7.14")
async def test_sunk_and_deleted_messages_are_not_unread(world: World) -> None:
    alice, bob = await talking(world)
    await bob.do("block", userId=alice.id)
    await alice.send(bob, "sunk")
    await bob.do("unblock", userId=alice.id)
    assert await unread(bob, alice) == 1
    await bob.do("delete", id=await bob.thread_id(alice))
    await alice.send(bob, "new")
    assert await unread(bob, alice) == 1
    assert (await read(bob, alice))["thread"]["unreadCount"] == 0


async def test_a_deleted_message_cannot_be_named(world: World) -> None:
    alice, bob = await talking(world)
    thread_id, [gone] = await bob.thread_id(alice), await messages(bob, alice)
    await bob.do("delete", id=thread_id)
    await alice.send(bob, "new")
    async with world.unchanged():
        result = await bob.do("markRead", threadId=thread_id, upTo=gone["id"])
    assert result["code"] == "NOT_FOUND"


async def test_a_request_is_read_in_private(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob)
    before = await alice.user(bob), await messages(alice, bob)
    assert (await read(bob, alice))["thread"]["unreadCount"] == 0
    assert (await alice.user(bob), await messages(alice, bob)) == before


@pytest.mark.shows("7.18")
@pytest.mark.parametrize("switched", [(), ("alice",), ("bob",)])
async def test_without_both_switches_nothing_is_seen(world: World, switched: tuple[str, ...]) -> None:
    alice, bob = await talking(world, *switched)
    await alice.send(bob, "one")
    assert (await read(bob, alice))["thread"]["unreadCount"] == 0
    assert await seen(alice, bob) == []
    for person in (alice, bob):
        await person.do("updateReadReceipts", enabled=True)
    assert await seen(alice, bob) == []
    await read(bob, alice)
    assert await seen(alice, bob) == []


@pytest.mark.shows("7.19", "7.20")
@pytest.mark.parametrize("name", ["alice", "bob"])
async def test_the_two_marks_are_apart(world: World, name: str) -> None:
    alice, bob = await talking(world, "alice", "bob")
    await alice.send(bob, "one")
    await world.people[name].do("updateReadReceipts", enabled=False)
    await read(bob, alice)
    await world.people[name].do("updateReadReceipts", enabled=True)
    assert await unread(bob, alice) == 0
    assert await seen(alice, bob) == []
    await read(bob, alice)
    assert await seen(alice, bob) == ["one"]


@pytest.mark.shows("7.18", "7.20", "7.21")
async def test_with_both_switches(world: World) -> None:
    alice, bob = await talking(world, "alice", "bob")
    for text in ("one", "two", "three"):
        await alice.send(bob, text)
    await read(bob, alice, "two")
    assert await seen(alice, bob) == ["one", "two"]
    assert await seen(bob, alice) == []
    await bob.send(alice, "answer")
    assert await seen(alice, bob) == ["one", "two", "three"]
    await read(alice, bob)
    assert await seen(bob, alice) == ["answer"]


@pytest.mark.shows("7.18")
async def test_what_was_sent_before_it_opened_is_never_seen(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    for person in (alice, bob):
        await person.do("updateReadReceipts", enabled=True)
    await alice.opens(bob, "pending")
    await alice.send(bob, "open")
    await read(bob, alice)
    assert await seen(alice, bob) == ["open"]


async def nothing(viewer: Person, peer: Person) -> None:
    """The neighbour of all other cases."""


async def delete(viewer: Person, peer: Person) -> None:
    await viewer.do("delete", id=await viewer.thread_id(peer))


async def delete_and_undo(viewer: Person, peer: Person) -> None:
    id = await viewer.thread_id(peer)
    await viewer.do("delete", id=id)
    await viewer.do("undoDelete", id=id)


async def block(viewer: Person, peer: Person) -> None:
    await viewer.do("block", userId=peer.id)


async def block_and_unblock(viewer: Person, peer: Person) -> None:
    await block(viewer, peer)
    await viewer.do("unblock", userId=peer.id)


async def mute(viewer: Person, peer: Person) -> None:
    await viewer.do("mute", threadId=await viewer.thread_id(peer), muted=True)


async def accept(viewer: Person, peer: Person) -> None:
    """Once more, by the id of the request that it was."""
    [key] = [id for id, user in await viewer.world.rows("memberships", "id, user_id") if user == viewer.key]
    again = await viewer.do("accept", requestId=viewer.world.services.sealer.seal(Kind.REQUEST, key))
    assert again["thread"]["state"] == "OPEN"


ACTS = [nothing, accept, delete, delete_and_undo, block, block_and_unblock, mute]


@pytest.mark.shows("7.22", "7.23")
@pytest.mark.parametrize("act", ACTS)
async def test_what_never_moves_the_mark(world: World, act: Act) -> None:
    alice, bob = await talking(world, "alice", "bob")
    await alice.send(bob, "one")
    await read(bob, alice)
    await alice.send(bob, "two")
    await act(bob, alice)
    assert await seen(alice, bob) == ["one"]


@pytest.mark.shows("7.22", "7.23")
@pytest.mark.parametrize("act", [nothing, delete_and_undo, block, block_and_unblock, mute])
async def test_nor_does_it_by_the_sender(world: World, act: Act) -> None:
    alice, bob = await talking(world, "alice", "bob")
    await alice.send(bob, "one")
    await read(bob, alice)
    await alice.send(bob, "two")
    await act(alice, bob)
    assert await seen(alice, bob) == ["one"]


@pytest.mark.shows("7.23")
@pytest.mark.parametrize("name", ["alice", "bob"])
async def test_switching_off_takes_nothing_back(world: World, name: str) -> None:
    alice, bob = await talking(world, "alice", "bob")
    await alice.send(bob, "one")
    await read(bob, alice)
    await world.people[name].do("updateReadReceipts", enabled=False)
    await alice.send(bob, "two")
    await read(bob, alice)
    assert await seen(alice, bob) == ["one"]
    await world.people[name].do("updateReadReceipts", enabled=True)
    await read(bob, alice)
    assert await seen(alice, bob) == ["one"]


@pytest.mark.shows("7.20")
@pytest.mark.parametrize("blocker", ["alice", "bob"])
async def test_nothing_is_seen_over_a_block(world: World, blocker: str) -> None:
    alice, bob = await talking(world, "alice", "bob")
    await alice.send(bob, "one")
    await block(world.people[blocker], bob if blocker == "alice" else alice)
    await read(bob, alice)
    assert await seen(alice, bob) == []
    assert await unread(bob, alice) == 0


@pytest.mark.shows("7.21")
@pytest.mark.parametrize("act", ["delete", "block"])
async def test_sunk_and_deleted_ones_are_seen_like_their_neighbours(world: World, act: str) -> None:
    alice, bob = await talking(world, "alice", "bob")
    if act == "block":
        await block(bob, alice)
    await alice.send(bob, "hidden")
    await (delete(bob, alice) if act == "delete" else bob.do("unblock", userId=alice.id))
    await alice.send(bob, "plain")
    await read(bob, alice)
    assert await seen(alice, bob) == ["hidden", "plain"]
