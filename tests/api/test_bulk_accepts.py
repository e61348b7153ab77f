"""Accepting many requests at once: what each side sees of it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from rules.policy import Policy
from tests.api.many import ALL, asked_by, ids, now, sweep, waiting
from tests.api.moderation import ban, moderator, restricted
from tests.live.devices import device, told
from tests.world import World


@pytest.mark.shows("5.29", "5.32", "5.9")
async def test_all_open_for_both_sides(world: World) -> None:
    bob, *others = await asked_by(world, "alice", "carol", "dave")
    assert await sweep(bob, "acceptRequests", requests=ALL) == (3, 0)
    assert await waiting(bob) == []
    inbox = await bob.nodes("inbox")
    assert {node["peer"]["username"] for node in inbox} == {"alice", "carol", "dave"}
    assert {(node["state"], node["unreadCount"]) for node in inbox} == {("OPEN", 1)}
    for other in others:
        assert [node["state"] for node in await other.nodes("inbox")] == ["OPEN"]
        assert await other.nodes("sentRequests") == []
        assert (await other.send(bob))["thread"]["state"] == "OPEN"


class TestEvents:
    """A policy with a short interval lets devices say what they saw."""

    @pytest.fixture
    def policy(self) -> Policy:
        return replace(Policy(), position_interval=timedelta(milliseconds=30))

    @pytest.mark.shows("5.10", "5.14", "5.16")
    async def test_each_sender_is_told_once(self, world: World) -> None:
        bob, alice, carol = await asked_by(world, "alice", "carol")
        await carol.do("block", userId=bob.id)
        named, as_of = await ids(bob, alice, carol), await now(bob)
        async with device(alice) as of_alice, device(carol) as of_carol, device(bob) as of_bob:
            assert await sweep(bob, "acceptRequests", requests={"ids": named}) == (2, 0)
            assert await sweep(bob, "acceptRequests", requests={"ids": named}, asOf=as_of) == (0, 0)
            assert [told(item) for item in await of_alice.sees()] == ["accepted"]
            assert await of_carol.sees() == await of_bob.sees() == []
        assert (await carol.user(bob))["threadWithMe"]["state"] == "PENDING"
        await carol.do("unblock", userId=bob.id)
        assert (await carol.user(bob))["threadWithMe"]["state"] == "OPEN"


@pytest.mark.shows("8.25")
async def test_who_may_not_accept(world: World) -> None:
    bob, _alice, carol = await asked_by(world, "alice", "carol")
    as_of = await now(bob)
    await bob.becomes(birth_date=date(2015, 1, 1))
    async with world.unchanged():
        assert (await bob.do("acceptRequests", requests=ALL, asOf=as_of))["code"] == "AGE_RESTRICTED"
    await ban(moderator(carol), carol, bob)
    async with world.unchanged():
        assert await bob.do("acceptRequests", requests=ALL, asOf=as_of) == restricted()
    assert await sweep(bob, "deleteRequests", requests=ALL) == (2, 0)
