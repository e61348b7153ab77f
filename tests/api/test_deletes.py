"""Removing a request or a thread for oneself: delete, never, undo."""

import pytest

from rules.policy import Policy
from tests.api.requests import asked, code, counts
from tests.api.sending import invalid
from tests.world import START, World


@pytest.mark.shows("5.18")
async def test_deleting_a_request(world: World) -> None:
    alice, bob, request_id = await asked(world)
    before = await alice.run("inbox"), await alice.run("sentRequests"), await alice.user(bob)
    deleted = await bob.do("delete", id=request_id)
    assert deleted["deletedId"] == request_id
    assert request_id in deleted["removedIds"]
    assert deleted["undoUntil"].startswith("2026-03-04T12:10:00")
    assert await counts(bob) == [0, 0, 0]
    assert (await bob.user(alice))["threadWithMe"] is None
    assert await bob.run("node", id=request_id) is None
    assert (await alice.run("inbox"), await alice.run("sentRequests"), await alice.user(bob)) == before


@pytest.mark.shows("12.10", "12.11")
async def test_delete_and_accept_in_either_order(world: World) -> None:
    alice, bob, request_id = await asked(world)
    await bob.do("delete", id=request_id)
    async with world.unchanged():
        assert code(await bob.do("accept", requestId=request_id)) == "NOT_FOUND"
        assert code(await bob.do("delete", id=request_id)) == "NOT_FOUND"
    await bob.do("undoDelete", id=request_id)
    await bob.do("accept", requestId=request_id)
    await bob.do("delete", id=request_id)
    assert await counts(bob) == [0, 0, 0]
    assert (await alice.user(bob))["threadWithMe"]["state"] == "OPEN"
    assert code(await bob.do("accept", requestId=request_id)) == "NOT_FOUND"


@pytest.mark.shows("5.19", "5.20", "5.21")
async def test_deleting_an_open_thread(world: World) -> None:
    alice, bob, _ = await asked(world)
    await bob.accept(alice)
    await bob.do("delete", id=await bob.thread_id(alice))
    assert (await counts(alice), await counts(bob)) == ([1, 0, 0], [0, 0, 0])
    assert (await alice.send(bob, "still there?"))["thread"]["state"] == "OPEN"
    assert await bob.texts(alice) == ["still there?"]
    assert await alice.texts(bob) == ["hello", "still there?"]
    assert await counts(bob) == [1, 0, 0]


@pytest.mark.shows("5.20", "9.7")
async def test_a_deleted_request_comes_back_with_new_messages_only(world: World) -> None:
    alice, bob, request_id = await asked(world)
    async with bob.listen("requestReceived") as received:
        await bob.do("delete", id=request_id)
        await alice.request(bob, "hello again")
        [message] = (await received.item())["request"]["pendingMessages"]
        assert message["text"] == "hello again"
    [request] = await bob.nodes("requests")
    assert [message["text"] for message in request["pendingMessages"]] == ["hello again"]


@pytest.mark.shows("5.22")
async def test_deleting_my_own_pending_thread(world: World) -> None:
    alice, bob, _ = await asked(world)
    await alice.request(bob, "two")
    before = await bob.run("requests")
    await alice.do("delete", id=await alice.thread_id(bob))
    assert await bob.run("requests") == before
    assert await counts(alice) == [0, 0, 0]
    assert (await alice.request(bob, "three"))["thread"]["messagesLeftBeforeAccept"] == 0
    assert await alice.texts(bob) == ["three"]
    assert code(await alice.request(bob, "four")) == "PENDING_LIMIT_REACHED"


@pytest.mark.shows("5.20")
async def test_an_accept_brings_my_deleted_thread_back(world: World) -> None:
    alice, bob, request_id = await asked(world)
    await alice.do("delete", id=await alice.thread_id(bob))
    async with alice.listen("requestAccepted") as accepted:
        await bob.do("accept", requestId=request_id)
        assert (await accepted.item())["thread"]["state"] == "OPEN"
    [node] = await alice.nodes("inbox")
    assert (node["lastMessage"], node["unreadCount"]) == (None, 0)


