"""Block and unblock: what the blocker gets, and that the blocked user sees no change."""

from typing import Any

import pytest

from schema.types.ids import Kind
from tests.world import Person, World

LISTS = ("inbox", "requests", "sentRequests")


async def view(person: Person, other: Person) -> list[Any]:
    """All that the person sees of the other: profile, thread, lists."""
    user = await person.user(other)
    thread = user["threadWithMe"] and await person.run("thread", id=user["threadWithMe"]["id"])
    return [user, thread, *[await person.nodes(name) for name in LISTS]]


async def counts(person: Person) -> list[int]:
    return [len(await person.nodes(name)) for name in LISTS]


async def blocked(blocker: Person, other: Person) -> None:
    result = await blocker.do("block", userId=other.id)
    edge = result["user"].pop("blockedUserEdge")
    assert edge["cursor"]
    assert result["user"] == {"id": other.id, "username": other.name, "blockedByMe": True}


async def unblocked(blocker: Person, other: Person) -> None:
    result = await blocker.do("unblock", userId=other.id)
    assert result["user"] == {"id": other.id, "username": other.name, "blockedByMe": False}


@pytest.mark.parametrize("name", ["block", "unblock"])
async def test_whom_it_cannot_name(world: World, name: str) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob)
    seal = world.services.sealer.seal
    async with world.unchanged():
        for wrong in (alice.id, await alice.thread_id(bob), "", "nonsense"):
            result = await alice.do(name, userId=wrong)
            assert (result["code"], result["field"]) == ("INVALID_INPUT", "userId")
        assert (await alice.do(name, userId=seal(Kind.USER, 10**6)))["code"] == "NOT_FOUND"


