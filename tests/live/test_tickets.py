"""Streams that are opened by a ticket, for clients that cannot send a header."""

import asyncio
import json
from dataclasses import replace
from datetime import timedelta

import pytest
import structlog

from models.streams import MOST, StreamTicket, keep_ticket
from rules.policy import Policy
from tests.databases import PATIENCE
from tests.live.devices import cursor_of
from tests.live.readers import EVENTS, MESSAGES, Events, friends, messages, opened, posted, ticket_of
from tests.services import serving
from tests.world import World


@pytest.fixture
def policy() -> Policy:
    return replace(Policy(), position_interval=timedelta(seconds=20))


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
async def test_a_ticket_goes_without_a_token_and_is_its_viewers(world: World) -> None:
    """A refused use does not spend it."""
    alice, bob = await friends(world)
    ticket = await ticket_of(alice)
    asked = {"query": EVENTS, "ticket": ticket}
    for headers in (
        {"Authorization": bob.token, "Accept": "text/event-stream"},
        {"Accept": "application/json"},
    ):
        async with world.client.get(world.url, params=asked, headers=headers) as answer:
            assert answer.status == 400
    async with opened(world, ticket, text="{ viewer { user { id } } }") as answer:
        assert alice.id in await answer.text()


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
        assert (result["field"], result["reason"], result["bound"]) == ("validSeconds", "BAD_FORMAT", None)


@pytest.mark.shows("9.22")
async def test_the_last_tickets_of_a_user_are_kept(world: World) -> None:
    alice, bob = await friends(world)
    first, other = await ticket_of(alice), await ticket_of(bob)
    times = {
        "opens_until": world.clock() + timedelta(seconds=30),
        "ends_at": world.clock() + timedelta(days=1),
    }
    for number in range(MOST):
        row = StreamTicket(user_id=alice.key, digest=f"digest {number}", **times)
        await keep_ticket(world.services.database, row)
    for ticket, status in ((first, 401), (other, 200)):
        async with opened(world, ticket) as answer:
            assert answer.status == status


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
