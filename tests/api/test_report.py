"""Reports: what is kept, and that the answer tells nothing."""

from typing import Any

import pytest

from models.db.fields import from_micros
from schema.types.ids import Kind
from tests.api.sending import invalid
from tests.world import START, Person, World

REASONS = [
    "SPAM",
    "HARASSMENT",
    "HATE",
    "SEXUAL",
    "MINOR_SAFETY",
    "SCAM",
    "SELF_HARM",
    "IMPERSONATION",
    "OTHER",
]
TABLES = ["reports", "report_filings", "report_evidence", "blocks"]


async def talked(world: World, count: int = 1) -> tuple[Person, Person]:
    """Alice and bob in an open thread with this many messages of alice's, named by their number."""
    alice, bob = await world.cast("alice", "bob")
    await alice.opens(bob, "0")
    for number in range(1, count):
        await alice.send(bob, f"{number}")
    return alice, bob


async def message_id(person: Person, other: Person, text: str) -> str:
    thread = await person.run("thread", id=await person.thread_id(other), first=100)
    [id] = [edge["node"]["id"] for edge in thread["messages"]["edges"] if edge["node"]["text"] == text]
    return str(id)


async def report(person: Person, subject_id: str, **more: Any) -> Any:
    return await person.do("report", **{"subjectId": subject_id, "reason": "SPAM", **more})


async def kept(world: World) -> dict[str, bool]:
    """The texts that are evidence, and whether each was reported itself."""
    return {text: bool(reported) for text, reported in await world.rows("report_evidence", "text, reported")}


async def stored(world: World) -> list[Any]:
    return [await world.rows(table) for table in TABLES]


def is_success(result: Any) -> bool:
    """The effects of `alsoDelete` and `alsoBlock` are named too: see test_edges.py."""
    shown = {"__typename", "eventCursor", "removedIds", "blockedUser"}
    return set(result) == shown and result["__typename"] == "ReportSuccess"


def is_silent(result: Any) -> bool:
    """A success that names nothing."""
    return is_success(result) and (result["removedIds"], result["blockedUser"]) == ([], None)


@pytest.mark.shows("8.15", "8.16")
async def test_what_is_not_there_or_not_to_be_seen(world: World) -> None:
    alice, bob = await talked(world)
    carol, dave = await world.cast("carol", "dave")
    seal = world.services.sealer.seal
    thread_id, hidden = await alice.thread_id(bob), await message_id(alice, bob, "0")
    await dave.do("block", userId=carol.id)
    await carol.request(dave, "sunk")
    dont_see = [
        (carol, thread_id),
        (carol, hidden),
        (carol, carol.id),
        (dave, await carol.thread_id(dave)),
        (dave, await message_id(carol, dave, "sunk")),
        *[(carol, seal(kind, 10**6)) for kind in Kind],
        (carol, ""),
        (carol, "nonsense"),
    ]
    before = await stored(world)
    assert before[0] == []
    for person, subject in dont_see:
        async with world.unchanged():
            answers = [
                await report(person, subject, alsoBlock=also, alsoDelete=also) for also in (True, False)
            ]
        assert is_silent(answers[0])
        assert answers[0] == answers[1]
    assert (
        await world.rows("reports", "id", "user_id IS NOT NULL OR username IS NOT NULL OR subject_id >= 0")
        == []
    )
    assert (await stored(world))[2:] == before[2:]


@pytest.mark.shows("8.17")
@pytest.mark.parametrize(
    ("note", "flaw"), [("x" * 2001, ("TOO_LONG", 2000)), ("nul \x00", ("BAD_CHARACTER",))]
)
async def test_the_note_is_checked_first(world: World, note: str, flaw: tuple[Any, ...]) -> None:
    alice, bob = await talked(world)
    async with world.unchanged():
        for subject in (bob.id, "nonsense"):
            result = await report(alice, subject, note=note, alsoBlock=True)
            assert result == invalid("note", *flaw)
    assert (await stored(world))[:3] == [[], [], []]


