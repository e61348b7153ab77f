"""Errors of fields that are read after the commit, on either database: of which root field, and that it is done."""

import sqlite3
from collections.abc import AsyncIterator
from typing import Any

import pytest

from models.db.database import Database
from rules.policy import Policy
from tests.live.devices import cursor_of
from tests.services import running_world
from tests.world import World

TWO = """mutation($peer: ID!) {
    one: follow(input: {userId: $peer}) { ... on FollowSuccess { query { %s } } }
    two: mute(input: {threadId: "no id", muted: true}) { ... on Problem { code } }
    three: block(input: {userId: $peer}) { ... on BlockSuccess { eventCursor user { username } } } }"""
OF_NO_REASON = "INSERT INTO warnings (user_id, reason, given_at) VALUES ($1, 99, 0)"
REFUSES = {
    "postgres": "ALTER TABLE blocks ADD CHECK (created_at < 0)",
    "sqlite": "CREATE TRIGGER refuses BEFORE INSERT ON blocks BEGIN SELECT RAISE(ABORT, 'refused'); END",
}
WARNINGS = "viewer { standing { warnings { reason } } }"


@pytest.fixture
async def world(database: Database, policy: Policy) -> AsyncIterator[World]:
    """On a database of its own: tests spoil its tables."""
    async with running_world(database, policy) as world:
        yield world


@pytest.mark.shows("15.15")
async def test_a_bug_after_the_commit_does_not_hide_that_it_is_done(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await world.database.execute(OF_NO_REASON, (alice.key,))
    answer = await alice.ask(TWO % WARNINGS, peer=bob.id)
    [error] = answer["errors"]
    assert error["path"][0] == "one"
    assert error["extensions"].keys() == {"code", "errorId", "committed", "eventCursor"}
    assert error["extensions"]["code"] == "INTERNAL_SERVER_ERROR"
    assert answer["data"]["two"] == {"code": "INVALID_INPUT"}
    assert _seq(world, alice, error["extensions"]["eventCursor"]) == 1
    assert answer["data"]["three"]["eventCursor"] == await cursor_of(alice)
    assert len(await world.rows("follows")) == 1


@pytest.mark.shows("15.15")
@pytest.mark.parametrize(
    "asked", ["inbox(first: 0) { eventCursor }", 'inbox(after: "forged") { eventCursor }']
)
async def test_so_does_an_argument_that_cannot_be_used(world: World, asked: str) -> None:
    alice, bob = await world.cast("alice", "bob")
    answer = await alice.ask(TWO % asked, peer=bob.id)
    [error] = answer["errors"]
    assert (error["path"], error["message"] != "") == (["one", "query", "inbox"], True)
    cursor = error["extensions"].pop("eventCursor")
    assert error["extensions"] == {"code": "BAD_USER_INPUT", "committed": True}
    assert _seq(world, alice, cursor) == 1


async def test_what_was_not_done_does_not_say_so(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await world.database.execute(REFUSES[world.database.dialect], ())
    answer = await alice.post("block", input={"userId": bob.id})
    assert answer["errors"][0]["extensions"].keys() == {"code", "errorId"}


@pytest.mark.shows("15.14")
@pytest.mark.parametrize("source", ["sqlite"], indirect=True)
async def test_a_file_that_another_process_writes_to_is_busy(database_url: str, world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    other = sqlite3.connect(database_url.removeprefix("sqlite:///"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    answer = await alice.post("block", input={"userId": bob.id})
    other.execute("ROLLBACK")
    other.close()
    assert [error["extensions"] for error in answer["errors"]] == [{"code": "OVERLOADED"}]
    assert (await alice.do("block", userId=bob.id))["__typename"] == "BlockSuccess"


def _seq(world: World, person: Any, sealed: str) -> int:
    cursor = world.services.sealer.open_event_cursor(person.key, sealed)
    assert cursor
    return cursor.seq
