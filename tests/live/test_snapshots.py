"""An old snapshot plus the events since is a fresh snapshot, after every act of every user."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rules.policy import Policy
from tests.busy.mutations import ACTS, prepared
from tests.live.acts import act
from tests.live.snapshots import catch_up, snapshot
from tests.world import World

STORIES = {
    "asked, updated, accepted": [
        "alice requests bob",
        "alice requests bob",
        "bob accepts alice",
        "alice sends bob",
        "bob sends alice",
    ],
    "answered": ["alice requests bob", "bob requests alice", "bob reads alice", "alice reads bob"],
    "deleted, undone, deleted, asked again": [
        "alice requests bob",
        "bob deletes alice",
        "bob undoes alice",
        "bob shuns alice",
        "bob undoes alice",
        "alice requests bob",
        "bob deletes alice",
        "alice requests bob",
    ],
    "paused, resumed": [
        "alice requests bob",
        "bob pauses alice",
        "carol requests bob",
        "alice requests bob",
        "bob resumes alice",
        "carol requests bob",
    ],
    "own pending deleted, then accepted": [
        "alice requests bob",
        "alice deletes bob",
        "alice undoes bob",
        "alice deletes bob",
        "bob accepts alice",
        "bob sends alice",
    ],
    "open deleted, written to": [
        "alice requests bob",
        "bob accepts alice",
        "bob deletes alice",
        "alice sends bob",
        "alice deletes bob",
        "bob deletes alice",
        "bob undoes alice",
    ],
    "blocked while it waits": [
        "alice requests bob",
        "bob blocks alice",
        "alice requests bob",
        "bob unblocks alice",
        "alice requests bob",
    ],
    "blocked while open": [
        "alice requests bob",
        "bob accepts alice",
        "bob blocks alice",
        "alice sends bob",
        "bob unblocks alice",
        "alice sends bob",
        "alice reports bob",
    ],
    "accepted by one whom the sender blocks": [
        "alice requests bob",
        "alice blocks bob",
        "bob accepts alice",
        "bob sends alice",
        "alice unblocks bob",
    ],
    "opened by a code": [
        "bob makes-code bob",
        "alice requests bob",
        "alice knocks-at bob",
        "carol knocks-at bob",
        "bob revokes-code bob",
        "bob sends alice",
    ],
    "opened by a follow": [
        "alice requests bob",
        "bob follows alice",
        "alice requests bob",
        "bob unfollows alice",
    ],
    "seen, updated, seen": [
        "alice requests bob",
        "carol requests bob",
        "bob sees-requests alice",
        "alice requests bob",
        "bob sees-requests alice",
        "bob deletes alice",
        "bob undoes alice",
        "bob sees-requests alice",
    ],
    "kept unread, read with others": [
        "alice requests bob",
        "bob accepts alice",
        "bob keeps-unread alice",
        "bob reads alice",
        "bob keeps-unread alice",
        "bob wants-receipts bob",
        "alice wants-receipts alice",
        "alice sends bob",
        "bob reads-all alice",
        "bob reads-all alice",
        "bob keeps-unread alice",
        "bob sends alice",
    ],
    "moved": ["alice requests bob", "bob hides alice", "bob moves alice", "alice requests bob"],
    "hidden by a later message, deleted, asked again, undone": [
        "alice requests bob",
        "alice links bob",
        "bob deletes alice",
        "alice requests bob",
        "bob undoes alice",
    ],
    "muted": [
        "bob follows carol",
        "carol requests bob",
        "bob mutes carol",
        "carol sends bob",
        "bob unmutes carol",
    ],
    "banned while it waits": [
        "alice requests bob",
        "bob requests carol",
        "carol bans alice",
        "carol lifts-ban-of alice",
        "alice requests bob",
        "bob accepts alice",
        "carol bans alice",
        "bob sends alice",
        "bob reports alice",
        "carol claims-report-of alice",
    ],
    "hidden by a later message, then withdrawn": [
        "alice requests bob",
        "dave requests bob",
        "alice links bob",
        "dave links bob",
        "carol bans alice",
        "alice erases dave",
    ],
    "hidden by an undo, then withdrawn": [
        "alice links bob",
        "bob deletes alice",
        "alice requests bob",
        "bob undoes alice",
        "carol bans alice",
    ],
    "tidied after a block": [
        "bob requests carol",
        "alice requests bob",
        "bob accepts alice",
        "alice sends bob",
        "bob blocks alice",
        "bob blocks carol",
        "bob mutes carol",
        "bob reads alice",
        "bob unblocks carol",
        "bob mutes alice",
    ],
    "as the host says": [
        "dave requests bob",
        "dave requests alice",
        "alice introduces bob",
        "bob requests carol",
        "bob accepts dave",
        "alice erases dave",
        "alice doubts bob",
        "bob vouches-for alice",
        "bob vouches-for bob",
    ],
    "accepted in bulk": [
        "alice requests bob",
        "carol requests bob",
        "carol blocks bob",
        "bob accepts-all alice",
        "alice sends bob",
        "carol unblocks bob",
    ],
    "deleted in bulk, undone, asked again": [
        "alice requests bob",
        "carol requests bob",
        "bob sweeps alice",
        "alice requests bob",
        "bob undoes-sweep alice",
        "bob shuns-all alice",
        "alice requests bob",
        "bob undoes-sweep alice",
        "bob accepts carol",
        "bob purges alice",
        "bob unblocks alice",
    ],
    "own pending deleted, accepted after a block": [
        "alice requests bob",
        "alice deletes bob",
        "alice blocks bob",
        "bob accepts-all alice",
        "bob sends alice",
        "alice unblocks bob",
    ],
    "sent, and gone": [
        "alice requests bob",
        "alice deletes bob",
        "alice requests carol",
        "alice blocks carol",
    ],
    "no one reached": ["bob closes-to alice", "alice misses bob", "alice requests carol", "alice misses bob"],
    "receipts and audience": [
        "alice requests bob",
        "bob accepts alice",
        "alice wants-receipts alice",
        "bob wants-receipts bob",
        "alice sends bob",
        "bob reads alice",
        "bob sends alice",
        "alice closes-to bob",
        "bob filters alice",
        "bob blocks alice",
    ],
}


@pytest.fixture
def policy() -> Policy:
    """The bucket stays empty for all that time: only the clock could change `standing`."""
    return replace(Policy(), position_interval=timedelta(milliseconds=20), bucket_refill=timedelta(hours=1))


@pytest.mark.shows("9.5", "9.14")
@pytest.mark.parametrize("name", sorted(ACTS))
async def test_a_mutation_tells_what_it_changes(world: World, name: str) -> None:
    act = await prepared(world, name)
    for person in world.people.values():
        person.issued_at = world.clock.now
    old = [(person, await snapshot(person)) for person in world.people.values() if person.key]
    answer = await act.ask(world)
    assert answer["data"][name]["eventCursor"] or act.act.role == "service", answer
    left = {key for (key,) in await world.rows("users", "id", "is_active")}
    for person, client in old:
        if person.key in left:
            assert await catch_up(person, client) == (await snapshot(person)).state(), person.name


@pytest.mark.shows("9.5", "9.8", "9.14", "9.15", "9.18")
@pytest.mark.parametrize("story", STORIES)
async def test_an_old_snapshot_plus_events_is_a_fresh_one(world: World, story: str) -> None:
    # Dave is there to be erased: he sees nothing then.
    *people, _ = await world.cast("alice", "bob", "carol", "dave")
    old = [[await snapshot(person) for person in people]]
    for line in STORIES[story]:
        await act(world, line)
        old.append([await snapshot(person) for person in people])
    for person, *clients in zip(people, *old, strict=True):
        fresh = clients[-1].state()
        for seen, client in enumerate(clients):
            assert await catch_up(person, client) == fresh, (person.name, f"snapshot after {seen} acts")
