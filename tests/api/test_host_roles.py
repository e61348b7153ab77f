"""The host app's acts need its token."""

from dataclasses import replace
from typing import Any

import pytest
from graphql import GraphQLInputObjectType

from tests.api.moderation import NOT_ALLOWED
from tests.api.provisioning import follow, host, said
from tests.api.test_schema import TYPES
from tests.world import START, World

ACTS: dict[str, dict[str, Any]] = {
    "upsertUsers": {"users": [said("alice", displayName="Nobody"), said("zoe")]},
    "setFollows": {"add": [follow("alice", "bob")], "remove": [follow("bob", "alice")]},
    "eraseUser": {"subject": "host-alice"},
    "revokeTokens": {"subject": "host-alice", "before": START.isoformat()},
}
TABLES = ["users", "follows", "user_streams", "user_events"]


async def _rows(world: World) -> list[Any]:
    return [await world.rows(table) for table in TABLES]


@pytest.mark.shows("2.1", "2.7")
@pytest.mark.parametrize("name", ACTS)
async def test_only_the_service_may(world: World, name: str) -> None:
    alice, bob = await world.cast("alice", "bob")
    await bob.follows(alice)
    before = await _rows(world)
    anonymous = await world.anonymous(name, input=ACTS[name])
    assert anonymous["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"
    for roles in ((), ("moderator",), ("Service", "services", "admin")):
        assert await replace(alice, roles=roles).do(name, **ACTS[name]) == NOT_ALLOWED
    await bob.becomes(is_active=False)
    answer = await bob.post(name, input=ACTS[name])
    assert answer["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"
    await bob.becomes(is_active=True)
    assert await _rows(world) == before
    assert (await host(world).do(name, **ACTS[name]))["__typename"].endswith("Success")
    assert await _rows(world) != before


@pytest.mark.shows("2.7")
@pytest.mark.parametrize("name", ["upsertUsers", "setFollows"])
async def test_what_is_wrong_is_told_to_the_service_only(world: World, name: str) -> None:
    [alice] = await world.cast("alice")
    wrong = {
        key: [{**one, "subject": ""} if "subject" in one else follow("x", "x") for one in entries]
        for key, entries in ACTS[name].items()
    }
    assert await alice.do(name, **wrong) == NOT_ALLOWED
    assert (await host(world).do(name, **wrong))["code"] == "INVALID_INPUT"


async def test_the_service_is_no_viewer(world: World) -> None:
    await world.cast("alice", "bob")
    text = """mutation M($input: UpsertUsersInput!) { upsertUsers(input: $input) {
        ... on UpsertUsersSuccess { eventCursor query { viewer { user { id } } user(username: "alice") { id } } } } }"""
    answer = await host(world).ask(text, input={"users": [said("carol")]})
    done = answer["data"]["upsertUsers"]
    assert done["query"] == {"viewer": None, "user": None}
    assert {error["extensions"]["code"] for error in answer["errors"]} == {"UNAUTHENTICATED"}
    async with world.people["alice"].listen("events", after=done["eventCursor"]) as stream:
        assert (await stream.item())["reason"] == "UNKNOWN"


async def test_a_service_that_is_a_user_reads_as_that_user(world: World) -> None:
    [alice] = await world.cast("alice")
    alice.roles = ("service",)
    text = """mutation M($input: UpsertUsersInput!) { upsertUsers(input: $input) {
        ... on UpsertUsersSuccess { query { viewer { user { displayName } } } } } }"""
    answer = await alice.ask(text, input={"users": [said("alice", displayName="Now")]})
    assert answer["data"]["upsertUsers"]["query"]["viewer"]["user"] == {"displayName": "Now"}


@pytest.mark.shows("2.1", "2.10")
def test_no_other_input_has_a_field_of_the_hosts() -> None:
    inputs = {name: kind for name, kind in TYPES.items() if isinstance(kind, GraphQLInputObjectType)}
    owned = set(inputs["HostUser"].fields)
    others = {name: owned & set(kind.fields) for name, kind in inputs.items() if name != "HostUser"}
    assert {name: found for name, found in others.items() if found} == {
        "EraseUserInput": {"subject"},
        "RevokeTokensInput": {"subject"},
    }
