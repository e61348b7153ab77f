"""Inbox, requests and sent requests: their rows, their order, page by page."""

from typing import Any

import pytest

from tests.api.pages import ids, list_pages
from tests.world import Person, World

LISTS = ["inbox", "requests", "sentRequests"]
OTHERS = ["bob", "carol", "dave", "erin", "frank", "grace", "heidi"]


async def filled(world: World, name: str) -> Person:
    """Alice, with a row of this list for each of the others."""
    alice, *others = await world.cast("alice", *OTHERS)
    for other in others:
        await (other.request(alice) if name == "requests" else alice.request(other))
    return alice


async def tie(world: World) -> None:
    """All that happened, happened at once."""
    await world.database.execute("UPDATE memberships SET activity_at = 1772625600000000", ())


def peer(node: Any) -> str:
    [name] = [node[side]["username"] for side in ("peer", "sender", "recipient") if side in node]
    return str(name)


async def listed(person: Person, name: str) -> list[str]:
    return [peer(node) for node in await person.nodes(name)]


@pytest.mark.parametrize("name", LISTS)
async def test_a_stranger_does_not_see_it(world: World, name: str) -> None:
    await filled(world, name)
    mallory = await world.person("mallory")
    page = await mallory.run(name)
    assert page["edges"] == []
    assert page["pageInfo"] == {"hasNextPage": False, "endCursor": None}


@pytest.mark.shows("5.1", "5.37", "7.1")
@pytest.mark.parametrize("name", LISTS)
async def test_newest_first(world: World, name: str) -> None:
    alice = await filled(world, name)
    assert await listed(alice, name) == OTHERS[::-1]


@pytest.mark.parametrize("tied", [False, True])
@pytest.mark.parametrize("name", LISTS)
async def test_pages_are_the_whole_list_without_repeats(world: World, name: str, tied: bool) -> None:
    alice = await filled(world, name)
    if tied:
        await tie(world)
    whole = ids(await alice.nodes(name))
    assert len(set(whole)) == 7
    for size in (1, 3, 7):
        pages = await list_pages(alice, name, size)
        assert [len(page) for page in pages] == {1: [1] * 7, 3: [3, 3, 1], 7: [7]}[size]
        assert [id for page in pages for id in ids(page)] == whole


async def test_a_page_is_20_rows_unless_asked(world: World) -> None:
    alice = await world.person("alice")
    for number in range(21):
        await (await world.person(f"user{number}")).request(alice)
    page = await alice.run("requests")
    assert len(page["edges"]) == 20
    assert page["pageInfo"]["hasNextPage"] is True


async def test_a_cursor_holds_while_the_list_moves(world: World) -> None:
    alice = await filled(world, "requests")
    first = await alice.run("requests", first=3)
    cursor = first["pageInfo"]["endCursor"]
    rest = ids(await alice.nodes("requests", after=cursor))
    await (await world.person("ivan")).request(alice)
    await alice.do("delete", id=first["edges"][2]["node"]["id"])
    assert ids(await alice.nodes("requests", after=cursor)) == rest
    assert len(await alice.nodes("requests")) == 7


