"""Rounds in turn, A B A B: requests a second, latencies and CPU of each server and of its database."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import islice
from statistics import median

from benchmarks.bench.answers import compare
from benchmarks.bench.clusters import Cluster
from benchmarks.bench.load import Tally, drive
from benchmarks.bench.processes import cpu_of
from benchmarks.bench.servers import Server
from benchmarks.bench.workloads import SENDS

WARM = 500
"""Requests before a workload is measured: each session of the database plans each statement a few times first."""
LONGEST = 60.0
MICRO = 1e6
FIGURES = ("rate", "p50", "p99", "server_cpu", "database_cpu")


@dataclass(frozen=True, slots=True)
class Span:
    """How long and how often a workload runs."""

    seconds: float
    rounds: int


@dataclass(frozen=True, slots=True)
class Round:
    """One run of one server. Latencies in milliseconds, CPU in microseconds a request."""

    workload: str
    server: str
    number: int
    requests: int
    rate: float
    p50: float
    p99: float
    server_cpu: float
    database_cpu: float


@asynccontextmanager
async def running(cluster: Cluster, servers: Sequence[Server]) -> AsyncIterator[None]:
    """All of them, on fresh data; each has seen the token of everybody, as after a minute of service."""
    try:
        for server in servers:
            await server.start(cluster)
            await drive(server.port, "ping", server.requests.of_everybody(), LONGEST)
        yield
    finally:
        for server in servers:
            await server.stop()


async def measure(
    cluster: Cluster, servers: list[Server], workloads: list[str], span: Span
) -> AsyncIterator[list[Round]]:
    """Workload by workload. Reads share what they read; each kind of send has data of its own."""
    reads = [name for name in workloads if name not in SENDS]
    sets = [reads, *([name] for name in workloads if name in SENDS)]
    for some in filter(None, sets):
        async with running(cluster, servers):
            for workload in some:
                await compare(servers, workload)
                yield await _in_turn(cluster, servers, workload, span)


async def _in_turn(cluster: Cluster, servers: list[Server], workload: str, span: Span) -> list[Round]:
    given = {server.name: server.requests.endless(workload) for server in servers}
    for server in servers:
        await drive(server.port, workload, islice(given[server.name], WARM), LONGEST)
    rounds = []
    for number in range(span.rounds):
        for server in servers:
            database = await cluster.cpu(server.database)
            own = cpu_of(server.pid)
            tally = await drive(server.port, workload, given[server.name], span.seconds)
            own = cpu_of(server.pid) - own
            after = await cluster.cpu(server.database)
            used = sum(seconds - database.get(pid, 0.0) for pid, seconds in after.items())
            rounds.append(round_of((workload, server.name, number), tally, own, used))
    return rounds


def round_of(which: tuple[str, str, int], tally: Tally, own: float, database: float) -> Round:
    """CPU in seconds; `which`: workload, server, number."""
    latencies = sorted(tally.latencies)
    count = len(latencies)
    return Round(
        *which,
        requests=count,
        rate=count / tally.seconds,
        p50=latencies[count // 2] * 1000,
        p99=latencies[count * 99 // 100] * 1000,
        server_cpu=own / count * MICRO,
        database_cpu=database / count * MICRO,
    )


@dataclass(frozen=True, slots=True)
class Summary:
    """Medians of a server's rounds; `ratio` is that of rates, `cpu_ratio` of CPU, to the base in the same rounds."""

    workload: str
    server: str
    rate: float
    p50: float
    p99: float
    server_cpu: float
    database_cpu: float
    ratio: float | None
    cpu_ratio: float | None


def summarize(rounds: Sequence[Round], base: str = "mercurius") -> list[Summary]:
    """In the order in which they were measured."""
    kinds = dict.fromkeys((one.workload, one.server) for one in rounds)
    return [
        _summary([one for one in rounds if (one.workload, one.server) == kind], rounds, base)
        for kind in kinds
    ]


def _summary(own: list[Round], rounds: Sequence[Round], base: str) -> Summary:
    others = {one.number: one for one in rounds if one.server == base and one.workload == own[0].workload}
    pairs = [(one, others[one.number]) for one in own if one.number in others]
    figures = {name: median(getattr(one, name) for one in own) for name in FIGURES}
    return Summary(
        own[0].workload,
        own[0].server,
        **figures,
        ratio=median(one.rate / other.rate for one, other in pairs) if pairs else None,
        cpu_ratio=median(_cpu(one) / _cpu(other) for one, other in pairs) if pairs else None,
    )


def _cpu(one: Round) -> float:
    return one.server_cpu + one.database_cpu
