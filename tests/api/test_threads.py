"""A thread: what each side sees of it, and its messages both ways."""

from typing import Any

import pytest

from server.app import make_schema
from server.operations import Schema
from tests.api.pages import walk
from tests.api.statements import statements_behind
from tests.world import Person, World

OF_SENDERS = (
    "query ($id: ID!) { thread(id: $id) { id messages { edges { node { text sender { id username } } } } } }"
)
TEXTS = [f"message {number}" for number in range(11)]


async def talked(world: World) -> tuple[Person, Person, str]:
    """Alice and bob in an open thread of eleven messages, and the thread's id."""
    alice, bob = await world.cast("alice", "bob")
    await alice.opens(bob, TEXTS[0])
    for number, text in enumerate(TEXTS[1:]):
        await (bob, alice)[number % 2].send((alice, bob)[number % 2], text)
    return alice, bob, await alice.thread_id(bob)


async def page(person: Person, thread_id: str, **asked: Any) -> Any:
    return (await person.run("thread", id=thread_id, **asked))["messages"]


def texts(page: Any) -> list[str]:
    return [edge["node"]["text"] for edge in page["edges"]]


async def side(person: Person, other: Person) -> Any:
    """The thread with the other, without its messages."""
    thread = await person.run("thread", id=await person.thread_id(other), first=1)
    return {
        name: thread[name]
        for name in ("state", "messagesLeftBeforeAccept", "pendingNotice", "startedByMe", "unreadCount")
    }


async def test_a_stranger_reads_nothing(world: World) -> None:
    _, _, thread_id = await talked(world)
    mallory = await world.person("mallory")
    assert await mallory.run("thread", id=thread_id) is None
    assert (await mallory.user(world.people["alice"]))["threadWithMe"] is None


@pytest.mark.shows("7.6")
async def test_newest_first(world: World) -> None:
    alice, bob, thread_id = await talked(world)
    for person in (alice, bob):
        whole = await page(person, thread_id)
        assert texts(whole) == TEXTS[::-1]
        assert whole["pageInfo"]["hasNextPage"] is whole["pageInfo"]["hasPreviousPage"] is False


@pytest.mark.shows("7.6")
@pytest.mark.parametrize("size", [1, 4, 11])
async def test_to_the_older(world: World, size: int) -> None:
    alice, _, thread_id = await talked(world)
    pages = await walk(lambda cursor: page(alice, thread_id, first=size, after=cursor))
    assert [len(nodes) for nodes in pages] == {1: [1] * 11, 4: [4, 4, 3], 11: [11]}[size]
    assert [node["text"] for nodes in pages for node in nodes] == TEXTS[::-1]


@pytest.mark.shows("7.6")
@pytest.mark.parametrize("size", [1, 4, 11])
async def test_to_the_newer(world: World, size: int) -> None:
    alice, _, thread_id = await talked(world)
    pages = await walk(lambda cursor: page(alice, thread_id, last=size, before=cursor), backwards=True)
    assert [node["text"] for nodes in reversed(pages) for node in nodes] == TEXTS[::-1]


async def test_turning_round_gives_the_rows_between(world: World) -> None:
    alice, _, thread_id = await talked(world)
    first = await page(alice, thread_id, first=4)
    second = await page(alice, thread_id, first=4, after=first["pageInfo"]["endCursor"])
    back = await page(alice, thread_id, last=4, before=second["pageInfo"]["startCursor"])
    assert texts(back) == texts(first)
    assert (second["pageInfo"]["hasNextPage"], second["pageInfo"]["hasPreviousPage"]) == (True, True)


async def test_new_messages_are_before_the_first_cursor(world: World) -> None:
    alice, bob, thread_id = await talked(world)
    first = await page(alice, thread_id, first=4)
    await bob.send(alice, "later")
    older = await page(alice, thread_id, first=100, after=first["pageInfo"]["endCursor"])
    newer = await page(alice, thread_id, last=100, before=first["pageInfo"]["startCursor"])
    assert texts(older) == TEXTS[-5::-1]
    assert texts(newer) == ["later"]


async def test_the_cursor_of_a_page_is_the_end_of_the_log(world: World) -> None:
    """Live updates from a page's cursor are exactly the events after the page."""
    alice, bob, thread_id = await talked(world)
    cursor = (await page(alice, thread_id))["eventCursor"]
    await bob.send(alice, "later")
    async with alice.listen("messageAdded", after=cursor) as added:
        assert (await added.item())["message"]["text"] == "later"
        assert await added.is_quiet()


@pytest.mark.shows("7.14", "11.1", "11.2")
async def test_a_pending_thread_from_both_sides(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob)
    assert await side(alice, bob) == {
        "state": "PENDING",
        "messagesLeftBeforeAccept": 2,
        "pendingNotice": "You can send up to 3 messages until this user accepts your message request.",
        "startedByMe": True,
        "unreadCount": 0,
    }
    assert await side(bob, alice) == {
        "state": "PENDING",
        "messagesLeftBeforeAccept": None,
        "pendingNotice": "This account can send you up to 3 messages before you accept.",
        "startedByMe": False,
        "unreadCount": 1,
    }


