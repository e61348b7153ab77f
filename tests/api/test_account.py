"""The viewer's own settings and follows, and whose tokens are good for nothing."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from rules.policy import Audience, Policy
from schema.types.ids import Kind
from tests.world import Person, World

AUDIENCES = ["EVERYONE", "PEOPLE_I_FOLLOW", "FRIENDS", "NO_ONE"]
OPERATIONS: dict[str, dict[str, Any]] = {
    "viewer": {},
    "inbox": {},
    "requests": {},
    "sentRequests": {},
    "user": {"username": "alice"},
    "thread": {"id": "x"},
    "node": {"id": "x"},
    "nodes": {"ids": ["x"]},
    "sendRequest": {"input": {"recipientId": "x", "text": "hello"}},
    "sendMessage": {"input": {"threadId": "x", "text": "hello"}},
    "accept": {"input": {"requestId": "x"}},
    "delete": {"input": {"id": "x"}},
    "undoDelete": {"input": {"id": "x"}},
    "block": {"input": {"userId": "x"}},
    "unblock": {"input": {"userId": "x"}},
    "follow": {"input": {"userId": "x"}},
    "unfollow": {"input": {"userId": "x"}},
    "markRead": {"input": {"threadId": "x", "upTo": "x"}},
    "mute": {"input": {"threadId": "x", "muted": True}},
    "moveRequest": {"input": {"requestId": "x"}},
    "report": {"input": {"subjectId": "x", "reason": "SPAM"}},
    "updateDmAudience": {"input": {"audience": "NO_ONE"}},
    "updateReadReceipts": {"input": {"enabled": True}},
}


def with_real_ids(world: World, given: Any) -> Any:
    """The variables with ids of ours instead of `x`, so that only the viewer can be the obstacle."""
    if isinstance(given, dict):
        kinds = {"threadId": Kind.THREAD, "requestId": Kind.REQUEST, "upTo": Kind.MESSAGE, "id": Kind.THREAD}
        return {
            name: world.services.sealer.seal(kinds.get(name, Kind.USER), 1)
            if value == "x"
            else with_real_ids(world, value)
            for name, value in given.items()
        }
    return given


async def settings(person: Person) -> tuple[str, bool]:
    viewer = await person.run("viewer")
    return viewer["dmAudience"], viewer["readReceipts"]


@pytest.mark.shows("2.6")
@pytest.mark.parametrize("name", OPERATIONS)
async def test_who_has_no_account_here(world: World, name: str) -> None:
    """Without a token; unknown; inactive; erased; and inactive after the service got to know it."""
    await world.cast("alice", "bob")
    gone = await world.person("gone")
    await gone.run("viewer")
    await gone.becomes(is_active=False)
    await world.person("inactive", is_active=False)
    erased = {"username": None, "display_name": "Deleted user"}
    await world.person("erased", erased_at=datetime(2026, 1, 1, tzinfo=UTC), **erased)
    unknown = Person(world, "unknown", 0)
    variables = with_real_ids(world, OPERATIONS[name])
    async with world.unchanged():
        answers = [await world.anonymous(name, **variables)]
        for person in (unknown, gone, world.people["inactive"], world.people["erased"]):
            answers.append(await person.post(name, **variables))
    for answer in answers:
        [error] = answer["errors"]
        assert error["extensions"]["code"] == "UNAUTHENTICATED"
        assert not any((answer.get("data") or {}).values())


@pytest.mark.shows("2.2")
async def test_the_viewer_is_who_the_token_names(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    for person in (alice, bob):
        viewer = await person.run("viewer")
        assert (viewer["user"]["id"], viewer["user"]["username"]) == (person.id, person.name)


async def profile(me: Person, other: Person) -> Any:
    """All but the one bit that an audience or a host's flag may show."""
    return {name: value for name, value in (await me.user(other)).items() if name != "messageability"}


