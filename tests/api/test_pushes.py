"""Pushes for the host app: the events that ring a phone, and whose (behaviour 16)."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from rules.policy import Policy
from server.chores import sweep
from tests.api.moderation import NOT_ALLOWED, moderator, restrict, staff
from tests.api.provisioning import host
from tests.api.pushes import TAKE, acknowledge, rung, take
from tests.live.acts import act
from tests.live.devices import cursor_of
from tests.world import Person, World


@pytest.fixture
def policy() -> Policy:
    return Policy(pushes=True)


@pytest.mark.shows("16.1", "16.2", "16.4")
async def test_a_push_names_who_and_what_and_no_text(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob, "A secret.")
    answer = await host(world).post("takePushes", input=TAKE)
    assert "secret" not in str(answer)
    [push] = answer["data"]["takePushes"]["pushes"]
    assert (push["subject"], push["kind"], push["notify"]) == ("host-bob", "REQUEST_RECEIVED", True)
    assert push["threadId"] == await bob.thread_id(alice)
    assert (push["senderId"], push["senderSubject"]) == (alice.id, "host-alice")
    assert push["badge"] == {"pendingRequests": 1, "unseenRequests": 1, "unreadThreads": 0}


@pytest.mark.shows("16.1", "16.3")
async def test_each_kind_rings_its_recipient(world: World) -> None:
    judy, alice, bob = await staff(world, "alice", "bob")
    await alice.request(bob)
    await alice.request(bob, "More.")
    taken = await take(world)
    assert [(one["kind"], one["notify"]) for one in taken["pushes"]] == [
        ("REQUEST_RECEIVED", True),
        ("REQUEST_RECEIVED", False),
    ]
    await acknowledge(world, taken)
    await bob.accept(alice)
    assert await rung(world) == [("alice", "REQUEST_ACCEPTED")]
    await alice.send(bob)
    assert await rung(world) == [("bob", "MESSAGE_ADDED")]
    await restrict(judy, bob, alice, days=3)
    assert await rung(world) == [("alice", "ACCOUNT_DECIDED")]


@pytest.mark.shows("16.3")
async def test_an_answer_rings_twice(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob)
    await rung(world)
    await bob.send(alice)
    assert await rung(world) == [("alice", "REQUEST_ACCEPTED"), ("alice", "MESSAGE_ADDED")]


async def _hidden(world: World, alice: Person, bob: Person) -> None:
    await alice.request(bob, "See example.com.")


async def _blocked(world: World, alice: Person, bob: Person) -> None:
    await bob.do("block", userId=alice.id)
    await alice.request(bob)


async def _blocked_since(world: World, alice: Person, bob: Person) -> None:
    await alice.request(bob)
    await bob.do("block", userId=alice.id)


async def _blocked_since_in_an_open_thread(world: World, alice: Person, bob: Person) -> None:
    await _opened(world, alice, bob)
    await alice.send(bob)
    await bob.do("block", userId=alice.id)


async def _blocked_since_an_accept(world: World, alice: Person, bob: Person) -> None:
    await bob.opens(alice)
    await bob.do("block", userId=alice.id)


async def _muted_since(world: World, alice: Person, bob: Person) -> None:
    await _opened(world, alice, bob)
    await alice.send(bob)
    until = (world.clock.now + timedelta(hours=1)).isoformat()
    await bob.do("mute", threadId=await bob.thread_id(alice), muted=True, until=until)


async def _hidden_since(world: World, alice: Person, bob: Person) -> None:
    await alice.request(bob)
    await alice.request(bob, "See example.com.")


async def _paused(world: World, alice: Person, bob: Person) -> None:
    await bob.do("pauseRequests", until=(world.clock.now + timedelta(hours=1)).isoformat())
    await alice.request(bob)


async def _archived(world: World, alice: Person, bob: Person) -> None:
    await alice.request(bob)
    world.clock.advance(days=91)


async def _deleted(world: World, alice: Person, bob: Person) -> None:
    await alice.request(bob)
    await act(world, "bob deletes alice")


async def _seen(world: World, alice: Person, bob: Person) -> None:
    await alice.request(bob)
    await bob.do("markRequestsSeen", upTo=await cursor_of(bob))


async def _muted(world: World, alice: Person, bob: Person) -> None:
    await _opened(world, alice, bob)
    await bob.do("mute", threadId=await bob.thread_id(alice), muted=True)
    await alice.send(bob)


async def _read(world: World, alice: Person, bob: Person) -> None:
    await _opened(world, alice, bob)
    await alice.send(bob)
    await act(world, "bob reads alice")


async def _answered(world: World, alice: Person, bob: Person) -> None:
    await _opened(world, alice, bob)
    await alice.send(bob)
    await bob.send(alice)


async def _accepted_and_answered(world: World, alice: Person, bob: Person) -> None:
    await bob.opens(alice)
    await bob.send(alice)


async def _accepted_and_read(world: World, alice: Person, bob: Person) -> None:
    await bob.request(alice)
    await alice.send(bob)
    await act(world, "bob reads alice")


async def _withdrawn(world: World, alice: Person, bob: Person) -> None:
    await alice.request(bob)
    await world.person("carol")
    await act(world, "carol bans alice")


async def _gone(world: World, alice: Person, bob: Person) -> None:
    await alice.request(bob)
    await host(world).do("eraseUser", subject="host-bob")


async def _opened(world: World, alice: Person, bob: Person) -> None:
    await alice.opens(bob)
    await rung(world)


QUIET = [
    *(_hidden, _hidden_since, _paused, _archived, _blocked, _blocked_since, _blocked_since_in_an_open_thread),
    *(_blocked_since_an_accept, _deleted, _seen, _muted, _muted_since, _read, _answered),
    *(_accepted_and_answered, _accepted_and_read, _withdrawn, _gone),
]


@pytest.mark.shows("16.2")
@pytest.mark.parametrize("happens", QUIET)
async def test_what_bob_does_not_see_or_has_read_rings_no_phone(
    world: World, happens: Callable[[World, Person, Person], Awaitable[None]]
) -> None:
    alice, bob = await world.cast("alice", "bob")
    await happens(world, alice, bob)
    assert [one for one in await rung(world) if one[0] == "bob"] == []
    assert [row for row in await world.rows("waiting_pushes") if row[0] == bob.key] == []


@pytest.mark.shows("16.1")
async def test_what_waits_ends_when_pushes_are_off(world: World) -> None:
    """Else a push that waits since before would take along all that happened while they were off."""
    alice, bob = await world.cast("alice", "bob")
    await alice.opens(bob)
    await alice.send(bob, "one")
    on, off = world.services.policy, replace(world.services.policy, pushes=False)
    await sweep(world.database, world.clock(), on)
    assert [one["subject"] for one in (await take(world))["pushes"]] == ["host-bob"]
    world.services.policy = off
    await sweep(world.database, world.clock(), off)
    await alice.send(bob, "two")
    world.services.policy = on
    assert await rung(world) == []
    await alice.send(bob, "three")
    assert await rung(world) == [("bob", "MESSAGE_ADDED")]


@pytest.mark.shows("16.1")
async def test_to_all_others_it_is_not_allowed(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob)
    for person in (bob, moderator(alice)):
        before = await world.rows("waiting_pushes")
        assert await person.do("takePushes", **TAKE) == NOT_ALLOWED
        assert await person.do("acknowledgePushes", leaseId="a") == NOT_ALLOWED
        assert await world.rows("waiting_pushes") == before
        async with person.listen("pushesWaiting") as stream:
            assert await stream.is_quiet()


@pytest.mark.shows("16.8")
async def test_the_taker_is_woken(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    async with host(world).listen("pushesWaiting") as stream:
        await alice.request(bob)
        assert (await stream.item())["__typename"] == "PushesWaiting"
        await rung(world)
        await bob.accept(alice)
        assert (await stream.item())["__typename"] == "PushesWaiting"
    async with host(world).listen("pushesWaiting") as stream:
        assert (await stream.item())["__typename"] == "PushesWaiting", "what waits already"


@pytest.mark.shows("16.9")
async def test_the_badge_is_that_of_the_viewer(world: World) -> None:
    alice, bob, carol = await world.cast("alice", "bob", "carol")
    await alice.opens(bob)
    await alice.send(bob)
    await carol.request(bob)
    pushes = [one for one in (await take(world))["pushes"] if one["subject"] == "host-bob"]
    badge = (await bob.run("viewer"))["badge"]
    del badge["suggestsPause"]
    assert {str(one["badge"]) for one in pushes} == {str(badge)}
    assert badge["unreadThreads"] == badge["unseenRequests"] == 1


SUGGESTED = """mutation { takePushes(input: {first: 10, leaseSeconds: 5}) {
  ... on TakePushesSuccess { pushes { subject badge { suggestsPause } } } } }"""


@pytest.mark.shows("16.9", "6.31")
@pytest.mark.parametrize("policy", [Policy(pushes=True, pause_suggested_at=2)], ids=["at two"])
async def test_a_badge_suggests_quiet_time_as_that_of_the_viewer_does(world: World) -> None:
    async def suggested() -> set[bool]:
        pushes = (await host(world).ask(SUGGESTED))["data"]["takePushes"]["pushes"]
        world.clock.advance(seconds=6)
        return {one["badge"]["suggestsPause"] for one in pushes}

    alice, bob, carol = await world.cast("alice", "bob", "carol")
    await alice.request(bob)
    assert await suggested() == {False}
    await carol.request(bob)
    assert await suggested() == {True} == {(await bob.run("viewer"))["badge"]["suggestsPause"]}
    until = (world.clock.now + timedelta(minutes=10)).isoformat()
    await bob.do("pauseRequests", until=until)
    assert await suggested() == {False}
    await bob.do("pauseRequests", until=None)
    assert await suggested() == {True}
    world.clock.advance(minutes=61)
    assert await suggested() == {False}
