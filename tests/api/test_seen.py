"""Requests that the viewer has looked at, threads kept unread, and many threads read at once."""

from typing import Any

import pytest

from models.event_log import EventCursor
from models.receipts import MOST
from server.chores import MARGIN, sweep
from tests.api.test_badge import badge
from tests.api.test_marks import messages, read, seen, talking, unread
from tests.live.acts import act
from tests.live.devices import cursor_of, log_end
from tests.world import Person, World


async def unseen(person: Person) -> int:
    return int((await badge(person))["unseenRequests"])


@pytest.mark.shows("9.18", "9.25")
@pytest.mark.parametrize(
    ("story", "count"),
    [
        ("alice requests bob, carol requests bob", 2),
        ("alice requests bob, bob sees-requests bob, carol requests bob", 1),
        ("alice requests bob, bob sees-requests bob, alice requests bob", 1),
        ("alice requests bob, bob sees-requests bob, bob deletes alice, bob undoes alice", 0),
        ("alice requests bob, bob deletes alice, bob sees-requests bob, alice requests bob", 1),
        ("alice requests bob, bob hides alice, bob sees-requests bob, bob moves alice", 0),
        (
            "alice requests bob, bob blocks alice, bob sees-requests bob, alice requests bob, bob unblocks alice",
            0,
        ),
        ("alice requests bob, bob accepts alice", 0),
        ("alice requests bob, bob looks alice", 1),
        ("alice requests bob, alice sees-requests alice", 1),
    ],
)
async def test_what_is_unseen(world: World, story: str, count: int) -> None:
    _, bob, _ = await world.cast("alice", "bob", "carol")
    for line in story.split(", "):
        await act(world, line)
    assert await unseen(bob) == count


@pytest.mark.shows("9.25")
async def test_what_came_after_the_page_stays_unseen(world: World) -> None:
    alice, bob, carol = await world.cast("alice", "bob", "carol")
    await alice.request(bob)
    page = await cursor_of(bob)
    await carol.request(bob)
    found = await bob.do("markRequestsSeen", upTo=page)
    assert found["viewer"]["badge"] == {"pendingRequests": 2, "unseenRequests": 1, "unreadThreads": 0}
    now = await cursor_of(bob)
    assert (await bob.do("markRequestsSeen", upTo=now))["viewer"]["badge"]["unseenRequests"] == 0
    end = await log_end(bob)
    await bob.do("markRequestsSeen", upTo=page)
    assert (await unseen(bob), await log_end(bob)) == (0, end), "the mark never moves back, and tells nothing"


@pytest.mark.shows("9.25")
async def test_only_the_own_devices_are_told(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob)
    async with bob.listen("events") as other_device, alice.listen("events") as sender:
        await bob.do("markRequestsSeen", upTo=await cursor_of(bob))
        [changed, told] = await other_device.items(2)
        assert changed["viewer"]["badge"]["unseenRequests"] == 0
        assert told["__typename"] == "RequestsSeen"
        assert await sender.is_quiet()


@pytest.mark.shows("9.25", "7.41")
@pytest.mark.parametrize("mutation", ["markRequestsSeen", "markThreadsRead"])
async def test_a_cursor_that_is_none_of_the_viewers(world: World, mutation: str) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob)
    end, seal = await log_end(bob), world.services.sealer.seal_event_cursor
    ahead = seal(EventCursor(bob.key, end.epoch, end.seq + 1))
    restored = seal(EventCursor(bob.key, end.epoch + 1, end.seq))
    for cursor in (await cursor_of(alice), ahead, restored, "f" * 32):
        async with world.unchanged():
            found = await bob.do(mutation, upTo=cursor)
        assert (found["code"], found["field"], found["reason"]) == ("INVALID_INPUT", "upTo", "UNKNOWN")


