"""Trouble of the database is told in time, whatever waits for it, and as what it is."""

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from tests.busy.cable import Loses, laid
from tests.busy.conftest import House, at, in_the_way, until_one_waits
from tests.busy.crowd import pairs
from tests.busy.mutations import prepared
from tests.databases import PATIENT
from tests.services import IN_SETS
from tests.world import Person, World

SOON = replace(PATIENT, whole=1, commit=2)
"""All else may take a minute."""
LONG = 20
"""Seconds: more than a busy machine makes of that, and less than all else."""
NAMES = ["sendMessage", "block"]


async def codes(asking: Any) -> set[str]:
    async with asyncio.timeout(LONG):
        answer = await asking
    return {error["extensions"]["code"] for error in answer["errors"]}


def send(world: World, person: Person, thread_id: str) -> Any:
    return at(world, person).post("sendMessage", input={"threadId": thread_id, "text": "Hello!"})


@pytest.mark.shows("15.14", "15.29")
@pytest.mark.parametrize(("name", "code"), [("sendMessage", "OUTCOME_UNKNOWN"), ("block", "OVERLOADED")])
async def test_a_wait_for_a_lock_ends(house: House, name: str, code: str) -> None:
    """A send waits in the statement that also commits."""
    act = await prepared(house.world, name)
    async with house.beside(4, SOON) as world:
        await act.look(world)
        async with in_the_way(house):
            assert await codes(act.ask(world)) == {code}


@pytest.mark.shows("15.29")
@pytest.mark.skipif(not IN_SETS, reason="no send waits for a set")
async def test_a_wait_for_a_set_ends_before_the_set(house: House) -> None:
    (first, _, thread_id), *others = await pairs(house.world, 3)
    async with house.beside(4, SOON) as world:
        for one in (first, *[person for person, _, _ in others]):
            await at(world, one).run("viewer")
        async with in_the_way(house):
            leading = asyncio.create_task(codes(send(world, first, thread_id)))
            await until_one_waits(house)
            waiting = [codes(send(world, one, its_thread)) for one, _, its_thread in others]
            assert await asyncio.gather(*waiting) == [{"OVERLOADED"}] * 2
            assert not leading.done()
            assert await leading == {"OUTCOME_UNKNOWN"}


@pytest.mark.shows("15.14", "15.15", "15.29")
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("code", ["OVERLOADED", "OUTCOME_UNKNOWN", "COMMITTED_NOT_READ"])
async def test_a_database_that_falls_silent_is_told(house: House, name: str, code: str) -> None:
    """Before the commit, at it, or after it."""
    act = await prepared(house.world, name)
    word = act.act.first_word if code == "OVERLOADED" else act.act.word
    loses = Loses.SPEECH_NEXT if code == "COMMITTED_NOT_READ" else Loses.SPEECH
    async with laid(house.url) as cable, house.beside(url=cable.url, limits=SOON) as world:
        await act.look(world)
        cable.cut(word, loses)
        assert await codes(act.ask(world)) == {code}
        assert cable.is_cut
        cable.mend()


@pytest.mark.shows("15.29")
async def test_a_statement_of_a_step_that_falls_silent_is_not_waited_for_twice(house: House) -> None:
    """Its transaction cannot be rolled back before it ends."""
    act = await prepared(house.world, "block")
    async with laid(house.url) as cable, house.beside(url=cable.url, limits=SOON) as world:
        await act.look(world)
        cable.cut(b"BEGIN", Loses.SPEECH_NEXT)
        assert await codes(act.ask(world)) == {"OVERLOADED"}
        assert cable.is_cut
        cable.mend()


async def test_a_read_of_a_silent_database_ends(house: House) -> None:
    [(alice, _, _)] = await pairs(house.world, 1)
    limits = replace(PATIENT, answer=1)
    async with laid(house.url) as cable, house.beside(url=cable.url, limits=limits) as world:
        await at(world, alice).run("viewer")
        cable.cut(b"SELECT", Loses.SPEECH)
        assert await codes(at(world, alice).ask("{ viewer { standing { warnings { reason } } } }")) == {
            "OVERLOADED"
        }
        cable.mend()
