"""The answers of every mutation when its connection, or those of others, are in trouble."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

import pytest

from tests.busy.cable import Cable, Loses, laid
from tests.busy.conftest import House, in_the_way, keep, until_one_waits
from tests.busy.mutations import ACTS, Prepared, prepared
from tests.databases import PATIENT
from tests.live.devices import log_end
from tests.printed import SCHEMA
from tests.world import World

PUSHES = {"takePushes", "acknowledgePushes"}
"""A batch whose answer is lost comes again when its lease has ended: tests/races/test_push_kills.py."""
ALL = sorted(set(ACTS) - PUSHES)
IN_A_MOMENT = replace(PATIENT, connection=0.5)
"""A caller that waits too long for a connection is refused."""


def test_each_mutation_is_there() -> None:
    assert SCHEMA.mutation_type
    assert SCHEMA.mutation_type.fields.keys() == {*ALL, *PUSHES}


@pytest.mark.shows("15.14", "15.15")
@pytest.mark.parametrize("name", ALL)
async def test_what_has_begun_waits_for_no_other_connection(house: House, name: str) -> None:
    act = await prepared(house.world, name)
    async with house.beside(1, IN_A_MOMENT) as world:
        await act.look(world)
        async with in_the_way(house):
            asking = asyncio.create_task(act.ask(world))
            await until_one_waits(house)
            done = asyncio.Event()
            next_one = asyncio.create_task(keep(world.database, done.is_set))
            await asyncio.sleep(0)
        answer = await asking
        done.set()
        await next_one
    assert "errors" not in answer or act.act.role == "service", answer
    assert answer["data"][name]["eventCursor"]


@pytest.mark.shows("15.15")
@pytest.mark.parametrize("name", ALL)
async def test_what_is_committed_says_so_whatever_cannot_be_read(house: House, name: str) -> None:
    act = await prepared(house.world, name)
    async with _cut(house, act, act.act.word, Loses.ALL_NEXT) as (world, _):
        answer = await act.ask(world)
    wanted = "UNAUTHENTICATED" if act.act.role == "service" else "COMMITTED_NOT_READ"
    errors = [error["extensions"] for error in answer["errors"]]
    assert {error["code"] for error in errors} == {wanted}
    assert all(error["committed"] for error in errors)
    await _require_end_of_log(act, errors)


@pytest.mark.shows("15.14", "15.26")
@pytest.mark.parametrize("name", ALL)
async def test_a_commit_whose_answer_is_lost_is_looked_up(house: House, name: str) -> None:
    act = await prepared(house.world, name)
    async with _cut(house, act, act.act.word, Loses.ANSWER) as (world, _):
        answer = await act.ask(world)
    assert "errors" not in answer or act.act.role == "service", answer
    assert answer["data"][name]["eventCursor"]


@pytest.mark.shows("15.14")
@pytest.mark.parametrize("name", ALL)
async def test_an_outcome_that_cannot_be_looked_up_is_unknown(house: House, name: str) -> None:
    act = await prepared(house.world, name)
    async with _cut(house, act, act.act.word, Loses.ALL) as (world, cable):
        answer = await act.ask(world)
        [error] = answer["errors"]
        assert (error["path"], error["extensions"]) == ([name], {"code": "OUTCOME_UNKNOWN"})
        cable.mend()
        again = await act.ask(world)
        assert "errors" not in again or act.act.role == "service", again


@pytest.mark.shows("15.14", "15.26")
@pytest.mark.parametrize("name", ALL)
async def test_a_connection_lost_before_the_commit_is_repeated(house: House, name: str) -> None:
    act = await prepared(house.world, name)
    async with _cut(house, act, act.act.first_word, Loses.NEXT) as (world, _):
        answer = await act.ask(world)
    assert "errors" not in answer or act.act.role == "service", answer
    assert answer["data"][name]["eventCursor"]


@pytest.mark.shows("15.14")
@pytest.mark.parametrize("name", ALL)
async def test_a_database_lost_before_the_commit_is_a_refusal(house: House, name: str) -> None:
    act = await prepared(house.world, name)
    before = await _everything(house.world)
    async with _cut(house, act, act.act.first_word, Loses.ALL_NEXT) as (world, _):
        answer = await act.ask(world)
    assert [error["extensions"] for error in answer["errors"]] == [{"code": "OVERLOADED"}]
    assert await _everything(house.world) == before


@asynccontextmanager
async def _cut(house: House, act: Prepared, word: bytes, loses: Loses) -> AsyncIterator[tuple[World, Cable]]:
    """A service whose cable is cut at this word. In the block it is."""
    async with laid(house.url) as cable, house.beside(url=cable.url) as world:
        await act.look(world)
        cable.cut(word, loses)
        yield world, cable
        assert cable.is_cut


async def _require_end_of_log(act: Prepared, errors: list[Any]) -> None:
    speaker = act.asker.speaker
    assert speaker
    if act.act.role != "service":
        [cursor] = {error["eventCursor"] for error in errors}
        assert speaker.world.services.sealer.open_event_cursor(speaker.key, cursor) == await log_end(speaker)


async def _everything(world: World) -> list[Any]:
    tables = await world.database.fetch("SELECT relname FROM pg_stat_user_tables ORDER BY relname", ())
    return [(table, await world.rows(table)) for [table] in tables]
