"""The checkers can fail: here they meet sends without a fence, and a block that moves none."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest
from tortoise.exceptions import IntegrityError

from models.relations import BLOCK
from models.sending.facts import SEND_FACTS, Asked
from models.sending.parts import SendWrite
from models.sending.write import Sent, write_at_once, write_in_turn
from resolvers.delivery import Attempt, SendCase, decide, write_of
from rules.policy import Policy
from rules.sending import Landing
from tests.databases import PostgresSource
from tests.races.invariants import INVARIANTS, LAST, violations
from tests.world import Person, World

CAP = "at most three are unaccepted, and they are the messages before the opening"
WITHOUT_CHECK = "ALTER TABLE memberships DROP CONSTRAINT memberships_unaccepted_check"

Write = Callable[[World, SendWrite], Awaitable[list[Sent]]]


@pytest.fixture
def source(postgres_source: PostgresSource) -> PostgresSource:
    return postgres_source


@pytest.fixture
def policy() -> Policy:
    return Policy(bucket_size=1000)


async def decided(world: World, alice: Person, bob: Person) -> SendWrite:
    """The write of a request from one to the other, by the present rows."""
    attempt = Attempt("sendRequest", "recipientId", bob.key, 0, "Hello!", None)
    now = world.clock()
    asked = Asked(alice.key, bob.key, 0, "", now.date(), now)
    [facts] = await SEND_FACTS.all(world.database, [asked])
    case = SendCase(attempt, facts, alice.key, now, world.services.policy)
    landing = decide(case)
    assert isinstance(landing, Landing)
    return write_of(case, landing)


async def at_once(world: World, write: SendWrite) -> list[Sent]:
    return await write_at_once(world.database, [write])


async def without_a_move(world: World, write: SendWrite) -> list[Sent]:
    """Again where another held the rows."""
    while not (sent := await write_at_once(world.database, [replace(write, moves_fence=0)])):  # noqa: ASYNC110
        await asyncio.sleep(0)
    return sent


async def without_a_fence(world: World, write: SendWrite) -> list[Sent]:
    """Count, then insert: in a transaction, but by rows that were read before it."""
    return await world.database.transaction(lambda tx: write_in_turn(tx, [write]))


@pytest.mark.parametrize(
    ("write", "sent"),
    [(at_once, 1), (without_a_move, 50), (without_a_fence, 50)],
    ids=["at_once", "without_a_move", "without_a_fence"],
)
async def test_fifty_sends_by_the_same_facts(world: World, write: Write, sent: int) -> None:
    alice, bob = await world.cast("alice", "bob")
    await world.database.execute(WITHOUT_CHECK, ())
    writes = [await decided(world, alice, bob) for _ in range(50)]
    results = await asyncio.gather(*[write(world, one) for one in writes])
    assert sum(map(len, results)) == sent
    assert (CAP in await violations(world.database)) == (sent > 3)


@pytest.mark.shows("12.1")
async def test_the_database_checks_after_the_fence(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    writes = [await decided(world, alice, bob) for _ in range(4)]
    for write in writes[:3]:
        await without_a_fence(world, write)
    with pytest.raises(IntegrityError):
        await without_a_fence(world, writes[3])
    assert await violations(world.database) == {}


@pytest.mark.parametrize("moves", [True, False])
async def test_a_block_between_decision_and_write(world: World, moves: bool) -> None:
    alice, bob = await world.cast("alice", "bob")
    write = await decided(world, alice, bob)
    if moves:
        await bob.do("block", userId=alice.id)
    else:
        await BLOCK.all(world.database, bob.key, world.clock(), None, [alice.key])
    assert (await at_once(world, write) == []) == moves
    assert len(await bob.world.rows("user_events", "id", f"user_id = {bob.key} AND kind = 2")) == (not moves)


PLANTED = {
    CAP: "UPDATE memberships SET unaccepted = 2",
    "a pair has one thread": "ALTER TABLE threads DROP CONSTRAINT threads_low_id_high_id_key;"
    "INSERT INTO threads (low_id, high_id, last_seq, created_at) SELECT low_id, high_id, 0, 0 FROM threads",
    "a thread has one accept event, and is open then": """INSERT INTO user_events (user_id, seq, kind, at, thread_id)
        SELECT user_id, 99, 5, 0, thread_id FROM user_events WHERE kind = 5""",
    "a side is open only if its thread is, a thread only if both sides know but for a block": """
        UPDATE threads SET opened_at = NULL""",
    "a side is marked as blocked where its user blocks the peer": "UPDATE memberships SET blocked = NOT blocked",
    "a log is 1, 2, 3 without a gap": "UPDATE user_events SET seq = 99 WHERE seq = 2",
    "a log has the messages of a thread in their order": "UPDATE user_events SET message_id = 5 - message_id",
    "a message is in its sender's log once": "UPDATE user_events SET kind = 2 WHERE kind = 21 AND seq = 1",
    "a message is in its recipient's log once, a sunk one never": "UPDATE messages SET sunk = TRUE WHERE seq = 2",
    "messages of a thread are numbered 1, 2, 3": "UPDATE messages SET seq = 99 WHERE seq = 2",
    "unread and last message are what a recount gives": "UPDATE memberships SET unread = unread + 1",
    LAST: "UPDATE memberships SET last_message_text = 'other' WHERE unread = 0",
    "activity is never older than the last visible message": "UPDATE memberships SET activity_at = 1",
    "marks are inside the thread": "UPDATE memberships SET read_seq = 99",
    "a client key names a message of its user, and a message has one at most": """
        UPDATE client_keys SET message_id = 99""",
    "a user with a visible message has its thread": """
        DELETE FROM memberships WHERE id = (SELECT MAX(id) FROM memberships)""",
    "no quota of new pairs is passed": "UPDATE quotas SET pairs = 21",
}


@pytest.mark.parametrize("rule", INVARIANTS)
async def test_each_invariant_sees_its_violation(world: World, rule: str) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob, clientKey="k")
    await bob.accept(alice)
    for sender, peer in ((alice, bob), (bob, alice), (alice, bob)):
        await sender.send(peer)
    assert await violations(world.database) == {}
    for statement in PLANTED[rule].split(";"):
        await world.database.execute(statement, ())
    assert rule in await violations(world.database)
