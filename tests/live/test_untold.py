"""What no event and no field tells, although it happens."""

import json
from datetime import timedelta
from typing import Any

import pytest

from tests.api.hosting import host, said
from tests.live.acts import act
from tests.world import Person, World


async def _shown(alice: Person, bob: Person) -> str:
    """What alice sees of bob, and in her lists."""
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
        assert [item["__typename"] for item in await other.items(2)] == ["MessageAdded", "BadgeChanged"]
        for change in changes:
            await host(world).do("upsertUsers", users=[said("bob", **change)])
        await act(world, "bob follows alice")
        await act(world, "bob unfollows alice")
        assert await stream.is_quiet()
        assert await other.is_quiet()


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
async def test_nobody_sees_who_is_there_and_looks(world: World) -> None:
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
