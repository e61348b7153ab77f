"""A server and two takers of pushes, each killed and started again under load."""

import ast
import asyncio
import os
import random
import runpy
import sqlite3
import time
from collections.abc import Iterator, Mapping
from contextlib import AsyncExitStack, closing, redirect_stdout, suppress
from dataclasses import dataclass, field
from datetime import datetime
from multiprocessing.process import BaseProcess
from pathlib import Path

import asyncpg

from models.db.files import SQLITE
from rules.pushes import LEASE
from tests.api.provisioning import host
from tests.commands import FORKS
from tests.databases import PATIENCE
from tests.ports import free_port
from tests.races.rings import Ring
from tests.races.workers import Worker, worker
from tests.races.writers import Story, load

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "push" / "taker.py"
TAKERS = 2
LONGEST, LULL, LOOK = 0.2, 2.0, 0.001
"""Seconds from a ring to a kill and without a ring, at most; and between two looks."""
POLICY = {"pushes": "true", "bucket_size": 1_000_000, "bucket_refill": "0.001"}
FREE = {f"LIMIT_{name}{end}": "1000000" for name in ("SENDS", "MUTATIONS", "READS") for end in ("", "_BURST")}


@dataclass
class Takers:
    """The example, so many times, each killed and started again at will; what it rings goes to a file."""

    url: str
    token: str
    folder: Path
    running: dict[int, BaseProcess] = field(default_factory=dict)

    def start(self, number: int) -> None:
        environment = {
            "DOORSTEP_URL": self.url,
            "DOORSTEP_TOKEN": self.token,
            "DOORSTEP_LEASE": str(LEASE.least),
        }
        process = FORKS.Process(target=_take, args=(environment, self.file(number)), daemon=True)
        process.start()
        self.running[number] = process

    async def kill(self, number: int) -> None:
        self.running[number].kill()
        await asyncio.to_thread(self.running[number].join)

    async def next_ring(self) -> int:
        """The taker that rings next, before it has acknowledged that; any if none does for long."""
        sizes, until = self._sizes(), time.monotonic() + LULL
        while time.monotonic() < until:
            await asyncio.sleep(LOOK)
            if grown := [number for number, size in self._sizes().items() if size > sizes[number]]:
                return grown[0]
        return random.randrange(TAKERS)

    def _sizes(self) -> dict[int, int]:
        files = {number: self.file(number) for number in self.running}
        return {number: file.stat().st_size if file.exists() else 0 for number, file in files.items()}

    def file(self, number: int) -> Path:
        return self.folder / f"rung{number}"

    def rung(self) -> list[Ring]:
        """All that was rung, in the order of the takes: a line that was cut off was not."""
        lines = [line for number in self.running for line in self.file(number).read_text().splitlines()]
        return sorted(_rings(lines), key=lambda ring: ring.lease_ends_at)


def _take(environment: Mapping[str, str], rung: Path) -> None:
    """Forked from a process that has imported everything: one that was just killed is soon at work again."""
    os.environ.update(environment)
    with rung.open("a") as file, redirect_stdout(file):
        runpy.run_path(str(EXAMPLE))


def _rings(lines: list[str]) -> Iterator[Ring]:
    for line in lines:
        with suppress(ValueError, SyntaxError):
            push = ast.literal_eval(line)
            yield Ring(push["id"], push["subject"], datetime.fromisoformat(push["leaseEndsAt"]))


@dataclass
class Scene:
    """A server on one port for all its lives, its takers, and people who write to each other all the time."""

    database_url: str
    log: Path
    port: int
    stack: AsyncExitStack = field(default_factory=AsyncExitStack)
    server: Worker | None = None

    async def start(self) -> None:
        self.stack = AsyncExitStack()
        settings = {"PORT": str(self.port), **FREE}
        self.server = await self.stack.enter_async_context(
            worker(self.database_url, self.log, POLICY, settings)
        )

    async def kill(self) -> None:
        assert self.server
        await self.server.kill()
        await self.stack.aclose()


async def killed(story: Story, rounds: int, database_url: str, folder: Path) -> list[Ring]:
    """The pushes that were rung, after so many kills under load and a time without."""
    port = free_port()
    story.world.url = f"http://127.0.0.1:{port}/graphql"
    scene = Scene(database_url, folder / "log", port)
    takers = Takers(story.world.url, host(story.world).token.removeprefix("Bearer "), folder)
    await scene.start()
    for alice, bob in story.pairs:
        await alice.opens(bob)
    for number in range(TAKERS):
        takers.start(number)
    async with load(story):
        for _ in range(rounds):
            await _kill_one(scene, takers)
    await _drained(database_url)
    await scene.kill()
    for number in range(TAKERS):
        await takers.kill(number)
    return takers.rung()


async def _kill_one(scene: Scene, takers: Takers) -> None:
    """While all of it works: at the instant of a ring, or some time after it."""
    number = await takers.next_ring()
    await asyncio.sleep(random.choice((0, random.uniform(0, LONGEST))))
    if random.random() < 1 / 3:
        await scene.kill()
        await scene.start()
    else:
        await takers.kill(number)
        takers.start(number)


async def _drained(url: str) -> None:
    """Until all is taken: minutes after hundreds of kills. TimeoutError if for long nothing is."""
    least, until = await _waiting(url), time.monotonic() + PATIENCE
    while (waiting := await _waiting(url)) and time.monotonic() < until:
        if waiting < least:
            least, until = waiting, time.monotonic() + PATIENCE
        await asyncio.sleep(0.1)
    if waiting:
        raise TimeoutError(f"{waiting} events are not taken")


async def _waiting(url: str) -> int:
    """Events, some of which do not ring."""
    text = "SELECT COALESCE(SUM(last_seq - done_seq), 0) FROM waiting_pushes"
    if url.startswith(SQLITE):
        with closing(sqlite3.connect(f"file:{url.removeprefix(SQLITE)}?mode=ro", uri=True)) as database:
            return int(database.execute(text).fetchone()[0])
    connection = await asyncpg.connect(url)
    try:
        return int(await connection.fetchval(text))
    finally:
        await connection.close()
