"""Live delivery: listeners who each hear of every message to them once, and sends at a pace or as fast as it goes."""

import asyncio
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from statistics import median
from typing import Any

from benchmarks.bench.clusters import Cluster
from benchmarks.bench.dataset import OPEN, USERS
from benchmarks.bench.listeners import Heard, listen
from benchmarks.bench.load import Caller, Tally, drive
from benchmarks.bench.measures import LONGEST, MICRO, Span, running
from benchmarks.bench.processes import cpu_of, memory_of
from benchmarks.bench.servers import Server
from benchmarks.bench.workloads import PROOFS, SEED, Ask

LISTENERS = range(1, USERS, 2)
"""Users with odd numbers; those with even ones write to them."""
SENDERS, PACE = 16, 200
QUIET_SECONDS = 3
LATE_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Live:
    """One run: memory in KiB, latencies in milliseconds at the pace, CPU in microseconds a message at full rate."""

    server: str
    number: int
    kib: float
    p50: float
    p99: float
    rate: float
    full_p99: float
    server_cpu: float
    database_cpu: float


def sends(server: Server) -> Iterator[bytes]:
    """Each says when it was made."""
    chance = random.Random(SEED)
    while True:
        user, distance = chance.choice(LISTENERS), chance.randrange(1, OPEN + 1, 2)
        sender, thread = (user + distance - 1) % USERS + 1, (user - 1) * OPEN + distance
        yield server.requests.one("send", Ask(sender, thread, f"@{time.perf_counter()} hi"))


class Paced(Caller):
    """Waits for its next request, among others that wait; one that failed does not come back."""

    def __init__(self, tally: Tally, free: "asyncio.Queue[Paced]") -> None:
        super().__init__(tally)
        self._free = free

    def _send(self) -> None:
        self._free.put_nowait(self)

    def go(self) -> None:
        """Sends one request."""
        super()._send()


async def paced(server: Server, requests: Iterator[bytes], seconds: float) -> int:
    """So many were sent, PACE a second, or slower where all connections wait for answers."""
    free: asyncio.Queue[Paced] = asyncio.Queue()
    until = time.perf_counter() + seconds
    tally = Tally(requests, PROOFS["send"], until + LATE_SECONDS)
    loop, count = asyncio.get_running_loop(), round(PACE * seconds)
    made = [
        await loop.create_connection(lambda: Paced(tally, free), "127.0.0.1", server.port)
        for _ in range(SENDERS)
    ]
    failing = [asyncio.ensure_future(caller.done) for _, caller in made]
    async with asyncio.timeout(seconds + LATE_SECONDS):
        for number in range(count):
            await asyncio.sleep(max(0.0, until - (count - number) / PACE - time.perf_counter()))
            (await _next(free, failing)).go()
        for _ in made:
            (await _next(free, failing)).stop()
    return count


async def _next(free: "asyncio.Queue[Paced]", failing: list["asyncio.Future[None]"]) -> Paced:
    """One that may send; raises what went wrong with another."""
    waiting = asyncio.ensure_future(free.get())
    running: list[asyncio.Future[Any]] = [one for one in failing if not one.done()]
    await asyncio.wait([waiting, *running], return_when=asyncio.FIRST_COMPLETED)
    for one in running:
        if one.done():
            one.result()
    return await waiting


async def all_heard(heard: Heard, count: int) -> list[float]:
    """The latencies in order, once all are there."""
    until = time.perf_counter() + LATE_SECONDS
    while len(heard.latencies) < count and not heard.wrong and time.perf_counter() < until:  # noqa: ASYNC110
        await asyncio.sleep(0.01)
    if heard.wrong or len(heard.latencies) != count:
        raise RuntimeError(f"{len(heard.latencies)} of {count} were heard: {heard.wrong[:3]}")
    found, heard.latencies = sorted(heard.latencies), []
    return found


async def _one(cluster: Cluster, server: Server, number: int, seconds: float) -> Live:
    heard, requests = Heard(), sends(server)
    await drive(server.port, "send", islice(requests, 200), LONGEST, SENDERS)
    before = memory_of(server.pid)
    listeners = await listen(server, LISTENERS, heard)
    await asyncio.sleep(QUIET_SECONDS)
    kib = (memory_of(server.pid) - before) / len(listeners) / 1024
    slow = await all_heard(heard, await paced(server, requests, seconds))
    database, own, began = await cluster.cpu(server.database), cpu_of(server.pid), time.perf_counter()
    tally = await drive(server.port, "send", requests, seconds, SENDERS)
    full = await all_heard(heard, len(tally.latencies))
    own = cpu_of(server.pid) - own
    after = await cluster.cpu(server.database)
    used = sum(spent - database.get(pid, 0.0) for pid, spent in after.items())
    for listener in listeners:
        listener.close()
    return Live(
        server.name,
        number,
        kib=kib,
        p50=slow[len(slow) // 2] * 1000,
        p99=slow[len(slow) * 99 // 100] * 1000,
        rate=len(full) / (heard.last - began),
        full_p99=full[len(full) * 99 // 100] * 1000,
        server_cpu=own / len(full) * MICRO,
        database_cpu=used / len(full) * MICRO,
    )


async def measure_live(cluster: Cluster, servers: list[Server], span: Span) -> list[Live]:
    """In turn; one server runs at a time, since listeners cost something while nothing is sent."""
    found = []
    for number in range(span.rounds):
        for server in servers:
            async with running(cluster, [server]):
                found.append(await _one(cluster, server, number, span.seconds))
    return found


def live_medians(runs: list[Live], base: str = "mercurius") -> list[dict[str, Any]]:
    """A row a server; `ratio` is of deliveries a second, `cpu_ratio` of CPU a message, both to the base's in turn."""
    others = {one.number: one for one in runs if one.server == base}
    rows = []
    for name in dict.fromkeys(one.server for one in runs):
        own = [one for one in runs if one.server == name]
        row: dict[str, Any] = {"server": name}
        for field in ("kib", "p50", "p99", "rate", "full_p99", "server_cpu", "database_cpu"):
            row[field] = median(getattr(one, field) for one in own)
        pairs = [(one, others[one.number]) for one in own if one.number in others]
        if pairs:
            row["ratio"] = median(one.rate / other.rate for one, other in pairs)
            row["cpu_ratio"] = median(_cpu(one) / _cpu(other) for one, other in pairs)
        rows.append(row)
    return rows


def _cpu(one: Live) -> float:
    return one.server_cpu + one.database_cpu
