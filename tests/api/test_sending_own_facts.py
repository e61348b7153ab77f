"""Refusals by the sender's own facts: the same for every recipient, and without a charge."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from models.sending.write import Quota
from models.users import UserStream
from rules.policy import Policy
from tests.api.sending import (
    CAPPED,
    UNAVAILABLE,
    YOU_BLOCKED,
    Answer,
    gone,
    left_of,
    nobody,
    open_thread,
)
from tests.world import START, Person, World

UNTIL = datetime(2026, 4, 1, tzinfo=UTC)


def restriction(until: str | None) -> Answer:
    return {
        "__typename": "MessagingRestricted",
        "code": "MESSAGING_RESTRICTED",
        "message": "A moderator has restricted your messaging.",
        "until": until,
        "restrictionReason": "SCAM",
    }


AGE: Answer = {
    "__typename": "AgeRestricted",
    "code": "AGE_RESTRICTED",
    "message": "You are not old enough to use messages.",
}
PHONE: Answer = {
    "__typename": "PhoneVerificationRequired",
    "code": "PHONE_VERIFICATION_REQUIRED",
    "message": "Verify your phone number to send messages.",
}
RATE: Answer = {
    "__typename": "RateLimited",
    "code": "RATE_LIMITED",
    "message": "You are sending messages too fast.",
    "retryAfterSeconds": 3,
}
DAY: Answer = {
    "__typename": "DailyLimitReached",
    "code": "DAILY_LIMIT_REACHED",
    "message": "You have reached the limit for today.",
    "limit": 20,
    "resetsAt": "2026-03-05T00:00:00+00:00",
}

OBSTACLES: list[Any] = [
    pytest.param({"restriction_reason": 5}, restriction(None), id="banned"),
    pytest.param(
        {"restriction_reason": 5, "restricted_until": UNTIL},
        restriction("2026-04-01T00:00:00+00:00"),
        id="restricted",
    ),
    pytest.param({"birth_date": date(2010, 3, 5)}, AGE, id="under age"),
    pytest.param({"birth_date": None}, AGE, id="without a birth date"),
    pytest.param({"phone_verified": False}, PHONE, id="phone"),
]


async def everyone(world: World) -> list[Person]:
    """Recipients that differ in all that a sender must not learn from an own fact."""
    bob, carol, dave, erin, frank, grace = await world.cast("bob", "carol", "dave", "erin", "frank", "grace")
    await carol.becomes(is_active=False)
    await dave.becomes(**gone(world))
    await erin.do("updateDmAudience", audience="NO_ONE")
    await frank.becomes(birth_date=None)
    await grace.do("block", userId=world.people["alice"].id)
    return [bob, carol, dave, erin, frank, grace, nobody(world)]


@pytest.mark.shows("2.15", "4.14", "4.24", "4.25", "4.26", "4.39")
@pytest.mark.parametrize(("facts", "answer"), OBSTACLES)
async def test_an_account_that_may_not_send(world: World, facts: dict[str, Any], answer: Answer) -> None:
    alice, zoe = await world.cast("alice", "zoe")
    others = await everyone(world)
    await open_thread(alice, zoe)
    await alice.becomes(**facts)
    async with world.unchanged():
        for other in others:
            assert await alice.request(other) == answer
        assert await alice.send(zoe) == answer


@pytest.mark.shows("4.14", "4.27", "4.39")
async def test_an_empty_bucket(world: World) -> None:
    alice, zoe = await world.cast("alice", "zoe")
    others = await everyone(world)
    await open_thread(alice, zoe)
    full_at = world.clock.now + timedelta(seconds=60)
    await UserStream.filter(user_id=alice.key).using_db(world.database.orm).update(bucket_at=full_at)
    async with world.unchanged():
        for other in others:
            assert await alice.request(other) == RATE
        assert await alice.send(zoe) == RATE


@pytest.mark.shows("4.14", "4.32", "4.39")
async def test_no_new_pair_left_today(world: World) -> None:
    alice = await world.person("alice")
    others = await everyone(world)
    await Quota.create(using_db=world.database.orm, user_id=alice.key, day=START.date(), pairs=20)
    async with world.unchanged():
        for other in others:
            assert await alice.request(other) == DAY


@pytest.mark.shows("4.14", "4.29", "4.39")
@pytest.mark.parametrize(
    "facts", [{}, {"is_active": False}, {"birth_date": None}, {"audience": 3}, {"erased_at": START}]
)
async def test_a_user_whom_the_sender_blocks(world: World, facts: dict[str, Any]) -> None:
    alice, bob, carol, dave = await world.cast("alice", "bob", "carol", "dave")
    await alice.request(bob)
    await open_thread(alice, carol)
    for other in (bob, carol, dave):
        await alice.do("block", userId=other.id)
        await other.becomes(**facts)
    async with world.unchanged():
        for other in (bob, carol, dave):
            assert await alice.request(other) == YOU_BLOCKED
        for other in (bob, carol):
            assert await alice.send(other) == YOU_BLOCKED
    await alice.do("unblock", userId=carol.id)
    if "erased_at" not in facts:
        assert left_of(await alice.send(carol)) == ("OPEN", None)


@pytest.mark.shows("4.14", "4.30", "4.39", "11.1")
@pytest.mark.parametrize(
    "facts", [{}, {"is_active": False}, {"birth_date": None}, {"audience": 3}, {"erased_at": START}]
)
async def test_three_unaccepted_messages(world: World, facts: dict[str, Any]) -> None:
    alice, bob = await world.cast("alice", "bob")
    answers = [await alice.request(bob), await alice.send(bob), await alice.request(bob)]
    assert [left_of(answer) for answer in answers] == [("PENDING", 2), ("PENDING", 1), ("PENDING", 0)]
    await bob.becomes(**facts)
    thread_id = answers[0]["thread"]["id"]
    async with world.unchanged():
        assert await alice.request(bob) == CAPPED
        assert await alice.do("sendMessage", threadId=thread_id, text="Hi") == CAPPED


@pytest.mark.shows("2.12", "2.14", "2.17")
async def test_the_birthday_comes_by_the_clock(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.becomes(birth_date=date(2010, 3, 5))
    assert await alice.request(bob) == AGE
    world.clock.now = datetime(2026, 3, 4, 23, 59, 59, tzinfo=UTC)
    async with world.unchanged():
        assert await alice.request(bob) == AGE
    async with alice.listen("events") as events, world.unchanged():
        world.clock.advance(seconds=1)
        assert (await alice.run("viewer"))["standing"]["canSend"] is True
        assert await events.is_quiet()
    assert left_of(await alice.request(bob)) == ("PENDING", 2)


@pytest.mark.shows("4.24")
async def test_a_restriction_ends_by_the_clock(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.becomes(restriction_reason=5, restricted_until=UNTIL)
    world.clock.now = UNTIL - timedelta(seconds=1)
    assert (await alice.request(bob))["__typename"] == "MessagingRestricted"
    world.clock.now = UNTIL
    assert left_of(await alice.request(bob)) == ("PENDING", 2)


class TestOtherNumbers:
    """The numbers that an installation may choose."""

    @pytest.fixture
    def policy(self) -> Policy:
        return Policy(minimum_age_by_region={"KR": 14}, phone_required=False, request_length=5)

    @pytest.mark.shows("2.13", "2.19")
    async def test_region_phone_and_length(self, world: World) -> None:
        alice, bob = await world.cast("alice", "bob")
        await alice.becomes(birth_date=date(2012, 3, 4), phone_verified=False)
        assert await alice.request(bob, "Hello") == AGE
        await alice.becomes(region="KR")
        assert (await alice.request(bob, "Hello!"))["__typename"] == "InvalidInput"
        assert left_of(await alice.request(bob, "Hello")) == ("PENDING", 2)

    @pytest.mark.shows("2.13")
    async def test_a_recipients_region(self, world: World) -> None:
        alice, bob = await world.cast("alice", "bob")
        await bob.becomes(birth_date=date(2012, 2, 1))
        assert await alice.request(bob, "Hello") == UNAVAILABLE
        await bob.becomes(region="KR")
        assert left_of(await alice.request(bob, "Hello")) == ("PENDING", 2)
