"""The recipient's yes: accept, by word or by answer."""

from typing import Any

import pytest

from rules.problems import ReportReason
from schema.types.ids import Kind
from tests.api.requests import asked, code, counts
from tests.world import World


@pytest.mark.parametrize("name", ["accept", "delete", "undoDelete"])
async def test_a_stranger_finds_nothing(world: World, name: str) -> None:
    _, _, request_id = await asked(world)
    mallory = await world.person("mallory")
    field = "requestId" if name == "accept" else "id"
    never_was = world.services.sealer.seal(Kind.REQUEST, 10**6)
    async with world.unchanged():
        answers = [await mallory.do(name, **{field: id}) for id in (request_id, never_was)]
    assert code(answers[0]) == "NOT_FOUND"
    assert answers[0] == answers[1]


async def test_the_sender_cannot_accept(world: World) -> None:
    alice, _, request_id = await asked(world)
    async with world.unchanged():
        assert code(await alice.do("accept", requestId=request_id)) == "NOT_FOUND"


@pytest.mark.shows("5.9", "5.10", "9.3")
async def test_accept(world: World) -> None:
    alice, bob, request_id = await asked(world)
    assert (await counts(alice), await counts(bob)) == ([1, 0, 1], [0, 1, 0])
    async with alice.listen("requestAccepted") as accepted:
        result = await bob.do("accept", requestId=request_id)
        assert result["thread"]["state"] == "OPEN"
        assert result["thread"]["peer"] == {"id": alice.id, "username": "alice"}
        assert result["thread"]["unreadCount"] == 1
        told = await accepted.item()
        peer = {"id": bob.id, "username": "bob"}
        assert told["thread"] == {"id": result["thread"]["id"], "state": "OPEN", "peer": peer}
        assert await accepted.is_quiet()
    assert (await counts(alice), await counts(bob)) == ([1, 0, 0], [1, 0, 0])


@pytest.mark.shows("5.10", "5.14", "12.3")
async def test_accepting_again_is_the_same_accept(world: World) -> None:
    alice, bob, request_id = await asked(world)
    first = await bob.do("accept", requestId=request_id)
    async with world.unchanged():
        assert await bob.do("accept", requestId=request_id) == first
    assert (await alice.user(bob))["threadWithMe"]["state"] == "OPEN"


@pytest.mark.shows("5.11", "5.12")
@pytest.mark.parametrize("name", ["sendMessage", "sendRequest"])
async def test_an_answer_accepts(world: World, name: str) -> None:
    alice, bob, _ = await asked(world)
    async with alice.listen("requestAccepted") as accepted, alice.listen("messageAdded") as added:
        await (bob.send(alice, "hi") if name == "sendMessage" else bob.request(alice, "hi"))
        accept, message = await accepted.item(), await added.item()
        assert accept["thread"]["state"] == "OPEN"
        assert message["message"]["text"] == "hi"
        assert await accepted.is_quiet()
    kinds = await world.rows("user_events", "seq, kind", f"user_id = {alice.key}")
    assert [kind for _, kind in kinds] == [21, 5, 1]
    assert (await counts(alice), await counts(bob)) == ([1, 0, 0], [1, 0, 0])


@pytest.mark.shows("5.13")
async def test_a_send_that_opens_for_another_cause_is_no_accept(world: World) -> None:
    alice, bob, _ = await asked(world)
    await bob.do("follow", userId=alice.id)
    async with alice.listen("requestAccepted") as accepted:
        assert (await alice.request(bob, "again"))["thread"]["state"] == "OPEN"
        assert await accepted.is_quiet()
    assert await counts(bob) == [1, 0, 0]


@pytest.mark.shows("5.15")
async def test_accepting_a_blocked_user(world: World) -> None:
    alice, bob, request_id = await asked(world)
    await bob.do("block", userId=alice.id)
    async with world.unchanged():
        assert code(await bob.do("accept", requestId=request_id)) == "YOU_BLOCKED_THIS_USER"
    await bob.do("unblock", userId=alice.id)
    async with world.unchanged():
        assert code(await bob.do("accept", requestId=request_id)) == "NOT_FOUND"
    assert (await alice.user(bob))["threadWithMe"]["state"] == "PENDING"


@pytest.mark.shows("5.16", "5.17")
async def test_accepting_one_who_blocks_me(world: World) -> None:
    alice, bob, request_id = await asked(world)
    await alice.do("block", userId=bob.id)
    async with alice.listen("requestAccepted") as accepted, alice.listen("events") as events:
        assert (await bob.do("accept", requestId=request_id))["thread"]["state"] == "OPEN"
        assert (await alice.user(bob))["threadWithMe"]["state"] == "PENDING"
        assert await alice.nodes("inbox") == []
        await alice.do("unblock", userId=bob.id)
        told = [item["__typename"] for item in await events.items(2)]
        assert told == ["BadgeChanged", "UserUnblocked"]
        assert await events.is_quiet()
        assert await accepted.is_quiet()
    assert (await alice.user(bob))["threadWithMe"]["state"] == "OPEN"
    assert await counts(alice) == [1, 0, 0]


@pytest.mark.shows("8.25")
@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"restriction_reason": ReportReason.SPAM}, "MESSAGING_RESTRICTED"),
        ({"birth_date": None}, "AGE_RESTRICTED"),
        ({"birth_date": None, "restriction_reason": ReportReason.SPAM}, "MESSAGING_RESTRICTED"),
    ],
)
async def test_who_may_not_accept(world: World, facts: dict[str, Any], expected: str) -> None:
    _, bob, request_id = await asked(world)
    await bob.becomes(**facts)
    async with world.unchanged():
        assert code(await bob.do("accept", requestId=request_id)) == expected
        not_there = world.services.sealer.seal(Kind.REQUEST, 10**6)
        assert code(await bob.do("accept", requestId=not_there)) == expected
    assert await counts(bob) == [0, 1, 0]


async def test_accepting_needs_no_phone(world: World) -> None:
    _, bob, request_id = await asked(world)
    await bob.becomes(phone_verified=False)
    assert (await bob.do("accept", requestId=request_id))["thread"]["state"] == "OPEN"


@pytest.mark.shows("3.10")
async def test_a_request_from_before_the_audience_was_tightened(world: World) -> None:
    _, bob, request_id = await asked(world)
    await bob.do("updateDmAudience", audience="NO_ONE")
    assert (await bob.do("accept", requestId=request_id))["thread"]["state"] == "OPEN"
