"""Writes docs/performance.md with its plot, and the raw results beside it."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from benchmarks.bench import sizes
from benchmarks.bench.live import Live, live_medians
from benchmarks.bench.measures import Round, Span, Summary, summarize
from benchmarks.bench.parts import Parts
from benchmarks.bench.plots import plot
from benchmarks.bench.processes import ROOT
from benchmarks.bench.workloads import SEED

PAGE = ROOT / "docs" / "performance.md"
BASE = "mercurius"
GOALS = {
    "ping": (0.85, None),
    "inbox": (1.1, 0.85),
    "requests": (1.0, 0.95),
    "thread": (1.15, 0.85),
    "thread50": (1.15, 0.85),
    "send": (1.5, 0.6),
    "sendRequest": (1.2, None),
}
"""At least so many times the requests a second of the base, and at most so much of its CPU a request."""

HEAD = """# Performance

`make bench` writes this page and its plot, and `performance.json` beside it. Doorstep and its peers answer the same
questions over the same 2,000 users, each with 30 open threads and 20 requests; the facts in their answers were
compared first. Each server is one process on a PostgreSQL database of its own, with 32 connections; the load, the
servers and PostgreSQL share one machine. They run in turn, {rounds} rounds of {seconds:g} s each; figures are medians,
ratios those of the rounds that ran side by side. `limit` is aiohttp without GraphQL, with Doorstep's own statements.
Limits are raised and still checked; commits are durable; autovacuum is off while it is measured. Only ratios say
something about another machine. [The benchmarks' page](../benchmarks/README.md) has the commands.

{machine}

![Requests a second against {base}](performance.svg)

## Requests

CPU in µs a request, of the server + of its PostgreSQL sessions. `ratio` is to {base}: of requests a second, where a
goal is the least, then of CPU, where it is the most. {base} has no requests to strangers: `sendRequest` is measured
against its send.

| work | server | requests a second | ratio | goal | CPU | ratio | goal | p50 ms | p99 ms |
|---|---|---|---|---|---|---|---|---|---|"""
LIVE = """
## Live

1,000 listeners, one delivery a message. Latency is from the sending of the mutation to the item, at 200 sends a
second; the maximum is with 16 connections that send one after another. `ratio` is to {base}: of deliveries a second,
then of CPU.

| server | KiB a listener | p50 ms | p99 ms | most a second | ratio | p99 ms then | CPU µs a message | ratio |
|---|---|---|---|---|---|---|---|---|"""
EMBEDDED = """
## Embedded

One process on a SQLite file.

| work | requests a second | CPU µs a request | p50 ms | p99 ms |
|---|---|---|---|---|"""
PARTS = """
## Parts

CPU in µs a request of Doorstep's process by part, sampled in runs of their own. Time in C counts for the Python
that called it; the event loop has its own row, with the driver's reading of rows.
"""
SINGLE = """
## Single figures

| what | figure |
|---|---|"""


@dataclass(slots=True)
class Results:
    """All that a run has measured."""

    span: Span
    machine: dict[str, Any]
    rounds: list[Round] = field(default_factory=list)
    live: list[Live] = field(default_factory=list)
    embedded: list[Round] = field(default_factory=list)
    singles: dict[str, Any] = field(default_factory=dict)
    parts: Parts = field(default_factory=dict)


def write(results: Results) -> None:
    """The page, the plot and the raw results."""
    rows = summarize(results.rounds, BASE)
    PAGE.write_text("\n".join(_lines(results, rows)) + "\n", encoding="utf-8")
    PAGE.with_suffix(".svg").write_text(plot(rows, BASE), encoding="utf-8")
    found = {"seed": SEED} | asdict(results)
    raw = json.dumps(found, indent=1, ensure_ascii=False)
    PAGE.with_suffix(".json").write_text(raw + "\n", encoding="utf-8")
    sizes.write(found)


def _lines(results: Results, rows: Sequence[Summary]) -> Iterator[str]:
    span = results.span
    machine = _machine(results.machine)
    yield HEAD.format(base=BASE, rounds=span.rounds, seconds=span.seconds, machine=machine)
    yield from map(_request, rows)
    yield LIVE.format(base=BASE)
    yield from map(_live, live_medians(results.live, BASE))
    yield EMBEDDED
    yield from map(_embedded, summarize(results.embedded, BASE))
    yield PARTS
    yield from _parts(results.parts)
    yield SINGLE
    yield from (f"| {name} | {_text(value)} |" for name, value in results.singles.items())


def _parts(of: Parts) -> Iterator[str]:
    names = dict.fromkeys(part for parts in of.values() for part in parts)
    yield _row(["part", *of])
    yield "|---" * (len(of) + 1) + "|"
    yield from (_row([name, *[f"{parts.get(name, 0):.0f}" for parts in of.values()]]) for name in names)
    yield _row(["all", *[f"{sum(parts.values()):.0f}" for parts in of.values()]])


def _machine(of: dict[str, Any]) -> str:
    versions = ", ".join(f"{name} {version}" for name, version in of["versions"].items())
    loads = ", ".join(map(str, of["load"]))
    return (
        f"{of['cores']} cores, {of['cpu']}, load {loads} at the end; {of['at']:.10}, commit {of['commit']:.10}. "
        f"Python {of['python']}, Node {of['node']}, {versions}."
    )


def _request(row: Summary) -> str:
    goals = GOALS[row.workload] if row.server.startswith("doorstep") else (None, None)
    cells = (
        row.workload, row.server, f"{row.rate:,.0f}", _ratio(row.ratio), _ratio(goals[0]),
        f"{row.server_cpu:,.0f} + {row.database_cpu:,.0f}", _ratio(row.cpu_ratio), _ratio(goals[1]),
        f"{row.p50:.1f}", f"{row.p99:.1f}",
    )  # fmt: skip
    return _row(cells)


def _live(row: dict[str, Any]) -> str:
    cells = (
        row["server"], f"{row['kib']:.0f}", f"{row['p50']:.1f}", f"{row['p99']:.1f}", f"{row['rate']:,.0f}",
        _ratio(row.get("ratio")), f"{row['full_p99']:.1f}",
        f"{row['server_cpu']:,.0f} + {row['database_cpu']:,.0f}", _ratio(row.get("cpu_ratio")),
    )  # fmt: skip
    return _row(cells)


def _embedded(row: Summary) -> str:
    return _row(
        (row.workload, f"{row.rate:,.0f}", f"{row.server_cpu:,.0f}", f"{row.p50:.1f}", f"{row.p99:.1f}")
    )


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _ratio(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"


def _text(value: Any) -> str:
    if not isinstance(value, dict):
        return str(value)
    parts = (
        f"generation {name}: {one['count']}, longest {one['longest']:.1f} ms" for name, one in value.items()
    )
    return "; ".join(parts)
