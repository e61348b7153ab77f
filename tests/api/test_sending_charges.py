"""The charges of a send: the bucket, the day's new pairs, and those of a send that reached no one."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.api.sending import CAPPED, UNAVAILABLE, Answer, gone, left_of, nobody, open_thread
from tests.world import Person, World

MIDNIGHT = datetime(2026, 3, 5, tzinfo=UTC)


def daily(limit: int, resets_at: str = "2026-03-05T00:00:00+00:00") -> Answer:
    return {
        "__typename": "DailyLimitReached",
        "code": "DAILY_LIMIT_REACHED",
        "message": "You have reached the limit for today.",
        "limit": limit,
        "resetsAt": resets_at,
    }


async def strangers(world: World, count: int) -> list[Person]:
    return await world.cast(*(f"stranger{number}" for number in range(count)))


async def pairs_of(world: World, person: Person) -> int:
    return sum(pairs for _, pairs in await world.rows("quotas", "day, pairs", f"user_id = {person.key}"))


@pytest.mark.shows("4.27", "4.28")
async def test_twenty_at_once_then_one_every_three_seconds(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await open_thread(alice, bob)
    world.clock.advance(hours=1)
    thread_id = await alice.thread_id(bob)

    async def send() -> Answer:
        answer: Answer = await alice.do("sendMessage", threadId=thread_id, text="Hi")
        return answer

    assert {left_of(await send()) for _ in range(20)} == {("OPEN", None)}
    for _ in range(2):
        async with world.unchanged():
            refused = await send()
        assert (refused["__typename"], refused["retryAfterSeconds"]) == ("RateLimited", 3)
        world.clock.advance(seconds=refused["retryAfterSeconds"])
        assert left_of(await send()) == ("OPEN", None)


@pytest.mark.shows("4.62")
async def test_a_clock_that_was_set_back_keeps_no_one_waiting(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await open_thread(alice, bob)
    world.clock.advance(hours=1)
    for back in (timedelta(minutes=1), timedelta(days=220), timedelta()):
        assert [left_of(await alice.send(bob)) for _ in range(20)] == [("OPEN", None)] * 20
        assert (await alice.send(bob))["retryAfterSeconds"] == 3
        world.clock.now -= back
        standing = (await alice.run("viewer"))["standing"]
        assert standing["messagesLeftNow"] == (20 if back else 0)
        assert [one["code"] for one in standing["obstacles"]] == ([] if back else ["RATE_LIMITED"])


@pytest.mark.shows("4.36", "4.37", "4.38", "4.40")
async def test_a_user_that_does_not_exist_is_charged_like_any_other(world: World) -> None:
    alice = await world.person("alice")
    for _ in range(20):
        async with world.unchanged(but_charged=True):
            assert await alice.request(nobody(world)) == UNAVAILABLE
    async with world.unchanged():
        assert (await alice.request(nobody(world)))["__typename"] == "RateLimited"
    world.clock.advance(seconds=3)
    async with world.unchanged():
        assert await alice.request(nobody(world)) == daily(20)
    world.clock.now = MIDNIGHT
    assert await alice.request(nobody(world)) == UNAVAILABLE


@pytest.mark.shows("4.36", "4.37", "4.38")
@pytest.mark.parametrize("cause", ["unknown", "inactive", "erased", "under age", "audience"])
async def test_every_cause_of_the_bit_costs_the_same(world: World, cause: str) -> None:
    alice, bob = await world.cast("alice", "bob")
    facts: dict[str, Answer] = {
        "inactive": {"is_active": False},
        "under age": {"birth_date": None},
        "audience": {"audience": 3},
    }
    await bob.becomes(**gone(world) if cause == "erased" else facts.get(cause, {"region": None}))
    other = nobody(world) if cause == "unknown" else bob
    for attempt in (1, 2):
        started = world.clock.now
        async with world.unchanged(but_charged=True):
            assert await alice.request(other) == UNAVAILABLE
        assert await pairs_of(world, alice) == attempt
        [(bucket_at,)] = await world.rows("user_streams", "bucket_at", f"user_id = {alice.key}")
        waited = datetime.fromtimestamp(bucket_at / 1e6, UTC) - started
        assert timedelta(seconds=3 * attempt - 0.1) < waited < timedelta(seconds=3 * attempt + 0.1)


@pytest.mark.shows("4.31", "4.32", "4.35", "1.3")
async def test_twenty_new_pairs_a_day(world: World) -> None:
    alice, yan, zoe = await world.cast("alice", "yan", "zoe")
    others = await strangers(world, 21)
    for other in others[:20]:
        assert left_of(await alice.request(other)) == ("PENDING", 2)
        world.clock.advance(seconds=3)
    async with world.unchanged():
        assert await alice.request(others[20]) == daily(20)
    assert left_of(await alice.request(others[0])) == ("PENDING", 1)
    assert left_of(await alice.send(others[0])) == ("PENDING", 0)
    assert await alice.request(others[0]) == CAPPED
    await zoe.request(alice)
    assert left_of(await alice.send(zoe)) == ("OPEN", None)
    assert left_of(await alice.request(zoe)) == ("OPEN", None)
    await alice.follows(yan)
    assert left_of(await yan.request(alice)) == ("OPEN", None)
    assert left_of(await alice.request(yan)) == ("OPEN", None)
    world.clock.now = MIDNIGHT - timedelta(seconds=1)
    assert await alice.request(others[20]) == daily(20)
    world.clock.now = MIDNIGHT
    assert left_of(await alice.request(others[20])) == ("PENDING", 2)


@pytest.mark.shows("4.33")
@pytest.mark.parametrize(("age", "limit"), [(timedelta(days=2, hours=23), 5), (timedelta(days=3), 20)])
async def test_new_pairs_of_a_young_account(world: World, age: timedelta, limit: int) -> None:
    alice = await world.person("alice", account_created_at=world.clock.now - age)
    others = await strangers(world, 6)
    for other in others[:5]:
        assert left_of(await alice.request(other)) == ("PENDING", 2)
    if limit == 5:
        async with world.unchanged():
            assert await alice.request(others[5]) == daily(5)
    else:
        assert left_of(await alice.request(others[5])) == ("PENDING", 2)


@pytest.mark.shows("4.33")
async def test_a_young_account_grows_old_and_has_twenty(world: World) -> None:
    alice = await world.person("alice", account_created_at=world.clock.now - timedelta(days=2, hours=23))
    others = await strangers(world, 6)
    for other in others[:5]:
        await alice.request(other)
    assert await alice.request(others[5]) == daily(5)
    world.clock.advance(hours=1)
    assert left_of(await alice.request(others[5])) == ("PENDING", 2)


@pytest.mark.shows("4.31")
async def test_what_is_a_new_pair(world: World) -> None:
    alice, bob, carol, dave, erin = await world.cast("alice", "bob", "carol", "dave", "erin")
    await alice.request(bob)
    assert await pairs_of(world, alice) == 1
    await alice.request(bob)
    await alice.do("delete", id=await alice.thread_id(bob))
    await alice.request(bob)
    assert await pairs_of(world, alice) == 1
    await carol.request(alice)
    await alice.request(carol)
    assert await pairs_of(world, alice) == 2
    await dave.follows(alice)
    assert left_of(await alice.request(dave)) == ("OPEN", None)
    assert await pairs_of(world, alice) == 3
    await alice.follows(erin)
    assert left_of(await erin.request(alice)) == ("OPEN", None)
    await alice.request(erin)
    assert await pairs_of(world, alice) == 3


@pytest.mark.shows("4.34")
async def test_send_message_costs_no_pair(world: World) -> None:
    alice, bob, carol = await world.cast("alice", "bob", "carol")
    await carol.request(alice)
    assert left_of(await alice.send(carol)) == ("OPEN", None)
    await alice.request(bob)
    before = await world.rows("quotas")
    await alice.send(bob)
    await alice.send(carol)
    assert await world.rows("quotas") == before
    assert await pairs_of(world, alice) == 1


@pytest.mark.shows("4.36", "4.37")
async def test_what_the_recipient_never_gets_costs_the_same(world: World) -> None:
    alice, bob, carol = await world.cast("alice", "bob", "carol")
    await bob.do("block", userId=alice.id)
    for other, pairs in ((bob, 1), (carol, 2)):
        assert left_of(await alice.request(other)) == ("PENDING", 2)
        assert await pairs_of(world, alice) == pairs
