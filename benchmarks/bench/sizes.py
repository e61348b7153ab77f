"""The section "Sizes" of docs/operating.md, computed from docs/performance.json; `make bench` writes it.

`python -m benchmarks.bench.sizes` writes it from the results that are there.
"""

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median
from typing import Any

from benchmarks.bench.processes import ROOT

PAGE = ROOT / "docs" / "operating.md"
RESULTS = ROOT / "docs" / "performance.json"
BEGIN, END = "<!-- `make bench` writes from here -->\n", "<!-- to here -->\n"

DAILY, SENDS, PAGES, PEAK, LISTENING = 0.1, 20, 40, 4, 0.02
"""Share of users who come in a day, what each of them does, the busiest hour to the mean, and users who listen then."""

HALF, LISTENERS = 0.5, 5_000
"""Cores that a worker may use, and listeners that it may have."""

LOG, KEPT, EVENTS = 2_500, 100, 80
"""Bytes a message, counted once: of PostgreSQL's log, of SQLite's rows, and of its events for as long as they last."""

DAY = 86_400
USERS = {"1 million users": 10**6, "100 million": 10**8, "1,000 million": 10**9}


@dataclass(frozen=True)
class Costs:
    """CPU in seconds, of a worker and of PostgreSQL; memory in bytes."""

    send: tuple[float, float]
    page: tuple[float, float]
    delivery: tuple[float, float]
    worker: float
    listener: float

    @classmethod
    def of(cls, results: dict[str, Any]) -> "Costs":
        """Of Doorstep, from the raw results."""
        return cls(
            _cpu(results["rounds"], workload="send"),
            _cpu(results["rounds"], workload="inbox"),
            _cpu(results["live"]),
            results["singles"]["MB of a worker after 1,000 inbox pages"] * 1e6,
            median(one["kib"] for one in results["live"] if one["server"] == "doorstep") * 1024,
        )


def _cpu(rounds: list[dict[str, Any]], **which: str) -> tuple[float, float]:
    own = [
        one
        for one in rounds
        if one["server"] == "doorstep" and all(one[name] == value for name, value in which.items())
    ]
    server, database = (median(one[f"{name}_cpu"] for one in own) / 1e6 for name in ("server", "database"))
    return server, database


def section(results: dict[str, Any]) -> str:
    """The text between BEGIN and END."""
    costs = Costs.of(results)
    lines = ["| what | figure |", "|---|---|", *_measured(costs), "", *_ASSUMED]
    lines += ["", f"| | {' | '.join(USERS)} |", "|---|---|---|---|", *_computed(costs)]
    return "\n".join(lines) + "\n"


_ASSUMED = (
    f"The next table is computed from them. It assumes that {DAILY:.0%} of the users come each day, that each",
    f"of these sends {SENDS} messages and opens {PAGES} pages, that the busiest hour has {PEAK} times the mean, and",
    f"that {LISTENING:.0%} of all users listen at that time. A worker may use {HALF} cores.",
)


def _measured(costs: Costs) -> Iterator[str]:
    for name, (server, database) in {
        "a send, PostgreSQL": costs.send,
        "an inbox page, PostgreSQL": costs.page,
        "a delivery with its send": costs.delivery,
    }.items():
        yield f"| {name} | {server * 1e6:.0f} µs of a worker, {database * 1e6:.0f} µs of PostgreSQL |"
    yield (
        "| memory of a worker, and of each listener "
        f"| {costs.worker / 1e6:.0f} MB, and {costs.listener / 1024:.0f} KiB |"
    )
    yield f"| PostgreSQL's log a message | {LOG / 1000:g} KB |"
    yield (
        "| a message of 60 characters in a SQLite file "
        f"| {KEPT} bytes for as long as it is kept, {EVENTS} more for the week of its events |"
    )


def _computed(costs: Costs) -> Iterator[str]:
    columns = [_column(costs, users) for users in USERS.values()]
    for name in columns[0]:
        yield f"| {name} | {' | '.join(column[name] for column in columns)} |"


def _column(costs: Costs, users: int) -> dict[str, str]:
    messages = users * DAILY * SENDS
    sends = messages / DAY
    pages = users * DAILY * PAGES / DAY * PEAK
    listeners = users * LISTENING
    worker, database = (
        sends * PEAK * delivery + pages * page
        for delivery, page in zip(costs.delivery, costs.page, strict=True)
    )
    workers = math.ceil(worker / HALF), math.ceil(listeners / LISTENERS)
    memory = max(workers) * costs.worker + listeners * costs.listener
    return {
        "messages a day": _short(messages),
        "sends a second, mean and peak": f"{_short(sends)}, {_short(sends * PEAK)}",
        "pages a second, peak": _short(pages),
        "listeners at the peak": _short(listeners),
        "CPU of workers at the peak, cores": _short(worker),
        "workers by CPU": _short(workers[0]),
        "workers by listeners (5,000 each)": _short(workers[1]),
        "memory of workers": _bytes(memory),
        "CPU of PostgreSQL at the peak, cores": _short(database),
        "log of PostgreSQL a day": _bytes(messages * LOG),
        "messages of a year, texts of 60 characters": _bytes(messages * 365 * KEPT),
    }


def _short(value: float) -> str:
    """Two digits that count."""
    rounded = float(f"{value:.1e}")
    if rounded >= 10**6:
        return f"{rounded / 10**6:,.0f} million"
    return f"{rounded:,.0f}" if rounded >= 10 else f"{rounded:g}"


def _bytes(value: float) -> str:
    rounded = float(f"{value:.1e}")
    size, name = next(each for each in ((1e12, "TB"), (1e9, "GB"), (1e6, "MB")) if rounded >= each[0])
    return f"{rounded / size:g} {name}"


def write(results: dict[str, Any]) -> None:
    """Puts the section in its place."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    PAGE.write_text(before + BEGIN + section(results) + end + after, encoding="utf-8")


if __name__ == "__main__":
    write(json.loads(RESULTS.read_text(encoding="utf-8")))
