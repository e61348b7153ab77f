"""Sends that wait together are written as one set: what they leave and answer is what the same sends do one by one."""

import asyncio
from collections.abc import AsyncIterator, Coroutine, Sequence
from contextlib import AsyncExitStack
from contextvars import copy_context
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from models.db.connection import statement_log
from models.db.database import Database
from resolvers.delivery import Attempt
from resolvers.sending import send
from rules.policy import Audience, Policy
from schema.types.context import Context, Services
from schema.types.problems import RecipientUnavailable
from schema.types.sending import SendRequestSuccess
from tests.databases import PATIENCE, PostgresSource, Source
from tests.races.test_waiting import held
from tests.services import services_on
from tests.world import Clock, Person, World

PEOPLE = ("alice", "bob", "carol", "dan", "erin")
OUTSIDE = ("frank", "gone")
"""A sender and an unavailable recipient; no one else writes to either of them."""
POLICY = Policy(bucket_size=6)
LINK = "All of it is at https://example.com/free, look!"

people = st.integers(0, len(PEOPLE) - 1)
pairs = st.tuples(people, people)


@dataclass(frozen=True)
class Said:
    """`by_thread`: with sendMessage, if the two have a thread that the sender sees."""

    pair: tuple[int, int]
    text: str = "Hello!"
    key: str | None = None
    by_thread: bool = False


says = st.builds(
    Said, pairs, st.sampled_from(["Hello!", LINK]), st.sampled_from([None, None, "k"]), st.booleans()
)
outside = st.just(Said((len(PEOPLE), len(PEOPLE) + 1)))


@dataclass(frozen=True)
class Case:
    """The history of some people, and the messages that they send at once."""

    before: Sequence[Said]
    follows: frozenset[tuple[int, int]]
    blocks: frozenset[tuple[int, int]]
    nevers: frozenset[int]
    receipts: frozenset[int]
    restricted: frozenset[int]
    young: frozenset[int]
    at_once: Sequence[Said]


some = st.frozensets(people, max_size=2)
cases = st.builds(
    Case,
    st.lists(says, max_size=12),
    st.frozensets(pairs, max_size=4),
    st.frozensets(pairs, max_size=3),
    some,
    st.frozensets(people),
    some,
    some,
    st.lists(says | says | outside, min_size=3, max_size=20),
)

LEFT = {
    "threads": "low_id, high_id, opened_at, last_seq, created_at, requester_id, hints, text_mark FROM threads",
    "messages": """t.low_id, t.high_id, x.seq, x.sender_id, x.text, x.sunk, x.receipt, x.sent_at
        FROM messages x JOIN threads t ON t.id = x.thread_id""",
    "sides": """user_id, peer_id, folder, opened_at, blocked, unaccepted, hidden_reasons, started, activity_at,
        last_message_seq, last_message_sender_id, last_message_text, last_message_sent_at, last_message_receipt,
        unread, read_seq, seen_seq, hidden_before, arrived_seq, never, moved FROM memberships""",
    "events": """e.user_id, e.seq, e.kind, e.at, t.low_id, t.high_id, x.seq FROM user_events e
        LEFT JOIN threads t ON t.id = e.thread_id LEFT JOIN messages x ON x.id = e.message_id""",
    "streams": "user_id, last_seq, fence, bucket_at FROM user_streams",
    "quotas": "user_id, day, pairs FROM quotas",
    "keys": """k.user_id, k.key, k.fingerprint, k.created_at, x.thread_id IS NULL, x.seq
        FROM client_keys k LEFT JOIN messages x ON x.id = k.message_id""",
}


async def left(database: Database) -> dict[str, Any]:
    """All rows that sends write, without the ids that they were given."""
    return {
        name: sorted((tuple(row) for row in await database.fetch(f"SELECT {text}", ())), key=repr)
        for name, text in LEFT.items()
    }