@pytest.mark.shows("5.20", "5.22")
async def test_an_answer_brings_my_deleted_thread_back_with_itself_alone(world: World) -> None:
    alice, bob, _ = await asked(world)
    await alice.do("delete", id=await alice.thread_id(bob))
    await bob.send(alice, "back")
    assert await alice.texts(bob) == ["back"]
    assert await bob.texts(alice) == ["hello", "back"]
    assert (await counts(alice), await counts(bob)) == ([1, 0, 0], [1, 0, 0])


@pytest.mark.shows("5.23")
@pytest.mark.parametrize("kind", ["request", "own", "open"])
async def test_undo(world: World, kind: str) -> None:
    alice, bob, request_id = await asked(world)
    if kind == "open":
        await bob.accept(alice)
    viewer, peer = (alice, bob) if kind == "own" else (bob, alice)
    before = [await viewer.nodes(name) for name in ("inbox", "requests", "sentRequests")]
    id = request_id if kind == "request" else await viewer.thread_id(peer)
    await viewer.do("delete", id=id)
    assert await counts(viewer) == [0, 0, 0]
    assert (await viewer.do("undoDelete", id=id))["count"] == 1
    assert [await viewer.nodes(name) for name in ("inbox", "requests", "sentRequests")] == before
    assert code(await viewer.do("undoDelete", id=id)) == "NOT_FOUND"


async def test_undo_keeps_messages_that_came_in_between(world: World) -> None:
    alice, bob, request_id = await asked(world)
    await bob.do("delete", id=request_id)
    await alice.request(bob, "again")
    await bob.do("undoDelete", id=request_id)
    [request] = await bob.nodes("requests")
    assert [message["text"] for message in request["pendingMessages"]] == ["hello", "again"]
    assert (await bob.user(alice))["threadWithMe"]["lastMessage"]["text"] == "again"
    await bob.accept(alice)
    assert (await bob.run("inbox"))["edges"][0]["node"]["unreadCount"] == 2


async def test_undo_of_the_last_delete_alone(world: World) -> None:
    alice, bob, request_id = await asked(world)
    for text in ("second", "third"):
        await bob.do("delete", id=request_id)
        await alice.request(bob, text)
    await bob.do("undoDelete", id=request_id)
    assert await bob.texts(alice) == ["second", "third"]


async def test_undo_after_it_opened_in_between(world: World) -> None:
    alice, bob, request_id = await asked(world)
    await bob.do("delete", id=request_id)
    await bob.request(alice, "hi")
    await bob.do("undoDelete", id=request_id)
    assert await bob.texts(alice) == ["hello", "hi"]
    assert await counts(bob) == [1, 0, 0]


@pytest.mark.shows("5.23", "5.24")
@pytest.mark.parametrize(("minutes", "expected"), [(9.9, None), (10, "UNDO_EXPIRED"), (11, "UNDO_EXPIRED")])
async def test_the_time_to_undo(world: World, minutes: float, expected: str | None) -> None:
    _, bob, request_id = await asked(world)
    await bob.do("delete", id=request_id)
    world.clock.advance(minutes=minutes)
    if expected is None:
        assert (await bob.do("undoDelete", id=request_id))["count"] == 1
        return
    async with world.unchanged():
        assert code(await bob.do("undoDelete", id=request_id)) == expected
    assert await counts(bob) == [0, 0, 0]


@pytest.mark.shows("5.36")
async def test_no_undo_over_a_block(world: World) -> None:
    alice, bob, request_id = await asked(world)
    await bob.do("delete", id=request_id)
    await bob.do("block", userId=alice.id)
    async with world.unchanged():
        assert code(await bob.do("undoDelete", id=request_id)) == "NOT_FOUND"
    await bob.do("unblock", userId=alice.id)
    async with world.unchanged():
        assert code(await bob.do("undoDelete", id=request_id)) == "NOT_FOUND"
    assert await counts(bob) == [0, 0, 0]


