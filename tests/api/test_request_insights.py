"""`requestInsights`: what came of the viewer's own requests, by own sends and accepts alone."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from rules.drafts import MOST_REQUESTS, DraftHint
from tests.api.statements import recount, statements_behind, statements_of
from tests.live.acts import act
from tests.world import START, Person, World


async def insights(person: Person, **variables: Any) -> Any:
    return await person.run("requestInsights", **variables)


async def counts(person: Person, **variables: Any) -> tuple[int, int]:
    found = await insights(person, **variables)
    return found["sent"], found["accepted"]


async def test_an_anonymous_one_has_none(world: World) -> None:
    answer = await world.anonymous("requestInsights")
    assert answer["data"] == {"requestInsights": None}
    assert answer["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"


@pytest.mark.shows("13.3", "13.4")
async def test_sent_accepted_and_how_long_it_took(world: World) -> None:
    alice, bob, carol, dave = await world.cast("alice", "bob", "carol", "dave")
    await alice.request(bob, "hi")
    await alice.request(bob, "Do you sell prints?")
    world.clock.advance(minutes=10)
    await bob.accept(alice)
    world.clock.now = datetime(2026, 3, 8, 23, 0, tzinfo=UTC)
    await alice.request(carol, "HI")
    world.clock.advance(minutes=20)
    await carol.send(alice, "an answer")
    await alice.request(dave, "Do you sell prints?")
    found = await insights(alice)
    assert found["byHint"] == [
        {"hint": "TOO_LONG", "sent": 0, "accepted": 0},
        {"hint": "BARE_GREETING", "sent": 2, "accepted": 2},
        {"hint": "ONE_WORD", "sent": 2, "accepted": 2},
        {"hint": "NO_QUESTION", "sent": 2, "accepted": 2},
        {"hint": "ALL_CAPITALS", "sent": 0, "accepted": 0},
        {"hint": "LINK", "sent": 0, "accepted": 0},
        {"hint": "CONTACT_DETAILS", "sent": 0, "accepted": 0},
        {"hint": "REPEATED", "sent": 1, "accepted": 1},
    ]
    assert found["slots"] == [
        {"weekday": 3, "hour": 12, "sent": 1, "accepted": 1},
        {"weekday": 7, "hour": 23, "sent": 2, "accepted": 1},
    ]
    assert (found["sent"], found["accepted"], found["rate"]) == (3, 2, pytest.approx(2 / 3))
    assert found["medianSecondsToAccept"] == 15 * 60


@pytest.mark.shows("13.3")
async def test_since_is_of_the_first_message(world: World) -> None:
    alice, bob, carol = await world.cast("alice", "bob", "carol")
    await alice.request(bob)
    world.clock.advance(days=1)
    since = (world.clock.now).isoformat()
    await alice.request(bob)
    assert await counts(alice, since=since) == (0, 0)
    await alice.request(carol)
    await bob.accept(alice)
    await carol.accept(alice)
    assert await counts(alice, since=since) == (1, 1)
    assert await counts(alice, since="2026-03-05T14:00:00+02:00") == (1, 1)
    assert await counts(alice) == (2, 2)


@pytest.mark.shows("13.3", "13.5")
async def test_a_thread_that_a_follow_opens_is_not_accepted(world: World) -> None:
    alice, bob, carol, dave = await world.cast("alice", "bob", "carol", "dave")
    await bob.follows(alice)
    assert (await alice.request(bob))["thread"]["state"] == "OPEN"
    assert await counts(alice) == (0, 0)
    await alice.request(carol)
    await carol.follows(alice)
    assert (await alice.request(carol))["thread"]["state"] == "OPEN"
    assert await counts(alice) == (1, 0)
    await dave.request(alice)
    await alice.request(dave)
    assert await counts(alice) == (1, 0)
    assert await counts(dave) == (1, 1)
    assert await counts(bob) == (0, 0)


@pytest.mark.shows("13.5")
async def test_own_deletes_change_nothing(world: World) -> None:
    alice, bob, carol = await world.cast("alice", "bob", "carol")
    await alice.request(bob)
    await alice.request(carol)
    await act(world, "alice deletes carol")
    await bob.accept(alice)
    await act(world, "alice deletes bob")
    assert await counts(alice) == (2, 1)


@pytest.mark.shows("13.5", "5.16")
@pytest.mark.parametrize("deletes", [False, True])
async def test_of_a_blocked_users_accept_it_tells_after_the_unblock(world: World, deletes: bool) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob)
    if deletes:
        await act(world, "alice deletes bob")
    await act(world, "alice blocks bob")
    await bob.accept(alice)
    assert await counts(alice) == (1, 0)
    await act(world, "alice unblocks bob")
    assert await counts(alice) == (1, 1)
    await act(world, "alice blocks bob")
    assert await counts(alice) == (1, 1)


PRIVATE: dict[str, tuple[str, ...]] = {
    "looked at": ("bob looks alice",),
    "deleted": ("bob deletes alice",),
    "deleted, undone": ("bob deletes alice", "bob undoes alice"),
    "never": ("bob shuns alice",),
    "blocked": ("bob blocks alice",),
    "blocked, unblocked": ("bob blocks alice", "bob unblocks alice"),
    "reported": ("bob reports alice",),
    "muted": ("bob mutes alice",),
    "audience": ("bob closes-to alice",),
    "restricted": ("carol bans bob",),
    "followed": ("bob follows alice",),
}


@pytest.mark.shows("13.5", "13.13")
@pytest.mark.parametrize("lines", PRIVATE.values(), ids=PRIVATE)
async def test_nothing_but_an_accept_changes_it(world: World, lines: tuple[str, ...]) -> None:
    alice, bob, _ = await world.cast("alice", "bob", "carol")
    await alice.request(bob)
    before = await _seen(alice)
    for line in lines:
        await act(world, line)
        assert await _seen(alice) == before
    await bob.becomes(is_active=False, birth_date=date(2015, 1, 1))
    assert await _seen(alice) == before


@pytest.mark.shows("13.5")
async def test_a_request_that_no_one_saw_was_sent_all_the_same(world: World) -> None:
    alice, bob, carol = await world.cast("alice", "bob", "carol")
    await act(world, "bob blocks alice")
    await carol.do("updateFilterWords", words=["hello"])
    await alice.request(bob)
    await alice.request(carol)
    assert await counts(alice) == (2, 0)
    assert await counts(bob) == (0, 0)


async def _seen(person: Person) -> Any:
    return [await insights(person), await person.run("draftHints", text="Hello!")]


@pytest.mark.shows("13.5")
async def test_the_last_are_counted_up_to_a_bound(world: World) -> None:
    [alice] = await world.cast("alice")
    for table in ("users", "threads", "messages", "memberships"):
        await world.database.execute(_many(table, MOST_REQUESTS + 20), ())
    await recount(world)
    found = await insights(alice)
    assert (found["sent"], found["accepted"]) == (MOST_REQUESTS, MOST_REQUESTS - 10)
    since = datetime.fromtimestamp(START.timestamp() + MOST_REQUESTS, UTC).isoformat()
    assert await counts(alice, since=since) == (21, 11)


@pytest.mark.shows("13.14")
async def test_hints_are_those_of_the_sending(world: World) -> None:
    """Of the first message alone; no text is read for them, nor how it would be judged today."""
    alice, bob, carol = await world.cast("alice", "bob", "carol")
    await alice.request(bob, "HELLO")
    await alice.request(bob, "See example.com. One. Two. Three. Four.")
    await alice.request(carol, "hello")
    before = await insights(alice)
    greets = DraftHint.BARE_GREETING | DraftHint.ONE_WORD | DraftHint.NO_QUESTION
    kept = await world.rows("threads", "hints")
    assert sorted(hints for (hints,) in kept) == [greets, greets | DraftHint.ALL_CAPITALS]
    await world.database.execute("UPDATE messages SET text = 'Do you sell prints?'", ())
    await recount(world)
    assert await insights(alice) == before
    assert await alice.run("draftHints", text="Hello") == [
        "BARE_GREETING",
        "ONE_WORD",
        "NO_QUESTION",
        "REPEATED",
    ]


@pytest.mark.shows("13.14")
async def test_what_hides_a_request_is_among_its_hints(world: World) -> None:
    alice, bob, carol = await world.cast("alice", "bob", "carol")
    await act(world, "carol blocks alice")
    for other in (bob, carol):
        await alice.request(other, "Do you see example.com, or write to me@example.com?")
    kept = [DraftHint(hints) for (hints,) in await world.rows("threads", "hints")]
    assert kept == [DraftHint.LINK | DraftHint.CONTACT_DETAILS] * 2
    found = {line["hint"]: line["sent"] for line in (await insights(alice))["byHint"]}
    assert (found["LINK"], found["CONTACT_DETAILS"], found["REPEATED"]) == (2, 2, 1)


async def test_a_document_reads_the_requests_once(world: World) -> None:
    [alice] = await world.cast("alice")
    [statement] = await statements_of(alice, "requestInsights")
    assert "text," not in statement
    many = " ".join(f"a{number}: requestInsights {{ sent }}" for number in range(9))
    drafts = " ".join(f'd{number}: draftHints(text: "Hi {number}")' for number in range(9))
    assert await statements_behind(alice, f"{{ {many} {drafts} }}") == [statement]


def _many(table: str, count: int) -> str:
    """As many strangers whom alice asked, one a second; all but the last ten accepted a minute later."""
    at = f"{int(START.timestamp())} * CAST(1000000 AS BIGINT) + n * 1000000"
    rows = {
        "users": ("id, host_id, display_name, account_created_at", "1000 + n, 'host-' || n, 'N', 0"),
        "threads": (
            "id, low_id, high_id, requester_id, last_seq, created_at",
            f"n, 1, 1000 + n, 1, 1, {at}",
        ),
        "messages": ("id, thread_id, seq, sender_id, text, sent_at", f"n, n, 1, 1, 'Hello?', {at}"),
        "memberships": (
            "thread_id, user_id, peer_id, started, activity_at, unaccepted, folder, opened_at",
            f"n, 1, 1000 + n, TRUE, {at}, 1, CASE WHEN n <= {count - 10} THEN 1 ELSE 2 END, "
            f"CASE WHEN n <= {count - 10} THEN {at} + 60000000 END",
        ),
    }
    columns, values = rows[table]
    numbers = f"WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {count})"
    return f"INSERT INTO {table} ({columns}) {numbers} SELECT {values} FROM numbers"
