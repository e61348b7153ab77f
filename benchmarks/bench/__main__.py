"""Measures Doorstep beside its peers: `python -m benchmarks.bench --only inbox --seconds 3 --rounds 3`."""

import argparse
import asyncio
import signal
from pathlib import Path

import uvloop

from benchmarks.bench.clusters import cluster
from benchmarks.bench.live import live_medians, measure_live
from benchmarks.bench.measures import Span, Summary, measure, summarize
from benchmarks.bench.servers import chosen, templates
from benchmarks.bench.workloads import WORKLOADS

OTHERS = ("live",)
SERVERS = ("doorstep", "mercurius", "limit", "stock")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.bench", description=__doc__)
    parser.add_argument(
        "--only", type=_names, default=[*WORKLOADS, *OTHERS], help=f"of {', '.join((*WORKLOADS, *OTHERS))}"
    )
    parser.add_argument("--seconds", type=float, default=4.0, help="of a round")
    parser.add_argument("--rounds", type=int, default=5, help="of each server, in turn")
    parser.add_argument("--servers", type=_names, default=list(SERVERS[:3]), help=f"of {', '.join(SERVERS)}")
    parser.add_argument(
        "--doorstep",
        type=Path,
        action="append",
        default=[],
        help="another checkout to measure beside this one",
    )
    return parser.parse_args()


def _names(text: str) -> list[str]:
    return text.split(",")


def _line(one: Summary) -> str:
    ratios = "" if one.ratio is None else f"rate x {one.ratio:.2f}  CPU x {one.cpu_ratio:.2f}"
    return (
        f"{one.workload:12} {one.server:12} {one.rate:8,.0f}/s  p50 {one.p50:6.2f} p99 {one.p99:6.2f} ms  "
        f"CPU {one.server_cpu:6,.0f} + {one.database_cpu:5,.0f} µs  {ratios}"
    )


async def main(given: argparse.Namespace) -> None:
    """Prints a line for each workload and server. Ended early, it leaves no process."""
    task = asyncio.current_task()
    assert task
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    async with cluster() as own:
        servers = await chosen(own, given.servers, [path.resolve() for path in given.doorstep])
        await own.drop_old(set(templates(servers)))
        span = Span(given.seconds, given.rounds)
        rounds = await measure(own, servers, [name for name in given.only if name in WORKLOADS], span)
        lives = await measure_live(own, servers, span) if "live" in given.only else []
    for summary in summarize(rounds):
        print(_line(summary))
    for row in live_medians(lives):
        print(
            "live",
            *(f"{name} {value if name == 'server' else format(value, '.2f')}" for name, value in row.items()),
        )


if __name__ == "__main__":
    uvloop.run(main(_arguments()))
