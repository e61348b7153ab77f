"""Many who send at once without a key, and try again as the page for front ends says."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from random import uniform
from typing import Any

import aiohttp

from tests.world import Person, World

SEND = """mutation($input: SendMessageInput!) { sendMessage(input: $input) {
    __typename ... on SendMessageSuccess { eventCursor thread { id peer { messageability { action } } } } } }"""


@dataclass
class Crowd:
    """The answers, by code; "done" for a success that was read whole."""

    world: World
    client: aiohttp.ClientSession
    has_keys: bool = False
    answers: Counter[str] = field(default_factory=Counter)

    async def send(self, person: Person, thread_id: str, text: str) -> None:
        """Until it is done, after pauses that grow."""
        pause = 0.2
        while "OVERLOADED" in (codes := await self._try(person, thread_id, text)):
            await asyncio.sleep(pause * uniform(0.5, 1))
            pause = min(2 * pause, 5)
        assert codes <= {"COMMITTED_NOT_READ"}, codes

    async def send_at_once(self, senders: Sequence[tuple[Person, Person, str]], texts: Sequence[str]) -> None:
        """Each text once, by the senders in turn."""
        sends = []
        for number, text in enumerate(texts):
            one, _, thread_id = senders[number % len(senders)]
            sends.append(self.send(one, thread_id, text))
        await asyncio.gather(*sends)

    async def _try(self, person: Person, thread_id: str, text: str) -> set[str]:
        given = {"threadId": thread_id, "text": text} | ({"clientKey": text} if self.has_keys else {})
        try:
            answer = await self._post(person, {"query": SEND, "variables": {"input": given}})
        except aiohttp.ClientConnectionError:
            self.answers["no answer"] += 1
            if not self.has_keys:
                raise
            return {"OVERLOADED"}
        codes = {error["extensions"]["code"] for error in answer.get("errors", ())}
        assert codes or answer["data"]["sendMessage"]["__typename"] == "SendMessageSuccess", answer
        self.answers.update(codes or {"done"})
        return codes

    async def _post(self, person: Person, body: Any) -> Any:
        headers = {"Authorization": person.token}
        async with self.client.post(self.world.url, json=body, headers=headers) as response:
            return await response.json()


async def pairs(world: World, count: int) -> list[tuple[Person, Person, str]]:
    """So many times two who may write to each other, and the id of their thread."""
    found = []
    for number in range(count):
        name = f"{len(world.people)}{number}"
        one, other = await world.cast(f"one{name}", f"other{name}")
        await other.opens(one)
        found.append((one, other, await one.thread_id(other)))
    return found


@asynccontextmanager
async def gathered(world: World, *, has_keys: bool = False) -> AsyncIterator[Crowd]:
    """With as many connections as it likes; with keys it also tries again where no answer came."""
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as client:
        yield Crowd(world, client, has_keys)
