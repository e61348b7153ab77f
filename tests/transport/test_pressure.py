"""Mutations that would wait too long are refused at once, typed and before anything is done; readers never are."""

import asyncio
import json
from dataclasses import dataclass, field

import pytest

from server.rates import FIRST, LEAST, LONGEST_WINDOW, MOST, SOON, WINDOW, Pressure, Rates
from server.service import SERVICE
from tests.transport.rates import GRAPHQL, JSON
from tests.transport.servers import Server, Starter, make_token

OPEN = Rates(mutations=10**6, mutations_burst=10**6)


@dataclass
class Load:
    """Mutations of a process, and the time that the test gives them."""

    now: float = 0.0
    pressure: Pressure = field(init=False)
    running: "list[asyncio.Future[None]]" = field(default_factory=list)

    def __post_init__(self) -> None:
        self.pressure = Pressure(lambda: self.now)

    def offer(self, count: int) -> int:
        """How many of them are taken."""
        for taken in range(count):
            if self.pressure.refuse():
                return taken
            self.running.append(asyncio.get_running_loop().create_future())
            self.pressure.take(self.running[-1])
        return count

    async def end(self, count: int) -> None:
        ending, self.running = self.running[:count], self.running[count:]
        for one in ending:
            one.set_result(None)
        await asyncio.sleep(0)

    async def carry(self, seconds: float, windows: int) -> int:
        """All that are taken are done after so many seconds; the number that is taken in the last window."""
        taken = 0
        for _ in range(windows):
            taken = self.offer(2 * MOST)
            self.now += max(seconds, WINDOW)
            await self.end(taken)
        return taken


async def test_while_mutations_end_soon_more_are_taken() -> None:
    load = Load()
    assert load.offer(2 * MOST) == FIRST
    await load.end(FIRST)
    assert await load.carry(SOON / 2, 100) == MOST


async def test_while_they_take_too_long_fewer_are_taken() -> None:
    load = Load()
    assert load.offer(2 * MOST) == FIRST
    load.now += 2 * SOON
    await load.end(FIRST // 2)
    assert load.offer(2 * MOST) == 0
    await load.end(FIRST)
    load = Load()
    load.offer(LEAST)
    for _ in range(100):
        load.offer(2 * MOST)
        load.now += 2 * SOON
        await load.end(len(load.running) - 1)
    assert load.pressure.limit == LEAST


async def test_where_none_ends_only_few_are_taken_until_all_are_gone() -> None:
    load = Load()
    load.offer(FIRST)
    for _ in range(100):
        load.now += 2 * SOON
        assert load.offer(1) == 0
    assert load.pressure.limit == LEAST
    await load.end(FIRST)
    for _ in range(2):
        load.now += LONGEST_WINDOW
        load.pressure.refuse()
    assert load.offer(2 * MOST) == FIRST


async def test_once_none_is_under_way_a_crowd_is_taken_at_once() -> None:
    load = Load()
    load.offer(FIRST)
    for _ in range(100):
        load.now += 2 * SOON
        load.offer(1)
    assert load.pressure.limit == LEAST
    await load.end(FIRST)
    assert load.offer(2 * MOST) == FIRST


async def test_one_that_is_stuck_delays_no_other() -> None:
    load = Load()
    load.offer(1)
    for _ in range(20):
        assert load.offer(100) == 100
        load.now += WINDOW
        stuck, *quick = load.running
        load.running = [*quick, stuck]
        await load.end(100)


@pytest.mark.shows("15.29")
async def test_what_is_refused_says_so_and_the_rest_is_done(start: Starter) -> None:
    server = await start(rates=OPEN)
    pressure, token = server.app[SERVICE].schema.pressure, make_token()
    taken = [asyncio.create_task(server.post("mutation{save}", token)) for _ in range(LEAST)]
    while pressure.under_way < LEAST:  # noqa: ASYNC110
        await asyncio.sleep(0.01)
    pressure.limit = LEAST
    for media in (JSON, GRAPHQL):
        await _refused(server, token, media)
    async with server.ready(token) as socket:
        await socket.subscribe("mutation{save}", id="late")
        late = await socket.receive()
        assert (late["type"], late["payload"][0]["extensions"]["code"]) == ("error", "OVERLOADED")
        await socket.subscribe("{me}", id="read")
        assert (await socket.receive())["payload"]["data"] == {"me": "alice"}
    server.seen.may_save.set()
    assert await asyncio.gather(*taken) == [{"data": {"save": "saved"}}] * LEAST
    assert await server.post("mutation{save}", token) == {"data": {"save": "saved"}}


async def _refused(server: Server, token: str, media: str) -> None:
    headers = {"Authorization": token, "Accept": media}
    async with server.client.post(server.url, json={"query": "mutation{save}"}, headers=headers) as answer:
        assert (answer.status, answer.headers["Retry-After"], answer.content_type) == (503, "1", media)
        result = json.loads(await answer.read())
    [error] = result.pop("errors")
    assert result == {}
    assert error["extensions"] == {"code": "OVERLOADED", "retryAfterSeconds": 1}


async def test_a_field_that_met_a_busy_database_says_when_to_try_again(start: Starter) -> None:
    server = await start()
    async with server.client.post(server.url, json={"query": "{isBusy}"}) as answer:
        assert (answer.status, answer.headers["Retry-After"]) == (200, "1")
