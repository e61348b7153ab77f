"""More sends than can be carried: the rest is refused in time, and listeners notice nothing."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from statistics import quantiles

from tests.databases import fast_folder
from tests.faults.benches import Bench, bench, on_many
from tests.faults.cores import Cores
from tests.faults.faults import Fault, Figures, number
from tests.faults.installations import single
from tests.faults.senders import Outcome, merge, send

PAIRS, RATE = 252, 5
"""504 listeners, and sends that go on as ever."""

CARRIED, AT_ONCE = 64, 1000
"""Sends under way while it is found out what is carried, and past it."""

TIMES = 3
"""So many times what is carried is tried."""

FIRST = 10**6
"""Number of the first message, far from those that go on as ever."""

KEPT, LATEST = 0.7, 2.0
"""The share of the full load that a larger one must still get through, and seconds for 99 of 100 of its sends.

Senders share the machine with the service, and a refusal costs both of them something.
"""


def on_workers() -> AbstractAsyncContextManager[Bench]:
    return on_many(number("WORKERS", 4), module="server", pairs=PAIRS, rate=RATE)


@asynccontextmanager
async def on_a_file() -> AsyncIterator[Bench]:
    with fast_folder() as folder:
        async with single(folder) as installation, bench(installation, PAIRS, RATE) as found:
            yield found


async def overload(bench: Bench) -> Figures:
    """Each tries once, however much is refused."""
    seconds, pairs = number("OVERLOAD", 60), bench.load.pairs
    steady = await send(pairs, FIRST, 10, CARRIED)
    carried = len(steady.taken) / steady.seconds
    closes = _closes(bench)
    watch = await Cores.of(bench.installation)
    over = await send(pairs, 2 * FIRST, seconds, AT_ONCE, TIMES * carried)
    cores = watch.taken()
    ended = _closes(bench) - closes
    for outcome in (steady, over):
        merge(bench.load, pairs, outcome)
    figures = {"listeners": len(bench.listeners), "carried, sends a second": round(carried, 1)}
    figures |= _figures(over) | {"sockets closed": ended, "cores": cores}
    _require(over, carried, figures)
    assert not ended, figures
    return figures


def _closes(bench: Bench) -> int:
    return sum(sum(one.closes.values()) for one in bench.listeners)


def _figures(over: Outcome) -> Figures:
    waits = quantiles(over.taken, n=100)
    return {
        "tried a second": round(sum(over.answers.values()) / over.seconds, 1),
        "taken a second": round(len(over.taken) / over.seconds, 1),
        "answers past it": over.answers,
        "a taken send took, p50, p99, most": [round(waits[at], 3) for at in (49, 98)] + [max(over.taken)],
        "slowest answer": round(over.slowest, 2),
    }


def _require(over: Outcome, carried: float, figures: Figures) -> None:
    """Typed refusals alone, at the same throughput, in time."""
    assert over.answers.keys() <= {"done", "OVERLOADED"}, (figures, over.strange)
    assert over.answers.get("OVERLOADED"), figures
    assert len(over.taken) > KEPT * carried * over.seconds, figures
    assert figures["a taken send took, p50, p99, most"][1] <= LATEST, figures


OF_WORKERS = [
    Fault("volume 3", "three times as many sends as four workers carry: the rest is refused", overload)
]
OF_A_FILE = [
    Fault(
        "volume 3b",
        "three times as many sends as one process on SQLite carries: the rest is refused",
        overload,
    )
]
