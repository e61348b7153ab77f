"""The checkers can fail: here the service loses commits, skips events, and hints before it commits."""

import asyncio
from dataclasses import dataclass
from statistics import median

from tests.busy.mutations import prepared
from tests.faults.benches import Bench, on_many
from tests.faults.faults import failing
from tests.faults.followers import following, wrong
from tests.faults.of_answers import act, listed, visited
from tests.faults.of_files import on_a_file
from tests.faults.reports import Row

LATE = 0.25
"""Seconds: hints come in a fraction of it, and a poll that finds what no hint told of takes twice as much."""


SOME = ("accept", "block", "delete", "moveRequest", "sendMessage", "updateDmAudience")
"""Mutations that change lists or settings."""


@dataclass(frozen=True)
class Planted:
    """`share` of all cases. `found_as`: the findings of which at least one must be there.

    `rate`: sends a second; where they follow each other slowly, no later hint hides that one came too early.
    """

    name: str
    point: str
    share: float
    found_as: tuple[str, ...]
    rate: float = 200
    sends: int = 3000


PLANTED = (
    Planted(
        "0.5 % of commits are rolled back, and acknowledged",
        "roll_back",
        0.005,
        ("acknowledged, not stored",),
    ),
    Planted("0.3 % of events are skipped", "skip_events", 0.003, ("lost",)),
    Planted("hints come before their commits", "hint_before_commit", 1, ("lost", "heard late"), 10, 80),
)


async def find(planted: Planted, times: float = 1, spare: float = 1) -> Row:
    """Passed if the checks find it. `times`: so much more often than it is named for, in fewer sends.

    `spare`: more often still, in no fewer sends. Where the machine is busy, many sends are one commit.
    """
    often = min(1.0, planted.share * times)
    share, sends = min(1.0, often * spare), planted.sends * planted.share / often
    async with on_a_file(rate=planted.rate) as bench, failing(bench, **{planted.point: share}):
        while len(bench.load.sends) < sends:  # noqa: ASYNC110
            await asyncio.sleep(0.1)
        found = await bench.verdict(patience=8)
        found.require_none("heard late", median(_lateness(bench)) > LATE)
    names = [name for name in planted.found_as if name in found.wrong]
    result = "passed" if names else "failed: not found"
    figures = {"found as": ", ".join(names), "sends": len(bench.load.sends), "share of all cases": share}
    return Row("planted", planted.name, result, figures)


async def find_in_lists() -> Row:
    """Passed if the lists that clients keep differ from those of the service."""
    async with on_many(2, pairs=1, rate=1) as bench, visited(bench.installation) as world:
        acts = [await prepared(world, name) for name in SOME]
        async with following(await listed(world)) as followers, failing(bench, skip_events=0.5):
            await act(world, acts)
            found = await wrong(followers, patience=5)
    result = "passed" if found else "failed: not found"
    name = "half of the events are skipped, for followers of lists"
    return Row("planted", name, result, {"found in lists": len(found), "clients": len(followers)})


def _lateness(bench: Bench) -> list[float]:
    """Seconds from each answer to each delivery that came."""
    sends = bench.load.sends
    return [
        at - done
        for listener in bench.listeners
        for text, at in listener.at.items()
        if text in sends and (done := sends[text].done)
    ]