@pytest.mark.shows("9.25")
async def test_devices_that_mark_at_each_event_come_to_rest(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob)
    for _ in range(2):
        await bob.do("markRequestsSeen", upTo=await cursor_of(bob))
        end = await log_end(bob)
    await bob.do("markRequestsSeen", upTo=await cursor_of(bob))
    assert await log_end(bob) == end, "nothing was unseen, so nothing is told"


@pytest.mark.shows("7.41")
@pytest.mark.parametrize("is_swept", [False, True])
async def test_a_cursor_too_old_to_know_what_came_later(world: World, is_swept: bool) -> None:
    alice, bob = await talking(world, "alice", "bob")
    await read(bob, alice)
    page = await cursor_of(bob)
    await alice.send(bob, "After the page.")
    world.clock.now += world.services.policy.event_lifetime + 2 * MARGIN
    if is_swept:
        await sweep(world.database, world.clock(), world.services.policy)
    async with world.unchanged():
        found = await bob.do("markThreadsRead", upTo=page)
    assert (found["code"], found["field"], found["reason"]) == ("INVALID_INPUT", "upTo", "UNKNOWN")
    assert (await unread(bob, alice), await seen(alice, bob)) == (1, [])


@pytest.mark.shows("7.40")
async def test_a_thread_is_kept_unread_until_it_is_read(world: World) -> None:
    alice, bob = await talking(world, "alice", "bob")
    await read(bob, alice)
    found = await bob.do("markUnread", threadId=await bob.thread_id(alice))
    assert found["thread"] | {"id": ""} == {"id": "", "unreadCount": 0, "isMarkedUnread": True}
    assert (await badge(bob))["unreadThreads"] == 1
    assert len(await bob.nodes("inbox", unreadOnly=True)) == 1
    end = await log_end(bob)
    await bob.do("markUnread", threadId=await bob.thread_id(alice))
    assert await log_end(bob) == end, "what is marked already is not told again"

    found = await read(bob, alice)
    assert found["thread"]["isMarkedUnread"] is False
    assert (await badge(bob))["unreadThreads"] == 0


@pytest.mark.shows("7.40")
@pytest.mark.parametrize(
    "how", ["bob sends alice", "bob deletes alice", "bob reads-all bob", "bob mutes alice"]
)
async def test_what_else_takes_it_out_of_the_badge(world: World, how: str) -> None:
    alice, bob = await talking(world)
    await read(bob, alice)
    await act(world, "bob keeps-unread alice")
    await act(world, how)
    assert (await badge(bob))["unreadThreads"] == 0


@pytest.mark.shows("7.40")
async def test_receipts_do_not_move(world: World) -> None:
    alice, bob = await talking(world, "alice", "bob")
    await alice.send(bob, "Do you see this?")
    await read(bob, alice)
    async with alice.listen("events") as stream:
        await bob.do("markUnread", threadId=await bob.thread_id(alice))
        assert await stream.is_quiet()
    assert await seen(alice, bob) == ["Do you see this?"]


@pytest.mark.shows("7.40")
async def test_a_pending_thread_cannot_be_kept_unread(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob)
    for person, other in ((alice, bob), (bob, alice)):
        async with world.unchanged():
            found = await person.do("markUnread", threadId=await person.thread_id(other))
        assert found["code"] == "NOT_FOUND"


async def crowd(world: World, *names: str) -> tuple[Person, list[Person]]:
    """Bob, and those whose threads with him are open and unread."""
    bob, *others = await world.cast("bob", *names)
    for other in others:
        await other.opens(bob)
        await other.send(bob, "Unread.")
    return bob, others


@pytest.mark.shows("7.41")
async def test_all_threads_are_read_as_of_the_cursor(world: World) -> None:
    bob, [alice, carol, dave] = await crowd(world, "alice", "carol", "dave")
    await act(world, "bob mutes dave")
    page = await cursor_of(bob)
    await carol.send(bob, "Later.")
    found = await bob.do("markThreadsRead", upTo=page)
    assert (found["count"], found["remaining"]) == (3, 0)
    assert [await unread(bob, other) for other in (alice, carol, dave)] == [0, 1, 0]
    end = await log_end(bob)
    found = await bob.do("markThreadsRead", upTo=page)
    assert (found["count"], found["remaining"]) == (0, 0)
    assert await log_end(bob) == end


