"""The archive: the folder of requests without an answer for long."""

import pytest

from tests.world import Person, World

DAYS = 90
FOLDERS = ("REQUESTS", "HIDDEN", "ARCHIVED")


async def folders(person: Person) -> dict[str, list[str]]:
    return {
        folder: [node["sender"]["username"] for node in await person.nodes("requests", folder=folder)]
        for folder in FOLDERS
    }


async def two_seasons(world: World) -> Person:
    """Bob with a request of each kind, then 90 days later one more of each."""
    names = ("bob", "alice", "carol", "dave", "erin")
    bob, alice, carol, dave, erin = await world.cast(*names)
    await alice.request(bob)
    await carol.request(bob, "example.com")
    world.clock.advance(days=DAYS)
    await dave.request(bob)
    await erin.request(bob, "example.com")
    return bob


@pytest.mark.shows("5.1", "5.39")
async def test_an_old_request_is_in_the_archive_and_nowhere_else(world: World) -> None:
    bob = await two_seasons(world)
    assert await folders(bob) == {"REQUESTS": ["dave"], "HIDDEN": ["erin"], "ARCHIVED": ["carol", "alice"]}
    unnamed = (await bob.ask("{ requests { edges { node { sender { username } } } } }"))["data"]["requests"]
    assert unnamed["edges"] == [{"node": {"sender": {"username": "dave"}}}]
    assert (await bob.run("viewer"))["badge"]["pendingRequests"] == 1
    archived = await bob.nodes("requests", folder="ARCHIVED")
    assert [(node["folder"], node["hiddenReasons"]) for node in archived] == [
        ("ARCHIVED", ["LINK"]),
        ("ARCHIVED", []),
    ]


@pytest.mark.shows("5.39")
async def test_it_takes_ninety_days_and_no_job(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    world.clock.tick *= 0
    await alice.request(bob)
    world.clock.advance(days=DAYS)
    assert (await folders(bob))["REQUESTS"] == ["alice"]
    async with world.unchanged():
        world.clock.advance(microseconds=1)
        assert await folders(bob) == {"REQUESTS": [], "HIDDEN": [], "ARCHIVED": ["alice"]}


@pytest.mark.shows("5.40")
async def test_an_archived_request_can_be_accepted(world: World) -> None:
    bob = await two_seasons(world)
    for node in await bob.nodes("requests", folder="ARCHIVED"):
        assert (await bob.do("accept", requestId=node["id"]))["thread"]["state"] == "OPEN"
    assert (await folders(bob))["ARCHIVED"] == []


@pytest.mark.shows("5.41")
async def test_a_new_message_brings_it_back_to_its_folder(world: World) -> None:
    bob = await two_seasons(world)
    await world.people["alice"].request(bob, "still there?")
    await world.people["carol"].request(bob, "still there?")
    found = await folders(bob)
    assert found == {"REQUESTS": ["alice", "dave"], "HIDDEN": ["carol", "erin"], "ARCHIVED": []}


@pytest.mark.parametrize("folder", FOLDERS)
async def test_pages_are_the_whole_folder(world: World, folder: str) -> None:
    bob = await two_seasons(world)
    for name in ("frank", "grace"):
        await (await world.person(name)).request(bob, "Hi" if folder == "REQUESTS" else "example.com")
    if folder == "ARCHIVED":
        world.clock.advance(days=DAYS)
    whole = (await folders(bob))[folder]
    found: list[str] = []
    after = None
    while page := (await bob.run("requests", folder=folder, first=1, after=after))["edges"]:
        found += [edge["node"]["sender"]["username"] for edge in page]
        after = page[-1]["cursor"]
    assert found == whole
    assert len(whole) >= 3


async def test_a_cursor_of_another_folder_is_refused(world: World) -> None:
    bob = await two_seasons(world)
    cursor = (await bob.run("requests", folder="HIDDEN"))["pageInfo"]["endCursor"]
    for folder in ("REQUESTS", "ARCHIVED"):
        answer = await bob.post("requests", folder=folder, after=cursor)
        assert answer["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"
