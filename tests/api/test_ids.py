"""Ids and cursors as clients can twist them: nothing is learned, nothing breaks."""

import base64
from functools import partial
from itertools import pairwise
from typing import Any

import pytest

from schema.types.ids import FIRST, Kind, ListCursor, Places
from tests.api.pages import error_of
from tests.world import Person, World

LISTS = ["inbox", "requests", "sentRequests"]
KINDS = ["User", "Thread", "Message", "Request", "SentRequest", "Viewer"]


async def cast(world: World) -> tuple[Person, Person, Person]:
    """Alice, who asked bob; bob; and mallory, a stranger to both."""
    alice, bob, mallory = await world.cast("alice", "bob", "mallory")
    await alice.request(bob, "hello")
    return alice, bob, mallory


async def ids_of(world: World) -> dict[str, str]:
    """An id of each kind of node between alice and bob."""
    alice, bob = world.people["alice"], world.people["bob"]
    thread = (await alice.user(bob))["threadWithMe"]
    [sent] = await alice.nodes("sentRequests")
    message_id, request_id = thread["lastMessage"]["id"], await bob.request_id(alice)
    found = [alice.id, thread["id"], message_id, request_id, sent["id"], (await alice.run("viewer"))["id"]]
    return dict(zip(KINDS, found, strict=True))


def twisted(id: str) -> list[str]:
    """Other spellings of an id or cursor, and neighbours of it."""
    at = next(at for at, letter in enumerate(id) if letter in "abcdef")
    same_bits = id[:at] + id[at].upper() + id[at + 1 :]
    flipped = f"{int(id[0], 16) ^ 1:x}{id[1:]}"
    return [
        id + "=",
        id + "==",
        id + "a",
        id + "\n",
        f" {id}",
        id[:-1],
        id[1:],
        same_bits,
        flipped,
        base64.urlsafe_b64encode(bytes.fromhex(id)).decode(),
    ]


NONSENSE = [
    "",
    "=",
    "0",
    "-1",
    "nonsense",
    "a" * 32,
    "a" * 64,
    "a" * 5000,
    "é" * 32,
    "\x00",
    "../1",
    "VXNlcjox",
]


@pytest.mark.shows("10.17")
@pytest.mark.parametrize(
    ("name", "readable"),
    [
        ("alice", {"User", "Thread", "Message", "SentRequest", "Viewer"}),
        ("bob", {"User", "Thread", "Message", "Request"}),
        ("mallory", {"User"}),
    ],
)
async def test_node_by_who_asks(world: World, name: str, readable: set[str]) -> None:
    await cast(world)
    person, ids = world.people[name], await ids_of(world)
    for kind, id in ids.items():
        node = await person.run("node", id=id)
        assert (node and (node["__typename"], node["id"])) == ((kind, id) if kind in readable else None)
    nodes = await person.run("nodes", ids=[*ids.values(), "nonsense"])
    assert [node and node["__typename"] for node in nodes] == [
        *[kind if kind in readable else None for kind in KINDS],
        None,
    ]


@pytest.mark.shows("10.17")
async def test_a_request_is_one_no_more_once_open(world: World) -> None:
    alice, bob, _ = await cast(world)
    ids = await ids_of(world)
    await bob.accept(alice)
    assert await bob.run("node", id=ids["Request"]) is None
    assert await alice.run("node", id=ids["SentRequest"]) is None


@pytest.mark.shows("10.17")
async def test_what_was_sunk_is_not_there(world: World) -> None:
    alice, bob, _ = await cast(world)
    await bob.do("block", userId=alice.id)
    sunk = (await alice.request(bob, "sunk"))["sentMessage"]["id"]
    never_was = world.services.sealer.seal(Kind.MESSAGE, 10**6)
    answers = [await bob.post("node", id=id) for id in (sunk, never_was)]
    assert answers[0] == answers[1] == {"data": {"node": None}}
    assert (await alice.run("node", id=sunk))["text"] == "sunk"


@pytest.mark.shows("7.15", "10.17")
async def test_a_twisted_id_is_not_there(world: World) -> None:
    alice, _, _ = await cast(world)
    spellings = [other for id in (await ids_of(world)).values() for other in twisted(id)]
    seal = world.services.sealer.seal
    keys = [seal(kind, key) for kind in Kind for key in (0, 2**31, 2**63 - 1)]
    for id in [*keys, *NONSENSE, *spellings]:
        for name in ("node", "thread"):
            assert await alice.post(name, id=id) == {"data": {name: None}}, id


@pytest.mark.shows("10.17")
async def test_a_thread_of_another_kind_is_null(world: World) -> None:
    alice, _, _ = await cast(world)
    for kind, id in (await ids_of(world)).items():
        assert ((await alice.run("thread", id=id)) is not None) is (kind == "Thread")


async def test_an_id_that_is_a_number(world: World) -> None:
    alice, _, _ = await cast(world)
    for id in (0, -1, 1, 2**31):
        assert await alice.run("node", id=id) is None


