"""Sunk messages: the sender sees them sent, and the recipient never gets them."""

from datetime import date

import pytest

from tests.api.sending import delete_request, left_of, only, open_thread, told
from tests.world import Person, World


async def unseen(world: World, bob: Person, alice: Person) -> None:
    """Bob has no trace of alice: no request, no thread, no list, no event."""
    assert await bob.nodes("requests") == await bob.nodes("inbox") == await bob.nodes("sentRequests") == []
    assert (await bob.user(alice))["threadWithMe"] is None
    assert await told(world, bob) == []


@pytest.mark.shows("4.51", "4.56", "4.57", "4.61")
async def test_sunk_by_a_block(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await bob.do("block", userId=alice.id)
    async with alice.listen("messageAdded") as own, bob.listen("requestReceived") as received:
        answers = [await alice.request(bob, text) for text in ("one", "two")]
        assert [left_of(answer) for answer in answers] == [("PENDING", 2), ("PENDING", 1)]
        assert [item["message"]["text"] for item in await own.items(2)] == ["one", "two"]
        assert await received.is_quiet()
        await unseen(world, bob, alice)
        await bob.do("unblock", userId=alice.id)
        await unseen(world, bob, alice)
        await alice.request(bob, "three")
        assert [message["text"] for message in (await only(received))["request"]["pendingMessages"]] == [
            "three"
        ]
    await bob.accept(alice)
    assert await bob.texts(alice) == ["three"]
    assert await alice.texts(bob) == ["one", "two", "three"]


@pytest.mark.shows("4.51", "4.57")
async def test_sunk_by_a_block_in_an_open_thread(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await open_thread(alice, bob)
    await bob.do("block", userId=alice.id)
    before = await world.rows("user_events", where=f"user_id = {bob.key}")
    assert left_of(await alice.send(bob, "sunk")) == ("OPEN", None)
    assert await world.rows("user_events", where=f"user_id = {bob.key}") == before
    await bob.do("unblock", userId=alice.id)
    await alice.send(bob, "after")
    assert await bob.texts(alice) == ["Hello!", "Hello!", "after"]
    assert await alice.texts(bob) == ["Hello!", "Hello!", "sunk", "after"]
    assert [node["unreadCount"] for node in await bob.nodes("inbox")] == [1]


@pytest.mark.shows("4.46", "4.51")
async def test_a_follower_who_blocks(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await bob.follows(alice)
    await bob.do("block", userId=alice.id)
    assert left_of(await alice.request(bob)) == ("OPEN", None)
    await unseen(world, bob, alice)
    await bob.do("unblock", userId=alice.id)
    await unseen(world, bob, alice)
    assert left_of(await bob.request(alice, "Hi")) == ("OPEN", None)
    assert await bob.texts(alice) == ["Hi"]


@pytest.mark.shows("2.14", "4.52", "4.57", "7.9")
async def test_sunk_for_who_is_under_age(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await open_thread(alice, bob)
    await bob.becomes(birth_date=date(2010, 3, 20))
    before = await world.rows("user_events", where=f"user_id = {bob.key}")
    assert left_of(await alice.send(bob, "sunk")) == ("OPEN", None)
    assert await world.rows("user_events", where=f"user_id = {bob.key}") == before
    world.clock.advance(days=60)
    assert "sunk" not in await bob.texts(alice)
    assert await world.rows("user_events", where=f"user_id = {bob.key}") == before
    await alice.send(bob, "after")
    assert (await bob.texts(alice))[-2:] == ["Hello!", "after"]


@pytest.mark.shows("4.53", "4.57", "5.25")
async def test_sunk_by_never(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob, "one")
    await delete_request(bob, alice, never=True)
    before = await world.rows("user_events", where=f"user_id = {bob.key}")
    assert left_of(await alice.request(bob, "two")) == ("PENDING", 1)
    assert await bob.nodes("requests") == []
    assert await world.rows("user_events", where=f"user_id = {bob.key}") == before
    assert left_of(await bob.request(alice, "Hi")) == ("OPEN", None)
    assert await bob.texts(alice) == ["Hi"]
    await alice.send(bob, "three")
    assert await bob.texts(alice) == ["Hi", "three"]
    assert await alice.texts(bob) == ["one", "two", "Hi", "three"]


@pytest.mark.shows("4.53", "4.54")
async def test_never_ends_where_the_thread_opens_by_a_follow(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob, "one")
    await delete_request(bob, alice, never=True)
    await bob.do("follow", userId=alice.id)
    assert left_of(await alice.send(bob, "two")) == ("OPEN", None)
    assert await bob.texts(alice) == ["two"]


@pytest.mark.shows("4.57")
async def test_an_undo_brings_nothing_up_that_sank(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob, "one")
    id = await bob.request_id(alice)
    await bob.do("delete", id=id, never=True)
    await alice.request(bob, "two")
    assert (await bob.do("undoDelete", id=id))["__typename"] == "UndoDeleteSuccess"
    assert await bob.texts(alice) == ["one"]
    await alice.request(bob, "three")
    await bob.accept(alice)
    assert await bob.texts(alice) == ["one", "three"]
    assert await alice.texts(bob) == ["one", "two", "three"]
