"""On PostgreSQL a send is written at once; only who lost a race for the same cap takes the locked way."""

from collections.abc import AsyncIterator, Coroutine
from typing import Any

import pytest

from models.db.connection import statement_log
from models.db.database import Database
from rules.policy import Policy
from tests.databases import PostgresSource
from tests.races.arena import kinds, race
from tests.services import IN_SETS, running_world
from tests.world import World

SENDS = 50


@pytest.fixture
def source(postgres_source: PostgresSource) -> PostgresSource:
    return postgres_source


@pytest.fixture
def statements() -> list[str]:
    """The work that the server of this test runs."""
    return []


@pytest.fixture
async def world(database: Database, statements: list[str]) -> AsyncIterator[World]:
    token = statement_log.set(statements)
    async with running_world(database, Policy(bucket_size=1000)) as world:
        statement_log.reset(token)
        yield world


async def locked(statements: list[str], runs: list[Coroutine[Any, Any, Any]]) -> tuple[list[str], int]:
    """The kinds of the results, and how many of the sends took the locked way."""
    statements.clear()
    results = await race(*runs)
    assert sum(text.startswith("WITH given") for text in statements) > 0
    return kinds(results), sum(
        "FOR UPDATE" in text and not text.startswith("WITH given") for text in statements
    )


@pytest.mark.skipif(not IN_SETS, reason="rows that others hold are skipped")
async def test_sends_in_an_open_thread_never_retry(world: World, statements: list[str]) -> None:
    alice, bob = await world.cast("alice", "bob")
    thread_id = (await alice.request(bob))["thread"]["id"]
    await bob.request(alice)
    sends = [alice.do("sendMessage", threadId=thread_id, text="Hi.") for _ in range(SENDS)]
    assert await locked(statements, sends) == (["SendMessageSuccess"] * SENDS, 0)


@pytest.mark.skipif(not IN_SETS, reason="rows that others hold are skipped")
async def test_requests_of_many_to_one_never_retry(world: World, statements: list[str]) -> None:
    bob, *others = await world.cast("bob", *[f"alice{number}" for number in range(SENDS)])
    sends = [alice.request(bob) for alice in others]
    assert await locked(statements, sends) == (["SendRequestSuccess"] * SENDS, 0)


async def test_requests_of_one_to_one_retry_once_at_most(
    world: World, statements: list[str], record_property: Any
) -> None:
    alice, bob = await world.cast("alice", "bob")
    results, retries = await locked(statements, [alice.request(bob) for _ in range(SENDS)])
    assert results.count("SendRequestSuccess") == 3
    assert retries <= SENDS
    record_property("sends that took the locked way", f"{retries} of {SENDS}")
