"""The landing of a send: the sender's view, the recipient's view, and the events of both."""

import pytest

from rules.events import EventKind
from tests.api.moderation import ban, moderator
from tests.api.sending import PENDING, Deed, delete_request, left_of, only, told
from tests.world import Person, World

NOTICE = "This account can send you up to 3 messages before you accept."


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
        assert {answer["thread"]["pendingNotice"] for answer in answers} == {PENDING}
        assert [item["message"]["text"] for item in await own.items(3)] == ["one", "two", "three"]
        assert (await only(received))["request"]["sender"]["id"] == alice.id
        assert await bobs.is_quiet()
        assert await accepted.is_quiet()
    updated = EventKind.REQUEST_UPDATED
    assert await told(world, bob) == [EventKind.REQUEST_RECEIVED, updated, updated]
    [request] = await bob.nodes("requests")
    assert request["notice"] == NOTICE
    assert [message["text"] for message in request["pendingMessages"]] == ["one", "two", "three"]
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
        assert (left_of(answer), answer["thread"]["pendingNotice"]) == (("OPEN", None), None)
        assert (await only(bobs))["message"]["text"] == "Hi"
        assert await received.is_quiet()
        assert await bobs_accepted.is_quiet()
        assert await accepted.is_quiet()
    assert await told(world, bob) == [EventKind.MESSAGE_ADDED]
    assert await told(world, alice) == [EventKind.MESSAGE_SENT]
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
        EventKind.MESSAGE_SENT,
        EventKind.REQUEST_ACCEPTED,
        EventKind.MESSAGE_ADDED,
    ]
    assert (await told(world, alice))[1:] == [EventKind.THREAD_OPENED, EventKind.MESSAGE_SENT]
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
    assert (await bob.user(alice))["threadWithMe"]["state"] == "OPEN"


@pytest.mark.shows("4.44")
async def test_who_asked_and_became_inactive_is_answered(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await bob.request(alice)
    await bob.becomes(is_active=False)
    assert left_of(await alice.request(bob)) == ("OPEN", None)


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
