"""One socket with any number of subscriptions, and all that came over it."""

import json
from collections import defaultdict
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

import aiohttp

from tests.blindness.watched import Watched
from tests.world import Person

Heard = Mapping[str, list[str]]
"""Frames as they came, by the id of their subscription."""


class Ears:
    """Hears nothing late: first every stream tells all that it has, then a pong says that this was all."""

    def __init__(self, ws: aiohttp.ClientWebSocketResponse, watched: Watched, statements: list[str]) -> None:
        self._ws = ws
        self._watched = watched
        self.statements = statements

    async def subscribe(self, id: str, text: str, variables: dict[str, Any]) -> None:
        """Returns when the stream listens; an operation that is refused fails the test."""
        begun = self._watched.hub.begun
        payload = {"query": text, "variables": variables}
        await self._ws.send_json({"type": "subscribe", "id": id, "payload": payload})
        await self._watched.hub.settle(begun + 1)

    async def hear(self) -> Heard:
        """All frames since it was last asked."""
        await self._watched.hub.settle()
        await self._ws.send_json({"type": "ping"})
        heard: dict[str, list[str]] = defaultdict(list)
        while (frame := json.loads(text := await self._ws.receive_str()))["type"] != "pong":
            heard[frame["id"]].append(text)
        return heard


@asynccontextmanager
async def ears_of(watched: Watched, person: Person) -> AsyncIterator[Ears]:
    number = len(watched.statements)
    protocols = ["graphql-transport-ws"]
    async with watched.world.client.ws_connect(watched.world.url, protocols=protocols) as ws:
        await ws.send_json({"type": "connection_init", "payload": {"Authorization": person.token}})
        assert await ws.receive_json() == {"type": "connection_ack"}
        yield Ears(ws, watched, watched.statements[number])
