"""Which events each side sees, and no others."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rules.policy import Policy
from tests.live.acts import act
from tests.live.devices import device, told
from tests.world import World

Step = tuple[str, str, str]
OPEN: list[Step] = [("alice requests bob", "own", "request!"), ("bob accepts alice", "accepted", "")]

STORIES: dict[str, list[Step]] = {
    "a request": [
        ("alice requests bob", "own", "request!"),
        ("alice requests bob", "own", ""),
        ("alice sends bob", "own", ""),
    ],
    "an accept": [*OPEN, ("bob deletes alice", "", ""), ("alice sends bob", "own", "message!")],
    "a reply accepts": [
        ("alice requests bob", "own", "request!"),
        ("bob sends alice", "accepted message!", "own"),
        ("alice sends bob", "own", "message!"),
    ],
    "a request of one's own accepts": [
        ("alice requests bob", "own", "request!"),
        ("bob requests alice", "accepted message!", "own"),
    ],
    "an open thread": [
        *OPEN,
        ("alice sends bob", "own", "message!"),
        ("bob sends alice", "message!", "own"),
        ("bob requests alice", "message!", "own"),
        ("bob reads alice", "", ""),
    ],
    "a muted thread": [
        *OPEN,
        ("bob mutes alice", "", ""),
        ("alice sends bob", "own", "message"),
    ],
    "a follow opens": [
        ("bob follows alice", "", ""),
        ("alice requests bob", "own", "message!"),
        ("bob sends alice", "message!", "own"),
    ],
    "a follow opens what waited": [
        ("alice requests bob", "own", "request!"),
        ("bob follows alice", "", ""),
        ("alice requests bob", "own", "message!"),
    ],
    "deleted, and again": [
        ("alice requests bob", "own", "request!"),
        ("bob deletes alice", "", ""),
        ("alice requests bob", "own", "request!"),
        ("alice requests bob", "own", ""),
    ],
    "deleted and undone": [
        ("alice requests bob", "own", "request!"),
        ("bob deletes alice", "", ""),
        ("bob undoes alice", "", ""),
        ("alice requests bob", "own", ""),
    ],
    "in bulk": [
        ("alice requests bob", "own", "request!"),
        ("bob sweeps alice", "", ""),
        ("alice requests bob", "own", "request!"),
        ("bob undoes-sweep alice", "", ""),
        ("bob accepts-all alice", "accepted", ""),
        ("bob accepts-all alice", "", ""),
        ("alice sends bob", "own", "message!"),
    ],
    "swept with never, block and report": [
        ("alice requests bob", "own", "request!"),
        ("bob purges alice", "", ""),
        ("alice requests bob", "own", ""),
    ],
    "never": [
        ("alice requests bob", "own", "request!"),
        ("bob shuns alice", "", ""),
        ("alice requests bob", "own", ""),
        ("bob requests alice", "accepted message!", "own"),
        ("alice sends bob", "own", "message!"),
    ],
    "hidden": [
        ("alice requests bob", "own", "request!"),
        ("bob hides alice", "", ""),
        ("alice requests bob", "own", ""),
        ("alice requests bob", "own", ""),
    ],
    "blocked before": [("bob blocks alice", "", ""), ("alice requests bob", "own", "")],
    "blocked while it waits": [
        ("alice requests bob", "own", "request!"),
        ("bob blocks alice", "", ""),
        ("alice requests bob", "own", ""),
        ("bob unblocks alice", "", ""),
        ("alice requests bob", "own", "request!"),
    ],
    "blocked in an open thread": [
        *OPEN,
        ("bob blocks alice", "", ""),
        ("alice sends bob", "own", ""),
        ("bob unblocks alice", "", ""),
        ("alice sends bob", "own", "message!"),
    ],
    "reported and blocked": [
        ("alice requests bob", "own", "request!"),
        ("bob reports alice", "", ""),
        ("alice requests bob", "own", ""),
    ],
    "accepted by one whom the sender blocks": [
        ("alice requests bob", "own", "request!"),
        ("alice blocks bob", "", ""),
        ("bob accepts alice", "", ""),
        ("alice unblocks bob", "", ""),
        ("bob sends alice", "message!", "own"),
    ],
    "answered by one whom the sender blocks": [
        ("alice requests bob", "own", "request!"),
        ("alice blocks bob", "", ""),
        ("bob sends alice", "", "own"),
    ],
}
"""Each step: an act, the items on alice's device, the items on bob's device."""


@pytest.fixture
def policy() -> Policy:
    return replace(Policy(), position_interval=timedelta(milliseconds=30))


@pytest.mark.shows(
    *("9.1", "9.3", "9.4", "9.7", "9.9", "9.10"), *("5.10", "5.11", "5.12", "5.13", "5.16", "4.61", "6.10")
)
@pytest.mark.parametrize("story", STORIES)
async def test_each_side_sees_exactly_these(world: World, story: str) -> None:
    alice, bob = await world.cast("alice", "bob")
    async with device(alice) as of_alice, device(bob) as of_bob:
        for line, *expected in STORIES[story]:
            await act(world, line)
            seen = [" ".join(map(told, await one.sees())) for one in (of_alice, of_bob)]
            assert seen == expected, line


async def test_a_stranger_does_not_see_it(world: World) -> None:
    await world.cast("alice", "bob")
    carol = await world.person("carol")
    async with device(carol) as of_carol:
        for line in ("alice requests bob", "bob accepts alice", "alice sends bob"):
            await act(world, line)
        assert await of_carol.sees() == []


@pytest.mark.shows("5.14")
async def test_a_second_accept_tells_no_one(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await act(world, "alice requests bob")
    request_id = await bob.request_id(alice)
    async with device(alice) as of_alice, device(bob) as of_bob:
        answers = [await bob.do("accept", requestId=request_id) for _ in range(2)]
        assert [answer["thread"]["state"] for answer in answers] == ["OPEN", "OPEN"]
        assert [told(item) for item in await of_alice.sees()] == ["accepted"]
        assert await of_bob.sees() == []
