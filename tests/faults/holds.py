"""A load that goes on for ten minutes, with thousands of listeners, and the CPU that each part of it took."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from statistics import quantiles

import psutil

from tests.databases import fast_folder
from tests.faults.benches import SETTLED, Bench
from tests.faults.cores import Cores
from tests.faults.crowds import crowd
from tests.faults.faults import Fault, Figures, Unfinished, number
from tests.faults.installations import Installation, many, single
from tests.faults.listeners import Listener
from tests.faults.loads import Load
from tests.faults.people import befriend, cast
from tests.faults.senders import merge, send

HOLD = 600
"""Seconds."""

AT_ONCE, ENOUGH = 400, 0.99
"""Sends that may be under way, and the share of the wanted ones that must be taken."""


@dataclass(frozen=True)
class Goal:
    """`p99`: seconds from the beginning of a send until both of its pair heard it."""

    listeners: int
    rate: int
    p99: float


EMBEDDED = Goal(2000, 810, 0.25)
"""Half of the sends a second of one process on SQLite in docs/performance.md."""

SERVED = Goal(5000, 660, 0.3)
"""Half of the load that four workers carried in `volume 3`."""

INTERVAL = "20"
"""Seconds between two items of a quiet stream, as shipped: the other rows shorten it, which makes most of the items."""


@asynccontextmanager
async def _quiet(installation: Installation, goal: Goal) -> AsyncIterator[Bench]:
    """So many people, in pairs, who do nothing yet."""
    names = [f"person{turn}" for turn in range(number("LISTENERS", goal.listeners))]
    async with cast(installation, names) as people:
        yield Bench(installation, Load(await befriend(people), 0), [])


@asynccontextmanager
async def on_a_file() -> AsyncIterator[Bench]:
    with fast_folder() as folder:
        async with (
            single(folder, DOORSTEP_POLICY_POSITION_INTERVAL=INTERVAL) as installation,
            _quiet(installation, EMBEDDED) as found,
        ):
            yield found


@asynccontextmanager
async def on_workers() -> AsyncIterator[Bench]:
    with fast_folder() as folder:
        async with (
            many(
                folder, number("WORKERS", 4), direct=True, DOORSTEP_POLICY_POSITION_INTERVAL=INTERVAL
            ) as installation,
            _quiet(installation, SERVED) as found,
        ):
            yield found


async def hold(bench: Bench, goal: Goal) -> Figures:
    """The load, without a fault: 99 of 100 sends are taken, no stream ends, and each is heard in time."""
    seconds, rate, pairs = number("HOLD", HOLD), number("RATE", goal.rate), bench.load.pairs
    people = [person for one, other, _ in pairs for person in (one, other)]
    async with crowd(people, bench.installation.service.port) as ears:
        watch = await Cores.of(bench.installation, psutil.Process(ears.pid))
        outcome = await send(pairs, 0, seconds, AT_ONCE, rate)
        cores = watch.taken()
        await ears.settle(2 * len(outcome.taken), SETTLED)
        bench.listeners[:] = await ears.tell()
    merge(bench.load, pairs, outcome)
    late = _late(bench.load, bench.listeners)
    figures: Figures = {
        "listeners": len(people),
        "seconds of load": seconds,
        "sends a second": round(len(outcome.taken) / outcome.seconds, 1),
        "answers that were no": sum(outcome.answers.values()) - len(outcome.taken),
        "a send took, p50 and p99, seconds": _middle_and_most(outcome.taken),
        "heard after it was sent, p50 and p99, seconds": _middle_and_most(late),
        "latest": round(max(late), 2),
        "cores": cores,
    }
    assert len(outcome.taken) >= ENOUGH * rate * seconds, figures
    assert _middle_and_most(late)[1] <= goal.p99, figures
    if seconds < HOLD or len(people) < goal.listeners or rate < goal.rate:
        raise Unfinished(figures)
    return figures


async def embedded(bench: Bench) -> Figures:
    return await hold(bench, EMBEDDED)


async def served(bench: Bench) -> Figures:
    return await hold(bench, SERVED)


def _late(load: Load, listeners: Sequence[Listener]) -> list[float]:
    return [at - load.sends[text].begun for one in listeners for text, at in one.at.items()]


def _middle_and_most(seconds: list[float]) -> list[float]:
    found = quantiles(seconds, n=100)
    return [round(found[49], 3), round(found[98], 3)]


OF_A_FILE = [
    Fault(
        "volume 1",
        f"2,000 listeners and {EMBEDDED.rate} sends a second for ten minutes, one process on SQLite",
        embedded,
    )
]
OF_WORKERS = [
    Fault(
        "volume 1b", f"5,000 listeners and {SERVED.rate} sends a second for ten minutes, four workers", served
    )
]
