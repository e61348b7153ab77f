"""A client may go away at any instant: its mutation is done with all its fields, or was never begun."""

import asyncio
import random

import pytest

from rules.policy import Policy
from schema.types.context import Context
from server.app import make_schema
from tests.storage.test_cancellation import every_connection_works, vanish_after
from tests.world import World

ROUNDS = 60


@pytest.fixture
def policy() -> Policy:
    return Policy(bucket_size=1 + 2 * ROUNDS)


TWICE = """mutation($thread: ID!, $one: String!, $two: String!) {
    one: sendMessage(input: {threadId: $thread, text: $one}) { __typename }
    two: sendMessage(input: {threadId: $thread, text: $two}) { __typename }
}"""


async def test_a_cancelled_mutation_is_done_whole_or_not_at_all(world: World) -> None:
    """The first field commits before the second begins: a shield around a field alone would part them."""
    alice, bob = await world.cast("alice", "bob")
    await alice.opens(bob)
    thread, schema, chance = await alice.thread_id(bob), make_schema(True), random.Random(7)

    async def write(number: int) -> None:
        variables = {"thread": thread, "one": f"one {number}", "two": f"two {number}"}
        await schema.execute(TWICE, variables, Context(world.services, alice.key))

    outcomes = await asyncio.gather(
        *[vanish_after(chance.random() / 4, write(number)) for number in range(ROUNDS)],
        return_exceptions=True,
    )
    await schema.settle()

    assert any(isinstance(outcome, TimeoutError) for outcome in outcomes)
    texts = {row[0] for row in await world.database.fetch("SELECT text FROM messages", ())}
    begun = {number for number in range(ROUNDS) if f"one {number}" in texts}
    assert begun
    assert begun == {number for number in range(ROUNDS) if f"two {number}" in texts}
    await every_connection_works(world.database)
