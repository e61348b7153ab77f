"""The host deactivates a user: its requests end, and activating it brings nothing back."""

import pytest

from tests.api.hosting import said, store
from tests.api.many import LINK
from tests.api.sending import UNAVAILABLE
from tests.world import Person, World

FOLDERS = ("REQUESTS", "HIDDEN", "ARCHIVED")
NOT_FOUND = "NotFound"


async def deactivate(world: World) -> None:
    await store(world, said("alice", isActive=False))


async def activate(world: World) -> None:
    await store(world, said("alice"))


async def left(person: Person) -> list[object]:
    """Requests in whatever folder."""
    return [node for folder in FOLDERS for node in await person.nodes("requests", folder=folder)]


@pytest.mark.shows("2.31")
async def test_requests_of_the_deactivated_vanish_for_good(world: World) -> None:
    alice, bob, carol, dave = await world.cast("alice", "bob", "carol", "dave")
    await alice.request(bob)
    await alice.request(carol, LINK)
    await alice.request(dave)
    ids = {"bob": await bob.request_id(alice), "dave": await dave.request_id(alice)}
    await dave.do("delete", id=ids["dave"])
    async with bob.listen("events") as asked, carol.listen("events") as hidden, dave.listen("events") as gone:
        await deactivate(world)
        badge, withdrawn = await asked.items(2)
        assert (withdrawn["__typename"], withdrawn["requestId"]) == ("RequestWithdrawn", ids["bob"])
        assert badge["badge"] == {"pendingRequests": 0, "unreadThreads": 0}
        for stream in (asked, hidden, gone):
            assert await stream.is_quiet()
    await activate(world)
    assert [await left(person) for person in (bob, carol, dave)] == [[], [], []]
    assert (await bob.do("accept", requestId=ids["bob"]))["__typename"] == NOT_FOUND
    assert (await dave.do("undoDelete", id=ids["dave"]))["__typename"] == NOT_FOUND


@pytest.mark.shows("2.31")
async def test_the_deactivated_ones_own_view_and_cap_stay(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob)
    before = await alice.nodes("sentRequests")
    await deactivate(world)
    await activate(world)
    assert await alice.nodes("sentRequests") == before
    assert (await alice.request(bob, "Are you there?"))["thread"]["messagesLeftBeforeAccept"] == 1
    [request] = await bob.nodes("requests")
    assert [message["text"] for message in request["pendingMessages"]] == ["Are you there?"]


@pytest.mark.shows("2.21", "2.31")
async def test_open_threads_stay(world: World) -> None:
    alice, bob, carol = await world.cast("alice", "bob", "carol")
    await alice.opens(bob)
    await deactivate(world)
    assert (await bob.send(alice))["__typename"] == "SendMessageSuccess"
    assert await carol.request(alice) == UNAVAILABLE


async def test_to_say_it_again_changes_nothing(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await deactivate(world)
    await activate(world)
    await alice.request(bob)
    await deactivate(world)
    before = await world.rows("user_events")
    await deactivate(world)
    assert await world.rows("user_events") == before
