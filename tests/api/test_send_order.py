"""A send that its set leaves out goes with further ones, and the messages of each sender keep their order."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import Any

import pytest

from resolvers import send_sets
from resolvers.delivery import Attempt
from resolvers.send_sets import Sending
from resolvers.sending import send
from rules.policy import Policy
from schema.types.context import Context, Services
from schema.types.errors import Unauthenticated
from schema.types.sending import SendRequestSuccess
from tests.api.test_send_sets import NOTHING, Said, Scene
from tests.databases import PATIENCE, PostgresSource, Source
from tests.races.test_waiting import held
from tests.services import services_on
from tests.world import Clock, Person, World

RECIPIENTS = 5
SENDERS = 20
"""Their keys are higher: a transaction that waits for a recipient does not hold its sender yet."""
BURST = 5
HELD = 0.1


@dataclass
class Crowd:
    """Senders, and the recipients that they share."""

    services: Services
    people: list[Person]

    @classmethod
    @asynccontextmanager
    async def on(cls, source: Source) -> AsyncIterator["Crowd"]:
        async with source.lent() as database:
            services = services_on(database, Policy(bucket_size=1000))
            services = replace(services, sends_in_sets=True)
            world = World(services, Clock(), "", None)  # type: ignore[arg-type]
            yield cls(services, await world.cast(*[f"person{n}" for n in range(RECIPIENTS + SENDERS)]))

    @property
    def recipients(self) -> list[Person]:
        return self.people[:RECIPIENTS]

    @property
    def senders(self) -> list[Person]:
        return self.people[RECIPIENTS:]

    def send(self, sender: Person, recipient: Person) -> "asyncio.Task[int]":
        return asyncio.create_task(self._send(sender, recipient))

    async def _send(self, sender: Person, recipient: Person) -> int:
        """The place of the message in the sender's log."""
        key = recipient.key
        attempt = Attempt("sendRequest", "recipientId", key, 0, "Hello!", None)
        outcome = await send(Context(self.services, sender.key), attempt, SendRequestSuccess)
        assert isinstance(outcome, SendRequestSuccess), outcome
        return outcome.event_cursor.seq

    async def disturb(self) -> None:
        """Holds recipients' rows, one after another, for longer than a set takes."""
        while True:
            for one in self.recipients:
                async with held(self.services.database, one):
                    await asyncio.sleep(HELD)


class Watch:
    """Sends that went alone, and the most sets that were under way at once."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.alone = self.sets = self.at_most = 0
        go_alone, run_set = Sending.alone, send_sets.run_set

        async def alone(sending: Sending, outcome: Any) -> Any:
            self.alone += 1
            return await go_alone(sending, outcome)

        async def run(sendings: Sequence[Sending]) -> Any:
            self.sets += 1
            self.at_most = max(self.at_most, self.sets)
            try:
                return await run_set(sendings)
            finally:
                self.sets -= 1

        monkeypatch.setattr(Sending, "alone", alone)
        monkeypatch.setattr(send_sets, "run_set", run)


async def test_two_sets_at_once_keep_the_order_of_each_sender(
    source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch = Watch(monkeypatch)
    async with Crowd.on(source) as crowd:
        is_postgres = crowd.services.database.dialect == "postgres"
        others = [asyncio.create_task(crowd.disturb())] if is_postgres else []
        bursts: list[list[asyncio.Task[int]]] = [[] for _ in crowd.senders]
        for turn in range(BURST):
            for number, (sender, burst) in enumerate(zip(crowd.senders, bursts, strict=True)):
                burst.append(crowd.send(sender, crowd.recipients[(number + turn) % RECIPIENTS]))
        places = [await asyncio.gather(*burst) for burst in bursts]
        for one in others:
            one.cancel()
        await asyncio.wait(others) if others else None
    assert places == [[*range(1, BURST + 1)]] * SENDERS
    assert watch.at_most == (2 if is_postgres else 1)
    assert bool(watch.alone) == is_postgres


@pytest.mark.parametrize("source", ["postgres"], indirect=True)
async def test_two_sets_at_once_leave_out_no_send_for_each_other(
    source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those that share a recipient go one after another, none alone."""
    watch = Watch(monkeypatch)
    async with Crowd.on(source) as crowd:
        for turn in range(BURST):
            sends = [
                crowd.send(sender, crowd.recipients[(number + turn) % RECIPIENTS])
                for number, sender in enumerate(crowd.senders)
            ]
            sends += [
                crowd.send(sender, crowd.senders[number - 7 - turn])
                for number, sender in enumerate(crowd.senders)
            ]
            await asyncio.gather(*sends)
    assert watch.at_most == 2
    assert watch.alone == 0


@pytest.mark.parametrize("source", ["postgres"], indirect=True)
async def test_a_send_waits_for_the_one_before_it_of_its_sender(source: PostgresSource) -> None:
    """The first is left out by its set, since another transaction holds its recipient."""
    async with Crowd.on(source) as crowd:
        sender, other, *_ = crowd.senders
        one, two, three, *_ = crowd.recipients
        async with held(crowd.services.database, one):
            first, second = crowd.send(sender, one), crowd.send(sender, two)
            async with asyncio.timeout(PATIENCE):
                await crowd.send(other, three)
                await crowd.send(other, two)
            assert not second.done()
        assert [await first, await second] == [1, 2]


async def test_a_sender_that_is_not_active_fails_alone(source: Source) -> None:
    """With a contact code: all three wait for the same recipient."""
    async with Crowd.on(source) as crowd:
        one, gone, other, *_ = crowd.senders
        await gone.becomes(is_active=False)
        key = crowd.recipients[0].key
        attempt = Attempt("sendRequest", "recipientId", key, 0, "Hello!", None, "no code")
        sends = [
            send(Context(crowd.services, sender.key), attempt, SendRequestSuccess)
            for sender in (one, gone, other)
        ]
        first, failed, last = await asyncio.gather(*sends, return_exceptions=True)
    assert isinstance(failed, Unauthenticated)
    assert isinstance(first, SendRequestSuccess)
    assert isinstance(last, SendRequestSuccess)


@pytest.mark.shows("4.63")
@pytest.mark.parametrize("source", ["postgres"], indirect=True)
async def test_a_send_that_is_left_out_goes_with_three_further_sets(source: PostgresSource) -> None:
    """Then alone, where it waits. Sets of 1, 4, 3, 2 and 1: each writes one of dan's three, and none the one to bob."""
    async with source.lent() as database:
        scene = await Scene.set(database, NOTHING, in_sets=True)
        sends, bob = scene.services.sends, scene.keys[1]
        async with held(database, Person(World(scene.services, Clock(), "", None), "bob", bob)):  # type: ignore[arg-type]
            at_once = [Said(pair) for pair in ((4, 0), (2, 1), (3, 5), (3, 5), (3, 5))]
            _, to_bob, *others = [asyncio.create_task(scene.say(said)) for said in at_once]
            async with asyncio.timeout(PATIENCE):
                await asyncio.gather(*others)
                while sends.sets < 5:  # noqa: ASYNC110
                    await asyncio.sleep(0)
            assert not to_bob.done()
        assert (await to_bob)[0] == bob
    assert (sends.sets, sends.members) == (5, 11)