@pytest.mark.shows("8.1")
async def test_an_open_thread(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.opens(bob)
    await bob.send(alice, "welcome")
    await blocked(alice, bob)
    assert await counts(alice) == [0, 0, 0]
    thread = (await alice.user(bob))["threadWithMe"]
    assert thread["state"] == "OPEN"
    assert await alice.texts(bob) == ["Hello!", "welcome"]
    assert await alice.run("node", id=thread["id"]) is not None


@pytest.mark.shows("8.1")
async def test_an_own_pending_thread(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob)
    await blocked(alice, bob)
    assert await counts(alice) == [0, 0, 0]
    assert await alice.texts(bob) == ["Hello!"]
    assert await counts(bob) == [0, 1, 0]


@pytest.mark.shows("8.1", "8.5")
async def test_an_incoming_request(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob)
    request_id = await bob.request_id(alice)
    await blocked(bob, alice)
    assert await counts(bob) == [0, 0, 0]
    assert (await bob.user(alice))["threadWithMe"] is None
    for name in ("delete", "undoDelete"):
        async with world.unchanged():
            assert (await bob.do(name, id=request_id))["code"] == "NOT_FOUND"
    assert await counts(bob) == [0, 0, 0]


@pytest.mark.shows("8.3", "8.9")
@pytest.mark.parametrize("kind", ["nothing", "request", "asked", "open"])
async def test_the_blocked_user_sees_no_change(world: World, kind: str) -> None:
    alice, bob, carol = await world.cast("alice", "bob", "carol")
    if kind == "asked":
        await bob.request(alice)
    elif kind != "nothing":
        await alice.request(bob)
    if kind == "open":
        await bob.accept(alice)
    before = await view(alice, bob), await view(carol, bob)
    logs = await world.rows("user_events", where=f"user_id <> {bob.key}")
    for act in (blocked, unblocked, blocked):
        await act(bob, alice)
        assert (await view(alice, bob), await view(carol, bob)) == before
    assert await world.rows("user_events", where=f"user_id <> {bob.key}") == logs
    result = await alice.request(bob, "still here")
    expected = {"nothing": ("PENDING", 2), "request": ("PENDING", 1), "asked": ("OPEN", None)}
    thread = result["thread"]
    assert (thread["state"], thread["messagesLeftBeforeAccept"]) == expected.get(kind, ("OPEN", None))


@pytest.mark.shows("8.9")
async def test_a_block_is_of_one_account(world: World) -> None:
    alice, bob, carol = await world.cast("alice", "bob", "carol")
    for other in (bob, carol):
        await other.request(alice)
    await blocked(alice, bob)
    assert [node["sender"]["username"] for node in await alice.nodes("requests")] == ["carol"]
    await alice.accept(carol)
    await carol.send(alice, "still heard")
    assert await alice.texts(carol) == ["Hello!", "still heard"]
    assert not (await alice.user(carol))["blockedByMe"]
    assert [node["username"] for node in await alice.nodes("blockedUsers")] == ["bob"]


@pytest.mark.shows("8.4", "8.7", "9.10")
async def test_messages_sink_for_ever(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.opens(bob)
    before = await alice.nodes("inbox")
    async with alice.listen("messageAdded") as added:
        await blocked(alice, bob)
        assert (await bob.send(alice, "sunk"))["sentMessage"]["text"] == "sunk"
        await unblocked(alice, bob)
        assert await added.is_quiet()
        await bob.send(alice, "heard")
        assert (await added.item())["message"]["text"] == "heard"
    assert await alice.texts(bob) == ["Hello!", "heard"]
    assert await bob.texts(alice) == ["Hello!", "sunk", "heard"]
    assert before[0]["unreadCount"] == 0
    assert (await alice.nodes("inbox"))[0]["unreadCount"] == 1


@pytest.mark.shows("8.4")
async def test_a_new_request_of_a_blocked_user(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await blocked(bob, alice)
    async with bob.listen("requestReceived") as received:
        assert (await alice.request(bob))["thread"]["messagesLeftBeforeAccept"] == 2
        assert await received.is_quiet()
    await unblocked(bob, alice)
    assert await counts(bob) == [0, 0, 0]
    assert (await bob.user(alice))["threadWithMe"] is None


@pytest.mark.shows("8.6")
async def test_follows_stay(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.follows(bob)
    await bob.follows(alice)
    follows = await world.rows("follows")
    await blocked(alice, bob)
    await unblocked(alice, bob)
    assert await world.rows("follows") == follows
    user = await alice.user(bob)
    assert user["followsMe"] is user["followedByMe"] is True


@pytest.mark.shows("8.7")
async def test_unblock_brings_threads_back_in_their_old_place(world: World) -> None:
    alice, bob, carol, dave = await world.cast("alice", "bob", "carol", "dave")
    for peer in (bob, carol, dave):
        await alice.request(peer)
    await carol.accept(alice)
    before = [await alice.nodes(name) for name in LISTS]
    for peer in (bob, carol):
        await blocked(alice, peer)
        await unblocked(alice, peer)
    assert [await alice.nodes(name) for name in LISTS] == before


async def test_a_thread_deleted_before_the_block_stays_deleted(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.opens(bob)
    await alice.do("delete", id=await alice.thread_id(bob))
    await blocked(alice, bob)
    await unblocked(alice, bob)
    assert await counts(alice) == [0, 0, 0]


@pytest.mark.shows("8.7", "5.17")
async def test_what_was_deleted_while_it_waited_is_back_after_an_accept_and_an_unblock(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob)
    await alice.do("delete", id=await alice.thread_id(bob))
    await blocked(alice, bob)
    await bob.accept(alice)
    assert await counts(alice) == [0, 0, 0]
    await unblocked(alice, bob)
    [node] = await alice.nodes("inbox")
    assert (node["state"], node["lastMessage"]) == ("OPEN", None)
    await alice.do("delete", id=node["id"])
    await blocked(alice, bob)
    await unblocked(alice, bob)
    assert await counts(alice) == [0, 0, 0]


@pytest.mark.shows("8.8")
async def test_an_incoming_request_starts_afresh(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob, "one")
    await blocked(bob, alice)
    await alice.request(bob, "two")
    await unblocked(bob, alice)
    assert await counts(bob) == [0, 0, 0]
    async with bob.listen("requestReceived") as received:
        assert (await alice.request(bob, "three"))["thread"]["messagesLeftBeforeAccept"] == 0
        [message] = (await received.item())["request"]["pendingMessages"]
        assert message["text"] == "three"
    assert await bob.texts(alice) == ["three"]


async def test_both_block_each_other(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.opens(bob)
    await blocked(alice, bob)
    await blocked(bob, alice)
    for person, other in ((alice, bob), (bob, alice)):
        async with world.unchanged():
            assert (await person.send(other))["code"] == "YOU_BLOCKED_THIS_USER"
    await unblocked(bob, alice)
    assert await counts(bob) == [1, 0, 0]
    await bob.send(alice, "sunk")
    await unblocked(alice, bob)
    assert await alice.texts(bob) == ["Hello!"]


@pytest.mark.parametrize("name", ["block", "unblock"])
async def test_again_is_the_same(world: World, name: str) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.do(name, userId=bob.id)
    before = await world.rows("blocks"), await world.rows("user_events")
    first, second = [await alice.do(name, userId=bob.id) for _ in range(2)]
    assert first == second
    assert (await world.rows("blocks"), await world.rows("user_events")) == before
    assert await alice.blocks(bob) is (name == "block")
