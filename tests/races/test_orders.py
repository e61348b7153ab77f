"""Two people get the answers that a plain model gives, one call after another."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

import resolvers.send_sets as sets
from models.sending.write import write_at_once
from rules.policy import Policy
from tests.databases import PostgresSource, opened
from tests.races.arena import Arena
from tests.races.orders import NAMES, VERBS, Call, after, is_explained, met
from tests.races.pairs import LANES, Pair
from tests.races.test_planted import WITHOUT_CHECK
from tests.services import services_on, serving
from tests.world import World

TRIES = 40
"""Rounds in which a planted mistake must be found once."""


async def played(arena: Arena, verbs: Sequence[str] = VERBS, sides: Sequence[str] = NAMES) -> list[Call]:
    """The acts of these devices, and what they were told."""
    people = dict(zip(NAMES, await arena.people(*NAMES), strict=True))
    pair = await Pair.of(*people.values())
    names = [sides[turn % len(sides)] for turn in range(LANES)]
    await pair.live([(name, arena.elsewhere(people[name])) for name in names], verbs)
    return pair.calls


@pytest.mark.shows("12.1", "12.4", "12.9", "12.10", "12.11")
async def test_an_order_explains_all_answers(arena: Arena) -> None:
    async def one() -> None:
        calls = await played(arena)
        assert await asyncio.to_thread(is_explained, calls, met()), calls

    await arena.play(one)


async def test_sends_without_a_fence_have_no_order(
    postgres_source: PostgresSource, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each decides by the rows from before the others wrote."""

    async def careless(database: Any, sends: Any, **options: Any) -> Any:
        return await write_at_once(database, [replace(one, moves_fence=0) for one in sends], **options)

    monkeypatch.setattr(sets, "write_at_once", careless)
    async with opened(await postgres_source.make(), 8) as database:
        await database.execute(WITHOUT_CHECK, ())
        services = replace(services_on(database, Policy(bucket_size=1000)), sends_in_sets=False)
        async with serving(services) as world:
            assert await _is_found(world, ["request"], ["alice"])


async def test_answers_of_an_older_state_have_no_order(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """A client whose reads come from a cache of the one before."""
    last: dict[str, Any] = {}
    ask = Pair._ask

    async def late(pair: Pair, me: str, device: Any, verb: str, text: str) -> Any:
        answer = await ask(pair, me, device, verb, text)
        if verb != "look":
            return answer
        old, last[me] = last.get(me, answer), answer
        return old

    monkeypatch.setattr(Pair, "_ask", late)
    assert await _is_found(world, ["request", "reply", "look", "accept"])


async def _is_found(world: World, verbs: Sequence[str], sides: Sequence[str] = NAMES) -> bool:
    arena = Arena([world], TRIES)
    for _ in range(TRIES):
        if not is_explained(await played(arena, verbs, sides), met()):
            return True
    return False


def test_the_search_knows_what_came_first() -> None:
    start = met()
    _, seen = after(start, Call("bob", "look", "", 0, 0, None))
    accept = Call("bob", "accept", "", 1, 2, "AcceptSuccess")
    assert is_explained([accept, Call("bob", "look", "", 1.5, 3, seen)], start)
    assert not is_explained([accept, Call("bob", "look", "", 2.5, 3, seen)], start)
    unknown = replace(accept, ended=float("inf"), answer=None)
    assert is_explained([unknown, Call("bob", "look", "", 2.5, 3, seen)], start)
