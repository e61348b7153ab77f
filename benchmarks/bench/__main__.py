"""Measures Doorstep beside its peers: `python -m benchmarks.bench --only inbox --seconds 3 --rounds 3`."""

import argparse
import asyncio
import signal
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import uvloop

from benchmarks.bench import embedded
from benchmarks.bench.clusters import Cluster, cluster
from benchmarks.bench.embedded import measure_embedded
from benchmarks.bench.live import live_medians, measure_live
from benchmarks.bench.machines import machine
from benchmarks.bench.measures import Span, Summary, measure, summarize
from benchmarks.bench.parts import measure_parts
from benchmarks.bench.report import Results, write
from benchmarks.bench.servers import Server, chosen, templates
from benchmarks.bench.singles import measure_singles
from benchmarks.bench.workloads import WORKLOADS

ALL = (*WORKLOADS, "live", *embedded.WORKLOADS, "singles", "parts")
SERVERS = ("doorstep", "mercurius", "limit", "stock")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.bench", description=__doc__)
    add = parser.add_argument
    add("--only", type=_names, default=list(ALL), help=f"of {', '.join(ALL)}")
    add("--seconds", type=float, default=4.0, help="of a round")
    add("--rounds", type=int, default=5, help="of each server, in turn")
    add("--servers", type=_names, default=list(SERVERS[:3]), help=f"of {', '.join(SERVERS)}")
    add(
        "--doorstep",
        type=Path,
        action="append",
        default=[],
        help="another checkout to measure beside this one",
    )
    add("--write", action="store_true", help="docs/performance.md")
    given = parser.parse_args()
    if unknown := (set(given.only) - set(ALL)) | (set(given.servers) - set(SERVERS)):
        parser.error(f"not known: {', '.join(sorted(unknown))}")
    return given


def _names(text: str) -> list[str]:
    return text.split(",")


async def measured(given: argparse.Namespace) -> Results:
    """All that was asked for; each figure is printed when it is there."""
    results = Results(Span(given.seconds, given.rounds), {})
    async with cluster() as own:
        servers = await chosen(own, given.servers, [path.resolve() for path in given.doorstep])
        await own.drop_old(set(templates(servers)))
        await _on_postgres(own, servers, given.only, results)
    names = [name for name in embedded.WORKLOADS if name in given.only]
    results.embedded = await measure_embedded(names, results.span)
    _print(map(_line, summarize(results.embedded)))
    results.machine = machine()
    return results


async def _on_postgres(own: Cluster, servers: list[Server], only: list[str], results: Results) -> None:
    requests = [name for name in WORKLOADS if name in only]
    async for rounds in measure(own, servers, requests, results.span):
        results.rounds += rounds
        _print(map(_line, summarize(rounds)))
    if "live" in only:
        with_sockets = [server for server in servers if server.name != "limit"]
        results.live = await measure_live(own, with_sockets, results.span)
        _print(map(_live_line, live_medians(results.live)))
    if "parts" in only:
        results.parts = await measure_parts(own, servers[0], requests, results.span)
        _print(f"{workload}: {parts}" for workload, parts in results.parts.items())
    if "singles" in only:
        results.singles = await measure_singles(own, servers[0])
        _print(f"{name}: {value}" for name, value in results.singles.items())


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        print(line, flush=True)


def _live_line(row: dict[str, Any]) -> str:
    figures = "  ".join(f"{name} {value:,.2f}" for name, value in row.items() if name != "server")
    return f"live         {row['server']:12} {figures}"


def _line(one: Summary) -> str:
    ratios = "" if one.ratio is None else f"rate x {one.ratio:.2f}  CPU x {one.cpu_ratio:.2f}"
    return (
        f"{one.workload:12} {one.server:12} {one.rate:8,.0f}/s  p50 {one.p50:6.2f} p99 {one.p99:6.2f} ms  "
        f"CPU {one.server_cpu:6,.0f} + {one.database_cpu:5,.0f} µs  {ratios}"
    )


async def main(given: argparse.Namespace) -> None:
    """Ended early, it leaves no process."""
    task = asyncio.current_task()
    assert task
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    results = await measured(given)
    if given.write:
        write(results)


if __name__ == "__main__":
    uvloop.run(main(_arguments()))
