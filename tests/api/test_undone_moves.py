"""An undo of a delete keeps the recipient's own word on the folder."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from tests.api.many import LINK, delete_all
from tests.world import Person, World

Undo = Callable[[], Awaitable[Any]]


@pytest.fixture(params=["one", "many"])
def delete(request: pytest.FixtureRequest) -> Callable[[Person, str], Awaitable[Undo]]:
    """By its id, or all that wait; what undoes that."""

    async def do(person: Person, request_id: str) -> Undo:
        many = request.param == "many"
        id = await delete_all(person) if many else (await person.do("delete", id=request_id))["deletedId"]
        return lambda: person.do("undoDelete", id=id)

    return do


async def asked(world: World, text: str = LINK) -> tuple[Person, Person, str]:
    """Alice, Bob, and her request to him, in either folder."""
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob, text)
    thread_id = await bob.thread_id(alice)
    [id] = [
        node["id"]
        for folder in ("REQUESTS", "HIDDEN")
        for node in await bob.nodes("requests", folder=folder)
        if node["thread"]["id"] == thread_id
    ]
    return alice, bob, id


async def stands(person: Person) -> tuple[str, ...]:
    """The folder of the one request, its reasons and its texts."""
    [node] = [
        node for folder in ("REQUESTS", "HIDDEN") for node in await person.nodes("requests", folder=folder)
    ]
    return node["folder"], *node["hiddenReasons"], *[message["text"] for message in node["pendingMessages"]]


Delete = Callable[[Person, str], Awaitable[Undo]]


@pytest.mark.shows("6.12", "6.16")
@pytest.mark.parametrize("meanwhile", [[], ["hello"], ["see example.com"]])
async def test_what_was_moved_before_the_delete_stays(
    world: World, delete: Delete, meanwhile: list[str]
) -> None:
    alice, bob, id = await asked(world)
    await bob.do("moveRequest", requestId=id)
    undo = await delete(bob, id)
    for text in meanwhile:
        await alice.request(bob, text)
    await undo()
    assert await stands(bob) == ("REQUESTS", LINK, *meanwhile)
    await alice.request(bob, "mail x@example.com")
    assert await stands(bob) == ("REQUESTS", LINK, *meanwhile, "mail x@example.com")


@pytest.mark.shows("6.16")
async def test_what_was_moved_since_the_delete_stays(world: World, delete: Delete) -> None:
    alice, bob, id = await asked(world)
    undo = await delete(bob, id)
    await alice.request(bob, "hello")
    await bob.do("moveRequest", requestId=id)
    await undo()
    await alice.request(bob, LINK)
    assert await stands(bob) == ("REQUESTS", LINK, "hello", LINK)


@pytest.mark.shows("6.16")
async def test_a_move_counts_for_messages_that_were_deleted_with_it(world: World, delete: Delete) -> None:
    alice, bob, id = await asked(world)
    await bob.do("moveRequest", requestId=id)
    await delete(bob, id)
    await alice.request(bob, "see example.com")
    assert await stands(bob) == ("HIDDEN", "LINK", "see example.com")
    undo = await delete(bob, id)
    await undo()
    assert await stands(bob) == ("HIDDEN", "LINK", "see example.com")
    await alice.request(bob, "hello")
    assert await stands(bob) == ("HIDDEN", "LINK", "see example.com", "hello")


@pytest.mark.shows("6.16", "9.10")
async def test_an_undo_that_takes_a_request_out_of_requests_is_told(world: World, delete: Delete) -> None:
    alice, bob, id = await asked(world)
    undo = await delete(bob, id)
    await alice.request(bob, "hello")
    async with bob.listen("events") as events:
        await undo()
        badge, back = await events.items(2)
    assert (back["__typename"], back["request"]["folder"]) == ("RequestRestored", "HIDDEN")
    assert badge["viewer"]["badge"]["pendingRequests"] == 0
    assert await stands(bob) == ("HIDDEN", "LINK", LINK, "hello")
