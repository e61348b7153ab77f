"""Streams as clients open them: a socket with an id, an event stream by POST or by a ticket."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import aiohttp

from tests.databases import PATIENCE
from tests.streams import Stream
from tests.world import Person, World, operation

EVENTS = operation("events")
MESSAGES = operation("messageAdded")


@asynccontextmanager
async def socket(person: Person, id: str, text: str = EVENTS, **variables: Any) -> AsyncIterator[Stream]:
    """A subscription as graphql-ws sends it, with this id."""
    protocols = ["graphql-transport-ws"]
    async with person.world.client.ws_connect(person.world.url, protocols=protocols) as ws:
        await ws.send_json({"type": "connection_init", "payload": {"Authorization": person.token}})
        assert await ws.receive_json() == {"type": "connection_ack"}
        payload = {"query": text, "variables": variables}
        await ws.send_json({"type": "subscribe", "id": id, "payload": payload})
        yield Stream(ws)


@dataclass
class Events:
    """An event stream as a browser reads it."""

    answer: aiohttp.ClientResponse
    last: str | None = None

    async def item(self) -> Any:
        async with asyncio.timeout(PATIENCE):
            while True:
                block = (await self.answer.content.readuntil(b"\n\n")).decode()
                lines = dict(line.split(":", 1) for line in block.splitlines() if line)
                self.last = lines.get("id", self.last or "").strip() or None
                if lines.get("event", "").strip() == "next":
                    (value,) = json.loads(lines["data"])["data"].values()
                    return value


@asynccontextmanager
async def posted(
    person: Person, *, headers: Any = None, text: str = EVENTS, **variables: Any
) -> AsyncIterator[Events]:
    given = {"Authorization": person.token, "Accept": "text/event-stream", **(headers or {})}
    body = {"query": text, "variables": variables}
    async with person.world.client.post(person.world.url, json=body, headers=given) as answer:
        assert answer.status == 200, await answer.text()
        yield Events(answer)


@asynccontextmanager
async def opened(
    world: World, ticket: str, last: str | None = None, text: str = EVENTS
) -> AsyncIterator[aiohttp.ClientResponse]:
    """As EventSource does it."""
    headers = {"Accept": "text/event-stream", "Cache-Control": "no-store"}
    if last:
        headers["Last-Event-ID"] = last
    async with world.client.get(
        world.url, params={"query": text, "ticket": ticket}, headers=headers
    ) as answer:
        yield answer


def said(items: list[Any]) -> list[str]:
    return [item["message"]["text"] for item in items if item["__typename"] == "MessageAdded"]


async def messages(stream: Stream | Events, count: int) -> list[str]:
    """The texts of so many messages; other items may come between."""
    found: list[str] = []
    while len(found) < count:
        found += said([await stream.item()])
    return found


async def friends(world: World) -> tuple[Person, Person]:
    """In the time of the tokens' clock, which streams end by."""
    world.clock.now = datetime.now(UTC)
    alice, bob = await world.cast("alice", "bob")
    await alice.opens(bob)
    return alice, bob


async def ticket_of(person: Person, **given: Any) -> str:
    result = await person.do("createStreamTicket", **given)
    assert result["__typename"] == "CreateStreamTicketSuccess", result
    ticket: str = result["ticket"]
    return ticket