@dataclass
class Scene:
    """People with their history, and a clock that does not move."""

    services: Services
    keys: list[int]

    @classmethod
    async def set(cls, database: Database, case: Case, *, in_sets: bool) -> "Scene":
        clock = Clock(tick=timedelta())
        services = replace(services_on(database, POLICY), clock=clock, sends_in_sets=in_sets)
        world = World(services, clock, "", None)  # type: ignore[arg-type]
        cast = await world.cast(*PEOPLE, *OUTSIDE)
        scene = cls(services, [person.key for person in cast])
        for said in case.before:
            await scene.say(said)
            clock.advance(hours=1)
        await scene._prepare(case, cast)
        return scene

    async def _prepare(self, case: Case, cast: Sequence[Person]) -> None:
        database = self.services.database
        for who, whom in case.follows:
            await self._insert("follows (follower_id, followee_id", who, whom)
        for who, whom in case.blocks:
            await self._insert("blocks (blocker_id, blocked_id", who, whom)
            blocked = "UPDATE memberships SET blocked = TRUE WHERE user_id = $1 AND peer_id = $2"
            await database.execute(blocked, (self.keys[who], self.keys[whom]))
        for who in case.nevers:
            await database.execute(
                "UPDATE memberships SET never = TRUE WHERE user_id = $1", (self.keys[who],)
            )
        for who in case.receipts:
            await cast[who].becomes(read_receipts=True)
        for who in case.restricted:
            await cast[who].becomes(
                restriction_reason=0, restricted_until=self.services.clock() + timedelta(1)
            )
        for who in case.young:
            await cast[who].becomes(account_created_at=self.services.clock() - timedelta(hours=1))
        await cast[-1].becomes(audience=Audience.NO_ONE)

    async def _insert(self, into: str, who: int, whom: int) -> None:
        if who != whom:
            values = (self.keys[who], self.keys[whom])
            await self.services.database.execute(
                f"INSERT INTO {into}, created_at) VALUES ($1, $2, 0)", values
            )

    async def say(self, said: Said) -> Any:
        return await self.put(said, await self.attempt(said))

    async def put(self, said: Said, attempt: Attempt) -> Any:
        """The outcome, without the ids that it was given."""
        sender, recipient = (self.keys[who] for who in said.pair)
        outcome = await send(Context(self.services, sender), attempt, SendRequestSuccess)
        if not isinstance(outcome, SendRequestSuccess):
            return outcome
        return (
            recipient,
            outcome.event_cursor,
            outcome.row and (outcome.row.seq, outcome.row.text),
        )

    async def attempt(self, said: Said) -> Attempt:
        sender, recipient = (self.keys[who] for who in said.pair)
        side = "SELECT thread_id FROM memberships WHERE user_id = $1 AND peer_id = $2"
        found = said.by_thread and await self.services.database.fetch(side, (sender, recipient))
        if found:
            return Attempt("sendMessage", "threadId", 0, found[0][0], said.text, said.key)
        return Attempt("sendRequest", "recipientId", recipient, 0, said.text, said.key)


def told(case: Case, outcomes: Sequence[Any]) -> tuple[list[Any], list[Any]]:
    """Each send with its outcome; those of the one outside in no order, since PostgreSQL charges them side by side."""
    found = list(zip(case.at_once, outcomes, strict=True))
    outside = [one for one in found if one[0].pair[0] == len(PEOPLE)]
    return [one for one in found if one not in outside], sorted(outside, key=repr)