@pytest.mark.shows("5.2", "11.2")
async def test_a_request(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.follows(bob)
    for text in ("one", "two", "three"):
        await alice.request(bob, text)
    [request] = await bob.nodes("requests")
    assert request["sender"] == {
        "id": alice.id,
        "username": "alice",
        "displayName": "Alice",
        "avatarUrl": None,
        "isVerified": False,
        "followsMe": True,
        "followedByMe": False,
    }
    assert [message["text"] for message in request["pendingMessages"]] == ["one", "two", "three"]
    assert request["receivedAt"] == request["pendingMessages"][2]["sentAt"]
    assert request["notice"] == "This account can send you up to 3 messages before you accept."


@pytest.mark.shows("5.1")
async def test_a_later_message_brings_a_request_up(world: World) -> None:
    alice, bob, carol = await world.cast("alice", "bob", "carol")
    for sender in (bob, carol, bob):
        await sender.request(alice)
    assert await listed(alice, "requests") == ["bob", "carol"]


@pytest.mark.shows("5.7", "5.8")
async def test_looking_and_ignoring_tell_the_sender_nothing(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob)
    async with world.unchanged():
        before = await alice.run("sentRequests"), await alice.run("inbox"), await alice.user(bob)
        [request] = await bob.nodes("requests")
        await bob.run("thread", id=request["thread"]["id"])
        await bob.run("node", id=request["id"])
        after = await alice.run("sentRequests"), await alice.run("inbox"), await alice.user(bob)
    assert after == before
    world.clock.advance(days=30)
    assert (await alice.user(bob))["threadWithMe"]["state"] == "PENDING"


@pytest.mark.shows("5.37", "5.38")
async def test_sent_requests(world: World) -> None:
    alice, bob, carol = await world.cast("alice", "bob", "carol")
    for recipient in (bob, carol, bob):
        await alice.request(recipient)
    sent = await alice.nodes("sentRequests")
    assert [(node["recipient"]["username"], node["messagesLeft"]) for node in sent] == [
        ("bob", 1),
        ("carol", 2),
    ]
    await bob.accept(alice)
    assert await listed(alice, "sentRequests") == ["carol"]
    assert await listed(alice, "inbox") == ["bob", "carol"]


@pytest.mark.shows("7.1")
async def test_the_inbox(world: World) -> None:
    alice, bob, carol = await world.cast("alice", "bob", "carol")
    await alice.opens(bob)
    await bob.send(alice, "welcome")
    await alice.request(carol, "hi carol")
    asked, opened = await alice.nodes("inbox")
    assert (asked["peer"]["username"], asked["state"], asked["unreadCount"]) == ("carol", "PENDING", 0)
    assert (opened["peer"]["username"], opened["state"], opened["unreadCount"]) == ("bob", "OPEN", 1)
    assert asked["lastMessage"]["text"] == "hi carol"
    assert opened["lastMessage"]["text"] == "welcome"
    assert await listed(carol, "inbox") == []


@pytest.mark.shows("7.4")
async def test_what_moves_a_thread_up_the_inbox(world: World) -> None:
    alice, bob, carol = await world.cast("alice", "bob", "carol")
    await alice.request(bob)
    await alice.request(carol)
    assert await listed(alice, "inbox") == ["carol", "bob"]
    await bob.accept(alice)
    assert await listed(alice, "inbox") == ["bob", "carol"]
    await carol.accept(alice)
    await bob.send(alice)
    assert await listed(alice, "inbox") == ["bob", "carol"]
    await alice.send(carol)
    assert await listed(alice, "inbox") == ["carol", "bob"]


@pytest.mark.shows("7.4")
async def test_what_moves_nothing(world: World) -> None:
    alice, bob, carol = await world.cast("alice", "bob", "carol")
    for peer in (bob, carol):
        await alice.opens(peer)
        await peer.send(alice)
    [newest] = (await bob.run("thread", id=await bob.thread_id(alice), first=1))["messages"]["edges"]
    thread_id, read = await bob.thread_id(alice), newest["node"]["id"]
    before = ids(await alice.nodes("inbox"))
    for person, other in ((alice, bob), (bob, alice)):
        await person.do("updateReadReceipts", enabled=True)
        await person.do("markRead", threadId=thread_id, upTo=read)
        await person.do("mute", threadId=thread_id, muted=True)
        for act in ("follow", "unfollow", "block", "unblock"):
            await person.do(act, userId=other.id)
    await bob.do("delete", id=thread_id)
    assert ids(await alice.nodes("inbox")) == before
    await bob.do("undoDelete", id=thread_id)
    assert ids(await alice.nodes("inbox")) == before


@pytest.mark.shows("7.4", "7.14")
async def test_sunk_messages_move_nothing(world: World) -> None:
    alice, bob, carol = await world.cast("alice", "bob", "carol")
    await alice.opens(bob)
    await alice.opens(carol)
    before = await alice.nodes("inbox")
    await alice.do("block", userId=bob.id)
    await bob.send(alice, "sunk")
    await alice.do("unblock", userId=bob.id)
    assert await alice.nodes("inbox") == before
    assert await listed(bob, "inbox") == ["alice"]


@pytest.mark.shows("7.4")
@pytest.mark.parametrize("deleted", [False, True])
async def test_an_accept_counts_where_its_message_sinks(world: World, deleted: bool) -> None:
    """The sender is under age by then, so that of the answer only the accept arrives."""
    alice, bob, carol = await world.cast("alice", "bob", "carol")
    await alice.request(bob, "hello")
    await alice.request(carol)
    if deleted:
        await alice.do("delete", id=await alice.thread_id(bob))
    await alice.becomes(birth_date=None)
    assert (await bob.request(alice, "sunk"))["thread"]["state"] == "OPEN"
    opened, asked = await alice.nodes("inbox")
    assert (peer(opened), opened["state"], peer(asked)) == ("bob", "OPEN", "carol")
    assert (opened["lastMessage"] and opened["lastMessage"]["text"]) == (None if deleted else "hello")
    assert opened["unreadCount"] == 0


@pytest.mark.shows("7.5")
@pytest.mark.parametrize("name", LISTS)
async def test_without_a_visible_message_in_no_list(world: World, name: str) -> None:
    alice = await filled(world, name)
    [newest, *rest] = await alice.nodes(name)
    await alice.do("delete", id=newest["id"])
    assert ids(await alice.nodes(name)) == ids(rest)
    assert await listed(alice, "inbox") == ([] if name == "requests" else OTHERS[-2::-1])


@pytest.mark.shows("7.8")
async def test_no_limit_to_threads(world: World) -> None:
    """More than any limit of a day, in an hour of the clock."""
    alice = await world.person("alice")
    for number in range(30):
        await (await world.person(f"user{number}")).opens(alice)
    assert sum(len(page) for page in await list_pages(alice, "inbox", 20)) == 30
