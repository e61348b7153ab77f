"""`viewer.standing`: the obstacles of a user's own sends, and how many are left."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from models.appeals import MOST_WARNINGS
from models.moderation import AccountWarning
from rules.policy import Policy
from rules.problems import ReportReason
from tests.api.moderation import ban, resolve, restrict, staff
from tests.api.sending import UNAVAILABLE, nobody, only
from tests.world import START, Person, World

SHOWN = {"reason", "at", "decisionId", "appeal"}


@pytest.fixture
def policy() -> Policy:
    return Policy(bucket_size=4, new_pairs_a_day=3)


async def _standing(person: Person) -> Any:
    return (await person.run("viewer"))["standing"]


def _codes(standing: Any) -> list[str]:
    return [obstacle["code"] for obstacle in standing["obstacles"]]


async def test_an_anonymous_one_has_none(world: World) -> None:
    answer = await world.anonymous("viewer")
    assert answer["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"


@pytest.mark.shows("13.2")
async def test_a_new_account_may_do_all(world: World) -> None:
    [alice] = await world.cast("alice")
    assert await _standing(alice) == {
        "canSend": True,
        "obstacles": [],
        "warnings": [],
        "restriction": None,
        "appeals": [],
        "messagesLeftNow": 4,
        "newPairsLeftToday": 3,
        "resetsAt": datetime(2026, 3, 5, tzinfo=UTC).isoformat(),
    }


@pytest.mark.shows("13.1")
async def test_every_own_obstacle_is_in_its_order(world: World) -> None:
    judy, alice, bob, carol = await staff(world, "alice", "bob", "carol")
    world.clock.tick = timedelta()
    for recipient in (bob, bob, carol, carol):
        await alice.request(recipient)
    until = await restrict(judy, bob, alice, days=1)
    await alice.becomes(birth_date=date(2015, 1, 1), phone_verified=False)
    standing = await _standing(alice)
    assert _codes(standing) == [
        "MESSAGING_RESTRICTED",
        "AGE_RESTRICTED",
        "PHONE_VERIFICATION_REQUIRED",
        "RATE_LIMITED",
    ]
    assert not standing["canSend"]
    assert standing["obstacles"][0]["until"] == until.isoformat()
    assert standing["obstacles"][0]["restrictionReason"] == "SPAM"
    assert standing["obstacles"][0]["message"] == "A moderator has restricted your messaging."


@pytest.mark.shows("13.2")
async def test_what_is_left_is_what_sends_leave(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    world.clock.tick = timedelta()
    for left in (3, 2, 1):
        await alice.request(bob)
        assert (await _standing(alice))["messagesLeftNow"] == left
    assert (await _standing(alice))["newPairsLeftToday"] == 2
    await alice.request(await world.person("carol"))
    standing = await _standing(alice)
    assert (standing["messagesLeftNow"], standing["newPairsLeftToday"]) == (0, 1)
    assert _codes(standing) == ["RATE_LIMITED"]
    assert standing["obstacles"][0]["retryAfterSeconds"] == 3
    assert (await alice.request(bob))["retryAfterSeconds"] == 3
    world.clock.advance(seconds=3)
    standing = await _standing(alice)
    assert (standing["messagesLeftNow"], standing["canSend"]) == (1, True)
    world.clock.advance(hours=12)
    standing = await _standing(alice)
    assert (standing["messagesLeftNow"], standing["newPairsLeftToday"]) == (4, 3)


@pytest.mark.shows("8.32", "13.1")
async def test_warnings_have_reason_and_time_and_nothing_more(world: World) -> None:
    judy, alice, bob, carol = await staff(world, "alice", "bob", "carol")
    await resolve(judy, bob, alice, "WARN")
    world.clock.advance(hours=1)
    await resolve(judy, carol, alice, "WARN")
    warnings = (await _standing(alice))["warnings"]
    assert [set(one) for one in warnings] == [SHOWN] * 2
    assert warnings[0]["at"] > warnings[1]["at"]
    assert {one["reason"] for one in warnings} == {"SPAM"}
    assert (await _standing(bob))["warnings"] == []


@pytest.mark.shows("8.32")
async def test_the_newest_warnings_are_shown(world: World) -> None:
    [alice] = await world.cast("alice")
    for number in range(MOST_WARNINGS + 5):
        await AccountWarning.create(
            user_id=alice.key,
            reason=ReportReason.SPAM,
            given_at=START + timedelta(hours=number),
            using_db=world.database.orm,
        )
    times = [one["at"] for one in (await _standing(alice))["warnings"]]
    assert times == [
        (START + timedelta(hours=number)).isoformat() for number in range(MOST_WARNINGS + 4, 4, -1)
    ]


@pytest.mark.shows("8.32", "8.41")
async def test_each_change_is_told(world: World) -> None:
    judy, alice, bob = await staff(world, "alice", "bob")
    async with alice.listen("events") as stream, bob.listen("events") as other:
        await resolve(judy, bob, alice, "DISMISS")
        await resolve(judy, bob, alice, "WARN")
        item = await stream.item()
        assert item["__typename"] == "StandingChanged"
        assert [set(one) for one in item["viewer"]["standing"]["warnings"]] == [
            {"reason", "at", "decisionId", "appeal"}
        ]
        await ban(judy, bob, alice)
        assert _codes((await stream.item())["viewer"]["standing"]) == ["MESSAGING_RESTRICTED"]
        for _ in range(2):
            await judy.do("liftRestriction", userId=alice.id)
        assert (await stream.item())["viewer"]["standing"]["canSend"]
        assert await stream.is_quiet()
        assert [(await other.item())["__typename"] for _ in range(3)] == ["ReportClosed"] * 3
        assert await other.is_quiet()


@pytest.mark.shows("9.19", "9.15")
async def test_what_a_send_costs_is_told_before_its_message(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    start = (await alice.run("inbox"))["eventCursor"]
    async with alice.listen("events") as stream, bob.listen("events") as other:
        sent = await alice.request(bob)
        changed, _, added = await stream.items(3)
        assert (added["__typename"], added["eventCursor"]) == ("MessageAdded", sent["eventCursor"])
        assert (changed["__typename"], changed["eventCursor"]) == ("StandingChanged", start)
        assert changed["viewer"]["standing"] == await _standing(alice)
        assert [item["__typename"] for item in await other.items(2)] == ["BadgeChanged", "RequestReceived"]
    await alice.do("delete", id=await alice.thread_id(bob))
    async with alice.listen("events", after=start) as stream:
        assert (await stream.item())["viewer"]["standing"] == await _standing(alice)
        assert [item["__typename"] for item in await stream.items(2)] == ["BadgeChanged", "ThreadDeleted"]


@pytest.mark.shows("9.19", "9.15", "4.36", "4.37", "10.13")
@pytest.mark.parametrize("cause", ["no such user", "audience", "inactive"])
async def test_the_cost_of_a_send_that_reached_no_one_is_told_to_its_sender_alone(
    world: World, cause: str
) -> None:
    alice, bob = await world.cast("alice", "bob")
    await bob.becomes(audience=3, is_active=cause != "inactive")
    other = nobody(world) if cause == "no such user" else bob
    async with alice.listen("events") as stream, alice.listen("messageAdded") as added:
        for _ in range(2):
            assert await alice.request(other, clientKey="a key") == UNAVAILABLE
        changed = await only(stream)
        assert changed["__typename"] == "StandingChanged"
        assert changed["viewer"]["standing"] == await _standing(alice)
        assert (
            changed["viewer"]["standing"]["messagesLeftNow"],
            changed["viewer"]["standing"]["newPairsLeftToday"],
        ) == (3, 2)
        assert await alice.request(alice) != UNAVAILABLE
        assert await stream.is_quiet()
        assert await added.is_quiet()
    assert await world.rows("user_events", "user_id, seq") == [(alice.key, 1)]
