"""Acts whose commit, or one statement, has no answer: what is said of them, and how often they are done."""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

import pytest

from models.db.connection import OutcomeUnknown
from models.db.database import Database
from models.sending.parts import SendWrite
from models.sending.write import Sent, write_at_once
from resolvers import send_sets
from rules.policy import Policy
from tests.api.provisioning import host
from tests.api.pushes import TAKE
from tests.busy.cable import Cable, Loses, laid
from tests.busy.conftest import POLICY, House, at
from tests.busy.crowd import pairs
from tests.busy.mutations import ACTS, prepared
from tests.databases import PATIENT, opened
from tests.races.test_planted import decided
from tests.services import serving
from tests.world import Person, World

COMMIT = b"COMMIT;"


@asynccontextmanager
async def beside(house: House, policy: Policy = POLICY) -> AsyncIterator[tuple[World, Cable]]:
    """A service on a cable."""
    async with laid(house.url) as cable, opened(cable.url, 16, PATIENT) as database:
        services = replace(house.world.services, database=database, policy=policy)
        async with serving(services) as world:
            yield world, cable


async def lost(house: House, person: Person, name: str, **given: Any) -> Any:
    """The whole answer; that to the commit never came."""
    async with beside(house) as (world, cable):
        await at(world, person).run("viewer")
        cable.cut(COMMIT, Loses.ANSWER)
        answer = await at(world, person).post(name, input=given)
        assert cable.is_cut
    return answer


@pytest.mark.shows("15.26", "10.1")
@pytest.mark.parametrize("is_blocked", [False, True])
async def test_a_receipt_alone_is_looked_up_whether_or_not_its_writer_blocks(
    house: House, is_blocked: bool
) -> None:
    [(alice, bob, thread_id)] = await pairs(house.world, 1)
    for person in (alice, bob):
        await person.do("updateReadReceipts", enabled=True)
    written = await alice.do("sendMessage", threadId=thread_id, text="Read?")
    given = {"threadId": thread_id, "upTo": written["sentMessage"]["id"]}
    await bob.do("updateReadReceipts", enabled=False)
    await bob.do("markRead", **given)
    await bob.do("updateReadReceipts", enabled=True)
    if is_blocked:
        await alice.do("block", userId=bob.id)
    answer = await lost(house, bob, "markRead", **given)
    assert "errors" not in answer, answer
    assert answer["data"]["markRead"]["__typename"] == "MarkReadSuccess"


@pytest.mark.shows("15.26")
async def test_a_refusal_is_told_whatever_became_of_its_commit(house: House) -> None:
    [(alice, _, thread_id)] = await pairs(house.world, 1)
    await alice.do("delete", id=thread_id)
    answer = await lost(house, alice, "delete", id=thread_id)
    assert "errors" not in answer, answer
    assert answer["data"]["delete"]["code"] == "NOT_FOUND"


@pytest.mark.shows("15.26")
@pytest.mark.parametrize("loses", [Loses.ANSWER, Loses.NEXT])
async def test_a_charge_without_an_answer_is_looked_up(house: House, loses: Loses) -> None:
    alice, bob = await house.world.cast(*(f"{name}{loses.name}" for name in ("charged", "inactive")))
    await bob.becomes(is_active=False)
    async with beside(house) as (world, cable):
        await at(world, alice).run("viewer")
        cable.cut(COMMIT if loses is Loses.ANSWER else b"fence", loses)
        answer = await at(world, alice).post("sendRequest", input={"recipientId": bob.id, "text": "Hello?"})
        assert cable.is_cut
    assert "errors" not in answer, answer
    assert answer["data"]["sendRequest"]["code"] == "RECIPIENT_UNAVAILABLE"
    assert await house.world.rows("user_events", "seq", f"user_id = {alice.key}") == [(1,)]


Unheard = Callable[[Sequence[SendWrite]], Awaitable[Any]]


def unheard(monkeypatch: pytest.MonkeyPatch, instead: Unheard) -> None:
    """The next set of sends has no answer; this happens in its place."""

    async def write(_: Database, sends: Sequence[SendWrite], **__: Any) -> list[Sent]:
        monkeypatch.undo()
        await instead(sends)
        raise OutcomeUnknown

    monkeypatch.setattr(send_sets, "write_at_once", write)


