"""The recipient's policy: requests of which classes of senders go to Hidden."""

from datetime import timedelta
from typing import Any

import pytest

from models.relations import MOST_KNOWN
from tests.world import START, Person, World

CLASSES = ("mutualFollows", "recentAccounts", "followers", "unverified", "strangers")


async def places(person: Person) -> dict[str, list[str]]:
    """The senders in each folder."""
    found = {}
    for folder in ("REQUESTS", "HIDDEN"):
        nodes = await person.nodes("requests", folder=folder)
        found[folder] = sorted(node["sender"]["username"] for node in nodes)
        assert all(node["hiddenReasons"] == ["POLICY"] * (folder == "HIDDEN") for node in nodes)
    return found


async def test_an_anonymous_one_has_none(world: World) -> None:
    answer = await world.anonymous("updateRequestPolicy", input={})
    assert answer["data"] == {"updateRequestPolicy": None}
    assert answer["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"


@pytest.mark.shows("6.24")
async def test_it_is_set_for_the_viewer_alone_and_replaced_whole(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    unchosen: dict[str, Any] = dict.fromkeys(CLASSES)
    assert (await alice.run("viewer"))["requestPolicy"] == unchosen
    async with alice.listen("events") as events, bob.listen("events") as others:
        done = await alice.do("updateRequestPolicy", followers="REQUESTS", strangers="HIDDEN")
        chosen = unchosen | {"followers": "REQUESTS", "strangers": "HIDDEN"}
        assert done["viewer"]["requestPolicy"] == chosen
        changed = await events.item()
        assert changed["__typename"] == "SettingsChanged"
        assert changed["viewer"]["requestPolicy"] == chosen
        assert await others.is_quiet()
    done = await alice.do("updateRequestPolicy", unverified="HIDDEN")
    assert done["viewer"]["requestPolicy"] == unchosen | {"unverified": "HIDDEN"}
    assert (await bob.run("viewer"))["requestPolicy"] == unchosen


@pytest.mark.shows("6.24", "6.25", "6.26")
async def test_the_first_class_of_a_sender_decides(world: World) -> None:
    me, friend, ann, ben, cat, dan = await world.cast("me", "friend", "ann", "ben", "cat", "dan")
    eve = await world.person("eve", account_created_at=START - timedelta(days=29))
    await me.follows(friend)
    await friend.follows(ann)
    await ben.follows(me)
    await cat.becomes(is_verified=True)
    await eve.follows(me)
    await me.do(
        "updateRequestPolicy",
        mutualFollows="REQUESTS",
        recentAccounts="HIDDEN",
        followers="REQUESTS",
        unverified="HIDDEN",
    )
    async with me.listen("events") as events:
        for sender in (ann, ben, cat, dan, eve):
            sent = await sender.request(me)
            assert (sent["thread"]["state"], sent["thread"]["messagesLeftBeforeAccept"]) == ("PENDING", 2)
        items = [await events.item() for _ in range(6)]
        assert [item["__typename"] for item in items] == ["BadgeChanged", "RequestReceived"] * 3
        assert await events.is_quiet()
    assert await places(me) == {"REQUESTS": ["ann", "ben", "cat"], "HIDDEN": ["dan", "eve"]}
    assert (await me.run("viewer"))["badge"]["pendingRequests"] == 3


@pytest.mark.shows("6.25")
async def test_it_undoes_no_other_reason(world: World) -> None:
    alice, bob, carol = await world.cast("alice", "bob", "carol")
    await bob.do("updateFilterWords", words=["crypto"])
    await bob.do("updateRequestPolicy", strangers="REQUESTS")
    await alice.request(bob, "crypto")
    await bob.do("updateRequestPolicy", strangers="HIDDEN")
    await carol.request(bob, "crypto")
    found = await bob.nodes("requests", folder="HIDDEN")
    reasons = {node["sender"]["username"]: node["hiddenReasons"] for node in found}
    assert reasons == {"alice": ["OWN_WORD"], "carol": ["OWN_WORD", "POLICY"]}


async def test_requests_from_before_stay_until_their_next_message(world: World) -> None:
    alice, bob, carol = await world.cast("alice", "bob", "carol")
    await alice.request(bob)
    await carol.request(bob)
    await bob.do("updateRequestPolicy", strangers="HIDDEN")
    assert await places(bob) == {"REQUESTS": ["alice", "carol"], "HIDDEN": []}
    await alice.request(bob)
    assert await places(bob) == {"REQUESTS": ["carol"], "HIDDEN": ["alice"]}


@pytest.mark.shows("6.27")
async def test_it_is_not_the_audience(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    before = await alice.user(bob)
    await bob.do("updateRequestPolicy", strangers="HIDDEN")
    assert await alice.user(bob) == before
    await bob.do("updateRequestPolicy", strangers="REQUESTS")
    await bob.do("updateDmAudience", audience="NO_ONE")
    assert (await alice.request(bob))["__typename"] == "RecipientUnavailable"


async def test_a_send_that_was_decided_before_is_decided_again(world: World) -> None:
    alice = await world.person("alice")
    [(fence,)] = await world.rows("user_streams", "fence")
    await alice.do("updateRequestPolicy", strangers="HIDDEN")
    assert await world.rows("user_streams", "fence") == [(fence + 1,)]


@pytest.mark.shows("6.26")
async def test_a_send_looks_at_so_many_followers(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    crowd = await world.cast(*[f"user{number}" for number in range(MOST_KNOWN + 1)])
    for one in crowd:
        await one.follows(alice)
    await bob.do("updateRequestPolicy", mutualFollows="REQUESTS", strangers="HIDDEN")
    await bob.follows(crowd[-1])
    await alice.request(bob)
    assert await places(bob) == {"REQUESTS": [], "HIDDEN": ["alice"]}
    assert len(await bob.nodes("requests", folder="HIDDEN", filter={"mutualFollows": True})) == 1, (
        "a list finds it"
    )
    carol = await world.person("carol")
    await carol.do("updateRequestPolicy", mutualFollows="REQUESTS", strangers="HIDDEN")
    await carol.follows(crowd[-2])
    await alice.request(carol)
    assert await places(carol) == {"REQUESTS": ["alice"], "HIDDEN": []}


@pytest.mark.parametrize("wrong", ["ARCHIVED", "hidden", 1, ["HIDDEN"]])
async def test_a_folder_that_is_none(world: World, wrong: Any) -> None:
    alice = await world.person("alice")
    async with world.unchanged():
        for given in ({"strangers": wrong}, {"relatives": "HIDDEN"}):
            answer = await alice.post("updateRequestPolicy", input=given)
            assert answer["errors"][0]["extensions"]["code"] in {
                "BAD_USER_INPUT",
                "GRAPHQL_VALIDATION_FAILED",
            }
    assert (await alice.run("viewer"))["requestPolicy"] == dict.fromkeys(CLASSES)
