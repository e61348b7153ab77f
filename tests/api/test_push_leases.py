"""Under whose lease pushes are, and in which order they come (behaviour 16)."""

import pytest

from rules.policy import Policy
from tests.api.provisioning import host
from tests.api.pushes import TAKE, acknowledge, rung, take
from tests.world import World


@pytest.fixture
def policy() -> Policy:
    return Policy(pushes=True)


@pytest.mark.shows("16.5")
async def test_no_one_else_gets_what_is_under_a_lease(world: World) -> None:
    alice, bob, carol = await world.cast("alice", "bob", "carol")
    await alice.request(bob)
    first = await take(world)
    await carol.request(bob)
    await alice.request(carol)
    assert [one["subject"] for one in (await take(world))["pushes"]] == ["host-carol"]
    assert await acknowledge(world, first) == 1
    [push] = (await take(world))["pushes"]
    assert (push["subject"], push["senderId"]) == ("host-bob", carol.id)


@pytest.mark.shows("16.5", "16.6")
async def test_a_lease_that_ran_out_gives_the_same_again(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob)
    first = await take(world, leaseSeconds=5)
    world.clock.advance(seconds=4)
    assert (await take(world))["pushes"] == []
    world.clock.advance(seconds=2)
    again = await take(world)
    assert [one["id"] for one in again["pushes"]] == [one["id"] for one in first["pushes"]]
    assert again["leaseId"] != first["leaseId"]
    assert await acknowledge(world, first) == 0
    assert [await acknowledge(world, again), await acknowledge(world, again)] == [1, 0]
    world.clock.advance(minutes=10)
    assert (await take(world))["pushes"] == []


@pytest.mark.shows("16.6", "16.10")
async def test_what_comes_under_a_lease_is_in_the_next_one(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.opens(bob)
    await rung(world)
    await alice.send(bob)
    held = await take(world)
    await alice.send(bob, "Meanwhile.")
    assert (await take(world))["pushes"] == []
    await acknowledge(world, held)
    [later] = (await take(world))["pushes"]
    assert later["id"] not in {one["id"] for one in held["pushes"]}


@pytest.mark.shows("16.6")
async def test_a_late_acknowledgement_counts_while_no_one_else_took(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob)
    taken = await take(world, leaseSeconds=5)
    world.clock.advance(seconds=60)
    assert await acknowledge(world, taken) == 1
    assert (await take(world))["pushes"] == []


@pytest.mark.shows("16.4", "16.5")
async def test_a_long_log_comes_in_parts_and_in_order(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.opens(bob)
    await rung(world)
    thread = await bob.thread_id(alice)
    for number in range(19):
        await alice.do("sendMessage", threadId=thread, text=f"{number}")
    parts = []
    while pushes := (taken := await take(world))["pushes"]:
        parts.append([one["at"] for one in pushes])
        await acknowledge(world, taken)
    assert [len(part) for part in parts] == [8, 8, 3]
    times = [at for part in parts for at in part]
    assert times == sorted(times)


@pytest.mark.shows("16.5")
async def test_a_batch_has_the_recipients_who_waited_longest(world: World) -> None:
    alice, bob, carol, dave = await world.cast("alice", "bob", "carol", "dave")
    for peer in (dave, carol, bob):
        await alice.request(peer)
    taken = [(await take(world, first=1))["pushes"] for _ in range(3)]
    assert [[one["subject"] for one in pushes] for pushes in taken] == [
        ["host-dave"],
        ["host-carol"],
        ["host-bob"],
    ]


@pytest.mark.shows("16.7")
@pytest.mark.parametrize(
    ("given", "field"),
    [
        *[({"first": first}, "first") for first in (-1, 0, 101, 2**31 - 1)],
        *[({"leaseSeconds": seconds}, "leaseSeconds") for seconds in (-1, 0, 4, 301, 2**31 - 1)],
    ],
)
async def test_a_batch_or_lease_out_of_bounds_takes_nothing(
    world: World, given: dict[str, int], field: str
) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob)
    refused = await host(world).do("takePushes", **TAKE | given)
    assert (refused["code"], refused["field"], refused["reason"]) == ("INVALID_INPUT", field, "BAD_FORMAT")
    assert len((await take(world, first=1, leaseSeconds=5))["pushes"]) == 1
    world.clock.advance(seconds=6)
    assert len((await take(world, first=100, leaseSeconds=300))["pushes"]) == 1


@pytest.mark.shows("16.6", "16.7")
@pytest.mark.parametrize("lease", ["", "nonsense", "a" * 32, "'; --", "é" * 10_000, "\0", "a" * 31 + "\0"])
async def test_a_lease_that_is_none_ends_nothing(world: World, lease: str) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob)
    await take(world)
    before = await world.rows("waiting_pushes")
    assert (await host(world).do("acknowledgePushes", leaseId=lease))["count"] == 0
    assert await world.rows("waiting_pushes") == before