@pytest.mark.shows("5.36")
async def test_no_undo_of_an_open_thread_over_a_block(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.opens(bob)
    deleted = await bob.do("delete", id=await bob.thread_id(alice))
    await bob.do("block", userId=alice.id)
    await bob.do("unblock", userId=alice.id)
    async with world.unchanged():
        assert code(await bob.do("undoDelete", id=deleted["deletedId"])) == "NOT_FOUND"


@pytest.mark.shows("5.25")
async def test_never(world: World) -> None:
    alice, bob, request_id = await asked(world)
    async with bob.listen("requestReceived") as received, bob.listen("messageAdded") as added:
        await bob.do("delete", id=request_id, never=True)
        for left in (1, 0):
            assert (await alice.request(bob, f"left {left}"))["thread"]["messagesLeftBeforeAccept"] == left
        assert await received.is_quiet()
        assert await added.is_quiet()
    assert await counts(bob) == [0, 0, 0]
    assert await alice.texts(bob) == ["hello", "left 1", "left 0"]


@pytest.mark.shows("5.26")
async def test_undo_ends_never_and_brings_no_sunk_message(world: World) -> None:
    alice, bob, request_id = await asked(world)
    await bob.do("delete", id=request_id, never=True)
    await alice.request(bob, "sunk")
    await bob.do("undoDelete", id=request_id)
    assert await bob.texts(alice) == ["hello"]
    await alice.request(bob, "heard")
    assert await bob.texts(alice) == ["hello", "heard"]


@pytest.mark.shows("5.27")
async def test_writing_ends_never(world: World) -> None:
    alice, bob, request_id = await asked(world)
    await bob.do("delete", id=request_id, never=True)
    await alice.request(bob, "sunk")
    assert (await bob.request(alice, "hi"))["thread"]["state"] == "OPEN"
    await alice.send(bob, "welcome")
    assert await bob.texts(alice) == ["hi", "welcome"]


@pytest.mark.shows("5.25", "5.27")
async def test_nothing_else_ends_never(world: World) -> None:
    alice, bob, request_id = await asked(world)
    await bob.do("delete", id=request_id, never=True)
    for name in ("follow", "unfollow", "block", "unblock"):
        await bob.do(name, userId=alice.id)
    for audience in ("NO_ONE", "EVERYONE"):
        await bob.do("updateDmAudience", audience=audience)
    assert code(await bob.do("accept", requestId=request_id)) == "NOT_FOUND"
    for _ in range(2):
        world.clock.advance(days=200)
        await alice.request(bob, "sunk")
        assert await counts(bob) == [0, 0, 0]
        assert await bob.nodes("requests", folder="ARCHIVED") == []


@pytest.mark.shows("5.28")
@pytest.mark.parametrize("kind", ["open", "own"])
async def test_never_is_for_requests(world: World, kind: str) -> None:
    alice, bob, _ = await asked(world)
    if kind == "open":
        await bob.accept(alice)
    viewer, peer = (bob, alice) if kind == "open" else (alice, bob)
    id = await viewer.thread_id(peer)
    async with world.unchanged():
        result = await viewer.do("delete", id=id, never=True)
    assert result == invalid("never", "NOT_APPLICABLE")
    assert await viewer.texts(peer) == ["hello"]


class TestAnotherWindow:
    """The time to undo is a setting."""

    @pytest.fixture
    def policy(self) -> Policy:
        return Policy(undo_window=2 * Policy().undo_window)

    async def test_it_is_the_one_named(self, world: World) -> None:
        _, bob, request_id = await asked(world)
        assert (await bob.do("delete", id=request_id))["undoUntil"].startswith("2026-03-04T12:20:00")
        assert world.clock.now.date() == START.date()
