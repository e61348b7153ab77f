"""Server and takers die at any instant: each push is rung, in order, and again only after a lease ran out."""

import ast
import asyncio
import os
import random
import socket
import sqlite3
import sys
from collections import defaultdict
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, closing, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import asyncpg
import pytest

from events.stream import EventCursor
from models.db.database import SQLITE
from models.db.statements import numbers
from rules.events import EventKind
from rules.policy import Policy
from rules.pushes import LEASE, PUSHED
from server.contexts import make_services
from tests.api.hosting import host
from tests.databases import PATIENCE, opened
from tests.races.workers import Worker, worker
from tests.world import Clock, Person, World

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "push" / "taker.py"
PAIRS, TAKERS = 6, 2
LONGEST = 0.4
"""Seconds of work before a kill, at most."""
PACE = 0.01
_RUNG = PUSHED - {EventKind.REQUEST_RECEIVED, EventKind.REQUEST_UPDATED}
GONE = (aiohttp.ClientError, OSError, AssertionError, KeyError)
POLICY = {"pushes": "true", "bucket_size": 1_000_000, "bucket_refill": "0.001"}
FREE = {f"LIMIT_{name}{end}": "1000000" for name in ("SENDS", "MUTATIONS", "READS") for end in ("", "_BURST")}


@dataclass
class Takers:
    """The example, so many times, each killed and started again at will; what it rings goes to a file."""

    url: str
    token: str
    folder: Path
    running: dict[int, asyncio.subprocess.Process] = field(default_factory=dict)

    async def start(self, number: int) -> None:
        environment = {**os.environ, "DOORSTEP_URL": self.url, "DOORSTEP_TOKEN": self.token}
        environment["DOORSTEP_LEASE"] = str(LEASE.least)
        with self.file(number).open("ab") as rung, (self.folder / "taker.log").open("ab") as log:
            made = asyncio.create_subprocess_exec(
                sys.executable, EXAMPLE, stdout=rung, stderr=log, env=environment
            )
            self.running[number] = await made

    async def kill(self, number: int) -> None:
        self.running[number].kill()
        await self.running[number].wait()

    def file(self, number: int) -> Path:
        return self.folder / f"rung{number}"

    def rung(self) -> list[dict[str, Any]]:
        """All that was rung, in the order of the takes: a line that was cut off was not."""
        lines = [line for number in self.running for line in self.file(number).read_text().splitlines()]
        return sorted(_pushes(lines), key=lambda push: str(push["leaseEndsAt"]))


def _pushes(lines: list[str]) -> Iterator[dict[str, Any]]:
    for line in lines:
        with suppress(ValueError, SyntaxError):
            yield ast.literal_eval(line)


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


def _free_port() -> int:
    with closing(socket.socket()) as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


@pytest.fixture
async def couples(database_url: str) -> AsyncIterator[list[list[Person]]]:
    async with opened(database_url) as database, aiohttp.ClientSession() as client:
        services = await make_services(database, Policy())
        world = World(services, Clock(datetime.now(UTC)), "", client)
        found = [await world.cast(f"alice{number}", f"bob{number}") for number in range(PAIRS)]
        await database.close()
        yield found


async def test_no_push_is_lost_or_out_of_order(
    couples: list[list[Person]], rounds: int, database_url: str, tmp_path: Path, record_property: Any
) -> None:
    world, port = couples[0][0].world, _free_port()
    world.url = f"http://127.0.0.1:{port}/graphql"
    scene = Scene(database_url, tmp_path / "log", port)
    takers = Takers(world.url, host(world).token.removeprefix("Bearer "), tmp_path)
    await scene.start()
    for number in range(TAKERS):
        await takers.start(number)
    for alice, bob in couples:
        await alice.opens(bob)
    async with _load(couples):
        for _ in range(rounds):
            await asyncio.sleep(random.uniform(0, LONGEST))
            await _kill_one(scene, takers)
    await _drained(database_url)
    await scene.kill()
    for number in range(TAKERS):
        await takers.kill(number)
    rung = takers.rung()
    await _check(database_url, world, rung)
    kind = database_url.partition(":")[0]
    record_property(f"kills with pushes on {kind}", f"{rounds}, with {len(rung)} pushes rung")


async def _kill_one(scene: Scene, takers: Takers) -> None:
    number = random.randrange(TAKERS + 1)
    if number == TAKERS:
        await scene.kill()
        await scene.start()
    else:
        await takers.kill(number)
        await takers.start(number)


@asynccontextmanager
async def _load(couples: list[list[Person]]) -> AsyncIterator[None]:
    lanes = [asyncio.create_task(_talk(alice, bob)) for alice, bob in couples]
    yield
    for lane in lanes:
        lane.cancel()
    await asyncio.gather(*lanes, return_exceptions=True)


async def _talk(alice: Person, bob: Person) -> None:
    """For ever; a message whose answer is lost is stored or not."""
    thread = None
    while True:
        with suppress(*GONE):
            thread = thread or await alice.thread_id(bob)
            await alice.do("sendMessage", threadId=thread, text="Hello!")
        await asyncio.sleep(PACE)


async def _drained(url: str) -> None:
    async with asyncio.timeout(PATIENCE):
        while await _waiting(url):  # noqa: ASYNC110 - other processes work
            await asyncio.sleep(0.1)


async def _waiting(url: str) -> int:
    text = "SELECT COUNT(*) FROM waiting_pushes"
    if url.startswith(SQLITE):
        with closing(sqlite3.connect(f"file:{url.removeprefix(SQLITE)}?mode=ro", uri=True)) as database:
            return int(database.execute(text).fetchone()[0])
    connection = await asyncpg.connect(url)
    try:
        return int(await connection.fetchval(text))
    finally:
        await connection.close()


async def _check(url: str, world: World, rung: list[dict[str, Any]]) -> None:
    meant = await _meant(url, world)
    first, last = defaultdict[str, list[str]](list), dict[str, datetime]()
    for push in rung:
        ends_at = datetime.fromisoformat(push["leaseEndsAt"])
        if push["kind"] == "REQUEST_RECEIVED":
            continue
        if push["id"] not in last:
            first[push["subject"]].append(push["id"])
        else:
            assert ends_at - timedelta(seconds=LEASE.least) >= last[push["id"]], "twice within a lease"
        last[push["id"]] = ends_at
    assert first == meant


async def _meant(url: str, world: World) -> dict[str, list[str]]:
    """By subject the ids of all that its log has to push, but for requests, which may be accepted by then."""
    found = defaultdict[str, list[str]](list)
    seal = world.services.sealer.seal_event_cursor
    async with opened(url) as database:
        rows = await database.fetch(
            f"""SELECT u.host_id, u.id, s.epoch, e.seq FROM user_events e JOIN users u ON u.id = e.user_id
            JOIN user_streams s ON s.user_id = u.id WHERE e.kind IN ({numbers(_RUNG)}) ORDER BY u.id, e.seq""",
            (),
        )
    for subject, *place in map(tuple, rows):
        found[subject].append(seal(EventCursor(*place)))
    return found
