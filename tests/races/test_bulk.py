"""Many requests at once, while they grow, are answered one by one, or vanish."""

import asyncio
from typing import Any

import pytest

from rules.events import EventKind
from tests.api.many import ALL, now
from tests.races.arena import Arena, kinds, race
from tests.races.test_bans import ban, case
from tests.world import Person

SENDERS = 6


async def _asked(arena: Arena) -> tuple[Person, list[Person], dict[str, Any]]:
    """Bob, who was asked by several, and what takes all of it and nothing later."""
    bob, *others = await arena.people("bob", *[f"s{number}." for number in range(SENDERS)])
    for other in others:
        await other.request(bob)
    return bob, others, {"requests": ALL, "asOf": await now(bob)}


async def _accepts_told(person: Person) -> int:
    kind = EventKind.REQUEST_ACCEPTED
    return len(await person.world.rows("user_events", "seq", f"user_id = {person.key} AND kind = {kind}"))


@pytest.mark.shows("5.31", "5.10", "12.3")
async def test_an_accept_of_all_beside_single_acts(arena: Arena) -> None:
    async def one() -> None:
        bob, others, everything = await _asked(arena)
        ids = [await bob.request_id(other) for other in others]
        accepted, deleted, grown, crossing = others[:4]
        first, second, third = arena.everywhere(bob, 3)
        bulk, *results = await race(
            first.do("acceptRequests", **everything),
            second.do("accept", requestId=ids[0]),
            third.do("delete", id=ids[1]),
            grown.request(bob, "more"),
            crossing.request(bob, "more"),
            second.request(crossing, "hi"),
        )
        assert results[0]["__typename"] == "AcceptSuccess"
        assert bulk["remaining"] == 0
        assert await _accepts_told(accepted) == await _accepts_told(crossing) == 1
        told = [await _accepts_told(other) for other in others]
        state = (await grown.user(bob))["threadWithMe"]["state"]
        assert state == ("OPEN" if told[2] else "PENDING")
        assert told[4:] == [1] * (SENDERS - 4)
        assert results[1]["__typename"] == "DeleteSuccess"
        state = (await deleted.user(bob))["threadWithMe"]["state"]
        assert state == ("OPEN" if told[1] else "PENDING")
        assert (await bob.user(deleted))["threadWithMe"] is None

    await arena.play(one)


@pytest.mark.shows("5.31", "5.20")
async def test_what_grows_beside_a_delete_of_all_is_there_afterwards(arena: Arena) -> None:
    async def one() -> None:
        bob, others, everything = await _asked(arena)
        deleted, *sent = await race(
            bob.do("deleteRequests", **everything), *[other.request(bob, "more") for other in others]
        )
        assert kinds(sent) == ["SendRequestSuccess"] * SENDERS
        found = [[m["text"] for m in node["pendingMessages"]] for node in await bob.nodes("requests")]
        assert len(found) == SENDERS
        assert sorted(map(len, found)) == [1] * deleted["count"] + [2] * (SENDERS - deleted["count"])
        assert deleted["remaining"] == 0

    await arena.play(one)


@pytest.mark.shows("5.32", "5.34")
async def test_two_deletes_of_all_share_it_and_two_undos_bring_it_back(arena: Arena) -> None:
    async def one() -> None:
        bob, _, everything = await _asked(arena)
        devices = arena.everywhere(bob, 2)
        deletes = await race(*[device.do("deleteRequests", **everything) for device in devices])
        assert sum(delete["count"] for delete in deletes) == SENDERS
        ids = [delete["undoId"] for delete in deletes if delete["undoId"]]
        undone = await race(*[bob.do("undoDelete", id=id) for id in ids * 2])
        assert sum(undo["count"] for undo in undone) == SENDERS
        assert len(await bob.nodes("requests")) == SENDERS

    await arena.play(one)


async def test_many_who_answer_the_same_senders_do_not_wait_for_ever(arena: Arena) -> None:
    async def one() -> None:
        bob, carol, *others = await arena.people("bob", "carol", *[f"s{n}." for n in range(SENDERS)])
        for other in others:
            await asyncio.gather(*[other.request(recipient) for recipient in (bob, carol)])
        given = [{"requests": ALL, "asOf": await now(recipient)} for recipient in (bob, carol)]
        results = await race(
            bob.do("acceptRequests", **given[0]),
            carol.do("deleteRequests", alsoBlock=True, **given[1]),
            *[other.request(bob, "more") for other in others],
        )
        assert results[0]["count"] <= SENDERS
        assert results[1]["count"] == SENDERS

    await arena.play(one)


@pytest.mark.shows("8.26", "5.36")
async def test_a_ban_beside_a_delete_and_its_undo_leaves_nothing(arena: Arena) -> None:
    async def one() -> None:
        bob, others, everything = await _asked(arena)
        judy, id = await case(arena, others[0])

        async def delete_and_undo() -> Any:
            deleted = await bob.do("deleteRequests", **everything)
            return await arena.elsewhere(bob).do("undoDelete", id=deleted["undoId"])

        _, undone = await race(ban(judy, id), delete_and_undo())
        assert SENDERS - 1 <= undone["count"] <= SENDERS
        left = {node["sender"]["id"] for node in await bob.nodes("requests")}
        assert left == {other.id for other in others[1:]}

    await arena.play(one)
