"""Answers and items while all kinds of trouble come one after another, compared with the rows."""

import asyncio
import random
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from itertools import combinations
from time import monotonic

import aiohttp

from rules.policy import Policy
from server.contexts import make_services
from tests.busy.mutations import ACTS, Prepared, prepared
from tests.databases import opened
from tests.faults.benches import Bench
from tests.faults.chaos import troubled
from tests.faults.faults import Fault, Figures, Unfinished, number
from tests.faults.followers import following, wrong
from tests.faults.installations import Installation
from tests.faults.listeners import GONE
from tests.faults.people import PATIENCE as ANSWERED_IN
from tests.races.arena import Racer
from tests.races.orders import is_explained, met
from tests.races.pairs import LANES, Pair
from tests.world import Clock, Person, World

AT_ONCE = 4
FEW = 4
"""Connections of the bench's own."""


@asynccontextmanager
async def visited(installation: Installation) -> AsyncIterator[World]:
    """The people of the installation, and its tables; each request has a connection of its own."""
    connector = aiohttp.TCPConnector(limit=0, force_close=True)
    async with (
        opened(installation.database_url, FEW) as database,
        aiohttp.ClientSession(connector=connector, timeout=ANSWERED_IN) as client,
    ):
        services = await make_services(database, Policy())
        yield World(services, Clock(datetime.now(UTC)), installation.service.url, client)


async def order_calls(bench: Bench) -> Figures:
    """Pairs do all that they can; an order of their calls must explain the answers."""
    rounds, unknown, calls = number("PAIRS", 60), 0, 0
    names = iter(f"{datetime.now(UTC):%H%M%S}x{turn}" for turn in range(2 * rounds))
    async with visited(bench.installation) as world:
        pairs = [await _pair(world, next(names), next(names)) for _ in range(rounds)]
        turns = iter(pairs)

        async def some() -> None:
            for pair in turns:
                await pair.live([("alice", pair.alice), ("bob", pair.bob)] * (LANES // 2))

        async with troubled(bench.installation) as trouble:
            await asyncio.gather(*[some() for _ in range(AT_ONCE)])
    for pair in pairs:
        unknown += sum(call.answer is None for call in pair.calls)
        calls += len(pair.calls)
        assert await asyncio.to_thread(is_explained, pair.calls, met()), pair.calls
    return {"pairs": rounds, "calls": calls, "of unknown outcome": unknown} | dict(trouble)


async def _pair(world: World, alice: str, bob: str) -> Pair:
    while True:
        try:
            return await Pair.of(await world.person(f"alice{alice}"), await world.person(f"bob{bob}"))
        except (AssertionError, *GONE):
            alice, bob = f"{alice}x", f"{bob}x"


async def keep_lists(bench: Bench) -> Figures:
    """Each mutation of the schema once; who kept a list of anything keeps what is there."""
    async with visited(bench.installation) as world:
        names = random.sample(sorted(ACTS), number("ACTS", len(ACTS)))
        acts = [await prepared(world, name) for name in names]
        async with following(await listed(world)) as followers:
            async with troubled(bench.installation) as trouble:
                await act(world, acts)
            found = await wrong(followers)
    assert not found, f"not what is there: {found}"
    assert not any(follower.errors or follower.resyncs for follower in followers)
    return {"mutations": len(acts), "clients": len(followers)} | dict(trouble)


async def listed(world: World) -> list[Person]:
    """Their tokens are older than the revocation."""
    people = [person for person in world.people.values() if person.key]
    for person in people:
        person.issued_at = datetime.now(UTC)
    return people


async def act(world: World, acts: Sequence[Prepared]) -> None:
    """All of them, a few at once."""
    waiting = iter(random.sample(list(acts), len(acts)))

    async def some() -> None:
        for one in waiting:
            await _insist(world, one)

    await asyncio.gather(*[some() for _ in range(AT_ONCE)])


async def _insist(world: World, one: Prepared) -> None:
    """Until it is answered; one whose outcome was unknown may have happened, so a problem is an answer."""
    while True:
        try:
            answer = await one.ask(world)
            codes = {error["extensions"]["code"] for error in answer.get("errors") or ()}
        except (*GONE, ValueError):
            codes = {"no answer"}
        if not codes & {"no answer", "OVERLOADED", "OUTCOME_UNKNOWN"}:
            assert codes <= {"COMMITTED_NOT_READ", "UNAUTHENTICATED"}, codes
            return
        await asyncio.sleep(random.uniform(0.1, 0.5))


async def cross(bench: Bench) -> Figures:
    """Few people do all that they can to each other; the database counts its deadlocks."""
    wanted, count = number("TRANSACTIONS", 100_000), 8
    async with visited(bench.installation) as world:
        names = [f"cross{turn}at{datetime.now(UTC):%H%M%S}" for turn in range(count)]
        people = [Racer(world, name, (await world.person(name)).key) for name in names]
        pairs = [await Pair.of(one, other) for one, other in combinations(people, 2)]
        before, until = await _counted(world), monotonic() + number("CROSS", 600)

        async def some() -> None:
            while monotonic() < until and (await _counted(world))[0] < before[0] + wanted:
                pair = random.choice(pairs)
                await pair.live([("alice", pair.alice), ("bob", pair.bob)] * (LANES // 2))

        await asyncio.gather(*[some() for _ in range(AT_ONCE)])
        commits, deadlocks = [after - old for after, old in zip(await _counted(world), before, strict=True)]
    assert not deadlocks, deadlocks
    figures = {
        "transactions": commits,
        "deadlocks": deadlocks,
        "calls": sum(len(pair.calls) for pair in pairs),
    }
    if commits < wanted:
        raise Unfinished(figures)
    return figures


async def _counted(world: World) -> list[int]:
    counts = "SELECT xact_commit, deadlocks FROM pg_stat_database WHERE datname = current_database()"
    [row] = await world.database.fetch(counts, ())
    return list(row)


FAULTS = [
    Fault("orders", "an order explains what pairs are answered, whatever is killed", order_calls),
    Fault("31", "a deadlock in 100,000 transactions of few people", cross),
    Fault("lists", "lists that are kept by events are what is there, after each mutation", keep_lists),
]
