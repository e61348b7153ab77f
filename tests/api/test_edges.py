"""A node's row of its list is the row that the list itself shows."""

from typing import Any

import pytest

from tests.live.acts import act
from tests.world import Person, World

ASKED = """{
  inbox { edges { cursor node { id threadEdge { cursor node { id } }
    messages { edges { cursor node { id messageEdge { cursor node { id } } } } } } } }
  requests { edges { cursor node { id requestEdge { cursor node { id } } } } }
  hidden: requests(folder: HIDDEN) { edges { cursor node { id requestEdge { cursor node { id } } } } }
  sentRequests { edges { cursor node { id sentRequestEdge { cursor node { id } } } } }
}"""


def rows(edges: Any, name: str) -> list[tuple[str, str]]:
    """Cursor and id of each row, which its node knows too."""
    for edge in edges:
        assert edge["node"][name] == {"cursor": edge["cursor"], "node": {"id": edge["node"]["id"]}}
    return [(edge["cursor"], edge["node"]["id"]) for edge in edges]


async def test_each_list(world: World) -> None:
    _, bob, _, _ = await world.cast("alice", "bob", "carol", "dave")
    for line in (
        "alice requests bob",
        "bob accepts alice",
        "bob sends alice",
        "carol requests bob",
        "dave requests bob",
        "bob hides dave",
        "bob requests erin",
    ):
        if line.endswith("erin"):
            await world.person("erin")
        await act(world, line)
    data = (await bob.ask(ASKED))["data"]
    threads = rows(data["inbox"]["edges"], "threadEdge")
    assert len(threads) == 2
    for edge in data["inbox"]["edges"]:
        assert rows(edge["node"]["messages"]["edges"], "messageEdge")
    assert len(rows(data["requests"]["edges"], "requestEdge")) == 1
    assert len(rows(data["hidden"]["edges"], "requestEdge")) == 1
    assert len(rows(data["sentRequests"]["edges"], "sentRequestEdge")) == 1

    [after, last] = threads
    page = await bob.run("inbox", after=after[0])
    assert [edge["node"]["id"] for edge in page["edges"]] == [last[1]]


async def crowd(world: World) -> tuple[Person, list[str]]:
    bob, alice, carol = await world.cast("bob", "alice", "carol")
    for person in (alice, carol):
        await person.request(bob)
    return bob, [edge["node"]["id"] for edge in (await bob.run("requests"))["edges"]]


@pytest.mark.parametrize("mutation", ["acceptRequests", "deleteRequests"])
async def test_a_bulk_mutation_names_what_it_took(world: World, mutation: str) -> None:
    bob, ids = await crowd(world)
    kind = mutation[0].upper() + mutation[1:]
    more = "threads { id state }" if mutation == "acceptRequests" else ""
    text = f"""mutation($input: {kind}Input!) {{ {mutation}(input: $input) {{
        ... on {kind}Success {{ requestIds {more} }} }} }}"""
    cursor = (await bob.run("requests"))["eventCursor"]
    found = (await bob.ask(text, input={"asOf": cursor, "requests": {"filter": {"all": True}}}))["data"][
        mutation
    ]
    assert found["requestIds"] == ids
    if more:
        assert [thread["state"] for thread in found["threads"]] == ["OPEN", "OPEN"]
        assert sorted(thread["id"] for thread in found["threads"]) == sorted(
            edge["node"]["id"] for edge in (await bob.run("inbox"))["edges"]
        )


async def test_an_undo_gives_back_what_came_back(world: World) -> None:
    bob, ids = await crowd(world)
    cursor = (await bob.run("requests"))["eventCursor"]
    gone = await bob.do("deleteRequests", asOf=cursor, requests={"filter": {"all": True}})
    text = """mutation($id: ID!) { undoDelete(input: {id: $id}) {
        ... on UndoDeleteSuccess { count threads { request { id requestEdge { cursor } } } } } }"""
    found = (await bob.ask(text, id=gone["undoId"]))["data"]["undoDelete"]
    assert sorted(thread["request"]["id"] for thread in found["threads"]) == sorted(ids)


async def test_an_accept_names_the_request_that_leaves_its_folder(world: World) -> None:
    bob, [id, _] = await crowd(world)
    assert (await bob.do("accept", requestId=id))["requestId"] == id
