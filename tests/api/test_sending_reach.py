"""The users whom a send reaches: audiences, and the one answer of the reachability bit."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from schema.types.ids import Sealer
from tests.api.sending import (
    UNAVAILABLE,
    Deed,
    delete_request,
    gone,
    left_of,
    nobody,
    open_thread,
    raw_answer,
)
from tests.world import Person, World

EVERYBODY = {"stranger", "follower", "followed", "friend"}


async def senders(world: World, bob: Person) -> dict[str, Person]:
    """One of each relation to bob."""
    stranger, follower, followed, friend = await world.cast("stranger", "follower", "followed", "friend")
    await follower.follows(bob)
    await bob.follows(followed)
    await bob.follows(friend)
    await friend.follows(bob)
    return {"stranger": stranger, "follower": follower, "followed": followed, "friend": friend}


async def admitted(world: World, bob: Person) -> set[str]:
    """The senders who get through; the others are refused, and nothing is stored of it."""
    found = set()
    for relation, sender in (await senders(world, bob)).items():
        answer = await sender.request(bob)
        if answer == UNAVAILABLE:
            async with world.unchanged(but_charged=True):
                assert await sender.request(bob) == UNAVAILABLE
        else:
            assert left_of(answer) == (
                ("OPEN", None) if relation in {"followed", "friend"} else ("PENDING", 2)
            )
            found.add(relation)
    return found


@pytest.mark.shows("3.1", "3.2", "3.3", "3.4", "3.5", "4.46")
@pytest.mark.parametrize(
    ("audience", "expected"),
    [
        ("EVERYONE", EVERYBODY),
        ("PEOPLE_I_FOLLOW", {"followed", "friend"}),
        ("FRIENDS", {"friend"}),
        ("NO_ONE", set()),
    ],
)
@pytest.mark.parametrize("is_verified", [False, True])
async def test_audiences(world: World, audience: str, expected: set[str], is_verified: bool) -> None:
    bob = await world.person("bob", is_verified=is_verified)
    chosen = await bob.do("updateDmAudience", audience=audience)
    assert chosen["viewer"]["dmAudience"] == audience
    assert await admitted(world, bob) == expected


@pytest.mark.shows("3.6", "3.7")
@pytest.mark.parametrize(("is_verified", "expected"), [(True, {"followed", "friend"}), (False, EVERYBODY)])
async def test_an_audience_never_chosen(world: World, is_verified: bool, expected: set[str]) -> None:
    bob = await world.person("bob", is_verified=is_verified)
    assert await admitted(world, bob) == expected


@pytest.mark.shows("3.8")
@pytest.mark.parametrize("is_verified", [True, False])
async def test_a_choice_outlives_the_mark(world: World, is_verified: bool) -> None:
    alice, bob = await world.person("alice"), await world.person("bob", is_verified=not is_verified)
    await bob.do("updateDmAudience", audience="EVERYONE")
    await bob.becomes(is_verified=is_verified)
    assert left_of(await alice.request(bob)) == ("PENDING", 2)
    await bob.do("updateDmAudience", audience="NO_ONE")
    await bob.becomes(is_verified=not is_verified)
    assert await alice.request(bob) == UNAVAILABLE


@pytest.mark.shows("3.9", "4.35")
async def test_no_audience_closes_an_open_thread(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await open_thread(alice, bob)
    for person in (alice, bob):
        await person.do("updateDmAudience", audience="NO_ONE")
    for person, other in ((alice, bob), (bob, alice)):
        assert left_of(await person.send(other)) == left_of(await person.request(other)) == ("OPEN", None)
    assert len(await alice.texts(bob)) == 6


@pytest.mark.shows("3.10", "3.11", "4.42")
async def test_a_tightened_audience_stops_a_pending_request_but_not_its_accept(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob)
    await bob.do("updateDmAudience", audience="NO_ONE")
    async with world.unchanged(but_charged=True):
        for _ in range(4):
            assert await alice.send(bob) == await alice.request(bob) == UNAVAILABLE
    await bob.do("updateDmAudience", audience="EVERYONE")
    assert left_of(await alice.send(bob)) == ("PENDING", 1)
    await bob.do("updateDmAudience", audience="NO_ONE")
    assert (await bob.accept(alice))["thread"]["state"] == "OPEN"
    assert left_of(await alice.send(bob)) == ("OPEN", None)


CAUSES: dict[str, dict[str, Any]] = {
    "inactive": {"is_active": False},
    "under age": {"birth_date": date(2015, 1, 1)},
    "without a birth date": {"birth_date": None},
    "audience": {"audience": 3},
    "verified": {"is_verified": True},
}


@pytest.mark.shows("2.12", "2.15", "2.22", "2.25", "4.40", "4.41", "11.3")
async def test_every_cause_answers_the_same_bytes(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    answers: set[bytes] = set()
    for cause, facts in (CAUSES | {"erased": gone(world)}).items():
        other = await world.person(f"other-{len(answers)}-{cause}")
        await other.becomes(**facts)
        async with world.unchanged(but_charged=True):
            answers.add(await raw_answer(alice, "sendRequest", recipientId=other.id, text="Hi"))
    answers.add(await raw_answer(alice, "sendRequest", recipientId=nobody(world).id, text="Hi"))
    [answer] = answers
    assert b'"Messages cannot be sent since this user isn\'t following you."' in answer
    assert left_of(await alice.request(bob)) == ("PENDING", 2)


@pytest.mark.shows("3.11", "4.1", "4.41")
async def test_every_cause_answers_the_same_bytes_in_a_pending_thread(world: World) -> None:
    alice = await world.person("alice")
    answers: set[bytes] = set()
    for number, facts in enumerate([*CAUSES.values(), gone(world)]):
        other = await world.person(f"other-{number}")
        thread_id = (await alice.request(other))["thread"]["id"]
        await other.becomes(**facts)
        async with world.unchanged(but_charged=True):
            answers.add(await raw_answer(alice, "sendMessage", threadId=thread_id, text="Hi"))
            assert await alice.request(other) == UNAVAILABLE
    assert len(answers) == 1


@pytest.mark.shows("2.21", "2.25")
async def test_an_open_thread_reaches_an_inactive_user_and_no_erased_one(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await open_thread(alice, bob)
    thread_id = await alice.thread_id(bob)
    await bob.becomes(is_active=False)
    assert left_of(await alice.send(bob, "Are you there?")) == ("OPEN", None)
    await bob.becomes(is_active=True)
    assert (await bob.texts(alice))[-1] == "Are you there?"
    await bob.becomes(**gone(world))
    async with world.unchanged(but_charged=True):
        assert await alice.do("sendMessage", threadId=thread_id, text="Hi") == UNAVAILABLE
        assert await alice.request(bob) == UNAVAILABLE


async def blocks(bob: Person, alice: Person) -> None:
    await bob.do("block", userId=alice.id)


async def deletes(bob: Person, alice: Person) -> None:
    await delete_request(bob, alice)


async def says_never(bob: Person, alice: Person) -> None:
    await delete_request(bob, alice, never=True)


async def is_restricted(bob: Person, alice: Person) -> None:
    await bob.becomes(restriction_reason=0)


@pytest.mark.shows("4.43", "4.50")
@pytest.mark.parametrize("deed", [blocks, deletes, says_never, is_restricted])
async def test_what_the_recipient_did_moves_neither_the_bit_nor_the_state(world: World, deed: Deed) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob)
    await deed(bob, alice)
    assert left_of(await alice.request(bob)) == ("PENDING", 1)
    await bob.becomes(audience=3)
    assert await alice.request(bob) == UNAVAILABLE
    await bob.becomes(audience=0)
    assert left_of(await alice.send(bob)) == ("PENDING", 0)


@pytest.mark.shows("2.18")
async def test_a_recipient_is_old_enough_within_fourteen_days(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await bob.becomes(birth_date=date(2010, 3, 5))
    birthday = datetime(2026, 3, 5, tzinfo=UTC)
    moment = birthday + timedelta(days=14) * world.services.sealer.share_of("host-bob")
    for now in (birthday - timedelta(seconds=1), moment - timedelta(seconds=1)):
        world.clock.now = now
        assert await alice.request(bob) == UNAVAILABLE
    world.clock.now = moment
    assert left_of(await alice.request(bob)) == ("PENDING", 2)
    assert birthday < moment < birthday + timedelta(days=14)


@pytest.mark.shows("2.18")
def test_the_moment_is_a_users_own_and_takes_the_key_to_know() -> None:
    ours, same, others = Sealer(b"ours" * 8), Sealer(b"ours" * 8), Sealer(b"others" * 8)
    shares = [ours.share_of(str(key)) for key in range(1, 1001)]
    assert shares == [same.share_of(str(key)) for key in range(1, 1001)]
    assert {int(share * 14) for share in shares} == set(range(14))
    assert not set(shares) & {others.share_of(str(key)) for key in range(1, 1001)}
