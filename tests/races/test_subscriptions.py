"""Streams that begin, resume and follow while others write: nothing is slept over, doubled or passed by."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

import pytest

from rules.policy import Policy
from server.chores import sweep
from tests.live.devices import cursor_of, log_end
from tests.races.arena import AT_ONCE, LONG, Arena, race
from tests.streams import Stream
from tests.world import Person, World, operation

MESSAGES = operation("messageAdded")
MANY = 50
"""Subscriptions for each round of another race: 10,000 in the long form."""


@pytest.fixture
def policy() -> Policy:
    return Policy(bucket_size=1000)


class Socket:
    """One socket of a user, in which subscriptions begin one after another."""

    def __init__(self, person: Person, stream: Stream) -> None:
        self.person = person
        self.stream = stream

    async def items(self, id: str) -> AsyncGenerator[Any, None]:
        """The items of a new subscription."""
        payload = {"query": MESSAGES, "variables": {}}
        await self.stream.ws.send_json({"type": "subscribe", "id": id, "payload": payload})
        try:
            while True:
                message = await self.stream.message()
                if message["id"] == id:
                    assert message["type"] == "next", message
                    yield message["payload"]["data"]["messageAdded"]
        finally:
            await self.stream.ws.send_json({"type": "complete", "id": id})

    def seq(self, item: Any) -> int:
        """The place in the log."""
        sealer = self.person.world.services.sealer
        cursor = sealer.open_event_cursor(self.person.key, item["eventCursor"])
        assert cursor
        return cursor.seq


@asynccontextmanager
async def socket(person: Person) -> AsyncIterator[Socket]:
    """Kept open by a stream without messages."""
    async with person.listen("requestAccepted") as stream:
        yield Socket(person, stream)


async def subscribe_beside_a_send(alice: Person, bob: Socket, thread_id: str, number: int) -> list[str]:
    """The items of a stream from its beginning until it had, or was past, the message that was sent during it."""
    text, end = f"message {number}", (await log_end(bob.person)).seq + 1

    async def listen() -> list[str]:
        heard: list[str] = []
        items = bob.items(text)
        async for item in items:
            heard.append(item["message"]["text"] if "message" in item else "Position")
            if bob.seq(item) >= end:
                break
        await items.aclose()
        return heard

    heard, _ = await race(listen(), alice.do("sendMessage", threadId=thread_id, text=text))
    found: list[str] = heard
    return found


def is_right(heard: list[str], text: str) -> bool:
    """The place where it began, and then the message unless it was before that; a second place was slept over."""
    return heard in (["Position"], ["Position", text])


@pytest.mark.shows("9.11")
async def test_a_message_beside_a_subscription_is_not_slept_over(arena: Arena) -> None:
    turns = iter(range(arena.rounds * (MANY if arena.rounds >= LONG else 4)))

    async def some() -> None:
        alice, bob, thread_id = await arena.friends()
        async with socket(bob) as one:
            for number in turns:
                sender = arena.elsewhere(alice)
                heard = await subscribe_beside_a_send(sender, one, thread_id, number)
                assert is_right(heard, f"message {number}"), heard

    await asyncio.gather(*[some() for _ in range(4 * AT_ONCE)])


@pytest.mark.shows("9.11")
async def test_two_streams_of_one_user_are_alike(arena: Arena) -> None:
    async def one() -> None:
        alice, bob, thread_id = await arena.friends()
        after = await cursor_of(bob)
        texts = [f"Number {number}." for number in range(6)]
        async with AsyncExitStack() as stack:
            devices = arena.everywhere(bob, 2)
            streams = [
                await stack.enter_async_context(device.listen("messageAdded", after=after))
                for device in devices
            ]
            sends = [
                sender.do("sendMessage", threadId=thread_id, text=text)
                for sender, text in zip(arena.everywhere(alice, 6), texts, strict=True)
            ]
            await race(*sends)
            first, second = [await _messages(stream, 6) for stream in streams]
        assert first == second
        assert sorted(first) == texts
        assert await bob.texts(alice) == ["Hello!", "Welcome.", *first]

    await arena.play(one)


async def _messages(stream: Stream, count: int) -> list[str]:
    found: list[str] = []
    while len(found) < count:
        item = await stream.item()
        found += [item["message"]["text"]] if "message" in item else []
    return found


@pytest.mark.shows("9.12")
async def test_a_resume_beside_a_sweep_has_all_or_says_so(world: World, rounds: int) -> None:
    """Five events are old enough to go, five are not."""
    alice, bob = await world.cast("alice", "bob")
    await alice.opens(bob)
    for number in range(rounds):
        old = await cursor_of(bob)
        await _chat(alice, bob, "Old", number)
        world.clock.advance(days=9)
        young = await cursor_of(bob)
        texts = await _chat(alice, bob, "Young", number)
        swept = sweep(world.database, world.clock.now, world.services.policy)
        reason, found, _ = await race(_reason(bob, old), _resumed(bob, young), swept)
        assert reason == "EXPIRED"
        assert found == texts


async def _chat(alice: Person, bob: Person, word: str, number: int) -> list[str]:
    texts = [f"{word} {number}, {part}." for part in range(5)]
    for text in texts:
        await alice.send(bob, text)
    return texts


async def _reason(person: Person, after: str) -> Any:
    async with person.listen("messageAdded", after=after) as stream:
        return (await stream.item())["reason"]


async def _resumed(person: Person, after: str) -> list[str]:
    async with person.listen("messageAdded", after=after) as stream:
        return await _messages(stream, 5)
