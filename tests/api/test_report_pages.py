"""The notes and messages of a report have a bound, and are read page by page."""

from typing import Any

import pytest

from models.moderation import EVIDENCE, NOTES
from models.reports import MOST_EVIDENCE, MOST_FILINGS, NEIGHBOURS
from resolvers.moderation import LARGEST_PAGE
from schema.types.ids import Kind
from tests.api.moderation import report, reported, rows_of, staff
from tests.api.pages import error_of
from tests.api.statements import statements_of
from tests.world import Person, World, operation

LONGEST = "x" + "\x01" * 1999
"""Of all texts the one with the longest JSON."""


async def filings(world: World) -> list[Any]:
    return await world.rows("report_filings", "reason, note")


async def evidence(world: World, report_id: int, count: int, text: str = "old") -> None:
    """So many messages that a report kept before."""
    for number in range(count):
        await world.database.execute(
            """INSERT INTO report_evidence (report_id, message_id, sender_id, text, sent_at, reported)
            VALUES ($1, $2, 1, $3, 0, FALSE)""",
            (report_id, 10**6 + number, text),
        )


async def key_of(world: World, report_id: str) -> int:
    kind, key = world.services.sealer.open(report_id) or (None, 0)
    assert kind == Kind.REPORT
    return key


@pytest.mark.shows("8.18", "8.33")
async def test_the_same_again_is_nothing_new(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    for _ in range(3):
        await report(bob, alice.id)
        await report(bob, alice.id, note="Wants money.")
        await report(bob, alice.id, "SCAM", note="Wants money.")
    assert await filings(world) == [(0, ""), (0, "Wants money."), (5, "Wants money.")]


@pytest.mark.shows("8.33")
async def test_of_a_reason_the_first_notes_stay(world: World) -> None:
    judy, alice, bob = await staff(world, "alice", "bob")
    for number in range(MOST_FILINGS + 5):
        await report(bob, alice.id, note=f"{number:02}")
    await report(bob, alice.id, "HATE", note="late")
    kept = [note for _, note in await filings(world)]
    assert kept == [*[f"{number:02}" for number in range(MOST_FILINGS)], "late"]
    assert (await reported(judy, alice))["reasons"] == ["SPAM", "HATE"]
    await judy.do("resolveReport", reportId=(await reported(judy, alice))["id"], resolution="DISMISS")
    await report(bob, alice.id, note="afresh")
    assert (0, "afresh") in await filings(world)


@pytest.mark.shows("8.13", "8.33")
@pytest.mark.parametrize("room", [0, 1])
async def test_the_first_messages_stay(world: World, room: int) -> None:
    judy, alice, bob = await staff(world, "alice", "bob")
    await report(bob, alice.id)
    key = await key_of(world, (await reported(judy, alice))["id"])
    before = MOST_EVIDENCE - 2 * NEIGHBOURS - room
    await evidence(world, key, before)
    await alice.opens(bob)
    for number in range(2 * NEIGHBOURS + 1):
        await alice.send(bob, f"{number}")
    for _ in range(2):
        await report(bob, await bob.thread_id(alice))
        await report(bob, alice.id)
    assert await world.rows("report_evidence", "COUNT(*)", f"report_id = {key}") == [
        (before + room * (2 * NEIGHBOURS + 1),)
    ]
    assert await world.rows("report_evidence", "COUNT(*)", f"report_id <> {key}") == [(2 * NEIGHBOURS + 1,)]


async def with_pages(world: World) -> tuple[Person, str, str]:
    """A moderator, and two reports of alice, each with seven notes and seven messages."""
    judy, alice, bob, carol = await staff(world, "alice", "bob", "carol")
    for reporter in (bob, carol):
        for number in range(3):
            await alice.request(reporter, f"{number}")
        for number in range(7):
            await report(reporter, alice.id, note=f"{reporter.name} {number}")
    ids = [node["id"] for node in await judy.nodes("reports")]
    for id in ids:
        await evidence(world, await key_of(world, id), 4)
    return judy, ids[0], ids[1]


@pytest.mark.shows("8.33")
@pytest.mark.parametrize(("name", "shows"), [("notes", "text"), ("evidence", "sentAt")])
async def test_page_by_page(world: World, name: str, shows: str) -> None:
    judy, first, second = await with_pages(world)
    whole = {id: (await judy.run("node", id=id))[name] for id in (first, second)}
    assert [len(page["edges"]) for page in whole.values()] == [7, 7]
    assert whole[first] != whole[second]
    for size in (1, 3, 7):
        cursor, found = None, []
        while True:
            page = (await judy.run("node", id=first, **{f"{name}First": size, f"{name}After": cursor}))[name]
            found += page["edges"]
            if not page["pageInfo"]["hasNextPage"]:
                break
            assert len(page["edges"]) == size
            cursor = page["pageInfo"]["endCursor"]
        assert found == whole[first]["edges"]
    assert len({edge["node"][shows] for edge in whole[first]["edges"]}) > 3


async def test_no_more_is_read_of_a_report_than_its_page(world: World) -> None:
    judy, *ids = await with_pages(world)
    keys = [await key_of(world, id) for id in ids]
    for statement in (NOTES, EVIDENCE):
        rows = await statement.all(world.database, judy.key, 0, 3, keys)
        assert sorted(row.report_id for row in rows) == sorted(keys * 3)


@pytest.mark.shows("8.33", "10.18")
async def test_a_wrong_page_is_refused(world: World) -> None:
    judy, first, second = await with_pages(world)
    of = {id: await judy.run("node", id=id) for id in (first, second)}
    cursors = [
        of[second]["notes"]["edges"][0]["cursor"],
        of[first]["evidence"]["edges"][0]["cursor"],
        (await judy.run("reports"))["pageInfo"]["endCursor"],
        "forged",
    ]
    wrong: list[dict[str, Any]] = [{"notesAfter": cursor} for cursor in cursors]
    wrong += [{"notesFirst": size} for size in (0, -1, 101)]
    for given in wrong:
        assert error_of(await judy.post("node", id=first, **given)) == ("BAD_USER_INPUT", ["node", "notes"])
    assert error_of(await judy.post("reports", first=LARGEST_PAGE + 1)) == ("BAD_USER_INPUT", ["reports"])


@pytest.mark.shows("8.33")
async def test_the_largest_page_of_reports(world: World) -> None:
    """It has as many statements as one of one report, and no text in it makes its answer too large to be read."""
    judy, alice, *others = await staff(
        world, "alice", *(f"user{number}" for number in range(LARGEST_PAGE + 1))
    )
    for reporter in others:
        for number in range(4):
            await report(reporter, alice.id, note=f"{number}{LONGEST[:1999]}")
    statements = await statements_of(judy, "reports", first=1)
    for (key,) in await world.rows("reports", "id"):
        await evidence(world, key, 12, LONGEST)
    answer = await judy.post("reports")
    page = answer["data"]["reports"]
    shown = [edge["node"] for edge in page["edges"]]
    assert len(shown) == LARGEST_PAGE
    assert page["pageInfo"]["hasNextPage"]
    for node in shown:
        assert [len(rows_of(node[name])) for name in ("notes", "evidence")] == [3, 11]
        assert node["notes"]["pageInfo"]["hasNextPage"]
        assert node["evidence"]["pageInfo"]["hasNextPage"]
    assert len(await statements_of(judy, "reports")) == len(statements)
    assert await _bytes(judy) < 2_000_000


async def _bytes(judy: Person) -> int:
    body = {"query": operation("reports"), "variables": {}}
    headers = {"Authorization": judy.token}
    async with judy.world.client.post(judy.world.url, json=body, headers=headers) as answer:
        return len(await answer.read())
