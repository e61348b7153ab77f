"""A reporter's view of its reports: the reported thing, and whether it is handled (behaviour 8.34, 8.35)."""

from typing import Any

import pytest

from resolvers.reports import close_unseen
from schema.types.ids import Kind
from tests.api.moderation import report, reported, resolve, rows_of, staff
from tests.live.devices import cursor_of
from tests.world import Person, World


async def own(person: Person) -> list[Any]:
    return rows_of((await person.run("ownReports"))["reports"])


@pytest.mark.shows("8.36")
async def test_a_report_is_listed_as_it_was_shown_then(world: World) -> None:
    judy, alice, bob = await staff(world, "alice", "bob")
    await alice.opens(bob, "Send me money.")
    [message] = (await bob.run("thread", id=await bob.thread_id(alice), first=10))["messages"]["edges"]
    await report(bob, message["node"]["id"], "SCAM", note="A note.")
    await report(bob, message["node"]["id"], "SPAM")
    await alice.becomes(display_name="Another")
    [shown] = await own(bob)
    assert shown["profile"] == {"username": "alice", "displayName": "Alice", "avatarUrl": None}
    assert (shown["subject"], shown["text"]) == ("MESSAGE", "Send me money.")
    assert (shown["reasons"], shown["state"], shown["handledAt"]) == (["SCAM", "SPAM"], "OPEN", None)
    assert await own(alice) == await own(judy) == []


@pytest.mark.shows("8.36", "8.37")
@pytest.mark.parametrize("resolution", ["DISMISS", "WARN", "BAN"])
async def test_a_closed_report_says_only_that(world: World, resolution: str) -> None:
    judy, alice, bob = await staff(world, "alice", "bob")
    after = await cursor_of(bob)
    await report(bob, alice.id)
    claimed = await judy.do("claimReport", reportId=(await reported(judy, alice))["id"])
    assert [one["state"] for one in await own(bob)] == ["OPEN"], claimed
    found = await judy.do(
        "resolveReport", reportId=(await reported(judy, alice))["id"], resolution=resolution
    )
    assert found["__typename"] == "ResolveReportSuccess"
    [shown] = await own(bob)
    assert (shown["state"], shown["subject"], shown["text"]) == ("HANDLED", "USER", None)
    assert shown["handledAt"] > shown["reportedAt"]
    async with bob.listen("events", after=after) as stream:
        item = await stream.item()
        assert (item["__typename"], set(item)) == (
            "ReportClosed",
            {"__typename", "eventCursor", "at", "viewer"},
        )
    async with alice.listen("events", after=await cursor_of(alice)) as stream:
        assert await stream.is_quiet()


@pytest.mark.shows("8.16", "8.36")
async def test_what_cannot_be_seen_is_listed_as_what_does_not_exist(world: World) -> None:
    alice, bob, carol = await world.cast("alice", "bob", "carol")
    await alice.opens(bob)
    hidden, seal = await alice.thread_id(bob), world.services.sealer.seal
    for subject in (
        hidden,
        seal(Kind.THREAD, 10**6),
        seal(Kind.USER, 10**6),
        "nonsense",
        carol.id,
        "",
        "é" * 999,
    ):
        await report(carol, subject, "SPAM")
    shown = await own(carol)
    assert len(shown) == 7
    assert {str({key: one[key] for key in one if key not in {"reportedAt"}}) for one in shown} == {
        str(
            {
                "subject": None,
                "profile": None,
                "text": None,
                "reasons": ["SPAM"],
                "state": "OPEN",
                "handledAt": None,
            }
        )
    }


@pytest.mark.shows("8.36", "8.37")
async def test_a_report_of_nothing_is_closed_after_a_time(world: World) -> None:
    judy, alice, bob = await staff(world, "alice", "bob")
    await report(bob, "nonsense")
    await report(bob, alice.id)
    after = await cursor_of(bob)
    world.clock.advance(hours=11)
    await close_unseen(world.services)
    assert [one["state"] for one in await own(bob)] == ["OPEN", "OPEN"]
    world.clock.advance(days=3)
    await close_unseen(world.services)
    await close_unseen(world.services)
    assert [one["state"] for one in await own(bob)] == ["OPEN", "HANDLED"]
    await report(bob, "nonsense")
    assert [one["state"] for one in await own(bob)] == ["OPEN", "OPEN", "HANDLED"]
    assert len(await judy.nodes("reports")) == 1
    async with bob.listen("events", after=after) as stream:
        assert (await stream.item())["__typename"] == "ReportClosed"
        assert await stream.is_quiet()


@pytest.mark.shows("8.36")
async def test_the_same_again_is_one_report(world: World) -> None:
    [alice] = await world.cast("alice")
    for reason in ("SPAM", "OTHER", "SPAM"):
        await report(alice, "nonsense", reason)
    assert [one["reasons"] for one in await own(alice)] == [["SPAM", "OTHER"]]


@pytest.mark.shows("8.36")
async def test_pages_and_bad_cursors(world: World) -> None:
    alice, bob, carol = await world.cast("alice", "bob", "carol")
    await report(carol, alice.id)
    await report(carol, bob.id)
    first = (await carol.run("ownReports", first=1))["reports"]
    assert [one["profile"]["username"] for one in rows_of(first)] == ["bob"]
    second = await carol.run("ownReports", first=1, after=first["pageInfo"]["endCursor"])
    assert [one["profile"]["username"] for one in rows_of(second["reports"])] == ["alice"]
    for wrong in ({"first": 0}, {"first": 101}, {"after": "forged"}, {"after": ""}):
        answer = await carol.post("ownReports", **wrong)
        assert answer["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"
    answer = await bob.post("ownReports", after=first["pageInfo"]["endCursor"])
    assert answer["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT", "another viewer's"


@pytest.mark.shows("8.16")
async def test_no_moderator_finds_a_report_of_nothing(world: World) -> None:
    judy, alice = await staff(world, "alice")
    await report(alice, "nonsense")
    [(key,)] = await world.rows("reports", "id")
    id = world.services.sealer.seal(Kind.REPORT, key)
    assert await judy.run("node", id=id) is None
    assert (await judy.do("claimReport", reportId=id))["__typename"] == "NotFound"
    assert (await judy.do("resolveReport", reportId=id, resolution="DISMISS"))["__typename"] == "NotFound"


@pytest.mark.shows("8.37")
async def test_the_reporter_may_be_the_moderator(world: World) -> None:
    judy, alice = await staff(world, "alice")
    after = await cursor_of(judy)
    assert (await resolve(judy, judy, alice, "BAN"))["__typename"] == "ResolveReportSuccess"
    async with judy.listen("events", after=after) as stream:
        assert (await stream.item())["__typename"] == "ReportClosed"
