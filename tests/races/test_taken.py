"""On PostgreSQL: a block and a filter change nothing in the wait for a taker of pushes."""

import pytest

from rules.policy import Policy
from tests.api.many import LINK
from tests.databases import PostgresSource
from tests.races.test_waiting import held, start_waiting
from tests.world import World

WAITS = "SELECT user_id FROM waiting_pushes WHERE user_id = $1 FOR UPDATE"


@pytest.fixture
def source(postgres_source: PostgresSource) -> PostgresSource:
    return postgres_source


@pytest.fixture
def policy() -> Policy:
    return Policy(pushes=True)


@pytest.mark.shows("10.5", "10.6", "16.10")
@pytest.mark.parametrize("landing", ["delivered", "hidden", "sunk"])
async def test_a_send_waits_for_a_taker_whatever_its_landing(world: World, landing: str) -> None:
    alice, bob, carol = await world.cast("alice", "bob", "carol")
    await carol.request(bob)
    if landing == "sunk":
        await bob.do("block", userId=alice.id)
    async with held(world.database, bob, WAITS):
        sending = await start_waiting(
            world.database, alice.request(bob, LINK if landing == "hidden" else "Hello!")
        )
        assert not sending.done()
    assert (await sending)["thread"]["messagesLeftBeforeAccept"] == 2


@pytest.mark.shows("10.5", "16.10")
@pytest.mark.parametrize("blocks", [False, True])
async def test_an_accept_waits_for_a_taker_during_a_block_too(world: World, blocks: bool) -> None:
    alice, bob, carol = await world.cast("alice", "bob", "carol")
    await carol.request(alice)
    await alice.request(bob)
    if blocks:
        await alice.do("block", userId=bob.id)
    async with held(world.database, alice, WAITS):
        accepting = await start_waiting(world.database, bob.accept(alice))
        assert not accepting.done()
    await accepting
