"""A block, an audience or a delete keeps messages out from the moment it is done."""

import asyncio
from typing import Any

import pytest

from tests.races.arena import Arena, kinds, race
from tests.world import Person


async def _chat(arena: Arena, alice: Person, thread_id: str) -> list[Any]:
    """Six messages one after another, each through another process by chance."""
    return [
        await arena.elsewhere(alice).do("sendMessage", threadId=thread_id, text=f"Number {number}.")
        for number in range(6)
    ]


@pytest.mark.shows("12.5", "8.4")
async def test_after_a_block_no_message_of_the_blocked_one_arrives(arena: Arena) -> None:
    async def one() -> None:
        alice, bob, thread_id = await arena.friends()
        blocked, sent = await race(bob.do("block", userId=alice.id), _chat(arena, alice, thread_id))
        assert kinds(sent) == ["SendMessageSuccess"] * 6
        assert all(seq <= arena.seq_of(bob, blocked) for seq, _ in await arena.arrivals(bob))
        assert await bob.nodes("inbox") == []
        seen = await bob.texts(alice)
        await bob.do("unblock", userId=alice.id)
        assert await bob.texts(alice) == seen
        assert await alice.texts(bob) == ["Hello!", "Welcome.", *[f"Number {number}." for number in range(6)]]

    await arena.play(one)


@pytest.mark.shows("12.5", "8.5")
async def test_after_a_block_no_request_arrives(arena: Arena) -> None:
    async def one() -> None:
        alice, bob = await arena.people("alice", "bob")
        asks = [one.request(bob) for one in arena.everywhere(alice, 3)]
        blocked, *sent = await race(bob.do("block", userId=alice.id), *asks)
        assert kinds(sent) == ["SendRequestSuccess"] * 3
        assert all(seq <= arena.seq_of(bob, blocked) for seq, _ in await arena.arrivals(bob))
        assert await bob.nodes("requests") == []
        await bob.do("unblock", userId=alice.id)
        assert await bob.nodes("requests") == await bob.nodes("inbox") == []

    await arena.play(one)


@pytest.mark.shows("12.9")
async def test_a_block_stays_after_an_accept_that_races_it(arena: Arena) -> None:
    async def one() -> None:
        alice, bob, id = await arena.request()
        other = arena.elsewhere(bob)
        accept, _ = await race(bob.do("accept", requestId=id), other.do("block", userId=alice.id))
        assert (await bob.user(alice))["blockedByMe"]
        assert await bob.nodes("inbox") == await bob.nodes("requests") == []
        arrived = await arena.arrivals(bob)
        assert (await alice.request(bob, "Are you there?"))["__typename"] == "SendRequestSuccess"
        assert await arena.arrivals(bob) == arrived
        accepted = accept["__typename"] == "AcceptSuccess"
        assert accepted or accept["__typename"] == "YouBlockedThisUser"
        assert (await alice.user(bob))["threadWithMe"]["state"] == ("OPEN" if accepted else "PENDING")

    await arena.play(one)


async def test_after_an_audience_is_closed_no_request_arrives(arena: Arena) -> None:
    async def one() -> None:
        alice, bob = await arena.people("alice", "bob")
        asks = [one.request(bob) for one in arena.everywhere(alice, 2)]
        closed, *sent = await race(bob.do("updateDmAudience", audience="NO_ONE"), *asks)
        assert set(kinds(sent)) <= {"SendRequestSuccess", "RecipientUnavailable"}
        arrived = [seq for seq, _ in await arena.arrivals(bob)]
        assert len(arrived) == kinds(sent).count("SendRequestSuccess")
        assert all(seq <= arena.seq_of(bob, closed) for seq in arrived)
        assert (await alice.request(bob))["__typename"] == "RecipientUnavailable"

    await arena.play(one)


async def test_a_delete_takes_what_was_there_and_nothing_that_comes_after(arena: Arena) -> None:
    async def one() -> None:
        alice, bob, thread_id = await arena.friends()
        deleted, sent = await race(bob.do("delete", id=thread_id), _chat(arena, alice, thread_id))
        assert kinds(sent) == ["SendMessageSuccess"] * 6
        arrived = sum(seq > arena.seq_of(bob, deleted) for seq, _ in await arena.arrivals(bob))
        listed = await bob.nodes("inbox")
        assert len(listed) == min(arrived, 1)
        assert [node["unreadCount"] for node in listed] == ([arrived] if arrived else [])
        if arrived:
            assert await bob.texts(alice) == [f"Number {number}." for number in range(6 - arrived, 6)]

    await arena.play(one)


@pytest.mark.shows("7.12")
async def test_two_devices_never_move_a_read_mark_back(arena: Arena) -> None:
    async def one() -> None:
        alice, bob, thread_id = await arena.friends()
        ids = [result["sentMessage"]["id"] for result in await _chat(arena, alice, thread_id)]
        unread = {id: 5 - place for place, id in enumerate(ids)}

        async def read(device: Person, order: list[str]) -> None:
            for id in order:
                marked = await device.do("markRead", threadId=thread_id, upTo=id)
                assert marked["thread"]["unreadCount"] <= unread[id]

        first, second = arena.everywhere(bob, 2)
        await asyncio.gather(read(first, ids), read(second, ids[::-1]))
        assert (await bob.user(alice))["threadWithMe"]["id"] == thread_id
        assert [node["unreadCount"] for node in await bob.nodes("inbox")] == [0]

    await arena.play(one)