@pytest.mark.shows("7.41")
async def test_what_is_kept_unread_later_stays_so(world: World) -> None:
    bob, _ = await crowd(world, "alice", "carol")
    await act(world, "bob keeps-unread carol")
    page = await cursor_of(bob)
    await act(world, "bob keeps-unread alice")
    assert (await bob.do("markThreadsRead", upTo=page))["count"] == 1
    marked = {node["peer"]["username"]: node["isMarkedUnread"] for node in await inbox(bob)}
    assert marked == {"alice": True, "carol": False}


@pytest.mark.shows("7.40", "7.41")
@pytest.mark.parametrize("later", [0, 1])
async def test_a_thread_without_messages_is_no_longer_kept_unread(world: World, later: int) -> None:
    _, bob = await world.cast("alice", "bob")
    for line in ("bob requests alice", "bob deletes alice", "alice accepts bob", "bob keeps-unread alice"):
        await act(world, line)
    page = await cursor_of(bob)
    for _ in range(later):
        await act(world, "alice sends bob")
    found = await bob.do("markThreadsRead", upTo=page)
    assert (found["count"], found["remaining"]) == (1, 0)
    [thread] = await inbox(bob)
    assert (thread["isMarkedUnread"], thread["unreadCount"]) == (False, later)


async def inbox(person: Person) -> Any:
    asked = "{ inbox { edges { node { isMarkedUnread unreadCount peer { username } } } } }"
    answer = await person.ask(asked)
    return [edge["node"] for edge in answer["data"]["inbox"]["edges"]]


@pytest.mark.shows("7.41", "7.20")
async def test_receipts_move_where_both_want_them(world: World) -> None:
    bob, [alice, carol, dave] = await crowd(world, "alice", "carol", "dave")
    for person in (bob, alice, dave):
        await person.do("updateReadReceipts", enabled=True)
    for person in (alice, carol, dave):
        await person.send(bob, "Do you see this?")
    await dave.do("block", userId=bob.id)
    async with alice.listen("events") as told, carol.listen("events") as off, dave.listen("events") as blocks:
        await bob.do("markThreadsRead", upTo=await cursor_of(bob))
        assert (await told.item())["__typename"] == "ThreadSeen"
        for stream in (off, blocks):
            assert await stream.is_quiet()
    assert await seen(alice, bob) == ["Do you see this?"]
    assert await seen(carol, bob) == []


@pytest.mark.shows("7.41", "7.38")
async def test_sunk_messages_are_covered_as_a_single_mark_covers_them(world: World) -> None:
    alice, bob = await talking(world, "alice", "bob")
    await alice.send(bob, "Seen?")
    for line in ("bob blocks alice", "alice sends bob", "bob unblocks alice"):
        await act(world, line)
    await act(world, "bob reads-all bob")
    assert len(await seen(alice, bob)) == len(await messages(alice, bob)) - 1


@pytest.mark.shows("7.41")
async def test_a_call_takes_a_bounded_number(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    assert MOST == 500
    bob, _ = await crowd(world, "alice", "carol", "dave")
    few = world_of_few(monkeypatch)
    page = await cursor_of(bob)
    results = [await bob.do("markThreadsRead", upTo=page) for _ in range(3)]
    assert [(one["count"], one["remaining"]) for one in results] == [(few, 1), (1, 0), (0, 0)]


def world_of_few(monkeypatch: pytest.MonkeyPatch) -> int:
    """Two threads a call instead of 500."""
    from models.receipts import UNREAD_BY

    few = {dialect: text.replace(f"LIMIT {MOST}", "LIMIT 2") for dialect, text in UNREAD_BY.texts.items()}
    monkeypatch.setattr(UNREAD_BY, "texts", few)
    return 2
