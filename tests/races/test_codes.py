"""A contact code opens as many threads as it has uses, with any senders at once."""

import asyncio
from collections import Counter
from typing import Any

import pytest

from tests.databases import PATIENCE
from tests.races.arena import Arena, race
from tests.world import Person


async def _code(person: Person, uses: int = 1) -> tuple[str, str]:
    """The text of a new code, and its id."""
    made = await person.do("createContactCode", label="a card", uses=uses)
    return made["plainCode"], made["contactCode"]["id"]


async def _send(person: Person, to: Person, code: str) -> Any:
    """As a client does: once more if the service was too busy, which wrote nothing."""
    given = {"recipientId": to.id, "text": "Hello!", "code": code}
    async with asyncio.timeout(PATIENCE):
        while "errors" in (answer := await person.post("sendRequest", input=given)):
            assert answer["errors"][0]["extensions"]["code"] == "OVERLOADED"
    return answer["data"]["sendRequest"]


async def _used(arena: Arena, owner: Person) -> list[int]:
    return [row[0] for row in await arena.worlds[0].rows("contact_codes", "used", f"user_id = {owner.key}")]


def _states(results: list[Any]) -> Counter[str]:
    return Counter(result["thread"]["state"] for result in results)


@pytest.mark.shows("12.12", "5.50")
@pytest.mark.parametrize("uses", [1, 3])
async def test_of_five_senders_as_many_come_in_as_a_code_has_uses(arena: Arena, uses: int) -> None:
    async def one() -> None:
        bob, *senders = await arena.people("bob", *[f"alice{number}x" for number in range(5)])
        code, _ = await _code(bob, uses)
        results = await race(*[_send(sender, bob, code) for sender in senders])
        assert _states(results) == {"OPEN": uses, "PENDING": 5 - uses}
        assert await _used(arena, bob) == [uses]
        assert Counter(kind for _, kind in await arena.arrivals(bob)) == {1: uses, 2: 5 - uses}
        told = await arena.worlds[0].rows("user_events", "kind", f"user_id = {bob.key} AND kind = 18")
        assert len(told) == 1 + uses

    await arena.play(one)


@pytest.mark.shows("12.12")
async def test_one_sender_at_many_devices_spends_one_use(arena: Arena) -> None:
    async def one() -> None:
        alice, bob = await arena.people("alice", "bob")
        code, _ = await _code(bob, 5)
        results = await race(*[_send(device, bob, code) for device in arena.everywhere(alice, 4)])
        assert _states(results) == {"OPEN": 4}
        assert await _used(arena, bob) == [1]

    await arena.play(one)


@pytest.mark.shows("5.48")
async def test_after_a_code_is_revoked_it_opens_nothing(arena: Arena) -> None:
    async def one() -> None:
        alice, bob = await arena.people("alice", "bob")
        code, id = await _code(bob)
        revoked, sent = await race(bob.do("revokeContactCode", contactCodeId=id), _send(alice, bob, code))
        [(seq, kind)] = await arena.arrivals(bob)
        assert revoked["__typename"] in ("RevokeContactCodeSuccess", "NotFound")
        was_before = seq <= arena.seq_of(bob, revoked)
        assert (sent["thread"]["state"], kind) == (("OPEN", 1) if was_before else ("PENDING", 2))

    await arena.play(one)


@pytest.mark.shows("5.49")
async def test_a_code_gets_no_one_past_a_block_that_is_done(arena: Arena) -> None:
    async def one() -> None:
        alice, bob = await arena.people("alice", "bob")
        code, _ = await _code(bob)
        block, sent = await race(bob.do("block", userId=alice.id), _send(alice, bob, code))
        arrived = await arena.arrivals(bob)
        assert all(seq <= arena.seq_of(bob, block) for seq, _ in arrived)
        assert sent["thread"]["state"] == ("OPEN" if arrived else "PENDING")
        assert await _used(arena, bob) == [len(arrived)]

    await arena.play(one)
