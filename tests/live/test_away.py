"""A client that was away while two people did random acts to each other."""

from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest

from rules.policy import Policy
from tests.live.acts import tried
from tests.live.snapshots import catch_up, snapshot
from tests.world import World

BEGINNINGS = [
    ["alice requests bob"],
    ["alice links bob"],
    ["alice requests bob", "bob deletes alice"],
    ["alice requests bob", "bob blocks alice"],
    ["alice requests bob", "alice blocks bob"],
    ["alice requests bob", "bob requests alice"],
    ["alice requests bob", "bob requests alice", "bob blocks alice"],
    ["alice links bob", "bob deletes alice", "alice requests bob"],
]
"""Each makes a thread, so that all acts can name it."""

EITHER = ("requests", "links", "deletes", "undoes", "blocks", "unblocks", "mutes", "reads")
ACTS = [
    *(f"alice {verb} bob" for verb in EITHER),
    *(f"bob {verb} alice" for verb in EITHER),
    "bob accepts-all alice",
    "bob moves alice",
    "bob follows alice",
    "bob reports alice",
    "carol bans alice",
    "carol lifts-ban-of alice",
]
LONGEST_AWAY = 5


@pytest.fixture
def policy() -> Policy:
    """The bucket stays empty for all that time: only the clock could change `standing`."""
    return replace(Policy(), position_interval=timedelta(milliseconds=5), bucket_refill=timedelta(hours=1))


async def play(world: World, beginning: list[str], acts: list[str]) -> None:
    """Also with acts that are refused. Both people's clients were there before each, and come back at the end."""
    clients = []
    for line in beginning:
        await tried(world, line)
    for line in acts:
        clients += [(name, line, await snapshot(world.people[name])) for name in ("alice", "bob")]
        await tried(world, line)
    for name, line, client in clients:
        person = world.people[name]
        fresh = (await snapshot(person)).state()
        assert await catch_up(person, client) == fresh, (beginning, acts, f"{name}, away since {line}")


@pytest.mark.shows("9.11", "9.15")
@pytest.mark.parametrize("source", ["sqlite"], indirect=True)
@pytest.mark.parametrize("seed", range(4))
async def test_a_client_that_was_away_catches_up(world: World, seed: int) -> None:
    chance = Random(seed)
    for story, beginning in enumerate(BEGINNINGS):
        cast = await world.cast(*(f"{name}{story}" for name in ("alice", "bob", "carol")))
        world.people.update(zip(("alice", "bob", "carol"), cast, strict=True))
        await play(world, beginning, chance.choices(ACTS, k=LONGEST_AWAY))
