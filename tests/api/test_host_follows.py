"""`setFollows`: as follow and unfollow by each follower, all or nothing, the same again nothing."""

from typing import Any

import pytest

from rules.provisioning import BATCH
from tests.api.provisioning import follow, host, said, store, unfit
from tests.api.sending import gone, left_of
from tests.world import World

NAMES = ("alice", "bob", "carol")


async def followed(world: World) -> set[tuple[str, str]]:
    """Pairs of follower and followee, by username."""
    names = dict(await world.rows("users", "id, username"))
    return {(names[a], names[b]) for a, b in await world.rows("follows", "follower_id, followee_id")}


async def set_follows(world: World, add: list[Any], remove: list[Any]) -> int:
    found = await host(world).do("setFollows", add=add, remove=remove)
    assert found["__typename"] == "SetFollowsSuccess", found
    count: int = found["count"]
    return count


@pytest.mark.shows("2.4")
async def test_some_are_added_and_some_removed(world: World) -> None:
    alice, bob, carol = await world.cast(*NAMES)
    await alice.follows(carol)
    add = [follow("alice", "bob"), follow("bob", "alice"), follow("alice", "bob")]
    remove = [follow("alice", "carol"), follow("carol", "bob")]
    assert await set_follows(world, add, remove) == 5
    assert await followed(world) == {("alice", "bob"), ("bob", "alice")}
    async with world.unchanged():
        assert await set_follows(world, add, remove) == 5
    assert (await alice.user(bob))["followsMe"] is True
    assert await set_follows(world, [], []) == 0


@pytest.mark.shows("2.4")
async def test_it_is_as_if_each_had_followed(world: World) -> None:
    alice, bob, carol = await world.cast(*NAMES)
    await carol.follows(alice)
    before = dict(await world.rows("user_streams", "user_id, fence"))
    async with alice.listen("events") as mine, bob.listen("events") as other:
        await set_follows(
            world, [follow("alice", "carol"), follow("alice", "bob")], [follow("carol", "alice")]
        )
        told = await mine.items(2)
        assert [(item["__typename"], item["user"]["id"]) for item in told] == [
            ("FollowChanged", carol.id),
            ("FollowChanged", bob.id),
        ]
        assert await other.is_quiet()
    after = dict(await world.rows("user_streams", "user_id, fence"))
    assert {key for key in after if after[key] > before[key]} == {alice.key, carol.key}


@pytest.mark.shows("2.4", "7.7")
async def test_a_follow_opens_what_is_sent_next_and_an_unfollow_closes_nothing(world: World) -> None:
    alice, bob, _ = await world.cast(*NAMES)
    await alice.request(bob)
    await set_follows(world, [follow("bob", "alice")], [])
    [waiting] = await bob.nodes("requests")
    assert waiting["sender"]["id"] == alice.id
    assert left_of(await alice.request(bob)) == ("OPEN", None)
    await set_follows(world, [], [follow("bob", "alice")])
    assert left_of(await alice.send(bob)) == ("OPEN", None)


WRONG: list[tuple[dict[str, Any], str, str]] = [
    ({"add": [follow("alice", "bob"), follow("alice", "zoe")]}, "UNKNOWN", "add[1].followee"),
    ({"add": [follow("zoe", "alice")]}, "UNKNOWN", "add[0].follower"),
    ({"add": [follow("alice", "alice")]}, "SAME_USER", "add[0].followee"),
    ({"remove": [follow("bob", "bob")]}, "SAME_USER", "remove[0].followee"),
    ({"add": [{"follower": "", "followee": "host-bob"}]}, "EMPTY", "add[0].follower"),
    ({"add": [{"follower": "host-bob", "followee": "a\0b"}]}, "BAD_CHARACTER", "add[0].followee"),
    (
        {"add": [follow("alice", "bob")], "remove": [follow("bob", "carol"), follow("alice", "bob")]},
        "DUPLICATE",
        "remove[1]",
    ),
]


@pytest.mark.parametrize(("given", "reason", "field"), WRONG, ids=lambda value: str(value)[:40])
async def test_what_cannot_be_kept_is_named_and_nothing_stored(
    world: World, given: dict[str, Any], reason: str, field: str
) -> None:
    _, bob, carol = await world.cast(*NAMES)
    await bob.follows(carol)
    async with world.unchanged():
        assert await host(world).do("setFollows", **given) == unfit(reason, field)


async def test_every_follow_that_cannot_be_kept_is_named(world: World) -> None:
    await world.cast(*NAMES)
    add = [follow("alice", "alice"), follow("alice", "bob"), {"follower": "", "followee": ""}]
    remove = [follow("alice", "bob"), follow("bob", "bob")]
    assert await host(world).do("setFollows", add=add, remove=remove) == unfit(
        "SAME_USER",
        *("add[0].followee", "add[2].follower", "add[2].followee", "remove[0]", "remove[1].followee"),
    )
    unknown = [follow("zoe", "yan"), follow("alice", "bob"), follow("alice", "zoe")]
    assert await host(world).do("setFollows", add=unknown) == unfit(
        "UNKNOWN", *("add[0].follower", "add[0].followee", "add[2].followee")
    )
    assert await host(world).do("setFollows", add=[unknown[2], *add], remove=remove) == unfit(
        "UNKNOWN",
        *("add[0].followee", "add[1].followee", "add[3].follower", "add[3].followee"),
        *("remove[0]", "remove[1].followee"),
    )


@pytest.mark.shows("2.8")
async def test_a_call_takes_500(world: World) -> None:
    names = [f"user{number}" for number in range(BATCH)]
    await store(world, *map(said, names))
    ring = [follow(one, other) for one, other in zip(names, [*names[1:], names[0]], strict=True)]
    more = [follow(names[0], names[2])]
    async with world.unchanged():
        assert await host(world).do("setFollows", add=ring + more) == unfit("TOO_MANY", "add", bound=BATCH)
        assert await host(world).do("setFollows", remove=ring + more) == unfit(
            "TOO_MANY", "remove", bound=BATCH
        )
        assert await host(world).do("setFollows", add=ring, remove=more) == unfit(
            "TOO_MANY", "remove", bound=BATCH
        )
    assert await set_follows(world, ring, []) == BATCH
    assert len(await world.rows("follows")) == len(await world.rows("user_events")) == BATCH
    assert await set_follows(world, [], ring) == BATCH
    assert await world.rows("follows") == []


@pytest.mark.shows("2.24")
async def test_an_erased_user_follows_no_one_and_has_no_followers(world: World) -> None:
    alice, bob, _ = await world.cast(*NAMES)
    await bob.becomes(**gone(world))
    async with world.unchanged():
        both = [follow("alice", "bob"), follow("bob", "alice")]
        assert await set_follows(world, both, [follow("carol", "bob"), follow("carol", "zoe")]) == 2
    await set_follows(world, [follow("alice", "carol"), follow("alice", "bob")], [])
    assert len(await world.rows("follows", "id", f"follower_id = {alice.key}")) == 1
