"""Changes that no event and no field tells."""

import json
from datetime import timedelta
from typing import Any

import pytest

from tests.api.provisioning import host, said
from tests.live.acts import act
from tests.world import Person, World


async def _shown(alice: Person, bob: Person) -> str:
    """Alice's view of bob, and her lists."""
    pages: list[Any] = [await alice.user(bob), await alice.run("node", id=bob.id)]
    pages += [await alice.nodes(name) for name in ("inbox", "sentRequests", "requests")]
    return json.dumps(pages)


@pytest.mark.shows("9.16")
@pytest.mark.parametrize("state", ["pending", "open"])
async def test_no_event_tells_that_the_bit_changed(world: World, state: str) -> None:
    alice, bob, carol = await world.cast("alice", "bob", "carol")
    await alice.request(bob)
    if state == "open":
        await bob.accept(alice)
    changes: list[dict[str, Any]] = [{"birthDate": "2015-01-01"}, {"isActive": False}, {"isVerified": True}]
    async with alice.listen("events") as stream, carol.listen("events") as other:
        for audience in ("NO_ONE", "EVERYONE", "FRIENDS"):
            await bob.do("updateDmAudience", audience=audience)
            reached = "thread" in await carol.request(bob)
            assert reached == (audience == "EVERYONE")
        costs = "StandingChanged"
        names = [item["__typename"] for item in await other.items(5)]
        assert names == [costs, costs, "BadgeChanged", "MessageAdded", costs]
        for change in changes:
            await host(world).do("upsertUsers", users=[said("bob", **change)])
        await act(world, "bob follows alice")
        await act(world, "bob unfollows alice")
        assert await stream.is_quiet()
        assert await other.is_quiet()


SILENCED = {
    "blocked": ("bob blocks alice",),
    "never": ("alice requests bob", "bob shuns alice"),
    "under age": ("alice requests bob", "bob accepts alice"),
    "hidden": ("alice requests bob", "bob hides alice"),
}


@pytest.mark.shows("9.10")
@pytest.mark.parametrize("cause", SILENCED)
async def test_no_stream_tells_of_hidden_or_sunk_messages(world: World, cause: str) -> None:
    alice, bob = await world.cast("alice", "bob")
    for line in SILENCED[cause]:
        await act(world, line)
    if cause == "under age":
        await bob.becomes(birth_date=None)
    before = await bob.run("viewer")
    async with (
        bob.listen("events") as events,
        bob.listen("messageAdded") as added,
        bob.listen("requestReceived") as received,
    ):
        assert "sentMessage" in await alice.request(bob, "Do you hear me?")
        for stream in (events, added, received):
            assert await stream.is_quiet()
    assert (await bob.run("viewer"))["badge"] == before["badge"]


@pytest.mark.shows("9.10")
async def test_what_was_hidden_all_along_is_withdrawn_unseen(world: World) -> None:
    _, bob, _ = await world.cast("alice", "bob", "carol")
    async with bob.listen("events") as stream:
        for line in ("alice links bob", "carol bans alice"):
            await act(world, line)
        assert await stream.is_quiet()


@pytest.mark.shows("9.8")
async def test_later_messages_of_a_request_are_told_on_the_stream_of_all_alone(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    async with (
        bob.listen("events") as events,
        bob.listen("messageAdded") as added,
        bob.listen("requestReceived") as received,
    ):
        for _ in range(3):
            await alice.request(bob)
        names = [item["__typename"] for item in await events.items(6)]
        assert names[1::2] == ["RequestReceived", "RequestUpdated", "RequestUpdated"]
        assert set(names[::2]) == {"BadgeChanged"}
        assert (await received.item())["__typename"] == "RequestReceived"
        for stream in (events, added, received):
            assert await stream.is_quiet()


OWN = {
    "alice requests carol": "MessageAdded",
    "alice accepts bob": "ThreadOpened",
    "alice reads bob": "ThreadRead",
    "alice mutes bob": "ThreadMuted",
    "alice deletes bob": "RequestDeleted",
    "alice blocks bob": "UserBlocked",
    "alice follows bob": "FollowChanged",
    "alice filters alice": "SettingsChanged",
    "alice makes-code alice": "SettingsChanged",
    "alice closes-to bob": "SettingsChanged",
    "alice wants-receipts alice": "SettingsChanged",
}


@pytest.mark.shows("9.5")
@pytest.mark.parametrize("line", OWN)
async def test_what_one_did_is_told_to_ones_other_devices(world: World, line: str) -> None:
    alice, bob, _ = await world.cast("alice", "bob", "carol")
    await bob.request(alice)
    async with alice.listen("events") as stream:
        result = await act(world, line)
        while (item := await stream.item())["eventCursor"] != result["eventCursor"]:
            assert item["__typename"] in {"BadgeChanged", "StandingChanged"}
        assert item["__typename"] == OWN[line]


@pytest.mark.shows("3.12")
async def test_an_audience_shows_nowhere(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await bob.do("updateDmAudience", audience="FRIENDS")
    await alice.follows(bob)
    await bob.follows(alice)
    before = await _shown(alice, bob)
    for audience in ("EVERYONE", "PEOPLE_I_FOLLOW", "FRIENDS"):
        await bob.do("updateDmAudience", audience=audience)
        assert await _shown(alice, bob) == before
    assert (await bob.run("viewer"))["dmAudience"] == "FRIENDS"
    assert (await alice.run("viewer"))["dmAudience"] == "EVERYONE"


@pytest.mark.shows("7.10")
async def test_no_one_sees_who_is_there_and_looks(world: World) -> None:
    world.clock.tick = timedelta()
    alice, bob = await world.cast("alice", "bob")
    await alice.opens(bob)
    await alice.send(bob, "Are you there?")
    before = await _shown(alice, bob)
    async with alice.listen("events") as stream:
        async with bob.listen("events"), bob.listen("messageAdded"):
            await act(world, "bob looks alice")
            await act(world, "bob reads alice")
            assert await _shown(alice, bob) == before
        assert await _shown(alice, bob) == before
        assert await stream.is_quiet()
