"""People who keep two workers busy in every way that the dashboard shows."""

import asyncio
import itertools
import random
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AsyncExitStack

import aiohttp

from tests.world import Person

PAUSE = 0.4
"""Seconds between two acts of a person, on average."""


async def live(people: Sequence[Person], seconds: float) -> None:
    """Pairs that talk, half of them with open streams, one stranger over the limits, and one with a bad document."""
    async with AsyncExitStack() as stack:
        for person in people[::2]:
            stream = await stack.enter_async_context(person.listen("events"))
            task = asyncio.create_task(_listen(stream.ws))
            stack.callback(task.cancel)
        acts = [_talk(one, other) for one, other in itertools.pairwise(people)]
        acts += [lambda: _wrong(people[0]), lambda: _pester(people[1], people[-1])]
        async with asyncio.TaskGroup() as tasks:
            for act in acts:
                tasks.create_task(_repeat(act, seconds))


async def _listen(ws: aiohttp.ClientWebSocketResponse) -> None:
    async for _ in ws:
        pass


async def _repeat(act: Callable[[], Awaitable[object]], seconds: float) -> None:
    loop = asyncio.get_running_loop()
    end = loop.time() + seconds
    while loop.time() < end:
        await act()
        await asyncio.sleep(PAUSE * random.uniform(0.5, 1.5))


def _talk(one: Person, other: Person) -> Callable[[], Awaitable[object]]:
    async def act() -> None:
        match random.randrange(4):
            case 0:
                await one.post("inbox")
            case 1:
                await one.post("requests")
            case _:
                thread_id = await one.thread_id(other)
                await one.post("sendMessage", input={"threadId": thread_id, "text": "Hi there."})

    return act


async def _wrong(person: Person) -> None:
    await person.ask("{ nothing }")


async def _pester(person: Person, other: Person) -> None:
    await person.post("sendRequest", input={"recipientId": other.id, "text": "Hello?"})
    await person.post("updateFilterWords", input={"words": ["a"]})
