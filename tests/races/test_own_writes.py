"""A user who writes at one process reads it at every other, at once."""

from dataclasses import replace
from typing import Any

import pytest

from tests.races.arena import Arena
from tests.world import Person


async def _everywhere(arena: Arena, person: Person, name: str, **variables: Any) -> list[Any]:
    """The answers of each process."""
    return [await replace(person, world=world).run(name, **variables) for world in arena.worlds]


@pytest.mark.shows("9.17")
async def test_every_process_sees_own_writes_at_once(arena: Arena) -> None:
    for turn in range(2 * len(arena.worlds)):
        alice, bob = await arena.people("alice", "bob")
        alice = replace(alice, world=arena.worlds[turn % len(arena.worlds)])
        text = f"turn {turn}"
        sent = await alice.request(bob, text)
        for found in await _everywhere(arena, alice, "thread", id=sent["thread"]["id"]):
            assert found["messages"]["edges"][0]["node"]["text"] == text
        await alice.do("updateFilterWords", words=[text])
        await alice.do("updateDmAudience", audience="NO_ONE")
        for found in await _everywhere(arena, alice, "viewer"):
            assert (found["filterWords"], found["dmAudience"]) == ([text], "NO_ONE")
        await alice.do("follow", userId=bob.id)
        await alice.do("block", userId=bob.id)
        for found in await _everywhere(arena, alice, "user", username=bob.name):
            assert (found["followedByMe"], found["blockedByMe"]) == (True, True)


@pytest.mark.shows("9.17")
async def test_every_process_decides_by_own_writes_at_once(arena: Arena) -> None:
    for turn in range(2 * len(arena.worlds)):
        alice, bob = await arena.people("alice", "bob")
        at = arena.everywhere(alice, turn + 6)[turn:]
        assert (await at[0].request(bob, clientKey="one"))["thread"]["messagesLeftBeforeAccept"] == 2
        assert (await at[1].request(bob, clientKey="one"))["thread"]["messagesLeftBeforeAccept"] == 2
        assert (await at[2].request(bob))["thread"]["messagesLeftBeforeAccept"] == 1
        await at[3].do("block", userId=bob.id)
        assert (await at[4].request(bob))["__typename"] == "YouBlockedThisUser"
        await at[5].do("unblock", userId=bob.id)
        assert (await at[0].request(bob))["thread"]["messagesLeftBeforeAccept"] == 0
        assert (await at[1].request(bob))["__typename"] == "PendingLimitReached"