async def test_nodes_has_a_limit(world: World) -> None:
    alice = await world.person("alice")
    assert await alice.run("nodes", ids=[]) == []
    assert len(await alice.run("nodes", ids=[alice.id] * 100)) == 100
    answer = await alice.post("nodes", ids=[alice.id] * 101)
    assert answer["data"] == {"nodes": None}
    assert error_of(answer) == ("BAD_USER_INPUT", ["nodes"])


@pytest.mark.shows("7.16")
async def test_ids_show_no_order(world: World) -> None:
    """Ids of neighbouring rows are as different as any two ids, and a list by id is not the list by time."""
    seal = world.services.sealer.seal
    ids = [seal(Kind.MESSAGE, key) for key in range(1, 200)]
    assert len(set(ids)) == 199
    assert {len(id) for id in ids} == {32}
    assert ids != sorted(ids)
    shared = [sum(a == b for a, b in zip(one, other, strict=True)) for one, other in pairwise(ids)]
    assert max(shared) < 12


def _cursor_of(world: World, list_name: str, user_id: int, place: ListCursor) -> str:
    return world.services.sealer.seal_list_cursors(list_name, user_id, Places.of([place]))[0]


async def bad_cursors(world: World, name: str) -> list[str]:
    """Cursors that are not mallory's in this list, each for another reason."""
    alice, mallory = world.people["alice"], world.people["mallory"]
    seal = partial(_cursor_of, world)
    other_list = next(other for other in [*LISTS, "messages:1"] if other != name)
    mine = seal(name, mallory.key, ListCursor(1, 1))
    return [
        seal(name, alice.key, FIRST),
        seal(other_list, mallory.key, FIRST),
        (await mallory.run("inbox"))["eventCursor"],
        mallory.id,
        *twisted(mine),
        *NONSENSE,
    ]


@pytest.mark.shows("7.15", "10.18")
@pytest.mark.parametrize("name", LISTS)
async def test_a_cursor_that_is_none(world: World, name: str) -> None:
    _, _, mallory = await cast(world)
    answers = [await mallory.post(name, after=cursor) for cursor in await bad_cursors(world, name)]
    assert error_of(answers[0]) == ("BAD_USER_INPUT", [name])
    assert answers[0]["data"] == {name: None}
    assert all(answer == answers[0] for answer in answers)


@pytest.mark.shows("7.15", "10.18")
@pytest.mark.parametrize("argument", ["after", "before"])
async def test_a_cursor_that_is_none_of_the_thread(world: World, argument: str) -> None:
    alice, bob, mallory = await cast(world)
    await mallory.request(alice)
    thread_id = await mallory.thread_id(alice)
    [key] = [key for key, low in await world.rows("threads", "id, high_id") if low == mallory.key]
    mine = _cursor_of(world, f"messages:{key}", mallory.key, ListCursor(1, 1))
    other = (await alice.run("thread", id=await alice.thread_id(bob)))["messages"]["edges"][0]["cursor"]
    cursors = [other, *await bad_cursors(world, f"messages:{key}")]
    answers = [await mallory.post("thread", id=thread_id, **{argument: cursor}) for cursor in cursors]
    assert error_of(answers[0]) == ("BAD_USER_INPUT", ["thread", "messages"])
    assert all(answer == answers[0] for answer in answers)
    assert (await mallory.run("thread", id=thread_id, **{argument: mine}))["messages"]["edges"] == []


@pytest.mark.parametrize("size", [0, -1, 101, 10**9])
async def test_a_size_out_of_bounds(world: World, size: int) -> None:
    alice, bob, _ = await cast(world)
    for name in LISTS:
        assert error_of(await alice.post(name, first=size)) == ("BAD_USER_INPUT", [name])
    thread_id = await alice.thread_id(bob)
    for argument in ("first", "last"):
        answer = await alice.post("thread", id=thread_id, **{argument: size})
        assert error_of(answer) == ("BAD_USER_INPUT", ["thread", "messages"])


async def test_a_size_that_is_no_int(world: World) -> None:
    alice = await world.person("alice")
    for size in (2**31, "3", 1.5):
        answer = await alice.post("inbox", first=size)
        assert answer["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"


@pytest.mark.parametrize(
    "both", [("first", "last"), ("after", "before"), ("first", "before"), ("after", "last")]
)
async def test_both_ways_at_once(world: World, both: tuple[str, str]) -> None:
    alice, bob, _ = await cast(world)
    thread_id = await alice.thread_id(bob)
    [edge] = (await alice.run("thread", id=thread_id))["messages"]["edges"]
    asked: dict[str, Any] = {"first": 1, "last": 1, "after": edge["cursor"], "before": edge["cursor"]}
    answer = await alice.post("thread", id=thread_id, **{name: asked[name] for name in both})
    assert error_of(answer) == ("BAD_USER_INPUT", ["thread", "messages"])
