"""The shape of a send: its text, its target, and its sender."""

import json
from typing import Any

import pytest

from schema.types.ids import Kind
from tests.api.sending import NOT_FOUND, Deed, delete_request, gone, invalid, left_of, nobody, open_thread
from tests.world import START, Person, World, operation

LONG = "x" * 2000
FACE = "\U0001f642"


async def test_anonymous(world: World) -> None:
    bob = await world.person("bob")
    body = {"query": operation("sendRequest"), "variables": {"input": {"recipientId": bob.id, "text": "Hi"}}}
    async with world.unchanged(), world.client.post(world.url, json=body) as answer:
        result = await answer.json()
    assert result["data"] == {"sendRequest": None}
    assert [error["extensions"]["code"] for error in result["errors"]] == ["UNAUTHENTICATED"]


@pytest.mark.shows("2.6")
@pytest.mark.parametrize("who", ["unknown", "inactive", "erased"])
async def test_a_token_without_an_active_user(world: World, who: str) -> None:
    alice, bob = await world.cast("alice", "bob")
    facts: dict[str, dict[str, Any]] = {
        "unknown": {"host_id": "another"},
        "inactive": {"is_active": False},
        "erased": gone(world),
    }
    await alice.becomes(**facts[who])
    async with world.unchanged():
        answer = await alice.post("sendRequest", input={"recipientId": bob.id, "text": "Hi"})
    assert "data" not in answer
    assert [error["extensions"]["code"] for error in answer["errors"]] == ["UNAUTHENTICATED"]


TEXTS = [
    pytest.param("x" * 500, "x" * 500, id="500"),
    pytest.param(FACE * 500, FACE * 500, id="500 faces"),
    pytest.param("\n\u00a0 " + "x" * 500 + "\t\u3000", "x" * 500, id="500 and space around"),
    pytest.param("  so\u200bme  words\n", "so\u200bme  words", id="kept as it is inside"),
]
WRONG_TEXTS = [
    pytest.param("", ("EMPTY",), id="nothing"),
    pytest.param(" \n\u3000", ("EMPTY",), id="spaces"),
    pytest.param("\u200b\u200d\ufeff", ("EMPTY",), id="zero-width"),
    pytest.param("a\0b", ("BAD_CHARACTER",), id="NUL"),
    pytest.param("x" * 501, ("TOO_LONG", 500), id="501"),
    pytest.param(FACE * 501, ("TOO_LONG", 500), id="501 faces"),
]


@pytest.mark.shows("4.15", "4.16", "4.17", "4.19", "4.20")
@pytest.mark.parametrize(("text", "stored"), TEXTS)
async def test_texts_of_a_request(world: World, text: str, stored: str) -> None:
    alice, bob, carol = await world.cast("alice", "bob", "carol")
    await alice.request(carol, "first")
    assert (await alice.request(bob, text))["sentMessage"]["text"] == stored
    await alice.send(carol, text)
    assert (await alice.texts(bob), await alice.texts(carol)) == ([stored], ["first", stored])


@pytest.mark.shows("4.15", "4.16", "4.17", "4.19", "4.20")
@pytest.mark.parametrize(("text", "flaw"), WRONG_TEXTS)
async def test_texts_that_no_request_can_have(world: World, text: str, flaw: tuple[Any, ...]) -> None:
    alice, bob, carol = await world.cast("alice", "bob", "carol")
    await alice.request(carol, "first")
    async with world.unchanged():
        assert await alice.request(bob, text) == await alice.send(carol, text) == invalid("text", *flaw)


@pytest.mark.shows("4.18")
@pytest.mark.parametrize("unit", ["x", FACE])
async def test_texts_of_an_open_thread_and_of_a_reply(world: World, unit: str) -> None:
    alice, bob, carol = await world.cast("alice", "bob", "carol")
    await open_thread(alice, bob)
    await carol.request(alice)
    for other in (bob, carol):
        async with world.unchanged():
            assert await alice.send(other, unit * 2001) == invalid("text", "TOO_LONG", 2000)
            assert await alice.send(other, "\u200b") == invalid("text", "EMPTY")
        assert left_of(await alice.send(other, unit * 2000)) == ("OPEN", None)


async def followed_since(alice: Person, bob: Person) -> None:
    await bob.do("follow", userId=alice.id)


async def accepted_behind_a_block(alice: Person, bob: Person) -> None:
    await alice.do("block", userId=bob.id)
    await bob.accept(alice)


@pytest.mark.shows("4.17")
@pytest.mark.parametrize("deed", [followed_since, accepted_behind_a_block])
async def test_a_thread_that_its_sender_sees_as_pending_has_500(world: World, deed: Deed) -> None:
    """Though the next message would open it, or it is open and a block keeps that from the sender."""
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob)
    await deed(alice, bob)
    async with world.unchanged():
        assert await alice.send(bob, "x" * 501) == invalid("text", "TOO_LONG", 500)
    await alice.do("unblock", userId=bob.id)
    assert left_of(await alice.send(bob, "x" * 500)) == ("OPEN", None)
    assert left_of(await alice.send(bob, "x" * 501)) == ("OPEN", None)


@pytest.mark.shows("4.16")
async def test_a_send_request_has_500_in_any_thread(world: World) -> None:
    alice, bob, carol = await world.cast("alice", "bob", "carol")
    await open_thread(alice, bob)
    await carol.request(alice)
    for other in (bob, carol):
        async with world.unchanged():
            assert await alice.request(other, "x" * 501) == invalid("text", "TOO_LONG", 500)
        assert left_of(await alice.request(other, "x" * 500)) == ("OPEN", None)