async def test_an_open_thread_from_both_sides(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.opens(bob)
    shared = {"state": "OPEN", "messagesLeftBeforeAccept": None, "pendingNotice": None}
    assert await side(alice, bob) == {**shared, "startedByMe": True, "unreadCount": 0}
    assert await side(bob, alice) == {**shared, "startedByMe": False, "unreadCount": 1}
    opened = [await person.run("thread", id=await alice.thread_id(bob)) for person in (alice, bob)]
    assert opened[0]["openedAt"] == opened[1]["openedAt"] is not None


@pytest.mark.shows("7.39")
@pytest.mark.parametrize("first", ["alice", "bob"])
async def test_a_user_who_did_not_see_the_opening_is_not_told_its_time(world: World, first: str) -> None:
    alice, bob = await world.cast("alice", "bob")
    await bob.follows(alice)
    await bob.do("block", userId=alice.id)
    opening = await alice.request(bob)
    await bob.do("unblock", userId=alice.id)
    if first == "alice":
        seen = await alice.send(bob)
    else:
        seen = await bob.request(alice)
    await bob.send(alice)
    for person, other, sent in ((alice, bob, opening), (bob, alice, seen)):
        thread = await person.run("thread", id=await person.thread_id(other))
        assert thread["openedAt"] == sent["sentMessage"]["sentAt"]


@pytest.mark.shows("7.39")
async def test_an_accept_during_a_block_is_told_with_its_time(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob)
    await alice.do("block", userId=bob.id)
    accepted = await bob.accept(alice)
    thread_id = await alice.thread_id(bob)
    assert (await alice.run("thread", id=thread_id))["openedAt"] is None
    await alice.do("unblock", userId=bob.id)
    assert (await alice.run("thread", id=thread_id))["openedAt"] == accepted["thread"]["openedAt"] is not None


@pytest.mark.shows("7.14")
async def test_started_by_me_begins_again_after_a_delete(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.opens(bob)
    for person in (alice, bob):
        await person.do("delete", id=await person.thread_id(bob if person is alice else alice))
    await bob.request(alice, "again")
    assert (await side(alice, bob))["startedByMe"] is False
    assert (await side(bob, alice))["startedByMe"] is True


@pytest.mark.shows("7.14")
@pytest.mark.parametrize("kind", ["sunk", "sunk after a request"])
async def test_started_by_me_tells_no_one_that_something_sank(world: World, kind: str) -> None:
    alice, bob = await world.cast("alice", "bob")
    if kind != "sunk":
        await alice.request(bob)
    await bob.do("block", userId=alice.id)
    await alice.request(bob, "sunk")
    await bob.do("unblock", userId=alice.id)
    await bob.request(alice, "from bob")
    assert (await side(bob, alice))["startedByMe"] is True
    assert (await side(alice, bob))["startedByMe"] is True
    assert await bob.texts(alice) == ["from bob"]


@pytest.mark.shows("7.7")
@pytest.mark.parametrize("leaver", ["alice", "bob"])
async def test_unfollowing_closes_nothing(world: World, leaver: str) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.do("follow", userId=bob.id)
    await bob.do("follow", userId=alice.id)
    assert (await alice.request(bob))["thread"]["state"] == "OPEN"
    other = bob if leaver == "alice" else alice
    await world.people[leaver].do("unfollow", userId=other.id)
    for number in range(4):
        assert (await alice.send(bob, f"{number}"))["thread"]["state"] == "OPEN"
    assert (await bob.send(alice))["thread"]["state"] == "OPEN"
    assert len(await bob.texts(alice)) == 6


async def test_a_bad_page_harms_no_other(world: World) -> None:
    """Two pages of one thread in one operation, one of them with a size out of bounds."""
    alice, _, thread_id = await talked(world)
    text = """query ($id: ID!) {
        node(id: $id) { ... on Thread { good: messages(first: 1) { edges { node { text } } } } }
        thread(id: $id) { bad: messages(first: 0) { eventCursor } }
    }"""
    answer = await alice.ask(text, id=thread_id)
    assert answer["data"] == {"node": {"good": {"edges": [{"node": {"text": TEXTS[-1]}}]}}, "thread": None}
    [error] = answer["errors"]
    assert error["path"] == ["thread", "bad"]


@pytest.mark.shows("7.14")
async def test_who_began_follows_what_an_undo_brings_back(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob)
    thread_id = await bob.thread_id(alice)
    await bob.do("delete", id=thread_id)
    await bob.request(alice)
    assert (await side(bob, alice))["startedByMe"] is True
    await bob.do("undoDelete", id=thread_id)
    assert (await side(bob, alice))["startedByMe"] is False


@pytest.mark.shows("7.14")
async def test_who_writes_first_in_a_thread_that_came_back_empty_began_it(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob)
    await alice.do("delete", id=await alice.thread_id(bob))
    await bob.accept(alice)
    await bob.send(alice)
    assert (await side(alice, bob))["startedByMe"] is False
    assert (await side(bob, alice))["startedByMe"] is False


@pytest.mark.parametrize("who", [0, 1])
async def test_the_senders_of_a_thread_cost_no_statement(world: World, who: int) -> None:
    *people, thread_id = await talked(world)
    await make_schema(True).prepare([OF_SENDERS])
    ran = await statements_behind(people[who], OF_SENDERS, id=thread_id)
    assert len(ran) == (1 if Schema.default_execution == "compiled" else 2)
    assert "messages x" in ran[-1]


async def test_the_id_of_a_sender_costs_no_statement(world: World) -> None:
    alice, bob, _ = await talked(world)
    for me in (alice, bob):
        asked = "{ inbox { edges { node { lastMessage { isMine sender { __typename id } } } } } }"
        assert len(await statements_behind(me, asked)) == 1
        [edge] = (await me.ask(asked))["data"]["inbox"]["edges"]
        last = edge["node"]["lastMessage"]
        assert (last["isMine"], last["sender"]["id"]) == (me is alice, alice.id)
