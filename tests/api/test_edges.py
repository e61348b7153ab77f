"""A node's row of its list is the row that the list itself shows."""

from typing import Any

import pytest

from schema.types.ids import Kind
from tests.api.many import now
from tests.api.moderation import report, staff
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


async def listed(me: Person) -> set[str]:
    """The ids of all that is in a list of threads or requests."""
    folders = [await me.nodes("requests", folder=folder) for folder in ("REQUESTS", "HIDDEN")]
    nodes = [*await me.nodes("inbox"), *await me.nodes("sentRequests"), *folders[0], *folders[1]]
    return {node["id"] for node in nodes}


async def pairs(world: World) -> tuple[Person, list[Person]]:
    """Bob has an open thread with ann, a request from cat, a hidden one from dan, and asks eve."""
    bob, *others = await world.cast("bob", "ann", "cat", "dan", "eve")
    ann, cat, dan, eve = others
    await bob.opens(ann)
    await cat.request(bob)
    await dan.request(bob, "See https://example.com.")
    await bob.request(eve)
    return bob, others


ALSO = {
    "alsoDelete": {"alsoDelete": True},
    "alsoBlock": {"alsoBlock": True},
    "both": {"alsoDelete": True, "alsoBlock": True},
}


@pytest.mark.shows("9.27")
@pytest.mark.parametrize("act", ["delete", "block", *ALSO])
async def test_what_leaves_the_lists_is_named(world: World, act: str) -> None:
    bob, others = await pairs(world)
    for other in others:
        before = await listed(bob)
        found = await done(bob, other, act)
        gone = before - await listed(bob)
        assert gone
        thread = {id for id in found["removedIds"] if world.services.sealer.open(id)[0] == Kind.THREAD}  # type: ignore[index]
        assert set(found["removedIds"]) == gone | thread
        assert len(thread) == 1


async def done(me: Person, other: Person, act: str) -> Any:
    if act == "block":
        return await me.do("block", userId=other.id)
    if act == "delete":
        pending = [*await me.nodes("requests"), *await me.nodes("requests", folder="HIDDEN")]
        ids = [node["id"] for node in pending if node["sender"]["id"] == other.id]
        return await me.do("delete", id=ids[0] if ids else await me.thread_id(other))
    return await me.do("report", subjectId=other.id, reason="SPAM", **ALSO[act])


@pytest.mark.shows("9.27")
async def test_nothing_is_named_where_nothing_left(world: World) -> None:
    bob, [ann, *_] = await pairs(world)
    stranger = await world.person("stranger")
    for subject in (stranger.id, "nonsense"):
        found = await bob.do("report", subjectId=subject, reason="SPAM", alsoDelete=True)
        assert (found["removedIds"], found["blockedUser"]) == ([], None)
    assert (await bob.do("report", subjectId=ann.id, reason="SPAM"))["removedIds"] == []
    assert (await bob.do("block", userId=stranger.id))["removedIds"] == []
    assert (await bob.do("block", userId=ann.id))["removedIds"] == [await bob.thread_id(ann)]
    assert (await bob.do("block", userId=ann.id))["removedIds"] == []


@pytest.mark.shows("9.27")
async def test_a_send_that_opens_a_thread_names_what_was_pending(world: World) -> None:
    bob, [_, cat, _, eve] = await pairs(world)
    request, [sent] = await bob.request_id(cat), await bob.nodes("sentRequests")
    assert (await bob.request(eve))["removedIds"] == []
    assert request in (await bob.send(cat))["removedIds"]
    assert request in (await bob.request(cat))["removedIds"]
    await eve.accept(bob)
    assert sent["id"] in (await bob.send(eve))["removedIds"]


EDGE = "blockedUserEdge { cursor node { id } }"


@pytest.mark.shows("9.27")
async def test_a_blocked_user_knows_its_row(world: World) -> None:
    bob, [ann, cat, dan, eve] = await pairs(world)
    assert (await bob.ask(f'{{ user(username: "ann") {{ {EDGE} }} }}'))["data"] == {
        "user": {"blockedUserEdge": None}
    }
    await bob.do("block", userId=ann.id)
    found = await bob.do("report", subjectId=eve.id, reason="SPAM", alsoBlock=True)
    edges = [found["blockedUser"]["blockedUserEdge"]]
    text = f"""mutation($input: DeleteRequestsInput!) {{ deleteRequests(input: $input) {{
        ... on DeleteRequestsSuccess {{ blockedUsers {{ id {EDGE} }} }} }} }}"""
    swept = {"asOf": await now(bob), "requests": {"filter": {"all": True}}, "alsoBlock": True}
    users = (await bob.ask(text, input=swept))["data"]["deleteRequests"]["blockedUsers"]
    assert {user["id"] for user in users} == {cat.id, dan.id}
    page = (await bob.ask(f"{{ blockedUsers {{ edges {{ cursor node {{ id {EDGE} }} }} }} }}"))["data"]
    shown = rows(page["blockedUsers"]["edges"], "blockedUserEdge")
    assert {cursor for cursor, _ in shown} >= {edge["cursor"] for edge in edges}
    assert {user["blockedUserEdge"]["cursor"] for user in users} <= {cursor for cursor, _ in shown}
    assert (await ann.ask(f'{{ user(username: "bob") {{ {EDGE} }} }}'))["data"] == {
        "user": {"blockedUserEdge": None}
    }


@pytest.mark.shows("9.27")
async def test_a_report_knows_its_row(world: World) -> None:
    judy, bob, ann = await staff(world, "bob", "ann")
    await report(bob, ann.id)
    page = await judy.ask("{ reports { edges { cursor node { id reportEdge { cursor node { id } } } } } }")
    assert len(rows(page["data"]["reports"]["edges"], "reportEdge")) == 1
