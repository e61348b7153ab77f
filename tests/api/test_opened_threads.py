"""A thread that is read together with a page of its messages: the answers are those of two statements."""

from typing import Any

import pytest

from schema.types.context import Context
from schema.types.ids import Kind
from server.app import make_schema
from server.operations import Execution
from tests.api.provisioning import said, store
from tests.world import Person, World

NODE = "{ id text receipt sender { id username } }"
PAGE = f"{{ edges {{ cursor node {NODE} }} pageInfo {{ endCursor hasNextPage }} eventCursor }}"
THREAD = "query ($id: ID!) {{ thread(id: $id) {{ id peer {{ username }} {} }} }}"

ASKED = {
    "all": f"messages {PAGE}",
    "newest": f"messages(first: 2) {PAGE}",
    "oldest": f"messages(last: 3) {PAGE}",
    "in a fragment": f"... on Thread {{ messages(first: 2) {PAGE} }}",
    "twice": f"messages(first: 2) {PAGE} old: messages(last: 2) {PAGE}",
    "merged": f"messages(first: 2) {PAGE} messages(first: 2) {{ edges {{ node {{ sentAt }} }} }}",
    "too large": f"messages(first: 101) {PAGE}",
    "no size": f"messages(first: 0) {PAGE}",
    "both ways": f"messages(first: 1, last: 1) {PAGE}",
    "a made-up cursor": f'messages(after: "x") {PAGE}',
    "not selected": f"messages @skip(if: true) {PAGE}",
    "by a node": f"lastMessage {{ thread {{ messages(first: 1) {PAGE} }} }}",
}
ROOTS = {
    "node": "query ($id: ID!) {{ node(id: $id) {{ id ... on Thread {{ {} }} }} }}",
    "nodes": "query ($id: ID!) {{ nodes(ids: [$id, $id]) {{ id ... on Thread {{ {} }} }} }}",
    "two": "query ($id: ID!) {{ thread(id: $id) {{ {0} }} other: thread(id: $id) {{ {0} }} }}",
}


async def talked(world: World) -> tuple[Person, Person]:
    alice, bob = await world.cast("alice", "bob")
    await alice.opens(bob, "0")
    for number in range(1, 6):
        await (bob, alice)[number % 2].send((alice, bob)[number % 2], f"{number}")
    return alice, bob


async def answer(me: Person, execution: Execution, text: str, id: str) -> Any:
    """Also the messages, places and codes of its errors."""
    schema = make_schema(True, execution=execution)
    result = await schema.execute(text, {"id": id}, Context(me.world.services, me.key))
    return result.data, [error.formatted for error in result.errors or ()]


async def agreed(me: Person, text: str, id: str) -> Any:
    """The answer of the compiled operation, which is that of graphql-core."""
    await make_schema(True, execution="compiled").prepare([text])
    compiled = await answer(me, "compiled", text, id)
    assert compiled == await answer(me, "core", text, id)
    return compiled


@pytest.mark.parametrize("asked", ASKED)
async def test_as_two_statements(world: World, asked: str) -> None:
    alice, bob = await talked(world)
    id = await alice.thread_id(bob)
    data, errors = await agreed(alice, THREAD.format(ASKED[asked]), id)
    if asked in ("too large", "no size", "both ways", "a made-up cursor"):
        assert [error["path"] for error in errors] == [["thread", "messages"]]
    else:
        assert not errors
        assert data["thread"]["id"] == id


@pytest.mark.parametrize("root", ROOTS)
async def test_from_any_root(world: World, root: str) -> None:
    alice, bob = await talked(world)
    data, errors = await agreed(alice, ROOTS[root].format(ASKED["newest"]), await alice.thread_id(bob))
    assert data
    assert not errors


async def test_one_page_after_the_other(world: World) -> None:
    alice, bob = await talked(world)
    id, read, after = await alice.thread_id(bob), [], "null"
    while after:
        asked = f"messages(first: 2, after: {after}) {PAGE}"
        (data, _) = await agreed(alice, THREAD.format(asked), id)
        page = data["thread"]["messages"]
        read += [edge["node"]["text"] for edge in page["edges"]]
        after = page["pageInfo"]["hasNextPage"] and f'"{page["pageInfo"]["endCursor"]}"'
    assert read == ["5", "4", "3", "2", "1", "0"]


async def test_what_cannot_be_read_is_null(world: World) -> None:
    alice, bob = await talked(world)
    mallory, text = await world.person("mallory"), THREAD.format(ASKED["all"])
    id = await alice.thread_id(bob)
    nothing: Any = ({"thread": None}, [])
    assert await agreed(mallory, text, id) == nothing
    assert await agreed(alice, text, world.services.sealer.seal(Kind.THREAD, 10**6)) == nothing
    assert await agreed(alice, text, bob.id) == nothing
    await alice.do("delete", id=id)
    assert await agreed(alice, text, id) == nothing


async def test_a_viewer_without_access_is_told_so(world: World) -> None:
    alice, bob = await talked(world)
    id = await alice.thread_id(bob)
    await store(world, said("alice", isActive=False))
    data, [error] = await agreed(alice, THREAD.format(ASKED["all"]), id)
    assert (data, error["extensions"]["code"]) == ({"thread": None}, "UNAUTHENTICATED")
