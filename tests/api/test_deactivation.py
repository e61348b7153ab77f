"""A user whom the host deactivates: its requests vanish for good, and all else stays."""

import pytest

from tests.api.provisioning import host, said, store, unfit
from tests.world import Person, World


async def deactivate(world: World, *people: Person) -> None:
    await store(world, *(said(person.name, isActive=False) for person in people))


async def activate(world: World, *people: Person) -> None:
    await store(world, *(said(person.name) for person in people))


@pytest.mark.shows("2.31")
async def test_pending_requests_vanish(world: World) -> None:
    alice, bob, carol, dave = await world.cast("alice", "bob", "carol", "dave")
    await alice.request(bob)
    await alice.request(carol, "See https://spam.example")
    await alice.request(dave)
    request_id = await bob.request_id(alice)
    deleted = await dave.request_id(alice)
    await dave.do("delete", id=deleted)
    async with bob.listen("events") as asked, carol.listen("events") as hidden, dave.listen("events") as gone:
        await deactivate(world, alice)
        badge, withdrawn = await asked.items(2)
        assert (withdrawn["__typename"], withdrawn["requestId"]) == ("RequestWithdrawn", request_id)
        assert badge["viewer"]["badge"] == {
            "pendingRequests": 0,
            "unseenRequests": 0,
            "unreadThreads": 0,
            "suggestsPause": False,
        }
        for stream in (asked, hidden, gone):
            assert await stream.is_quiet()
    for person, folder in ((bob, "REQUESTS"), (carol, "HIDDEN"), (dave, "REQUESTS")):
        assert await person.nodes("requests", folder=folder) == []
    for person, name, given in (
        (bob, "accept", {"requestId": request_id}),
        (dave, "undoDelete", {"id": deleted}),
    ):
        assert (await person.do(name, **given))["__typename"] == "NotFound"


@pytest.mark.shows("2.31")
async def test_an_archived_one_too(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob)
    world.clock.advance(days=100)
    assert len(await bob.nodes("requests", folder="ARCHIVED")) == 1
    await deactivate(world, alice)
    assert await bob.nodes("requests", folder="ARCHIVED") == []


@pytest.mark.shows("2.31")
async def test_to_be_active_again_brings_nothing_back(world: World) -> None:
    alice, bob, carol = await world.cast("alice", "bob", "carol")
    await alice.request(bob, "one")
    await alice.request(bob, "two")
    before = [await alice.run(name) for name in ("sentRequests", "inbox")]
    standing = await alice.run("viewer")
    await deactivate(world, alice)
    await activate(world, alice)
    assert await bob.nodes("requests") == []
    after = [await alice.run(name) for name in ("sentRequests", "inbox")]
    assert [one["edges"] for one in after] == [one["edges"] for one in before]
    now = await alice.run("viewer")
    assert now["standing"]["newPairsLeftToday"] == standing["standing"]["newPairsLeftToday"]
    third = await alice.request(bob, "three")
    assert third["thread"]["messagesLeftBeforeAccept"] == 0
    [request] = await bob.nodes("requests")
    assert [message["text"] for message in request["pendingMessages"]] == ["three"]
    assert (await alice.request(bob, "four"))["__typename"] == "PendingLimitReached"
    assert (await alice.request(carol))["__typename"] == "SendRequestSuccess"


async def test_open_threads_and_requests_to_the_user_stay(world: World) -> None:
    alice, bob, carol = await world.cast("alice", "bob", "carol")
    await alice.opens(bob)
    await carol.request(alice)
    await deactivate(world, alice)
    assert await bob.texts(alice) == ["Hello!"]
    assert (await bob.send(alice))["__typename"] == "SendMessageSuccess"
    assert len(await carol.nodes("sentRequests")) == 1
    await activate(world, alice)
    assert len(await alice.nodes("requests")) == 1


async def test_many_of_a_batch(world: World) -> None:
    alice, bob, carol, dave = await world.cast("alice", "bob", "carol", "dave")
    for sender in (alice, bob, carol):
        await sender.request(dave)
    async with dave.listen("events") as stream:
        await deactivate(world, alice, bob)
        items = await stream.items(4)
        assert [item["__typename"] for item in items].count("RequestWithdrawn") == 2
    assert [node["sender"]["username"] for node in await dave.nodes("requests")] == ["carol"]


async def test_the_same_again_and_a_batch_that_is_refused_change_nothing(world: World) -> None:
    alice, bob, carol = await world.cast("alice", "bob", "carol")
    await alice.request(bob)
    await carol.request(bob)
    await deactivate(world, alice)
    async with world.unchanged():
        await deactivate(world, alice)
        users = [said("carol", isActive=False), said("dave", username="deleted")]
        assert await host(world).do("upsertUsers", users=users) == unfit("TAKEN", "users[1].username")
    assert len(await bob.nodes("requests")) == 1