@pytest.mark.shows("15.26")
async def test_a_send_is_not_taken_for_that_of_another_process_to_another_user(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of the same text, at the same microsecond."""
    [(alice, bob, thread_id)] = await pairs(house.world, 1)
    carol = await house.world.person(f"carol{alice.key}")

    async def elsewhere(sends: Sequence[SendWrite]) -> None:
        other = await decided(house.world, alice, carol)
        assert await write_at_once(house.world.database, [replace(other, text="Hi!", now=sends[0].now)])

    unheard(monkeypatch, elsewhere)
    sent = await alice.do("sendMessage", threadId=thread_id, text="Hi!")
    assert sent["thread"]["id"] == thread_id
    assert "Hi!" in await bob.texts(alice)


@pytest.mark.shows("15.26")
async def test_a_send_that_is_stored_is_done_though_its_sender_is_deactivated_since(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    [(alice, bob, thread_id)] = await pairs(house.world, 1)

    async def stored(sends: Sequence[SendWrite]) -> None:
        assert await write_at_once(house.world.database, sends)
        await alice.becomes(is_active=False)

    unheard(monkeypatch, stored)
    answer = await alice.post("sendMessage", input={"threadId": thread_id, "text": "The last one."})
    assert all(error["extensions"]["committed"] for error in answer.get("errors", ())), answer
    assert answer["data"]["sendMessage"] or answer["errors"]
    assert (await bob.texts(alice)).count("The last one.") == 1


@pytest.mark.shows("15.15")
async def test_pushes_that_are_taken_and_not_read_are_said_to_be_taken(house: House) -> None:
    [(alice, _, thread_id)] = await pairs(house.world, 1)
    async with beside(house, replace(POLICY, pushes=True)) as (world, cable):
        await at(world, alice).do("sendMessage", threadId=thread_id, text="Rings.")
        cable.cut(b"sender_subject", Loses.ALL_NEXT)
        answer = await host(world).post("takePushes", input=TAKE)
        assert cable.is_cut
        cable.mend()
    assert [error["extensions"]["code"] for error in answer["errors"]] == ["COMMITTED_NOT_READ"]


TOTALS = {
    "user_streams": "SUM(last_seq), SUM(fence)",
    "quotas": "SUM(pairs)",
    "threads": "SUM(last_seq)",
    "contact_codes": "SUM(used)",
    "memberships": "SUM(unread), SUM(unaccepted), SUM(deleted_count), SUM(read_seq), SUM(seen_seq)",
    "installation": "SUM(revocations)",
}
"""Beside the number of rows: an act that is done twice would count twice here."""


AT_MOST_ONCE = {"takePushes", "acknowledgePushes", "upsertUsers", "eraseUser"}
"""A second one finds nothing to do."""


async def growth(house: House, act: Callable[[], Awaitable[Any]]) -> dict[str, list[int]]:
    """The growth of each table by the act, without the marks of attempts."""
    before = await totals(house)
    await act()
    after = await totals(house)
    return {name: [new - old for new, old in zip(after[name], before[name], strict=True)] for name in after}


async def totals(house: House) -> dict[str, list[int]]:
    database = house.world.database
    tables = await database.fetch("SELECT relname FROM pg_stat_user_tables ORDER BY relname", ())
    found = {}
    for [table] in tables:
        more = f", {TOTALS[table]}" if table in TOTALS else ""
        [row] = await database.fetch(f"SELECT COUNT(*){more} FROM {table}", ())
        found[table] = [int(value or 0) for value in row]
    del found["attempt_marks"]
    return found


@pytest.mark.shows("15.26")
@pytest.mark.parametrize("name", sorted(set(ACTS) - AT_MOST_ONCE))
async def test_what_has_no_answer_is_done_once(house: House, name: str) -> None:
    plain, cut = [await prepared(house.world, name) for _ in range(2)]
    async with beside(house) as (world, cable):
        await cut.look(world)
        once = await growth(house, lambda: plain.ask(house.world))
        cable.cut(cut.act.word, Loses.ANSWER)
        assert await growth(house, lambda: cut.ask(world)) == once
        assert cable.is_cut


@pytest.mark.shows("15.16")
async def test_a_stream_whose_place_may_not_be_kept_breaks_off(house: House) -> None:
    """An error would end it, and its client would not open it again."""
    [(alice, _, _)] = await pairs(house.world, 1)
    async with beside(house) as (world, cable):
        person = at(world, alice)
        await person.run("viewer")
        async with world.client.ws_connect(world.url, protocols=["graphql-transport-ws"]) as ws:
            await ws.send_json({"type": "connection_init", "payload": {"Authorization": person.token}})
            assert await ws.receive_json() == {"type": "connection_ack"}
            cable.cut(b'INSERT INTO "stream_starts"', Loses.NEXT)
            payload = {"query": "subscription { events { __typename } }"}
            await ws.send_json({"type": "subscribe", "id": "a name of a stream", "payload": payload})
            message = await ws.receive()
            assert cable.is_cut
    assert message.data == 1013, message
