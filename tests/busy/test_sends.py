"""Sends without enough connections: done or refused, never both, so none arrives twice."""

import asyncio
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from models.db.connection import DatabaseBusy, OutcomeUnknown, Transaction
from models.db.database import Database
from models.db.pool import WAITING
from models.event_log import HOLD
from models.sending.parts import SendWrite
from models.sending.write import Sent, find_sent, write_at_once
from resolvers import send_sets
from tests.busy.cable import Loses, laid
from tests.busy.conftest import House, at, keep
from tests.busy.crowd import gathered, pairs
from tests.databases import PATIENT
from tests.live.devices import log_end
from tests.races.test_planted import decided

SENDS = 400
POOL = 4
SETS = 30
MANY = 120
TOUCH = "UPDATE user_streams SET last_seq = last_seq WHERE user_id IN ($1, $2)"


@pytest.mark.shows("15.14", "15.15")
async def test_sends_that_are_tried_again_without_a_key_arrive_once(house: House) -> None:
    senders = await pairs(house.world, 20)
    texts = [f"At once {number}." for number in range(SENDS)]
    limits = replace(PATIENT, connection=0.2)
    async with house.beside(POOL, limits) as world, gathered(world) as crowd, asyncio.TaskGroup() as tasks:
        for _ in range(POOL):
            tasks.create_task(keep(world.database, lambda: crowd.answers["OVERLOADED"] > 0))
        tasks.create_task(crowd.send_at_once(senders, texts))
    assert crowd.answers["COMMITTED_NOT_READ"] == 0
    stored = await house.world.rows("messages", "text", "text LIKE 'At once %'")
    assert Counter(text for [text] in stored) == Counter(texts)


@pytest.mark.shows("15.14")
async def test_where_many_wait_already_the_next_is_refused_at_once(house: House) -> None:
    kept, is_over = asyncio.Event(), asyncio.Event()

    def is_enough() -> bool:
        kept.set()
        return is_over.is_set()

    async with house.beside(1) as world, asyncio.TaskGroup() as tasks:
        tasks.create_task(keep(world.database, is_enough))
        await kept.wait()
        waiting = [tasks.create_task(world.database.fetch("SELECT 1", ())) for _ in range(WAITING)]
        await asyncio.sleep(0)
        with pytest.raises(DatabaseBusy):
            await world.database.fetch("SELECT 1", ())
        assert not any(task.done() for task in waiting)
        is_over.set()
    assert [task.result() for task in waiting] == [[(1,)]] * WAITING


@pytest.mark.shows("4.5", "15.14")
async def test_a_send_of_unknown_outcome_arrives_once_by_its_key(house: House) -> None:
    [(alice, bob, thread_id)] = await pairs(house.world, 1)
    given = {"threadId": thread_id, "text": "Only once.", "clientKey": "one"}
    async with laid(house.url) as cable, house.beside(url=cable.url) as world:
        await at(world, alice).run("viewer")
        cable.cut(b"Only once.", Loses.ALL)
        lost = await at(world, alice).post("sendMessage", input=given)
        cable.mend()
        again = await at(world, alice).do("sendMessage", **given)
    assert lost["errors"][0]["extensions"] == {"code": "OUTCOME_UNKNOWN"}
    assert again["sentMessage"]["text"] == "Only once."
    assert (await bob.texts(alice)).count("Only once.") == 1


@pytest.mark.shows("15.26")
@pytest.mark.parametrize("loses", [Loses.ANSWER, Loses.NEXT])
async def test_a_send_whose_answer_is_lost_is_looked_up(house: House, loses: Loses) -> None:
    """Without a key; it was stored, or it was not begun."""
    [(alice, bob, thread_id)] = await pairs(house.world, 1)
    text = f"Looked up after {loses.name}."
    async with laid(house.url) as cable, house.beside(url=cable.url) as world:
        await at(world, alice).run("viewer")
        cable.cut(text.encode() if loses is Loses.ANSWER else b"bucket_at", loses)
        sent = await at(world, alice).do("sendMessage", threadId=thread_id, text=text)
        assert cable.is_cut
        end = await log_end(alice)
    assert sent["sentMessage"]["text"] == text
    assert (await bob.texts(alice)).count(text) == 1
    assert house.world.services.sealer.open_event_cursor(alice.key, sent["eventCursor"]) == end


async def test_a_send_that_begins_once_it_was_given_up_is_not_stored(house: House) -> None:
    [(alice, bob, _)] = await pairs(house.world, 1)
    database = house.world.database
    write = await decided(house.world, alice, bob)

    async def look(tx: Transaction) -> None:
        [held] = await HOLD.all(tx, alice.key, [])
        assert await find_sent(tx, held, bob.key, write.now, write.text) is None

    await database.transaction(look)
    assert await write_at_once(database, [write]) == []


async def test_a_send_of_unknown_outcome_is_found_whatever_has_come_since(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    [(alice, bob, thread_id)] = await pairs(house.world, 1)
    async with house.beside() as world:

        async def unheard(database: Database, sends: Sequence[SendWrite], **options: Any) -> list[Sent]:
            await write_at_once(database, sends, **options)
            monkeypatch.undo()
            for number in range(MANY):
                await at(world, bob).do("sendMessage", threadId=thread_id, text=f"Since then {number}.")
            raise OutcomeUnknown

        monkeypatch.setattr(send_sets, "write_at_once", unheard)
        sent = await alice.do("sendMessage", threadId=thread_id, text="Before all.")
    assert sent["sentMessage"]["text"] == "Before all."
    stored = await house.world.rows("messages", "id", f"sender_id = {alice.key} AND text = 'Before all.'")
    assert len(stored) == 1


async def test_who_listens_hears_of_a_send_of_unknown_outcome(house: House) -> None:
    [(alice, bob, thread_id)] = await pairs(house.world, 1)
    async with laid(house.url) as cable, house.beside(url=cable.url) as world:
        await at(world, alice).run("viewer")
        async with at(world, bob).listen("messageAdded", threadId=thread_id) as stream:
            cable.cut(b"Heard?", Loses.ANSWER)
            await at(world, alice).post("sendMessage", input={"threadId": thread_id, "text": "Heard?"})
            item = await stream.item()
            while item["__typename"] == "Position":
                item = await stream.item()
    assert item["message"]["text"] == "Heard?"


@pytest.mark.shows("4.63")
async def test_a_set_writes_each_send_once_while_rows_of_its_users_change(house: House) -> None:
    """Also those that change between the snapshot of its statement and its locks."""
    two = await pairs(house.world, 16)

    async def touch(database: Database) -> None:
        while True:
            one, other, _ = random.choice(two)
            await database.execute(TOUCH, (one.key, other.key))

    async with house.beside(POOL) as world, asyncio.TaskGroup() as tasks:
        touching = [tasks.create_task(touch(world.database)) for _ in range(POOL)]
        for _ in range(SETS):
            writes = [await decided(house.world, one, other) for one, other, _ in two]
            sent = await write_at_once(house.world.database, writes)
            assert len({one.viewer_id for one in sent}) == len(sent)
        for task in touching:
            task.cancel()
