"""From the moment of a ban nothing more is asked, and nothing that was asked still waits."""

import asyncio
from collections.abc import Sequence

import pytest

from rules.events import EventKind
from tests.api.moderation import moderator, report, reported
from tests.races.arena import Arena, kinds, race
from tests.world import Person

RECIPIENTS = 17
SENDS = 50
ROUNDS = 3


async def case(arena: Arena, alice: Person) -> tuple[Person, str]:
    """A moderator, and a report of alice."""
    judy, dave = await arena.people("judy", "dave")
    await report(dave, alice.id)
    judy = moderator(judy)
    return judy, (await reported(judy, alice))["id"]


async def ban(judy: Person, id: str) -> None:
    found = await judy.do("resolveReport", reportId=id, resolution="BAN")
    assert found["__typename"] == "ResolveReportSuccess", found


async def _withdrawals(person: Person) -> tuple[Sequence[int], Sequence[int]]:
    """The places in a recipient's log at which requests came and one was withdrawn."""
    rows = await person.world.rows("user_events", "seq, kind", f"user_id = {person.key}")
    gone = [seq for seq, kind in rows if kind == EventKind.REQUEST_WITHDRAWN]
    return [seq for seq, kind in rows if kind != EventKind.REQUEST_WITHDRAWN], gone


@pytest.mark.shows("8.25", "8.26", "8.30")
async def test_after_a_ban_no_request_waits_anywhere(arena: Arena) -> None:
    async def one() -> None:
        alice, *others = await arena.people("alice", *[f"r{number}." for number in range(RECIPIENTS)])
        judy, id = await case(arena, alice)
        senders = arena.everywhere(alice, SENDS)
        asks = [sender.request(others[turn % RECIPIENTS]) for turn, sender in enumerate(senders)]
        _, *sent = await race(ban(judy, id), *asks)
        assert set(kinds(sent)) <= {"SendRequestSuccess", "MessagingRestricted"}
        assert (await alice.request(others[0]))["__typename"] == "MessagingRestricted"
        assert not any(await asyncio.gather(*[other.nodes("requests") for other in others]))
        for other in others:
            came, gone = await _withdrawals(other)
            assert len(gone) == min(len(came), 1)
            assert all(seq < gone[0] for seq in came)

    # One after another: all sends of a round wait for the one sender's stream.
    await arena.repeat(one, ROUNDS)


@pytest.mark.shows("8.26", "8.28")
async def test_an_accept_is_before_the_ban_or_finds_nothing(arena: Arena) -> None:
    async def one() -> None:
        alice, bob, request_id = await arena.request()
        judy, id = await case(arena, alice)
        _, accepted = await race(ban(judy, id), bob.do("accept", requestId=request_id))
        assert await bob.nodes("requests") == []
        is_open = accepted["__typename"] == "AcceptSuccess"
        assert is_open or accepted["__typename"] == "NotFound"
        assert len(await bob.nodes("inbox")) == is_open
        assert (await alice.user(bob))["threadWithMe"]["state"] == ("OPEN" if is_open else "PENDING")

    await arena.play(one)


@pytest.mark.shows("8.25")
async def test_two_who_restrict_each_others_friends_do_not_wait_for_ever(arena: Arena) -> None:
    async def one() -> None:
        alice, bob, *others = await arena.people("alice", "bob", "carol", "dave", "erin")
        for sender in (alice, bob):
            for other in others:
                await sender.request(other)
        cases = [await case(arena, sender) for sender in (alice, bob)]
        await race(*[ban(*one_case) for one_case in cases])
        for other in others:
            assert await other.nodes("requests") == []

    await arena.play(one)