@pytest.mark.shows("4.1", "4.5", "4.60", "4.63")
@settings(
    max_examples=40,
    phases=[Phase.generate],
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(case=cases)
async def test_a_set_does_what_its_sends_do_one_by_one(source: Source, case: Case) -> None:
    async with source.lent() as database:
        scene = await Scene.set(database, case, in_sets=False)
        attempts = [(said, await scene.attempt(said)) for said in case.at_once]
        one_by_one, rows = [await scene.put(*one) for one in attempts], await left(database)
    async with source.lent() as database:
        scene = await Scene.set(database, case, in_sets=True)
        together = await asyncio.gather(*[scene.put(*one) for one in attempts])
        assert told(case, together) == told(case, one_by_one)
        for name, some in (await left(database)).items():
            assert some == rows[name]


NOBODY: frozenset[int] = frozenset()
NOTHING = Case((), frozenset(), frozenset(), NOBODY, NOBODY, NOBODY, NOBODY, ())


@pytest.fixture
async def scene(source: Source) -> AsyncIterator[Scene]:
    async with source.lent() as database:
        yield await Scene.set(database, NOTHING, in_sets=True)


async def logged(work: Coroutine[Any, Any, Any]) -> tuple[Any, list[str]]:
    """Its result, and the statements that ran in its own task."""
    log: list[str] = []
    context = copy_context()
    context.run(statement_log.set, log)
    return await asyncio.create_task(work, context=context), log


@pytest.mark.shows("4.60", "10.16")
@pytest.mark.parametrize("place", [0, 1, 2], ids=["leads alone", "leads", "follows"])
async def test_a_set_tells_none_of_its_senders_of_the_recipient_of_another(
    source: Source, place: int
) -> None:
    """Carol's outcome and statements are the same for every outcome of alice's message in the same set."""
    seen = []
    to_bob = Said((0, 1)), Said((0, 1), LINK)
    cases = [replace(NOTHING, blocks=frozenset(blocks)) for blocks in ([], [(1, 0)])]
    for case, alices in [(case, said) for case in cases for said in to_bob]:
        async with source.lent() as database:
            scene = await Scene.set(database, case, in_sets=True)
            at_once = [Said((4, 3)), alices]
            at_once.insert(place, Said((2, 3) if place == 0 else (2, 0)))
            answers = await asyncio.gather(*[logged(scene.say(said)) for said in at_once])
            seen.append(answers[place])
    assert all(one == seen[0] for one in seen)


@pytest.mark.parametrize("source", ["postgres"], indirect=True)
async def test_a_set_is_two_statements(scene: Scene) -> None:
    statements: list[str] = []
    statement_log.set(statements)
    outcomes = await asyncio.gather(*[scene.say(Said(pair)) for pair in ((0, 1), (2, 3), (4, 5))])
    assert {type(outcome) for outcome in outcomes} == {tuple}
    assert len(statements) == 4


@pytest.mark.shows("4.63")
@pytest.mark.parametrize("source", ["postgres"], indirect=True)
async def test_no_send_waits_for_the_recipient_of_another(scene: Scene, source: PostgresSource) -> None:
    """Bob's row is held by another transaction."""
    services = scene.services
    bob = Person(World(services, Clock(), "", None), "bob", scene.keys[1])  # type: ignore[arg-type]
    async with held(services.database, bob):
        first, *others = [asyncio.create_task(scene.say(Said(pair))) for pair in ((4, 0), (2, 1), (3, 5))]
        async with asyncio.timeout(PATIENCE):
            assert [await first, await others[1]]
        assert not others[0].done()
    assert (await others[0])[0] == scene.keys[1]


POISON = {
    "postgres": "ALTER TABLE messages ADD CHECK (text <> 'poison')",
    "sqlite": """CREATE TRIGGER poison BEFORE INSERT ON messages WHEN NEW.text = 'poison'
        BEGIN SELECT RAISE(ABORT, 'poison'); END""",
}


@pytest.mark.shows("4.63")
async def test_one_that_fails_fails_alone(database: Database) -> None:
    scene = await Scene.set(database, NOTHING, in_sets=True)
    await database.execute(POISON[database.dialect], ())
    at_once = [Said((0, 1)), Said((2, 3)), Said((4, 1), "poison"), Said((5, 6)), Said((1, 0))]
    outcomes = await asyncio.gather(*map(scene.say, at_once), return_exceptions=True)
    assert [type(outcome) for outcome in outcomes[:2] + outcomes[4:]] == [tuple] * 3
    assert isinstance(outcomes[2], Exception)
    assert isinstance(outcomes[3], RecipientUnavailable)
    texts = await database.fetch("SELECT text FROM messages", ())
    assert [text for [text] in texts] == ["Hello!"] * 3


@pytest.mark.parametrize("in_sets", [True, False])
async def test_a_key_that_is_repeated_at_once_counts_once(source: Source, in_sets: bool) -> None:
    async with AsyncExitStack() as stack:
        database = await stack.enter_async_context(source.lent())
        scene = await Scene.set(database, NOTHING, in_sets=in_sets)
        outcomes = await asyncio.gather(*[scene.say(Said((0, 1), key="k")) for _ in range(10)])
        assert [outcome[2] is None for outcome in outcomes].count(False) == 1
        assert len(await database.fetch("SELECT id FROM messages", ())) == 1
