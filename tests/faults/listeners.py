"""Clients that listen, and come again where they were: after a pause that grows, as graphql-ws does."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from random import uniform
from time import monotonic
from typing import Any

import aiohttp

from tests.world import Person, operation

LISTEN = operation("messageAdded")
FIRST_PAUSE, LONGEST_PAUSE = 0.2, 3.0
HEARTBEAT = 6.0
"""Seconds after which a client asks whether the service is still there, and half of it for the answer."""

GONE = (aiohttp.ClientError, OSError, TimeoutError)


@dataclass(eq=False)
class Listener:
    """One user's stream of messages. `heard`: all texts in order, over all connections; `at`: when each came first.

    `errors`: what no client should be sent. `aways`: the seconds from each loss of a connection, at `gone_at`, to
    the first item of a later one. `text`: the subscription.
    """

    person: Person
    client: aiohttp.ClientSession
    text: str = LISTEN
    heard: list[str] = field(default_factory=list)
    at: dict[str, float] = field(default_factory=dict)
    closes: Counter[int | None] = field(default_factory=Counter)
    errors: list[Any] = field(default_factory=list)
    aways: list[float] = field(default_factory=list)
    gone_at: float | None = None
    resyncs: int = 0
    event_cursor: str | None = None
    is_live: bool = False
    items: int = 0
    lives: int = 0
    """Connections so far on which an item came."""

    async def listen(self) -> None:
        """For ever."""
        pause = FIRST_PAUSE
        while True:
            lives = self.lives
            try:
                async with self.client.ws_connect(
                    self.person.world.url, protocols=["graphql-transport-ws"], heartbeat=HEARTBEAT
                ) as ws:
                    await self._follow(ws)
                    self.closes[ws.close_code] += 1
            except GONE:
                self.closes[None] += 1
            if self.is_live:
                self.is_live, self.gone_at = False, monotonic()
            pause = FIRST_PAUSE if self.lives > lives else min(2 * pause, LONGEST_PAUSE)
            await asyncio.sleep(pause * uniform(0.5, 1))

    async def _follow(self, ws: aiohttp.ClientWebSocketResponse) -> None:
        await ws.send_json({"type": "connection_init", "payload": {"Authorization": self.person.token}})
        payload = {"query": self.text, "variables": {"after": self.event_cursor}}
        async for message in ws:
            if message.type is not aiohttp.WSMsgType.TEXT:
                return
            match message.json():
                case {"type": "connection_ack"}:
                    await ws.send_json({"type": "subscribe", "id": "1", "payload": payload})
                case {"type": "next", "payload": {"data": {**data}}} if all(data.values()):
                    self.take(*data.values())
                case {"type": "next" | "error" | "complete"} as wrong:
                    self.errors.append(wrong)
                    return
                case {"type": "ping"}:
                    await ws.send_json({"type": "pong"})

    def take(self, item: Any) -> None:
        """An item of the stream."""
        if not self.is_live:
            self.lives += 1
            self.is_live = True
            if self.gone_at is not None:
                self.aways.append(monotonic() - self.gone_at)
        self.items += 1
        self.event_cursor = item["eventCursor"]
        match item["__typename"]:
            case "MessageAdded":
                text = item["message"]["text"]
                self.heard.append(text)
                self.at.setdefault(text, monotonic())
            case "ResyncRequired":
                self.resyncs += 1


@asynccontextmanager
async def listening(
    people: Sequence[Person], cursors: Sequence[str | None] | None = None
) -> AsyncIterator[list[Listener]]:
    """All of them, each on a socket of its own, live from here on; after these cursors, if any."""
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as client:
        places = cursors or [None] * len(people)
        listeners = [
            Listener(person, client, event_cursor=place) for person, place in zip(people, places, strict=True)
        ]
        tasks = [asyncio.create_task(listener.listen()) for listener in listeners]
        while not all(listener.lives for listener in listeners):  # noqa: ASYNC110
            await asyncio.sleep(0.05)
        try:
            yield listeners
        finally:
            died = [task.exception() for task in tasks if task.done()]
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            assert died == []