@pytest.mark.shows("8.11", "8.17")
async def test_the_reasons(world: World) -> None:
    alice, bob = await talked(world)
    for reason in REASONS:
        assert is_success(await report(alice, bob.id, reason=reason))
    assert len(await world.rows("report_filings")) == len(REASONS)
    answers = [
        await alice.post("report", input={"subjectId": subject, "reason": "BOREDOM"})
        for subject in (bob.id, "nonsense")
    ]
    assert answers[0] == answers[1]
    assert answers[0]["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"


@pytest.mark.shows("8.10", "8.13")
async def test_a_message_with_its_neighbours(world: World) -> None:
    _, bob = await talked(world, 14)
    alice = world.people["alice"]
    assert is_success(await report(bob, await message_id(bob, alice, "6"), note="see"))
    assert await kept(world) == {f"{number}": number == 6 for number in range(1, 12)}
    columns = "username, display_name, avatar_url, user_id, reporter_id, subject_kind, created_at"
    [(*profile, at)] = await world.rows("reports", columns)
    assert profile == ["alice", "Alice", None, alice.key, bob.key, 2]
    assert START <= from_micros(at) <= world.clock.now
    assert [note for (note,) in await world.rows("report_filings", "note")] == ["see"]


@pytest.mark.shows("8.10", "8.13")
@pytest.mark.parametrize("kind", ["user", "thread"])
async def test_a_user_or_thread_with_the_latest_messages(world: World, kind: str) -> None:
    alice, bob = await talked(world, 14)
    await bob.send(alice, "stop it")
    subject = alice.id if kind == "user" else await bob.thread_id(alice)
    assert is_success(await report(bob, subject))
    assert await kept(world) == {**{f"{number}": True for number in range(4, 14)}, "stop it": False}


@pytest.mark.shows("8.10", "8.18")
async def test_a_request_is_a_thread(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob, "buy this")
    request_id, thread_id = await bob.request_id(alice), await bob.thread_id(alice)
    for subject in (request_id, thread_id):
        assert is_success(await report(bob, subject))
    [row] = await world.rows("reports", "user_id, reporter_id, subject_kind")
    assert row == (alice.key, bob.key, 1)
    assert await kept(world) == {"buy this": True}
    async with world.unchanged():
        assert is_success(await report(alice, request_id, alsoBlock=True, alsoDelete=True))
    [sent] = await alice.nodes("sentRequests")
    assert is_success(await report(alice, sent["id"], alsoDelete=True))
    assert await alice.nodes("sentRequests") == []
    assert is_success(await report(bob, request_id, alsoBlock=True, alsoDelete=True))
    assert await bob.nodes("requests") == []
    assert await bob.blocks(alice)


@pytest.mark.shows("8.10")
async def test_a_user_without_a_thread(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    assert is_success(await report(alice, bob.id, alsoBlock=True, alsoDelete=True))
    assert len(await world.rows("reports")) == 1
    assert await kept(world) == {}
    assert await alice.blocks(bob)


@pytest.mark.shows("8.13")
async def test_evidence_is_what_the_reporter_can_see(world: World) -> None:
    alice, bob = await talked(world)
    await bob.do("delete", id=await bob.thread_id(alice))
    await alice.send(bob, "after the delete")
    await bob.do("block", userId=alice.id)
    await alice.send(bob, "sunk")
    await bob.do("unblock", userId=alice.id)
    await alice.send(bob, "reported")
    await report(bob, await message_id(bob, alice, "reported"))
    assert await kept(world) == {"after the delete": False, "reported": True}


@pytest.mark.shows("8.12")
@pytest.mark.parametrize(
    "also", [{"alsoBlock": True}, {"alsoDelete": True}, {"alsoBlock": True, "alsoDelete": True}]
)
async def test_also(world: World, also: dict[str, bool]) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob)
    before = await alice.user(bob), await alice.run("inbox")
    request_thread = await bob.thread_id(alice)
    assert is_success(await report(bob, request_thread, **also))
    assert await bob.nodes("requests") == []
    assert await bob.blocks(alice) is ("alsoBlock" in also)
    assert len(await kept(world)) == 1
    assert (await alice.user(bob), await alice.run("inbox")) == before


@pytest.mark.shows("8.12")
async def test_all_or_nothing(world: World) -> None:
    """The database refuses the block, so that there is no report either."""
    alice, bob = await talked(world)
    await world.database.execute("ALTER TABLE blocks RENAME TO elsewhere", ())
    answer = await bob.post("report", input={"subjectId": alice.id, "reason": "SPAM", "alsoBlock": True})
    await world.database.execute("ALTER TABLE elsewhere RENAME TO blocks", ())
    assert answer["data"] == {"report": None}
    assert await stored(world) == [[], [], [], []]


@pytest.mark.shows("8.14")
async def test_a_later_delete_does_not_change_it(world: World) -> None:
    alice, bob = await talked(world, 3)
    await report(bob, await message_id(bob, alice, "2"))
    before = await stored(world)
    for person, other in ((bob, alice), (alice, bob)):
        await person.do("delete", id=await person.thread_id(other))
    await alice.becomes(username="renamed", display_name="Another user")
    assert await stored(world) == before


@pytest.mark.shows("8.18")
async def test_one_open_report_a_subject(world: World) -> None:
    alice, bob = await talked(world, 14)
    carol = await world.person("carol")
    for text, reason in (("1", "SPAM"), ("1", "HATE"), ("2", "SPAM")):
        await report(bob, await message_id(bob, alice, text), reason=reason)
    await report(bob, alice.id)
    await report(carol, alice.id)
    assert len(await world.rows("reports")) == 4
    assert len(await world.rows("report_filings")) == 5


async def test_a_second_report_of_a_thread_adds_what_came_since(world: World) -> None:
    alice, bob = await talked(world)
    thread_id = await bob.thread_id(alice)
    await report(bob, thread_id)
    await alice.send(bob, "more")
    await report(bob, thread_id)
    assert await kept(world) == {"0": True, "more": True}
    assert len(await world.rows("reports")) == 1


async def test_the_reported_user_does_not_see_it(world: World) -> None:
    alice, bob = await talked(world)

    async def view() -> list[Any]:
        return [await alice.user(bob), await alice.run("inbox"), await alice.run("viewer")]

    before, log = await view(), await world.rows("user_events", where=f"user_id = {alice.key}")
    await report(bob, alice.id, alsoBlock=True, alsoDelete=True)
    assert await view() == before
    assert await world.rows("user_events", where=f"user_id = {alice.key}") == log


async def test_a_restricted_user_can_report(world: World) -> None:
    alice, bob = await talked(world)
    await bob.becomes(restriction_reason=0)
    assert is_success(await report(bob, alice.id))
    assert len(await world.rows("reports")) == 1
