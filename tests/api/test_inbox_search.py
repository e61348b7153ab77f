"""The inbox searched, and only what is unread of it."""

import pytest

from tests.api.pages import ids, list_pages, walk
from tests.api.sending import open_thread
from tests.world import Person, World


async def peers(me: Person, **asked: object) -> list[str]:
    return [node["peer"]["username"] for node in await me.nodes("inbox", **asked)]


async def filled(world: World) -> Person:
    """Alice, with an open thread, and own pending ones."""
    alice = await world.person("alice")
    await open_thread(alice, await world.person("bob", display_name="Robert Müller"))
    for username, display_name in (("carol", "Carol O'Neill"), ("mueller_2", "100% Ōno"), ("dave", "Дейв")):
        await alice.request(await world.person(username, display_name=display_name))
    return alice


@pytest.mark.shows("7.2", "7.36", "7.37")
@pytest.mark.parametrize(
    ("search", "expected"),
    [
        ("bob", ["bob"]),
        ("BO", ["bob"]),
        ("muller", ["bob"]),
        ("MÜLL", ["bob"]),
        ("ller", []),
        ("o", ["mueller_2", "carol"]),
        ("o'n", ["mueller_2", "carol"]),
        ("o’ne", ["carol"]),
        ("oneill", ["carol"]),
        ("neill", ["carol"]),
        ("@bob", ["bob"]),
        ("_2", []),
        ("_", []),
        ("%", []),
        ("100%", ["mueller_2"]),
        ("дЕ", ["dave"]),
        ("c_rol", []),
        ("\\", []),
        ("", ["dave", "mueller_2", "carol", "bob"]),
        (None, ["dave", "mueller_2", "carol", "bob"]),
    ],
)
async def test_by_name(world: World, search: str | None, expected: list[str]) -> None:
    assert await peers(await filled(world), search=search) == expected


@pytest.mark.shows("7.3")
async def test_only_unread(world: World) -> None:
    alice, bob, carol, dave = await world.cast("alice", "bob", "carol", "dave")
    for other in (bob, carol):
        await open_thread(alice, other)
    await alice.request(dave)
    await alice.send(bob)
    assert await peers(alice, unreadOnly=True) == ["carol"]
    assert await peers(alice, unreadOnly=True, search="b") == []
    await bob.send(alice)
    assert await peers(alice, unreadOnly=True) == ["bob", "carol"]
    assert await peers(alice, unreadOnly=True, search="b") == ["bob"]
    assert await peers(bob, unreadOnly=True) == []
    assert await peers(bob, unreadOnly=None) == await peers(bob) != []


async def test_pages_of_a_search(world: World) -> None:
    alice = await filled(world)
    meant = ids(await alice.nodes("inbox", search="o"))
    pages = await walk(lambda cursor: alice.run("inbox", search="o", first=1, after=cursor))
    assert [ids(page) for page in pages] == [[id] for id in meant]


@pytest.mark.shows("8.2")
async def test_whom_the_viewer_blocks(world: World) -> None:
    alice, bob, carol, dave = await world.cast("alice", "bob", "carol", "dave")
    await open_thread(alice, bob)
    for other in (bob, carol, dave):
        await alice.do("block", userId=other.id)
    assert [node["username"] for node in await alice.nodes("blockedUsers")] == ["dave", "carol", "bob"]
    assert [len(page) for page in await list_pages(alice, "blockedUsers", 2)] == [2, 1]
    *_, of_bob = await alice.nodes("blockedUsers")
    assert of_bob["threadWithMe"]["id"] == await alice.thread_id(bob)
    assert await alice.texts(bob) == ["Hello!", "Hello!"]
    await alice.do("unblock", userId=carol.id)
    assert [node["username"] for node in await alice.nodes("blockedUsers")] == ["dave", "bob"]
    assert await bob.nodes("blockedUsers") == []
