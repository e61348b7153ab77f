"""Streams that are opened again: by their id, by the last event, by a ticket; nothing is lost."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import aiohttp
import pytest
import structlog

from models.streams import MOST
from rules.policy import Policy
from tests.databases import PATIENCE
from tests.live.watching import cursor_of
from tests.streams import Stream
from tests.world import Person, World, operation, serving

EVENTS = operation("events")
MESSAGES = operation("messageAdded")


@pytest.fixture
def policy() -> Policy:
    return replace(Policy(), position_interval=timedelta(seconds=20))


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


@pytest.mark.shows("9.23")
async def test_the_same_id_loses_nothing(world: World) -> None:
    alice, bob = await friends(world)
    id = str(uuid4())
    async with socket(alice, id) as stream:
        assert (await stream.item())["__typename"] == "Position"
        await bob.send(alice, "one")
        assert await messages(stream, 1) == ["one"]
    await bob.send(alice, "two")
    for _ in range(2):
        async with socket(alice, id) as stream:
            assert await messages(stream, 2) == ["one", "two"]
    async with socket(alice, id) as stream:
        await bob.send(alice, "three")
        assert await messages(stream, 3) == ["one", "two", "three"]


@pytest.mark.shows("9.23")
async def test_and_neither_does_it_over_a_restart(world: World) -> None:
    alice, bob = await friends(world)
    id, other = str(uuid4()), str(uuid4())
    async with socket(alice, id) as stream, posted(alice, headers={"X-Stream-Id": other}) as events:
        assert (await stream.item())["__typename"] == "Position"
        assert (await events.item())["__typename"] == "Position"
    await bob.send(alice, "one")
    async with serving(world.services) as restarted:
        again = replace(alice, world=restarted)
        async with socket(again, id) as stream, posted(again, headers={"X-Stream-Id": other}) as events:
            assert await messages(stream, 1) == ["one"]
            assert await messages(events, 1) == ["one"]


@pytest.mark.shows("9.23")
async def test_another_stream_begins_now(world: World) -> None:
    alice, bob = await friends(world)
    id = str(uuid4())
    async with socket(alice, id) as stream:
        await stream.item()
    await bob.send(alice, "one")
    others: list[tuple[Person, str, str, dict[str, Any]]] = [
        (alice, str(uuid4()), EVENTS, {}),
        (alice, id, MESSAGES, {}),
        (alice, id, EVENTS + " ", {}),
        (bob, id, EVENTS, {}),
    ]
    thread = {"threadId": await alice.thread_id(bob)}
    async with socket(alice, id, MESSAGES, **thread) as stream:
        assert (await stream.item())["__typename"] == "Position"
    for person, other, text, variables in others:
        async with socket(person, other, text, **variables) as stream:
            assert (await stream.item())["__typename"] == "Position"
    for _ in range(2):
        async with socket(alice, "1") as stream:
            assert (await stream.item())["__typename"] == "Position"


@pytest.mark.shows("9.23")
async def test_a_start_follows_a_long_stream(world: World) -> None:
    alice, bob = await friends(world)
    id = str(uuid4())
    async with socket(alice, id) as stream:
        await stream.item()
        for text in ("one", "two", "three"):
            await bob.send(alice, text)
            assert await messages(stream, 1) == [text]
            world.clock.advance(hours=1)
        await bob.send(alice, "four")
        assert await messages(stream, 1) == ["four"]
        await bob.send(alice, "five")
        assert await messages(stream, 1) == ["five"]
    async with socket(alice, id) as stream:
        repeated = (await messages(stream, 1))[0]
        assert repeated in {"three", "four"}


@pytest.mark.shows("9.23")
async def test_a_start_that_is_too_old_says_so(world: World) -> None:
    alice, bob = await friends(world)
    id = str(uuid4())
    async with socket(alice, id) as stream:
        await stream.item()
    await bob.send(alice, "one")
    world.clock.advance(days=8)
    async with socket(alice, id) as stream:
        item = await stream.item()
        assert (item["__typename"], item["reason"]) == ("ResyncRequired", "EXPIRED")
    async with socket(alice, id) as stream:
        await bob.send(alice, "two")
        assert await messages(stream, 1) == ["two"]


@pytest.mark.shows("9.26")
async def test_a_client_that_sends_the_same_again_loses_nothing(world: World) -> None:
    """As graphql-sse and urql do, which name nothing."""
    alice, bob = await friends(world)
    async with posted(alice) as events:
        assert (await events.item())["__typename"] == "Position"
        await bob.send(alice, "one")
        assert await messages(events, 1) == ["one"]
    await bob.send(alice, "two")
    async with serving(world.services) as restarted:
        for _ in range(2):
            async with posted(replace(alice, world=restarted)) as events:
                assert (await events.item())["__typename"] == "Position"
                assert await messages(events, 2) == ["one", "two"]


@pytest.mark.shows("9.26")
async def test_a_client_that_sends_something_else_begins_now(world: World) -> None:
    alice, bob = await friends(world)
    async with posted(alice) as events:
        await events.item()
    await bob.send(alice, "one")
    thread = {"threadId": await alice.thread_id(bob)}
    begins: list[tuple[Person, dict[str, Any]]] = [
        (alice, {"headers": {"User-Agent": "a telephone"}}),
        (alice, {"headers": {"X-Stream-Id": str(uuid4())}}),
        (alice, {"text": EVENTS + " "}),
        (alice, {"text": MESSAGES, **thread}),
        (bob, {}),
    ]
    for person, given in begins:
        async with posted(person, **given) as events:
            assert (await events.item())["__typename"] == "Position"
            await bob.send(alice, "two")
            assert (await messages(events, 1)) == ["two"]


@pytest.mark.shows("9.26")
async def test_after_a_long_time_it_is_told_to_read_again(world: World) -> None:
    alice, bob = await friends(world)
    async with posted(alice) as events:
        await events.item()
    await bob.send(alice, "one")
    world.clock.advance(hours=2, seconds=1)
    async with posted(alice) as events:
        item = await events.item()
        assert (item["__typename"], item["reason"]) == ("ResyncRequired", "EXPIRED")
        await bob.send(alice, "two")
        assert await messages(events, 1) == ["two"]
    async with posted(alice) as events:
        assert await messages(events, 1) == ["two"]


async def test_a_user_has_a_bounded_number_of_starts(world: World) -> None:
    alice, _ = await friends(world)
    async with world.client.ws_connect(world.url, protocols=["graphql-transport-ws"]) as ws:
        await ws.send_json({"type": "connection_init", "payload": {"Authorization": alice.token}})
        assert (await ws.receive_json())["type"] == "connection_ack"
        for _ in range(MOST + 5):
            id = str(uuid4())
            await ws.send_json({"type": "subscribe", "id": id, "payload": {"query": MESSAGES}})
            assert (await ws.receive_json())["type"] == "next"
            await ws.send_json({"type": "complete", "id": id})
    assert len(await world.rows("stream_starts", "id", f"user_id = {alice.key}")) == MOST


@pytest.mark.shows("9.21")
async def test_the_last_event_resumes_and_takes_precedence(world: World) -> None:
    alice, bob = await friends(world)
    start = await cursor_of(alice)
    async with posted(alice, after=start) as events:
        await bob.send(alice, "one")
        item: Any = {}
        while "message" not in item:
            item = await events.item()
            assert item["eventCursor"] == events.last
        last = events.last
    await bob.send(alice, "two")
    async with posted(alice, headers={"Last-Event-ID": last}, after=start) as events:
        assert await messages(events, 1) == ["two"]
    async with posted(bob, headers={"Last-Event-ID": last}) as events:
        item = await events.item()
        assert (item["__typename"], item["reason"]) == ("ResyncRequired", "UNKNOWN")


@pytest.mark.shows("9.21")
async def test_an_item_has_its_id_whatever_is_asked_of_it(world: World) -> None:
    alice, _ = await friends(world)
    async with posted(alice, text="subscription { messageAdded { __typename } }") as events:
        assert await events.item() == {"__typename": "Position"}
        assert events.last == await cursor_of(alice)


async def ticket_of(person: Person, **given: Any) -> str:
    result = await person.do("createStreamTicket", **given)
    assert result["__typename"] == "CreateStreamTicketSuccess", result
    ticket: str = result["ticket"]
    return ticket


@pytest.mark.shows("9.22")
async def test_a_ticket_opens_one_stream_and_that_again(world: World) -> None:
    alice, bob = await friends(world)
    ticket = await ticket_of(alice)
    async with opened(world, ticket) as answer:
        events = Events(answer)
        await events.item()
        await bob.send(alice, "one")
        assert await messages(events, 1) == ["one"]
        last = events.last
    await bob.send(alice, "two")
    world.clock.advance(minutes=10)
    async with opened(world, ticket, last) as answer:
        assert await messages(Events(answer), 1) == ["two"]
    async with serving(world.services) as restarted, opened(restarted, ticket, last) as answer:
        assert await messages(Events(answer), 1) == ["two"]


@pytest.mark.shows("9.22")
async def test_a_spent_ticket_opens_nothing_else(world: World) -> None:
    alice, bob = await friends(world)
    ticket = await ticket_of(alice)
    mine, his = await cursor_of(alice), await cursor_of(bob)
    async with opened(world, ticket) as answer:
        assert answer.status == 200
    tries: list[tuple[str | None, str]] = [
        (None, EVENTS),
        (his, EVENTS),
        ("0" * 32, EVENTS),
        ("x", EVENTS),
        (mine, MESSAGES),
    ]
    for last, text in tries:
        async with opened(world, ticket, last, text) as answer:
            assert answer.status == 401
            assert (await answer.json())["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"


@pytest.mark.shows("9.22")
async def test_a_ticket_is_spent_once_however_many_come(world: World) -> None:
    alice, _ = await friends(world)
    ticket = await ticket_of(alice)

    async def status() -> int:
        async with opened(world, ticket) as answer:
            return answer.status

    assert sorted(await asyncio.gather(*(status() for _ in range(8)))) == [200] + [401] * 7


@pytest.mark.shows("9.22")
async def test_a_ticket_expires(world: World) -> None:
    alice, _ = await friends(world)
    for seconds in (1, 30):
        ticket = await ticket_of(alice, validSeconds=seconds)
        world.clock.advance(seconds=seconds + 1)
        async with opened(world, ticket) as answer:
            assert answer.status == 401
    for seconds in (0, 31, -1):
        result = await alice.do("createStreamTicket", validSeconds=seconds)
        assert (result["__typename"], result["field"], result["bound"]) == (
            "InvalidInput",
            "validSeconds",
            30,
        )


@pytest.mark.shows("9.22")
async def test_a_stream_of_a_ticket_ends_after_a_day(world: World) -> None:
    alice, _ = await friends(world)
    ticket = await ticket_of(alice)
    async with opened(world, ticket) as answer:
        events = Events(answer)
        await events.item()
    world.clock.advance(days=1, seconds=1)
    async with opened(world, ticket, events.last) as answer:
        assert answer.status == 401


@pytest.mark.shows("9.22")
async def test_no_log_has_a_ticket(world: World) -> None:
    alice, _ = await friends(world)
    with structlog.testing.capture_logs() as lines:
        ticket = await ticket_of(alice)
        for _ in range(2):
            async with opened(world, ticket):
                pass
        async with opened(world, f"{ticket}%00" * 30) as answer:
            assert answer.status == 401
    assert ticket not in json.dumps(lines, default=str)
    assert ticket not in str(await world.rows("stream_tickets"))


@pytest.mark.shows("2.6", "9.24")
async def test_a_deactivated_user_is_sent_away(world: World) -> None:
    alice, bob = await friends(world)
    async with posted(alice) as events:
        await events.item()
        await alice.becomes(is_active=False)
        await bob.send(alice, "one")
        rest = (await asyncio.wait_for(events.answer.read(), PATIENCE)).decode()
    assert "UNAUTHENTICATED" in rest
    assert rest.endswith("event: complete\ndata:\n\n")
