"""`make faults`: injects all faults, finds all planted mistakes, and writes the page of figures.

`python -m tests.faults PAGE [NUMBER ...]`: only faults of these numbers, which replace their rows of the page.
"""

import random
import sys
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from pathlib import Path

import uvloop

from tests.faults import of_answers, of_clients, of_files, of_stores, of_workers, volumes
from tests.faults.benches import Bench, on_many
from tests.faults.faults import Fault, NotRun, number
from tests.faults.of_starts import wrong_starts
from tests.faults.pages import write
from tests.faults.planted import PLANTED, find
from tests.faults.reports import Row, refused, run

LINKED = {"10", "12", "19", "35b"}
"""Faults of the ways to the stores; all others have none, which would be slower."""

NOT_RUN = [
    NotRun("31", "a deadlock in 100,000 operations", "the bench does not count them yet"),
    NotRun(
        "33",
        "retention under live subscribers",
        "no row of a run is old enough; tests/live/test_retention.py",
    ),
    NotRun("36", "JWKS is down, slow, rotating, garbage", "this build reads no JWKS"),
    NotRun("37", "the database is restored from an older backup", "this build has no restore"),
    NotRun("38", "a backup during load restores clean", "this build has no backup"),
]


@dataclass(frozen=True)
class Group:
    """Faults of one installation, one after another."""

    opened: Callable[[], AbstractAsyncContextManager[Bench]]
    faults: Sequence[Fault]


def groups() -> list[Group]:
    faults = of_answers.FAULTS + of_workers.FAULTS + of_stores.FAULTS + of_clients.FAULTS
    workers = number("WORKERS", 4)
    return [
        Group(lambda: on_many(workers), [fault for fault in faults if fault.number not in LINKED]),
        Group(lambda: on_many(workers, direct=False), [fault for fault in faults if fault.number in LINKED]),
        Group(of_files.on_a_file, of_files.ON_A_FILE),
        Group(of_files.on_a_small_disk, of_files.ON_A_SMALL_DISK),
        Group(of_files.on_a_small_log_disk, of_files.ON_A_SMALL_LOG_DISK),
        Group(volumes.on_a_crowd, volumes.OF_A_CROWD),
        Group(volumes.on_one, volumes.OF_ONE),
    ]


async def all_rows(only: Sequence[str]) -> AsyncIterator[list[Row]]:
    """Those of each installation, when they are there."""
    for group in groups():
        if faults := [fault for fault in group.faults if not only or fault.number in only]:
            yield await _rows(group, faults)
    if not only or "39" in only:
        yield [await wrong_starts()]
    if not only or "planted" in only:
        yield [await find(planted) for planted in PLANTED]
    yield [refused(one) for one in NOT_RUN if not only or one.number in only]


async def main(page: Path, only: Sequence[str], seed: int) -> bool:
    """Whether all that was run passed."""
    random.seed(seed)
    if not only:
        page.with_suffix(".json").unlink(missing_ok=True)
    is_well = True
    async for rows in all_rows(only):
        write(page, rows, seed)
        is_well = is_well and not any(row.result.startswith("failed") for row in rows)
    return is_well


async def _rows(group: Group, faults: Sequence[Fault]) -> list[Row]:
    try:
        async with group.opened() as opened:
            return await run(opened, faults)
    except OSError as error:
        return [refused(NotRun(fault.number, fault.name, str(error))) for fault in faults]


if __name__ == "__main__":
    page, *only = sys.argv[1:]
    sys.exit(not uvloop.run(main(Path(page), only, number("SEED", int(time.time())))))
