"""Clients that listen, and come again where they were when their socket is closed."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from random import uniform
from time import monotonic
from typing import Any

import aiohttp

from tests.world import Person, operation

LISTEN = operation("messageAdded")
PAUSE = 0.2


@dataclass
class Listener:
    """One user's stream of messages: the times of the texts, the closes of its sockets, and its faults."""

    person: Person
    client: aiohttp.ClientSession
    heard: dict[str, float] = field(default_factory=dict)
    closes: Counter[int | None] = field(default_factory=Counter)
    errors: list[Any] = field(default_factory=list)
    twice: int = 0
    event_cursor: str | None = None
    is_live: asyncio.Event = field(default_factory=asyncio.Event)

    async def listen(self) -> None:
        """For ever."""
        while True:
            async with self.client.ws_connect(
                self.person.world.url, protocols=["graphql-transport-ws"]
            ) as ws:
                await self._follow(ws)
                self.closes[ws.close_code] += 1
            await asyncio.sleep(uniform(PAUSE, 2 * PAUSE))

    async def _follow(self, ws: aiohttp.ClientWebSocketResponse) -> None:
        await ws.send_json({"type": "connection_init", "payload": {"Authorization": self.person.token}})
        payload = {"query": LISTEN, "variables": {"after": self.event_cursor}}
        await ws.send_json({"type": "subscribe", "id": "1", "payload": payload})
        seen = set[str]()
        async for message in ws:
            match message.json():
                case {"type": "next", "payload": {"data": {"messageAdded": item}}} if item:
                    self._take(item, seen)
                case {"type": "next" | "error"} as wrong:
                    self.errors.append(wrong)
                case {"type": "ping"}:
                    await ws.send_json({"type": "pong"})

    def _take(self, item: Any, seen: set[str]) -> None:
        self.event_cursor = item["eventCursor"]
        self.is_live.set()
        if item["__typename"] == "MessageAdded":
            text = item["message"]["text"]
            self.twice += text in seen
            seen.add(text)
            self.heard.setdefault(text, monotonic())


@asynccontextmanager
async def listening(people: list[Person]) -> AsyncIterator[list[Listener]]:
    """All of them, each on a socket of its own, live from here on."""
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as client:
        listeners = [Listener(person, client) for person in people]
        tasks = [asyncio.create_task(listener.listen()) for listener in listeners]
        for listener in listeners:
            await listener.is_live.wait()
        try:
            yield listeners
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
