"""The whole path of a request: asked, answered, opened, chatted in."""

import pytest

from tests.world import World

PENDING = "You can send up to 3 messages until this user accepts your message request."


@pytest.mark.shows("4.30", "11.1")
async def test_three_messages_then_an_accept(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    lefts = [(await alice.request(bob, f"hello {n}"))["thread"]["messagesLeftBeforeAccept"] for n in range(3)]
    assert lefts == [2, 1, 0]
    fourth = await alice.request(bob, "hello?")
    assert fourth == {
        "__typename": "PendingLimitReached",
        "code": "PENDING_LIMIT_REACHED",
        "message": PENDING,
        "limit": 3,
    }
    accepted = await bob.accept(alice)
    assert accepted["thread"]["state"] == "OPEN"
    assert (await alice.send(bob, "thanks"))["thread"]["state"] == "OPEN"
    assert (await bob.send(alice, "welcome"))["thread"]["state"] == "OPEN"
    assert (
        await bob.texts(alice)
        == await alice.texts(bob)
        == [
            "hello 0",
            "hello 1",
            "hello 2",
            "thanks",
            "welcome",
        ]
    )


async def test_live(world: World) -> None:
    alice, bob = await world.cast("alice", "bob")
    async with bob.listen("requestReceived") as received, alice.listen("requestAccepted") as accepted:
        await alice.request(bob)
        assert (await received.item())["request"]["sender"]["username"] == "alice"
        request_id = await bob.request_id(alice)
        for _ in range(2):
            assert (await bob.do("accept", requestId=request_id))["thread"]["state"] == "OPEN"
        assert (await accepted.item())["thread"]["state"] == "OPEN"
        assert await accepted.is_quiet()
        async with alice.listen("messageAdded") as added:
            await bob.send(alice, "hi")
            assert (await added.item())["message"]["text"] == "hi"
