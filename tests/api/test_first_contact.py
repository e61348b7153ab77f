"""The card above a request: the facts of its sender that the recipient may know."""

from datetime import UTC, datetime
from typing import Any

import pytest

from models.relations import Follow
from models.requests import FEW
from models.users import User
from tests.api.sending import delete_request
from tests.api.statements import statements_of
from tests.live.acts import act
from tests.world import Person, World


async def card(me: Person, sender: Person) -> Any:
    [found] = [one for one in await me.nodes("requests") if one["sender"]["id"] == sender.id]
    return found["firstContact"]


@pytest.mark.shows("5.3")
@pytest.mark.parametrize(
    ("created", "months"),
    [
        (datetime(2026, 3, 4, 11, tzinfo=UTC), 0),
        (datetime(2026, 2, 4, 13, tzinfo=UTC), 0),
        (datetime(2026, 2, 4, 11, tzinfo=UTC), 1),
        (datetime(2025, 12, 31, tzinfo=UTC), 2),
        (datetime(2025, 3, 4, tzinfo=UTC), 12),
        (datetime(2026, 3, 5, tzinfo=UTC), 0),
    ],
)
async def test_the_age_of_the_account(world: World, created: datetime, months: int) -> None:
    alice = await world.person("alice", account_created_at=created)
    bob = await world.person("bob")
    await alice.request(bob)
    assert (await card(bob, alice))["accountAgeMonths"] == months


@pytest.mark.shows("5.4", "5.5")
async def test_who_follows_whom(world: World) -> None:
    alice, bob, carol, dave, erin, frank = await world.cast("alice", "bob", "carol", "dave", "erin", "frank")
    await alice.request(bob)
    assert await card(bob, alice) == {
        "accountAgeMonths": 13,
        "followsMe": False,
        "followedByMe": False,
        "mutualFollows": 0,
        "deletedBefore": 0,
        "nameChangedAt": None,
        "similarTo": None,
    }
    for one, others in (
        (alice, [bob, frank]),
        (bob, [carol, dave, frank]),
        (carol, [alice]),
        (dave, [alice, bob]),
        (erin, [alice, bob]),
    ):
        for other in others:
            await one.follows(other)
    found = await card(bob, alice)
    assert (found["followsMe"], found["followedByMe"], found["mutualFollows"]) == (True, False, 2)
    await bob.do("follow", userId=alice.id)
    await alice.do("unfollow", userId=bob.id)
    found = await card(bob, alice)
    assert (found["followsMe"], found["followedByMe"], found["mutualFollows"]) == (False, True, 2)


@pytest.mark.shows("5.5")
@pytest.mark.parametrize("others", [FEW - 3, FEW - 2])
async def test_mutual_follows_of_a_sender_whom_many_follow(world: World, others: int) -> None:
    """From so many on they are counted from the other side; bob and carol are among them."""
    alice, bob, carol = await world.cast("alice", "bob", "carol")
    await alice.request(bob)
    now, orm = world.clock.now, world.database.orm
    keys = range(carol.key + 1, carol.key + 1 + others)
    crowd = [
        User(id=key, host_id=f"of-the-crowd-{key}", display_name="One", account_created_at=now)
        for key in keys
    ]
    await User.bulk_create(crowd, 100, using_db=orm)
    follows = [Follow(follower_id=key, followee_id=alice.key, created_at=now) for key in keys]
    await Follow.bulk_create(follows, 100, using_db=orm)
    for follower, followee in ((carol, alice), (bob, carol), (bob, alice)):
        await follower.follows(followee)
    assert (await card(bob, alice))["mutualFollows"] == 1


@pytest.mark.shows("5.6")
async def test_what_was_deleted_before(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    for number in range(3):
        await alice.request(bob)
        assert (await card(bob, alice))["deletedBefore"] == number
        await delete_request(bob, alice)
    await act(world, "bob undoes alice")
    assert (await card(bob, alice))["deletedBefore"] == 2


async def test_cards_of_a_page_are_read_at_once(world: World) -> None:
    bob = await world.person("bob")
    costs = set()
    for number in range(4):
        await (await world.person(f"sender{number}")).request(bob)
        costs.add(len(await statements_of(bob, "requests")))
    assert len(costs) == 1
