"""A thread opens once, by any act and whatever else happens."""

import pytest

from tests.races.arena import Arena, kinds, race
from tests.world import Person


async def _told(arena: Arena, *people: Person) -> list[int]:
    """The users to whom an accept was told, one entry an event."""
    keys = ", ".join(str(person.key) for person in people)
    return [
        row[0]
        for row in await arena.worlds[0].rows("user_events", "user_id", f"kind = 5 AND user_id IN ({keys})")
    ]


@pytest.mark.shows("12.2", "12.3", "12.6")
async def test_two_requests_that_cross_open_one_thread(arena: Arena) -> None:
    async def one() -> None:
        alice, bob = await arena.people("alice", "bob")
        results = await race(alice.request(bob), bob.request(alice))
        assert kinds(results) == ["SendRequestSuccess"] * 2
        assert results[0]["thread"]["id"] == results[1]["thread"]["id"]
        [first] = await alice.nodes("inbox")
        [second] = await bob.nodes("inbox")
        assert first["state"] == second["state"] == "OPEN"
        assert len(await _told(arena, alice, bob)) == 1

    await arena.play(one)


@pytest.mark.shows("5.14", "12.3")
async def test_two_accepts_are_told_once(arena: Arena) -> None:
    async def one() -> None:
        alice, bob, id = await arena.request()
        devices = arena.everywhere(bob, 3)
        results = await race(*[device.do("accept", requestId=id) for device in devices])
        assert kinds(results) == ["AcceptSuccess"] * 3
        assert await _told(arena, alice, bob) == [alice.key]

    await arena.play(one)


@pytest.mark.shows("5.11", "12.3")
async def test_an_accept_and_a_reply_are_told_once(arena: Arena) -> None:
    async def one() -> None:
        alice, bob, id = await arena.request()
        other = arena.elsewhere(bob)
        results = await race(bob.do("accept", requestId=id), other.request(alice), alice.request(bob, "And?"))
        assert {result["thread"]["state"] for result in results[:2]} == {"OPEN"}
        assert await _told(arena, alice, bob) == [alice.key]
        assert len(await bob.texts(alice)) == len(await alice.texts(bob)) == 3

    await arena.play(one)


@pytest.mark.shows("12.4")
async def test_a_request_opens_once_its_recipient_follows(arena: Arena) -> None:
    async def one() -> None:
        alice, bob = await arena.people("alice", "bob")
        follow, sent = await race(bob.do("follow", userId=alice.id), alice.request(bob))
        [(seq, kind)] = await arena.arrivals(bob)
        was_before = seq <= arena.seq_of(bob, follow)
        assert (sent["thread"]["state"], kind) == (("PENDING", 2) if was_before else ("OPEN", 1))
        assert (await alice.request(bob))["thread"]["state"] == "OPEN"
        assert (await bob.do("unfollow", userId=alice.id))["__typename"] == "UnfollowSuccess"
        assert (await alice.request(bob))["thread"]["state"] == "OPEN"
        assert await _told(arena, alice, bob) == []

    await arena.play(one)


@pytest.mark.shows("12.10", "12.11")
async def test_an_accept_and_a_delete_leave_what_their_order_says(arena: Arena) -> None:
    async def one() -> None:
        alice, bob, id = await arena.request()
        thread_id, other = await bob.thread_id(alice), arena.elsewhere(bob)
        accept, delete = await race(bob.do("accept", requestId=id), other.do("delete", id=thread_id))
        assert delete["__typename"] == "DeleteSuccess"
        assert await bob.nodes("inbox") == await bob.nodes("requests") == []
        accepted = accept["__typename"] == "AcceptSuccess"
        assert accepted or accept["__typename"] == "NotFound"
        assert (await alice.user(bob))["threadWithMe"]["state"] == ("OPEN" if accepted else "PENDING")
        assert len(await _told(arena, alice, bob)) == accepted

    await arena.play(one)


@pytest.mark.shows("12.11")
async def test_a_delete_that_was_undone_leaves_a_request_to_accept(arena: Arena) -> None:
    alice, bob, id = await arena.request()
    thread_id = await bob.thread_id(alice)
    await bob.do("delete", id=thread_id)
    assert (await bob.do("accept", requestId=id))["__typename"] == "NotFound"
    await bob.do("undoDelete", id=thread_id)
    assert (await bob.do("accept", requestId=id))["thread"]["state"] == "OPEN"


@pytest.mark.shows("12.10")
async def test_a_delete_after_an_accept_leaves_the_thread_open(arena: Arena) -> None:
    alice, bob, id = await arena.request()
    await bob.do("accept", requestId=id)
    await bob.do("delete", id=await bob.thread_id(alice))
    assert await bob.nodes("inbox") == []
    assert (await alice.request(bob, "Still there?"))["thread"]["state"] == "OPEN"
    assert await bob.texts(alice) == ["Still there?"]
