"""The ends of a sender's requests, while their recipients and reporters act."""

import asyncio
from typing import Any

import pytest

from tests.api.many import LINK
from tests.api.moderation import moderator, reported
from tests.api.provisioning import said
from tests.races.arena import Arena, kinds, race
from tests.races.test_bans import ban, case
from tests.world import Person

RECIPIENTS = 5


async def _left(person: Person) -> list[Any]:
    """Requests in whatever folder."""
    pages = [await person.nodes("requests", folder=folder) for folder in ("REQUESTS", "HIDDEN")]
    return [node for page in pages for node in page]


@pytest.mark.shows("8.26", "5.36")
async def test_an_undo_beside_a_ban_brings_nothing_back(arena: Arena) -> None:
    async def one() -> None:
        alice, bob, request_id = await arena.request()
        await bob.do("delete", id=request_id)
        judy, id = await case(arena, alice)
        _, undone = await race(ban(judy, id), bob.do("undoDelete", id=request_id))
        assert undone["__typename"] in {"UndoDeleteSuccess", "NotFound"}
        assert await _left(bob) == []
        assert (await bob.do("undoDelete", id=request_id))["__typename"] == "NotFound"
        assert (await bob.do("accept", requestId=request_id))["__typename"] == "NotFound"

    await arena.play(one)


@pytest.mark.shows("8.26", "6.14")
async def test_a_move_beside_a_ban_brings_nothing_back(arena: Arena) -> None:
    async def one() -> None:
        alice, bob = await arena.people("alice", "bob")
        await alice.request(bob, LINK)
        [request] = await bob.nodes("requests", folder="HIDDEN")
        judy, id = await case(arena, alice)
        _, moved = await race(ban(judy, id), bob.do("moveRequest", requestId=request["id"]))
        assert moved["__typename"] in {"MoveRequestSuccess", "NotFound"}
        assert await _left(bob) == []

    await arena.play(one)


@pytest.mark.shows("2.31")
async def test_once_deactivated_no_request_waits_anywhere(arena: Arena) -> None:
    async def one() -> None:
        alice, *others = await arena.people("alice", *[f"r{number}." for number in range(RECIPIENTS)])
        await alice.request(others[0])
        request_id = await others[0].request_id(alice)
        asks = [
            sender.post("sendRequest", input={"recipientId": other.id, "text": "Hello!"})
            for sender, other in zip(arena.everywhere(alice, RECIPIENTS), others, strict=True)
        ]
        done, accepted, *_ = await race(
            arena.host().do("upsertUsers", users=[said(alice.name, isActive=False)]),
            others[0].do("accept", requestId=request_id),
            *asks,
        )
        assert done["__typename"] == "UpsertUsersSuccess"
        assert accepted["__typename"] in {"AcceptSuccess", "NotFound"}
        assert not any(await asyncio.gather(*[_left(other) for other in others]))
        assert len(await others[0].nodes("inbox")) == (accepted["__typename"] == "AcceptSuccess")

    await arena.play(one)


@pytest.mark.shows("8.18", "8.23")
async def test_a_filing_joins_the_report_before_it_is_resolved_or_makes_a_new_one(arena: Arena) -> None:
    async def one() -> None:
        (alice,) = await arena.people("alice")
        judy, id = await case(arena, alice)
        [(report_id, reporter_id)] = await arena.worlds[0].rows(
            "reports", "id, reporter_id", f"user_id = {alice.key}"
        )
        [(name,)] = await arena.worlds[0].rows("users", "username", f"id = {reporter_id}")
        dave = arena.elsewhere(Person(arena.worlds[0], name, reporter_id))
        _, filed = await race(ban(judy, id), dave.do("report", subjectId=alice.id, reason="HATE"))
        assert filed["__typename"] == "ReportSuccess"
        reports = sorted(await arena.worlds[0].rows("reports", "id, status", f"user_id = {alice.key}"))
        filings = [
            sorted(await arena.worlds[0].rows("report_filings", "id, reason", f"report_id = {key}"))
            for key, _ in reports
        ]
        assert [status for _, status in reports] == [2, 0][: len(reports)]
        assert list(map(len, filings)) == ([2] if len(reports) == 1 else [1, 1])
        restricted = await arena.worlds[0].rows("users", "restriction_reason", f"id = {alice.key}")
        assert restricted == [max(filings[0])[1:]]
        assert reports[0][0] == report_id

    await arena.play(one)


async def test_two_moderators_resolve_a_report_once(arena: Arena) -> None:
    async def one() -> None:
        alice, mallory = await arena.people("alice", "mallory")
        judy, id = await case(arena, alice)
        other, its = moderator(mallory), (await reported(moderator(mallory), alice))["id"]
        results = await race(
            judy.do("resolveReport", reportId=id, resolution="DISMISS"),
            other.do("resolveReport", reportId=its, resolution="BAN"),
        )
        assert kinds(results) == ["NotFound", "ResolveReportSuccess"]
        assert len(await arena.worlds[0].rows("moderation_actions", "id", f"user_id = {alice.key}")) == 1

    await arena.play(one)
