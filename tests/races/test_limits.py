"""Caps, quotas, buckets and keys under many sends at once."""

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest

from models.users import UserStream
from rules.policy import Policy
from tests.races.arena import LONG, Arena, kinds, race
from tests.races.conftest import REFILL
from tests.world import World


@pytest.mark.shows("12.1", "4.30")
async def test_of_fifty_sends_at_once_three_go_through(arena: Arena) -> None:
    async def one() -> None:
        alice, bob = await arena.people("alice", "bob")
        results = await race(*[one.request(bob) for one in arena.everywhere(alice, 50)])
        assert Counter(kinds(results)) == {"SendRequestSuccess": 3, "PendingLimitReached": 47}
        lefts = {result["thread"]["messagesLeftBeforeAccept"] for result in results if "thread" in result}
        assert min(lefts) == 0
        assert len(await arena.arrivals(bob)) == 3

    await arena.repeat(one)


@pytest.mark.shows("12.7", "4.32")
async def test_of_eighty_new_pairs_at_once_twenty_go_through(arena: Arena) -> None:
    async def one() -> None:
        (alice,) = await arena.people("alice")
        others = await arena.people(*[f"bob{number}x" for number in range(80)])
        runs = [one.request(other) for one, other in zip(arena.everywhere(alice, 80), others, strict=True)]
        assert Counter(kinds(await race(*runs))) == {"SendRequestSuccess": 20, "DailyLimitReached": 60}
        assert [
            row[0] for row in await arena.worlds[0].rows("quotas", "pairs", f"user_id = {alice.key}")
        ] == [20]

    await arena.repeat(one)


@pytest.mark.shows("4.27")
async def test_of_sixty_sends_at_once_as_many_go_through_as_the_bucket_holds(arena: Arena) -> None:
    async def one() -> None:
        alice, _, thread_id = await arena.friends()
        await _leave_in_bucket(arena, alice.key, 20)
        sends = [one.do("sendMessage", threadId=thread_id, text="Hi.") for one in arena.everywhere(alice, 60)]
        assert Counter(kinds(await race(*sends))) == {"SendMessageSuccess": 20, "RateLimited": 40}

    await arena.repeat(one)


async def _leave_in_bucket(arena: Arena, user_id: int, messages: int) -> None:
    full_at = arena.now + REFILL * (1000 - messages)
    streams = UserStream.filter(user_id=user_id).using_db(arena.database.orm)
    await streams.update(bucket_at=full_at)


@pytest.mark.shows("12.8", "4.7")
async def test_fifty_equal_keys_send_once_and_are_answered_alike(arena: Arena) -> None:
    async def one() -> None:
        alice, bob = await arena.people("alice", "bob")
        results = await race(*[one.request(bob, clientKey="k") for one in arena.everywhere(alice, 50)])
        assert kinds(results) == ["SendRequestSuccess"] * 50
        assert all(result == results[0] for result in results)
        assert len(await arena.worlds[0].rows("messages", "id", f"sender_id = {alice.key}")) == 1

    await arena.repeat(one)


@pytest.mark.shows("12.8")
async def test_fifty_equal_keys_in_an_open_thread_send_once(arena: Arena) -> None:
    async def one() -> None:
        alice, bob, thread_id = await arena.friends()
        given = {"threadId": thread_id, "text": "Hi.", "clientKey": "k"}
        results = await race(*[one.do("sendMessage", **given) for one in arena.everywhere(alice, 50)])
        assert all(result == results[0] for result in results)
        assert await bob.texts(alice) == ["Hello!", "Welcome.", "Hi."]

    await arena.repeat(one)


@pytest.mark.shows("12.8", "4.8")
async def test_a_key_with_two_texts_sends_one_of_them(arena: Arena) -> None:
    async def one() -> None:
        alice, bob = await arena.people("alice", "bob")
        first, second = arena.everywhere(alice, 2)
        sends = [first.request(bob, "One.", clientKey="k"), second.request(bob, "Two.", clientKey="k")]
        assert kinds(await race(*sends)) == ["IdempotencyConflict", "SendRequestSuccess"]
        assert len(await bob.nodes("requests")) == 1

    await arena.play(one)


@pytest.mark.shows("12.7")
async def test_sends_that_reach_no_one_are_charged_as_exactly(arena: Arena) -> None:
    async def one() -> None:
        alice, bob = await arena.people("alice", "bob")
        await bob.do("updateDmAudience", audience="NO_ONE")
        results = await race(*[one.request(bob) for one in arena.everywhere(alice, 50)])
        assert Counter(kinds(results)) == {"RecipientUnavailable": 20, "DailyLimitReached": 30}
        today = arena.now.date()
        assert await arena.worlds[0].rows("quotas", "day, pairs", f"user_id = {alice.key}") == [
            (today.isoformat(), 20)
        ]

    await arena.repeat(one)


@pytest.fixture
def policy() -> Policy:
    return Policy(bucket_size=1000)


@pytest.mark.shows("12.7", "4.32")
async def test_at_midnight_each_day_has_its_own_quota(world: World, rounds: int) -> None:
    """More requests than two days allow, while the day ends."""
    for number in range(rounds if rounds >= LONG else 1):
        world.clock.now = datetime(2026, 3, 4, 23, 59, 59, tzinfo=UTC) + timedelta(days=number)
        alice = await world.person(f"alice{number}x")
        others = await world.cast(*[f"bob{number}x{peer}" for peer in range(45)])

        async def midnight() -> None:
            world.clock.advance(seconds=2)

        *sent, _ = await race(*[alice.request(other) for other in others], midnight())
        assert set(kinds(sent)) <= {"SendRequestSuccess", "DailyLimitReached"}
        quotas = [pairs for (pairs,) in await world.rows("quotas", "pairs", f"user_id = {alice.key}")]
        assert len(quotas) <= 2
        assert max(quotas) <= 20
        assert sum(quotas) == kinds(sent).count("SendRequestSuccess")
