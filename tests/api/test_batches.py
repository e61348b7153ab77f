"""An array of operations in one POST, on real data."""

from typing import Any

import pytest

from tests.world import Person, World

SEND = """mutation($input: SendMessageInput!) { sendMessage(input: $input) {
    __typename ... on SendMessageSuccess { sentMessage { text } } ... on Problem { code } } }"""
READ = "query($id: ID!) { thread(id: $id) { messages(first: 3) { edges { node { text } } } } }"


async def post(me: Person, *operations: Any) -> tuple[int, Any]:
    headers = {"Authorization": me.token}
    async with me.world.client.post(me.world.url, json=operations, headers=headers) as answer:
        return answer.status, await answer.json()


def sending(thread_id: str, text: str) -> dict[str, Any]:
    return {"query": SEND, "variables": {"input": {"threadId": thread_id, "text": text}}}


@pytest.mark.shows("15.30")
async def test_each_is_done_in_its_turn_whatever_becomes_of_the_others(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.opens(bob, "0")
    id = await alice.thread_id(bob)
    status, answers = await post(
        alice,
        sending(id, "1"),
        {"query": "{ nothing }"},
        {"query": "subscription { events { __typename } }"},
        sending("wrong", "lost"),
        sending(id, "2"),
        {"query": READ, "variables": {"id": id}},
    )
    first, unknown, streamed, wrong, second, read = answers
    assert status == 200
    assert [one["data"]["sendMessage"]["sentMessage"]["text"] for one in (first, second)] == ["1", "2"]
    assert "data" not in unknown
    assert streamed["errors"][0]["extensions"]["code"] == "BAD_REQUEST"
    assert wrong["data"]["sendMessage"] == {"__typename": "InvalidInput", "code": "INVALID_INPUT"}
    assert [edge["node"]["text"] for edge in read["data"]["thread"]["messages"]["edges"]] == ["2", "1", "0"]


@pytest.mark.shows("15.30")
async def test_an_array_that_is_refused_as_a_whole_does_nothing(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.opens(bob, "0")
    send = sending(await alice.thread_id(bob), "1")
    async with world.unchanged():
        assert (await post(alice))[0] == 400
        assert (await post(alice, *[send] * 11))[0] == 400
        assert (await post(alice, send, {"query": 1}))[0] == 400
        assert (await post(alice, send, 7))[0] == 400
