"""Where a send lands: what its sender sees, what its recipient gets, and what both are told."""

from datetime import date
from typing import Any

import pytest

from events.kinds import EventKind
from tests.api.moderating import ban, moderator
from tests.api.sending import PENDING, Deed, delete_request, left_of, open_thread
from tests.world import Person, Stream, World

NOTICE = "This account can send you up to 3 messages before you accept."


async def unseen(world: World, bob: Person, alice: Person) -> None:
    """Bob has nothing of alice: no request, no thread, no list, no event."""
    assert await bob.nodes("requests") == await bob.nodes("inbox") == await bob.nodes("sentRequests") == []
    assert (await bob.user(alice))["thread"] is None
    assert await told(world, bob) == []


async def told(world: World, person: Person) -> list[EventKind]:
    """What a log has of threads, in order."""
    rows = await world.rows("user_events", "seq, kind", f"user_id = {person.key} AND thread_id IS NOT NULL")
    return [EventKind(kind) for _, kind in sorted(rows)]


async def only(stream: Stream) -> Any:
    """The one item of a stream."""
    item = await stream.item()
    assert await stream.is_quiet()
    return item


@pytest.mark.shows("4.49", "4.55", "4.61", "11.1", "11.2")
async def test_to_a_stranger(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    async with (
        bob.listen("requestReceived") as received,
        bob.listen("messageAdded") as bobs,
        bob.listen("requestAccepted") as accepted,
        alice.listen("messageAdded") as own,
    ):
        answers = [await alice.request(bob, text) for text in ("one", "two", "three")]
        assert [left_of(answer) for answer in answers] == [("PENDING", 2), ("PENDING", 1), ("PENDING", 0)]
        assert {answer["thread"]["notice"] for answer in answers} == {PENDING}
        assert [item["message"]["text"] for item in await own.items(3)] == ["one", "two", "three"]
        assert (await only(received))["request"]["sender"]["id"] == alice.id
        assert await bobs.is_quiet()
        assert await accepted.is_quiet()
    updated = EventKind.REQUEST_UPDATED
    assert await told(world, bob) == [EventKind.REQUEST_RECEIVED, updated, updated]
    [request] = await bob.nodes("requests")
    assert request["notice"] == NOTICE
    assert [message["text"] for message in request["messages"]] == ["one", "two", "three"]
    assert await bob.nodes("inbox") == []


@pytest.mark.shows("4.46", "4.54", "5.13")
@pytest.mark.parametrize("is_friend", [False, True])
async def test_to_a_follower(world: World, is_friend: bool) -> None:
    alice, bob = await world.cast("alice", "bob")
    await bob.follows(alice)
    if is_friend:
        await alice.follows(bob)
    async with (
        bob.listen("messageAdded") as bobs,
        bob.listen("requestReceived") as received,
        bob.listen("requestAccepted") as bobs_accepted,
        alice.listen("requestAccepted") as accepted,
    ):
        answer = await alice.request(bob, "Hi")
        assert (left_of(answer), answer["thread"]["notice"]) == (("OPEN", None), None)
        assert (await only(bobs))["message"]["text"] == "Hi"
        assert await received.is_quiet()
        assert await bobs_accepted.is_quiet()
        assert await accepted.is_quiet()
    assert await told(world, bob) == await told(world, alice) == [EventKind.MESSAGE_ADDED]
    assert [node["unreadCount"] for node in await bob.nodes("inbox")] == [1]
    assert await bob.nodes("requests") == []
    assert [left_of(await alice.send(bob)) for _ in range(4)] == [("OPEN", None)] * 4


@pytest.mark.shows("4.46", "4.55", "5.13")
async def test_a_follow_opens_with_the_next_send(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob, "one")
    await bob.do("follow", userId=alice.id)
    assert [node["sender"]["id"] for node in await bob.nodes("requests")] == [alice.id]
    async with bob.listen("messageAdded") as added, alice.listen("requestAccepted") as accepted:
        assert left_of(await alice.send(bob, "two")) == ("OPEN", None)
        assert (await only(added))["message"]["text"] == "two"
        assert await accepted.is_quiet()
    opened = [EventKind.REQUEST_RECEIVED, EventKind.THREAD_OPENED, EventKind.MESSAGE_ADDED]
    assert await told(world, bob) == opened
    assert await bob.nodes("requests") == []
    assert await bob.texts(alice) == ["one", "two"]
    await bob.do("unfollow", userId=alice.id)
    assert left_of(await alice.send(bob)) == ("OPEN", None)


@pytest.mark.shows("4.47", "5.11", "5.12")
@pytest.mark.parametrize("by", ["sendRequest", "sendMessage"])
async def test_a_reply_accepts(world: World, by: str) -> None:
    alice, bob = await world.cast("alice", "bob")
    await bob.request(alice, "Hello?")
    async with bob.listen("requestAccepted") as accepted, bob.listen("messageAdded") as added:
        answer = await (alice.request(bob, "Yes") if by == "sendRequest" else alice.send(bob, "Yes"))
        assert left_of(answer) == ("OPEN", None)
        accept, message = await only(accepted), await only(added)
        assert accept["thread"]["state"] == "OPEN"
        assert message["message"]["text"] == "Yes"
    assert await told(world, bob) == [
        EventKind.MESSAGE_ADDED,
        EventKind.REQUEST_ACCEPTED,
        EventKind.MESSAGE_ADDED,
    ]
    assert (await told(world, alice))[1:] == [EventKind.THREAD_OPENED, EventKind.MESSAGE_ADDED]
    assert await alice.texts(bob) == await bob.texts(alice) == ["Hello?", "Yes"]
    assert await bob.nodes("sentRequests") == await alice.nodes("requests") == []


async def nothing(alice: Person, bob: Person) -> None:
    await bob.request(alice, "Hello?")


async def deleted_it(alice: Person, bob: Person) -> None:
    await bob.request(alice, "Hello?")
    await delete_request(alice, bob)


async def said_never(alice: Person, bob: Person) -> None:
    await bob.request(alice, "Hello?")
    await delete_request(alice, bob, never=True)


async def never_saw_it(alice: Person, bob: Person) -> None:
    await alice.do("block", userId=bob.id)
    await bob.request(alice, "Hello?")
    await alice.do("unblock", userId=bob.id)


async def vanished(alice: Person, bob: Person) -> None:
    await bob.request(alice, "Hello?")
    await ban(moderator(await alice.world.person("judy")), alice, bob)


async def deleted_by_its_sender(alice: Person, bob: Person) -> None:
    await bob.request(alice, "Hello?")
    await bob.do("delete", id=await bob.thread_id(alice))


async def closed_door(alice: Person, bob: Person) -> None:
    await bob.request(alice, "Hello?")
    await bob.do("updateDmAudience", audience="NO_ONE")


@pytest.mark.shows("4.44", "4.47", "4.48", "4.57")
@pytest.mark.parametrize(
    ("deed", "alices"),
    [
        (nothing, ["Hello?", "Yes"]),
        (deleted_it, ["Yes"]),
        (said_never, ["Yes"]),
        (never_saw_it, ["Yes"]),
        (vanished, ["Yes"]),
        (deleted_by_its_sender, ["Hello?", "Yes"]),
        (closed_door, ["Hello?", "Yes"]),
    ],
)
async def test_a_request_to_who_asked_accepts(world: World, deed: Deed, alices: list[str]) -> None:
    alice, bob = await world.cast("alice", "bob")
    await deed(alice, bob)
    async with bob.listen("requestAccepted") as accepted:
        assert left_of(await alice.request(bob, "Yes")) == ("OPEN", None)
        assert (await only(accepted))["thread"]["peer"]["username"] == "alice"
    assert await alice.texts(bob) == alices
    assert (await bob.texts(alice))[-1] == "Yes"
    assert (await bob.user(alice))["thread"]["state"] == "OPEN"


@pytest.mark.shows("4.44")
async def test_who_asked_and_became_inactive_is_answered(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await bob.request(alice)
    await bob.becomes(is_active=False)
    assert left_of(await alice.request(bob)) == ("OPEN", None)


@pytest.mark.shows("4.51", "4.56", "4.57", "4.61")
async def test_sunk_by_a_block(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await bob.do("block", userId=alice.id)
    async with alice.listen("messageAdded") as own, bob.listen("requestReceived") as received:
        answers = [await alice.request(bob, text) for text in ("one", "two")]
        assert [left_of(answer) for answer in answers] == [("PENDING", 2), ("PENDING", 1)]
        assert [item["message"]["text"] for item in await own.items(2)] == ["one", "two"]
        assert await received.is_quiet()
        await unseen(world, bob, alice)
        await bob.do("unblock", userId=alice.id)
        await unseen(world, bob, alice)
        await alice.request(bob, "three")
        assert [message["text"] for message in (await only(received))["request"]["messages"]] == ["three"]
    await bob.accept(alice)
    assert await bob.texts(alice) == ["three"]
    assert await alice.texts(bob) == ["one", "two", "three"]


@pytest.mark.shows("4.51", "4.57")
async def test_sunk_by_a_block_in_an_open_thread(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await open_thread(alice, bob)
    await bob.do("block", userId=alice.id)
    before = await world.rows("user_events", where=f"user_id = {bob.key}")
    assert left_of(await alice.send(bob, "sunk")) == ("OPEN", None)
    assert await world.rows("user_events", where=f"user_id = {bob.key}") == before
    await bob.do("unblock", userId=alice.id)
    await alice.send(bob, "after")
    assert await bob.texts(alice) == ["Hello!", "Hello!", "after"]
    assert await alice.texts(bob) == ["Hello!", "Hello!", "sunk", "after"]
    assert [node["unreadCount"] for node in await bob.nodes("inbox")] == [1]


@pytest.mark.shows("4.46", "4.51")
async def test_a_follower_who_blocks(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await bob.follows(alice)
    await bob.do("block", userId=alice.id)
    assert left_of(await alice.request(bob)) == ("OPEN", None)
    await unseen(world, bob, alice)
    await bob.do("unblock", userId=alice.id)
    await unseen(world, bob, alice)
    assert left_of(await bob.request(alice, "Hi")) == ("OPEN", None)
    assert await bob.texts(alice) == ["Hi"]


@pytest.mark.shows("2.14", "4.52", "4.57", "7.9")
async def test_sunk_for_who_is_under_age(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await open_thread(alice, bob)
    await bob.becomes(birth_date=date(2010, 3, 20))
    before = await world.rows("user_events", where=f"user_id = {bob.key}")
    assert left_of(await alice.send(bob, "sunk")) == ("OPEN", None)
    assert await world.rows("user_events", where=f"user_id = {bob.key}") == before
    world.clock.advance(days=60)
    assert "sunk" not in await bob.texts(alice)
    assert await world.rows("user_events", where=f"user_id = {bob.key}") == before
    await alice.send(bob, "after")
    assert (await bob.texts(alice))[-2:] == ["Hello!", "after"]


@pytest.mark.shows("4.53", "4.57", "5.25")
async def test_sunk_by_never(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob, "one")
    await delete_request(bob, alice, never=True)
    before = await world.rows("user_events", where=f"user_id = {bob.key}")
    assert left_of(await alice.request(bob, "two")) == ("PENDING", 1)
    assert await bob.nodes("requests") == []
    assert await world.rows("user_events", where=f"user_id = {bob.key}") == before
    assert left_of(await bob.request(alice, "Hi")) == ("OPEN", None)
    assert await bob.texts(alice) == ["Hi"]
    await alice.send(bob, "three")
    assert await bob.texts(alice) == ["Hi", "three"]
    assert await alice.texts(bob) == ["one", "two", "Hi", "three"]


@pytest.mark.shows("4.53", "4.54")
async def test_never_ends_where_the_thread_opens_by_a_follow(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob, "one")
    await delete_request(bob, alice, never=True)
    await bob.do("follow", userId=alice.id)
    assert left_of(await alice.send(bob, "two")) == ("OPEN", None)
    assert await bob.texts(alice) == ["two"]


async def hides(alice: Person, bob: Person) -> None:
    await bob.do("updateFilterWords", words=["message"])


async def shuns(alice: Person, bob: Person) -> None:
    await delete_request(bob, alice, never=True)


async def blocks(alice: Person, bob: Person) -> None:
    await bob.do("block", userId=alice.id)


async def follows(alice: Person, bob: Person) -> None:
    await bob.do("follow", userId=alice.id)


async def opens_and_blocks(alice: Person, bob: Person) -> None:
    await bob.accept(alice)
    await blocks(alice, bob)


async def opens_and_is_under_age(alice: Person, bob: Person) -> None:
    await bob.accept(alice)
    await bob.becomes(birth_date=None)


@pytest.mark.shows("4.61")
@pytest.mark.parametrize("deed", [hides, shuns, blocks, follows, opens_and_blocks, opens_and_is_under_age])
async def test_each_message_is_told_to_its_sender_once(world: World, deed: Deed) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob)
    await deed(alice, bob)
    async with alice.listen("messageAdded") as own:
        for text in ("a message", "another message"):
            assert (await alice.request(bob, text))["__typename"] == "SendRequestSuccess"
        assert [item["message"]["text"] for item in await own.items(2)] == ["a message", "another message"]
        assert await own.is_quiet()


@pytest.mark.shows("4.57")
async def test_an_undo_brings_nothing_up_that_sank(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob, "one")
    id = await bob.request_id(alice)
    await bob.do("delete", id=id, never=True)
    await alice.request(bob, "two")
    assert (await bob.do("undoDelete", id=id))["__typename"] == "UndoDeleteSuccess"
    assert await bob.texts(alice) == ["one"]
    await alice.request(bob, "three")
    await bob.accept(alice)
    assert await bob.texts(alice) == ["one", "three"]
    assert await alice.texts(bob) == ["one", "two", "three"]
