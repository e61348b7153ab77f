"""Streams of a database in trouble: late, or closed to come again; none ends with an error or misses anything."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import replace

import asyncpg
import pytest
from aiohttp import WSMessageTypeError, WSMsgType

from models.db.connection import is_patient
from models.db.pool import WAITING
from models.db.postgres import PostgresClient
from tests.busy.conftest import House, at
from tests.busy.crowd import pairs
from tests.databases import PATIENCE, PATIENT
from tests.live.devices import cursor_of
from tests.streams import Stream
from tests.world import Person

IMPATIENT = replace(PATIENT, lock=0.5)
"""A caller who meets a lock has trouble soon, but waits long enough to be seen."""
WAITS = (
    "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
)
CUT_ALL = """SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()"""
TABLES = {
    "the rows of an item": "warnings",
    "the log": "user_events",
    "the position of the log": "user_streams",
}
SHOWN = ["StandingChanged", "BadgeChanged", "MessageAdded"]
"""The items of an own message."""
OTHERS = 20


@pytest.mark.shows("15.16")
@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
async def test_a_stream_that_meets_a_lock_is_late(house: House, table: str) -> None:
    [(alice, _, thread_id)] = await pairs(house.world, 1)
    after = await cursor_of(alice)
    async with house.beside(limits=IMPATIENT) as world:
        await at(world, alice).run("viewer")
        await alice.do("sendMessage", threadId=thread_id, text="Late?")
        async with _locked(house, table) as outside, at(world, alice).listen("events", after=after) as stream:
            for is_waiting in (True, False, True):
                await _until(house, is_waiting)
            await outside.execute("COMMIT")
            kinds = [await _next(stream) for _ in SHOWN]
    assert kinds == SHOWN


@pytest.mark.shows("15.16")
@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
async def test_trouble_that_lasts_closes_the_socket_to_come_again(house: House, table: str) -> None:
    [(alice, _, thread_id)] = await pairs(house.world, 1)
    after = await cursor_of(alice)
    async with house.beside(limits=replace(IMPATIENT, late=0.1)) as world:
        await at(world, alice).run("viewer")
        await alice.do("sendMessage", threadId=thread_id, text="Again?")
        async with _locked(house, table) as outside:
            async with at(world, alice).listen("events", after=after) as stream:
                last = await stream.ws.receive(timeout=PATIENCE)
            assert (last.type, last.data) == (WSMsgType.CLOSE, 1013)
            await outside.execute("COMMIT")
        assert await _come_again(at(world, alice), after) == SHOWN


async def _come_again(alice: Person, after: str) -> list[str]:
    """As often as the service asks for it: on a busy machine its database is late once more."""
    async with asyncio.timeout(PATIENCE):
        while True:
            async with alice.listen("events", after=after) as stream:
                with suppress(WSMessageTypeError):
                    return [await _next(stream) for _ in SHOWN]


@pytest.mark.shows("15.16")
async def test_streams_outlive_their_connections(house: House) -> None:
    [(alice, bob, thread_id)] = await pairs(house.world, 1)
    texts = [f"Cut {number}." for number in range(10)]
    async with (
        house.beside() as world,
        _outside(house) as outside,
        at(world, bob).listen("messageAdded", threadId=thread_id) as stream,
    ):
        for text in texts:
            await _send(at(world, alice), thread_id, text)
            await outside.execute(CUT_ALL)
        heard = [await _text(stream) for _ in texts]
    assert heard == texts


@pytest.mark.shows("15.16")
async def test_many_streams_share_few_connections(house: House) -> None:
    found = await pairs(house.world, OTHERS)
    async with house.beside(2, replace(PATIENT, connection=0.5)) as world, AsyncExitStack() as stack:
        opening = [at(world, one).listen("messageAdded") for one, _, _ in found for _ in range(3)]
        streams = [await stack.enter_async_context(stream) for stream in opening]
        sends = [_send(at(world, other), thread_id, "To all.") for _, other, thread_id in found]
        await asyncio.gather(*sends)
        heard = await asyncio.gather(*map(_text, streams))
    assert heard == ["To all."] * len(streams)


async def test_any_number_of_streams_waits_for_its_turn(house: House) -> None:
    """None is refused and sleeps, while the connection that it wanted is free again."""
    async with house.beside(1) as world:
        token = is_patient.set(True)
        client = world.database.orm
        assert isinstance(client, PostgresClient)
        rows = await asyncio.gather(*[client.fetch_once("SELECT 1", ()) for _ in range(100 * WAITING)])
        is_patient.reset(token)
    assert [tuple(row) for [row] in rows] == [(1,)] * len(rows)


async def _send(person: Person, thread_id: str, text: str) -> None:
    """Until it is answered as done, by its key."""
    given = {"threadId": thread_id, "text": text, "clientKey": text}
    while "errors" in (answer := await person.post("sendMessage", input=given)):
        codes = {error["extensions"]["code"] for error in answer["errors"]}
        assert codes <= {"OVERLOADED", "OUTCOME_UNKNOWN", "COMMITTED_NOT_READ"}


async def _text(stream: Stream) -> str:
    while (item := await stream.item())["__typename"] == "Position":
        pass
    return str(item["message"]["text"])


async def _next(stream: Stream) -> str:
    """But for positions."""
    while (kind := (await stream.item())["__typename"]) == "Position":
        pass
    return str(kind)


@asynccontextmanager
async def _outside(house: House) -> AsyncIterator[asyncpg.Connection]:
    connection = await asyncpg.connect(house.url)
    try:
        yield connection
    finally:
        await connection.close()


@asynccontextmanager
async def _locked(house: House, table: str) -> AsyncIterator[asyncpg.Connection]:
    """No other connection reads the table until the outer one commits."""
    async with _outside(house) as outside:
        await outside.execute("BEGIN")
        await outside.execute(f"LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE")
        yield outside


async def _until(house: House, is_waiting: bool) -> None:
    """Whether a connection waits for a lock."""
    database = house.world.database
    async with asyncio.timeout(PATIENCE):
        while ((await database.fetch(WAITS, ()))[0][0] > 0) != is_waiting:  # noqa: ASYNC110
            await asyncio.sleep(0.005)
