"""Many sends, many listeners, many kills; and many sockets of one process."""

import asyncio
import random
from contextlib import AbstractAsyncContextManager, suppress
from statistics import quantiles
from time import monotonic

import aiohttp
import psutil

from tests.faults.benches import Bench, on_many
from tests.faults.faults import Fault, Figures, Unfinished, number
from tests.faults.listeners import Listener
from tests.faults.nodes import graphql_ws

PAIRS, DEVICES, RATE = 28, 10, 120
"""504 listeners: as many devices of each as a user may have, but one, which is left for graphql-ws."""

IDLE, KILLS, DELIVERIES = 5000, 500, 1_000_000

ROUND, PAUSE = 60, 2
"""Seconds of kills until all is checked, and between two of them on average."""

RESUMED = 3.0
"""Seconds from the kill of a worker until its clients have an item again, 99 of 100."""


def on_a_crowd() -> AbstractAsyncContextManager[Bench]:
    """Workers with 504 listeners and 120 sends a second, unless told otherwise."""
    rate = number("RATE", RATE)
    return on_many(number("WORKERS", 4), module="server", pairs=PAIRS, rate=rate, devices=DEVICES - 1)


def on_one() -> AbstractAsyncContextManager[Bench]:
    """One worker with little to do."""
    return on_many(1, module="server", pairs=IDLE // DEVICES // 2, rate=1, devices=0)


def _middle_and_most(seconds: list[float]) -> list[float]:
    found = quantiles(seconds, n=100)
    return [round(found[49], 3), round(found[98], 3)]


async def kill_under_load(bench: Bench) -> Figures:
    """Workers at random instants, while graphql-ws listens too; everything is checked after each round."""
    wanted, deliveries = number("LOAD_KILLS", KILLS), number("DELIVERIES", DELIVERIES)
    people = list({one.person.key: one.person for one in bench.listeners}.values())
    async with graphql_ws(people) as nodes:
        until = monotonic() + number("LOAD_ROUND", ROUND)
        while monotonic() < until:
            await asyncio.sleep(random.uniform(0, 2 * PAUSE))
            bench.waits.append(await _kill_one(bench))
        await asyncio.sleep(RESUMED)  # Without messages a client hears nothing until the next Position.
        found = await bench.verdict(nodes=nodes)
    assert not found.wrong, found.wrong
    checked = found.figures["deliveries"]
    resumed = _middle_and_most([away for one in bench.listeners for away in one.aways])
    figures: Figures = {
        "kills": len(bench.waits),
        "deliveries checked": checked,
        "deliveries of the last round to graphql-ws": found.figures["deliveries to graphql-ws"],
        "repeated by graphql-ws": found.figures["repeated by reconnects"],
        "no worker answered for, p99, seconds": _middle_and_most(bench.waits)[1],
        "clients resumed after, p50 and p99, seconds": resumed,
    }
    assert resumed[1] <= RESUMED, figures
    if len(bench.waits) < wanted or checked < deliveries:
        raise Unfinished(
            figures | found.figures, goes_on=monotonic() < bench.begun + number("LOAD_SECONDS", 3000)
        )
    return figures


async def _kill_one(bench: Bench) -> float:
    service = bench.installation.service
    with suppress(psutil.NoSuchProcess):
        random.choice(service.workers()).kill()
    return await service.until_healthy()


async def idle(bench: Bench) -> Figures:
    """Sockets that only listen."""
    people = [person for one, other, _ in bench.load.pairs for person in (one, other)]
    count = number("IDLE", IDLE)
    [worker] = bench.installation.service.workers()
    before = worker.memory_info().rss
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as client:
        listeners = [Listener(people[turn % len(people)], client) for turn in range(count)]
        tasks: list[asyncio.Task[None]] = []
        try:
            for listener in listeners:
                tasks.append(asyncio.create_task(listener.listen()))
                await asyncio.sleep(0.002)
            begun = monotonic()
            while not all(one.lives for one in listeners):
                await asyncio.sleep(0.5)
                assert monotonic() - begun < 300, f"{sum(not one.lives for one in listeners)} are not live"
            await asyncio.sleep(10)
            grown = worker.memory_info().rss - before
            cpu = worker.cpu_percent(10)
            ended = sum(sum(one.closes.values()) for one in listeners)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
    figures: Figures = {"sockets": count, "KB each": round(grown / count / 1024, 1), "CPU, %": cpu}
    assert not ended, ended
    figures |= {"grown, MB": round(grown / 2**20)}
    if count < IDLE:
        raise Unfinished(figures)
    return figures


OF_A_CROWD = [
    Fault(
        "volume 2",
        "500 random kills and 1,000,000 deliveries, some to clients of graphql-ws",
        kill_under_load,
    ),
]
OF_ONE = [Fault("volume 4", "5,000 sockets of one worker", idle)]
