"""The cost of pushes to a send: the same load on two servers in turn, of which one has them on; no taker runs.

Run from the root: `python -m benchmarks.pushes`; `--write` adds the figures to docs/pushes.md, `--sqlite` leaves
PostgreSQL out. The last columns are the CPU of server and database with pushes to that without, the median of rounds in
pairs, and the quarters of the pairs around it. SQLite has one server at a time, so its rounds are whole starts.
"""

import argparse
import asyncio
from dataclasses import replace
from pathlib import Path
from statistics import quantiles

from benchmarks.bench.clusters import cluster
from benchmarks.bench.embedded import measure_embedded
from benchmarks.bench.measures import Round, Span, measure, summarize
from benchmarks.bench.servers import doorstep, with_settings
from tests.races.figures import Figures

ON = {"DOORSTEP_POLICY_PUSHES": "true"}
NAME = "with pushes"
PAGE = Path(__file__).resolve().parents[1] / "docs" / "pushes.md"


async def _on_sqlite(workload: str, span: Span) -> list[Round]:
    found = []
    for number in range(span.rounds):
        once = Span(span.seconds, 1)
        found += [replace(one, number=number) for one in await measure_embedded([workload], once)]
        rounds = await measure_embedded([workload], once, settings=ON)
        found += [replace(one, number=number, server=NAME) for one in rounds]
    return found


def _spread(rounds: list[Round], workload: str) -> tuple[float, float]:
    """The quartiles of the CPU time that pushes add, in percent."""
    cpu = {
        (one.server, one.number): one.server_cpu + one.database_cpu
        for one in rounds
        if one.workload == workload
    }
    added = [
        (cpu[NAME, number] / plain - 1) * 100 for (server, number), plain in cpu.items() if server != NAME
    ]
    first, _, last = quantiles(added, n=4)
    return first, last


def _show(rounds: list[Round]) -> dict[str, str]:
    """Prints two lines for each kind of send; the figures for the page."""
    figures = {}
    for one in summarize(rounds, "doorstep"):
        cpu = one.server_cpu + one.database_cpu
        print(f"{one.workload:18} {one.server:12} {one.rate:7,.0f}/s {cpu:7,.0f} µs  x {one.cpu_ratio:.3f}")
        if one.server == NAME and one.cpu_ratio:
            first, last = _spread(rounds, one.workload)
            pairs = sum(other.server == NAME and other.workload == one.workload for other in rounds)
            figures[f"CPU of `{one.workload}` with pushes"] = (
                f"{(one.cpu_ratio - 1) * 100:+.1f} % ({cpu:,.0f} µs, the median of {pairs} pairs of rounds, "
                f"half of which are within {first:+.1f} and {last:+.1f} %)"
            )
            print(*figures.values())
    return figures


async def _on_postgres(span: Span) -> dict[str, str]:
    figures: dict[str, str] = {}
    async with cluster() as own:
        plain = await doorstep(own)
        other = replace(with_settings(plain, ON), name=NAME, database="run_pushes")
        async for rounds in measure(own, [plain, other], ["send", "sendRequest"], span):
            figures |= _show(rounds)
    return figures


async def main(span: Span, writes: bool, is_sqlite_alone: bool) -> None:
    """Of each kind of send, on each database."""
    figures = {} if is_sqlite_alone else await _on_postgres(span)
    for workload in ("sqlite send", "sqlite sendRequest"):
        figures |= _show(await _on_sqlite(workload, span))
    if writes:
        Figures(PAGE, figures).write()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=3.0)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--sqlite", action="store_true")
    given = parser.parse_args()
    asyncio.run(main(Span(given.seconds, given.rounds), given.write, given.sqlite))
