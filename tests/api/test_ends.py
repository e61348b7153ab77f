"""Mutes and blocks for a time."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from models.db.connection import Connection
from models.relations import ended_blocks
from resolvers.filtering import end_pauses
from resolvers.relations import end_blocks
from rules.events import EventKind
from server.chores import LEAST_PAUSE, PAUSE, end_due, seconds_left
from tests.api.provisioning import host
from tests.api.sending import invalid
from tests.world import Person, World

ENDS = "query ($id: ID!) { node(id: $id) { ... on User { blockedByMe blockedUntil } } }"


def later(world: World, **time: float) -> str:
    return (world.clock.now + timedelta(**time)).isoformat()


async def block_of(person: Person, other: Person) -> Any:
    return (await person.ask(ENDS, id=other.id))["data"]["node"]


async def red_dot(person: Person) -> int:
    unread: int = (await person.run("viewer"))["badge"]["unreadThreads"]
    return unread


@pytest.mark.shows("7.42")
async def test_a_mute_ends_by_the_clock(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.opens(bob)
    thread_id, until = await bob.thread_id(alice), later(world, hours=1)
    muted = await bob.do("mute", threadId=thread_id, muted=True, until=until)
    assert muted["thread"]["isMuted"] is True
    assert muted["thread"]["mutedUntil"] == until
    assert await red_dot(bob) == 0
    async with bob.listen("messageAdded") as added:
        await alice.send(bob)
        assert (await added.item())["notify"] is False
        world.clock.advance(hours=1)
        await alice.send(bob)
        assert (await added.item())["notify"] is True
    assert await red_dot(bob) == 1
    again = await bob.do("mute", threadId=thread_id, muted=True)
    assert (again["thread"]["isMuted"], again["thread"]["mutedUntil"]) == (True, None)
    world.clock.advance(days=4_000)
    assert await red_dot(bob) == 0


@pytest.mark.shows("7.42")
async def test_when_a_mute_cannot_end(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.opens(bob)
    thread_id = await bob.thread_id(alice)
    for muted, time, reason in (
        (True, {"hours": -1}, "NOT_IN_FUTURE"),
        (True, {"days": 4_000}, "TOO_FAR"),
        (False, {"hours": 1}, "NOT_APPLICABLE"),
    ):
        async with world.unchanged():
            until = later(world, **time)
            assert await bob.do("mute", threadId=thread_id, muted=muted, until=until) == invalid(
                "until", reason
            )


@pytest.mark.shows("8.34")
async def test_a_block_ends_as_by_an_unblock(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.opens(bob)
    before, until = await bob.nodes("inbox"), later(world, hours=1)
    await bob.do("block", userId=alice.id, until=until)
    assert await block_of(bob, alice) == {"blockedByMe": True, "blockedUntil": until}
    assert [node["blockedUntil"] for node in await bob.nodes("blockedUsers")] == [until]
    await alice.send(bob, "sunk")
    assert await end_blocks(world.services) == 0
    async with bob.listen("events") as events, alice.listen("events") as others:
        world.clock.advance(hours=1)
        assert await end_blocks(world.services) == 1
        kinds = [(await events.item())["__typename"] for _ in range(2)]
        assert kinds == ["BadgeChanged", "UserUnblocked"]
        assert await others.is_quiet()
        assert await end_blocks(world.services) == 0
    assert await bob.nodes("inbox") == before
    assert await block_of(bob, alice) == {"blockedByMe": False, "blockedUntil": None}
    await alice.send(bob, "heard")
    assert await bob.texts(alice) == ["Hello!", "heard"]


@pytest.mark.shows("2.21", "8.34")
async def test_a_block_ends_while_its_user_is_inactive(world: World) -> None:
    """Its open threads are written to."""
    alice, bob = await world.cast("alice", "bob")
    await alice.opens(bob)
    await bob.do("block", userId=alice.id, until=later(world, hours=1))
    await bob.becomes(is_active=False)
    world.clock.advance(hours=1)
    await end_blocks(world.services)
    await alice.send(bob, "heard")
    await bob.becomes(is_active=True)
    assert await bob.texts(alice) == ["Hello!", "heard"]
    assert await block_of(bob, alice) == {"blockedByMe": False, "blockedUntil": None}
    assert await seconds_left(world.services) == PAUSE


async def test_a_block_stays_whose_user_is_erased_before_its_turn(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    alice, bob = await world.cast("alice", "bob")
    await bob.do("block", userId=alice.id, until=later(world, hours=1))
    world.clock.advance(hours=1)
    found = ended_blocks

    async def erased_after(db: Connection, now: datetime) -> list[tuple[int, int]]:
        ended = await found(db, now)
        await host(world).do("eraseUser", subject="host-bob")
        return ended

    monkeypatch.setattr("models.relations.ended_blocks", erased_after)
    assert await end_blocks(world.services) == 1
    assert await bob.blocks(alice)
    kinds = [kind for (kind,) in await world.rows("user_events", "kind")]
    assert EventKind.USER_UNBLOCKED not in kinds


@pytest.mark.shows("8.34")
async def test_a_further_block_replaces_the_end(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await bob.do("block", userId=alice.id, until=later(world, hours=1))
    second = later(world, hours=3)
    async with bob.listen("events") as events:
        await bob.do("block", userId=alice.id, until=second)
        assert [(await events.item())["__typename"] for _ in range(2)] == ["BadgeChanged", "UserBlocked"]
    assert (await block_of(bob, alice))["blockedUntil"] == second
    world.clock.advance(hours=2)
    assert await end_blocks(world.services) == 0
    await bob.do("block", userId=alice.id)
    assert (await block_of(bob, alice))["blockedUntil"] is None
    world.clock.advance(hours=2)
    assert await end_blocks(world.services) == 0
    assert await bob.blocks(alice)


@pytest.mark.shows("8.35")
async def test_when_a_block_cannot_end(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    for time, reason in (({"hours": -1}, "NOT_IN_FUTURE"), ({"days": 4_000}, "TOO_FAR")):
        async with world.unchanged():
            until = later(world, **time)
            assert await bob.do("block", userId=alice.id, until=until) == invalid("until", reason)
    assert not await bob.blocks(alice)


@pytest.mark.shows("6.29", "8.34")
@pytest.mark.parametrize(
    ("name", "is_erased"), [("block", True), ("pauseRequests", False), ("pauseRequests", True)]
)
async def test_the_loop_sleeps_until_the_next_end(world: World, name: str, is_erased: bool) -> None:
    alice, bob, carol = await world.cast("alice", "bob", "carol")
    assert await seconds_left(world.services) == PAUSE
    for person, seconds in ((alice, 3), (bob, 2), (carol, 60)):
        more = {"userId": alice.id if person is bob else bob.id} if name == "block" else {}
        await person.do(name, until=later(world, seconds=seconds), **more)
    assert 1.9 < await seconds_left(world.services) < 2
    await bob.becomes(is_active=False, erased_at=world.clock.now if is_erased else None)
    assert 2.9 < await seconds_left(world.services) < 3
    world.clock.advance(seconds=3)
    assert await seconds_left(world.services) == LEAST_PAUSE
    await end_due(world.services)
    assert await seconds_left(world.services) == PAUSE
    assert await end_blocks(world.services) == await end_pauses(world.services) == 0


async def test_one_that_fails_keeps_no_other_from_its_end(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(_: object) -> int:
        raise RuntimeError

    [alice] = await world.cast("alice")
    await alice.do("pauseRequests", until=later(world, hours=1))
    world.clock.advance(hours=2)
    monkeypatch.setattr("server.chores.end_blocks", fail)
    with pytest.raises(RuntimeError):
        await end_due(world.services)
    assert await end_pauses(world.services) == 0