@pytest.mark.shows("2.20")
async def test_an_inactive_users_profile(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    before = await profile(alice, bob)
    await bob.becomes(is_active=False)
    assert await profile(alice, bob) == before


@pytest.mark.shows("2.21")
async def test_an_inactive_user_is_written_to_in_open_threads(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.opens(bob)
    await bob.becomes(is_active=False)
    assert (await alice.send(bob, "are you there?"))["thread"]["state"] == "OPEN"
    await bob.becomes(is_active=True)
    assert await bob.texts(alice) == ["Hello!", "are you there?"]


async def test_an_erased_user(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.opens(bob)
    await bob.becomes(
        username=None,
        display_name="Deleted user",
        is_active=False,
        erased_at=datetime(2026, 1, 1, tzinfo=UTC),
    )
    shown = {
        "id": bob.id,
        "username": "deleted",
        "displayName": "Deleted user",
        "avatarUrl": None,
        "isVerified": False,
    }
    assert (await alice.nodes("inbox"))[0]["peer"] == shown
    assert await alice.run("user", username="deleted") is None
    assert await alice.run("node", id=bob.id) == {"__typename": "User", "id": bob.id, "username": "deleted"}
    async with world.unchanged():
        assert (await alice.do("follow", userId=bob.id))["code"] == "NOT_FOUND"
    assert (await alice.do("block", userId=bob.id))["user"]["username"] == "deleted"
    assert (await alice.do("unblock", userId=bob.id))["user"]["blockedByMe"] is False


@pytest.mark.shows("3.1")
@pytest.mark.parametrize("audience", AUDIENCES)
async def test_the_audience(world: World, audience: str) -> None:
    alice, bob = await world.cast("alice", "bob")
    before = await profile(bob, alice), await settings(bob)
    result = await alice.do("updateDmAudience", audience=audience)
    assert result["viewer"] == {
        "id": (await alice.run("viewer"))["id"],
        "dmAudience": audience,
        "readReceipts": False,
    }
    assert await settings(alice) == (audience, False)
    assert (await profile(bob, alice), await settings(bob)) == before


@pytest.mark.shows("3.6", "3.7", "3.8")
async def test_the_audience_until_chosen(world: World) -> None:
    alice, bob = await world.person("alice"), await world.person("bob", is_verified=True)
    assert await settings(alice) == ("EVERYONE", False)
    assert await settings(bob) == ("PEOPLE_I_FOLLOW", False)
    for person in (alice, bob):
        await person.do("updateDmAudience", audience="FRIENDS")
        for mark in (True, False):
            await person.becomes(is_verified=mark)
            assert (await settings(person))[0] == "FRIENDS"


async def test_an_audience_that_is_none(world: World) -> None:
    alice = await world.person("alice")
    for wrong in ("ANYONE", "everyone", 1, None):
        answer = await alice.post("updateDmAudience", input={"audience": wrong})
        assert answer["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"
    assert await settings(alice) == ("EVERYONE", False)


@pytest.mark.shows("7.17")
async def test_the_receipts_switch(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    assert await settings(alice) == ("EVERYONE", False)
    for enabled in (True, True, False):
        result = await alice.do("updateReadReceipts", enabled=enabled)
        assert result["viewer"]["readReceipts"] is enabled
        assert (await settings(alice))[1] is enabled
    assert await settings(bob) == ("EVERYONE", False)


@pytest.mark.parametrize("name", ["follow", "unfollow"])
async def test_a_user_without_followers(world: World, name: str) -> None:
    alice = await world.person("alice")
    seal = world.services.sealer.seal
    async with world.unchanged():
        for wrong in (alice.id, seal(Kind.THREAD, 1), "", "nonsense"):
            result = await alice.do(name, userId=wrong)
            assert (result["code"], result["field"]) == ("INVALID_INPUT", "userId")
        assert (await alice.do(name, userId=seal(Kind.USER, 10**6)))["code"] == "NOT_FOUND"


@pytest.mark.shows("2.11")
async def test_follow_and_unfollow(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    for name, follows in (("follow", True), ("unfollow", False)):
        first = await alice.do(name, userId=bob.id)
        assert first["user"] == {"id": bob.id, "username": "bob", "followedByMe": follows}
        async with world.unchanged(but_charged=True):
            assert await alice.do(name, userId=bob.id) == first
        assert (await alice.user(bob))["followedByMe"] is follows
        assert (await bob.user(alice))["followsMe"] is follows
        assert (await bob.user(alice))["followedByMe"] is False


class TestAnotherPolicy:
    """The default of verified accounts is a setting."""

    @pytest.fixture
    def policy(self) -> Policy:
        return Policy(verified_audience=Audience.NO_ONE)

    @pytest.mark.shows("3.6")
    async def test_it_holds(self, world: World) -> None:
        assert await settings(await world.person("alice", is_verified=True)) == ("NO_ONE", False)
        assert await settings(await world.person("bob")) == ("EVERYONE", False)


@pytest.mark.shows("2.6")
async def test_who_has_no_account_is_refused_before_the_document(world: World) -> None:
    await world.person("inactive", is_active=False)
    erased = {"username": None, "display_name": "Deleted user"}
    await world.person("erased", erased_at=datetime(2026, 1, 1, tzinfo=UTC), **erased)
    people = Person(world, "unknown", 0), world.people["inactive"], world.people["erased"]
    for person in people:
        for roles in ((), ("moderator",)):
            for text in ("{__typename}", "{nonsense}"):
                answer = await asked(replace(person, roles=roles), text)
                assert answer == (401, ["UNAUTHENTICATED"]), (person, roles, text)
    assert await asked(replace(people[0], roles=("service",)), "{__typename}") == (200, [])


async def asked(person: Person, text: str) -> tuple[int, list[str]]:
    """The status, and the codes of the errors."""
    world, headers = person.world, {"Authorization": person.token}
    async with world.client.post(world.url, json={"query": text}, headers=headers) as answer:
        errors = (await answer.json()).get("errors", [])
        return answer.status, [error["extensions"]["code"] for error in errors]