@pytest.mark.shows("4.20")
@pytest.mark.parametrize("escape", ["\\ud800", "\\udc00x"])
async def test_a_lone_surrogate_is_no_json_and_no_document(world: World, escape: str) -> None:
    alice, bob = await world.cast("alice", "bob")
    for body in (_in_variables(bob.id, escape), _in_document(bob.id, escape)):
        headers = {"Authorization": alice.token, "Content-Type": "application/json"}
        async with world.unchanged(), world.client.post(world.url, data=body, headers=headers) as answer:
            assert "data" not in await answer.json()


def _in_variables(id: str, escape: str) -> str:
    body = {"query": operation("sendRequest"), "variables": {"input": {"recipientId": id, "text": "@"}}}
    return json.dumps(body).replace("@", escape)


def _in_document(id: str, escape: str) -> str:
    field = f'sendRequest(input: {{recipientId: "{id}", text: "{escape}"}})'
    return json.dumps({"query": f"mutation {{ {field} {{ __typename }} }}"})


@pytest.mark.shows("4.21")
async def test_to_oneself(world: World) -> None:
    alice = await world.person("alice")
    async with world.unchanged():
        assert await alice.request(alice) == invalid("recipientId", "SAME_USER")


async def wrong_ids(world: World, alice: Person, bob: Person) -> dict[str, str]:
    """Ids of every kind, and texts that are no id."""
    thread = await alice.request(bob)
    return {
        "User": bob.id,
        "Thread": thread["thread"]["id"],
        "Message": thread["sentMessage"]["id"],
        "Request": await bob.request_id(alice),
        "SentRequest": (await alice.nodes("sentRequests"))[0]["id"],
        "forged": world.services.sealer.seal(Kind.USER, bob.key)[:-2] + "AA",
        "words": "bob",
        "nothing": "",
        "long": "x" * 10_000,
        "NUL": "\0",
        "number": "1",
    }


@pytest.mark.shows("4.22")
async def test_ids_of_another_kind(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    ids = await wrong_ids(world, alice, bob)
    async with world.unchanged():
        for kind, id in ids.items():
            if kind != "User":
                assert await alice.do("sendRequest", recipientId=id, text="Hi") == invalid(
                    "recipientId", "UNKNOWN"
                ), kind
            if kind != "Thread":
                assert await alice.do("sendMessage", threadId=id, text="Hi") == invalid(
                    "threadId", "UNKNOWN"
                ), kind


async def never_was(world: World, alice: Person, bob: Person) -> str:
    return world.services.sealer.seal(Kind.THREAD, 999_999)


async def of_others(world: World, alice: Person, bob: Person) -> str:
    carol = await world.person("carol")
    await open_thread(carol, bob)
    return await carol.thread_id(bob)


async def deleted(world: World, alice: Person, bob: Person) -> str:
    await open_thread(alice, bob)
    id = await alice.thread_id(bob)
    await alice.do("delete", id=id)
    return id


async def deleted_own_request(world: World, alice: Person, bob: Person) -> str:
    await alice.request(bob)
    id = await alice.thread_id(bob)
    await alice.do("delete", id=id)
    return id


async def deleted_request(world: World, alice: Person, bob: Person) -> str:
    await bob.request(alice)
    id = await bob.thread_id(alice)
    await delete_request(alice, bob)
    return id


async def all_sunk(world: World, alice: Person, bob: Person) -> str:
    await alice.do("block", userId=bob.id)
    await bob.request(alice)
    await alice.do("unblock", userId=bob.id)
    return await bob.thread_id(alice)


async def ended_by_a_block(world: World, alice: Person, bob: Person) -> str:
    await bob.request(alice)
    await alice.do("block", userId=bob.id)
    return await bob.thread_id(alice)


@pytest.mark.shows("4.23")
@pytest.mark.parametrize(
    "thread",
    [never_was, of_others, deleted, deleted_own_request, deleted_request, all_sunk, ended_by_a_block],
)
async def test_a_thread_that_the_viewer_cannot_see(world: World, thread: Any) -> None:
    alice, bob = await world.cast("alice", "bob")
    id = await thread(world, alice, bob)
    async with world.unchanged():
        assert await alice.do("sendMessage", threadId=id, text="Hi") == NOT_FOUND


@pytest.mark.shows("4.13")
async def test_the_shape_comes_before_all_other_own_facts(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    await alice.request(bob)
    own = await alice.thread_id(bob)
    await alice.becomes(restriction_reason=0, restricted_until=None, birth_date=None, phone_verified=False)
    unseen = world.services.sealer.seal(Kind.THREAD, 999_999)
    async with world.unchanged():
        assert await alice.request(nobody(world), "") == invalid("text", "EMPTY")
        assert await alice.request(alice) == invalid("recipientId", "SAME_USER")
        assert await alice.do("sendMessage", threadId=own, text="x" * 501) == invalid("text", "TOO_LONG", 500)
        assert await alice.do("sendMessage", threadId=unseen, text="Hi") == NOT_FOUND
        assert await alice.do("sendMessage", threadId=unseen, text="") == invalid("text", "EMPTY")


async def test_a_success_tells_the_message_as_it_was_sent(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    answer = await alice.request(bob, " Hello! ")
    assert answer["__typename"] == "SendRequestSuccess"
    sent = answer["sentMessage"]
    assert (sent["text"], sent["isMine"], sent["receipt"]) == ("Hello!", True, "SENT")
    assert sent["sentAt"].startswith(START.strftime("%Y-%m-%dT%H:%M:%S"))
    assert sent["sentAt"].endswith("Z") or sent["sentAt"].endswith("+00:00")
    assert (await alice.send(bob))["__typename"] == "SendMessageSuccess"
