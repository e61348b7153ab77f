"""`make faults`: injects all faults, finds all planted mistakes, and writes the page of figures.

`python -m tests.faults PAGE [NUMBER ...]`: only faults of these numbers, which replace their rows of the page.
"""

import random
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from pathlib import Path

import uvloop

from tests.faults import (
    holds,
    of_answers,
    of_clients,
    of_files,
    of_retention,
    of_stores,
    of_workers,
    overloads,
    volumes,
)
from tests.faults.benches import Bench, on_many
from tests.faults.faults import Fault, NotRun, number
from tests.faults.figures import write
from tests.faults.of_copies import copies
from tests.faults.of_keys import keys_in_trouble
from tests.faults.of_starts import wrong_starts
from tests.faults.of_worlds import worlds
from tests.faults.planted import PLANTED, find, find_in_lists
from tests.faults.reports import Row, refused, run

LINKED = {"10", "12", "19", "35b"}
"""Faults of the ways to the stores; all others have none, which would be slower."""


@dataclass(frozen=True)
class Group:
    """Faults of one installation, one after another."""

    opened: Callable[[], AbstractAsyncContextManager[Bench]]
    faults: Sequence[Fault]


def groups() -> list[Group]:
    faults = (
        of_answers.FAULTS + of_retention.FAULTS + of_workers.FAULTS + of_stores.FAULTS + of_clients.FAULTS
    )
    workers = number("WORKERS", 4)
    return [
        Group(holds.on_a_file, holds.OF_A_FILE),
        Group(holds.on_workers, holds.OF_WORKERS),
        Group(volumes.on_a_crowd, volumes.OF_A_CROWD),
        Group(volumes.on_one, volumes.OF_ONE),
        Group(overloads.on_workers, overloads.OF_WORKERS),
        Group(overloads.on_a_file, overloads.OF_A_FILE),
        Group(lambda: on_many(workers), [fault for fault in faults if fault.number not in LINKED]),
        Group(lambda: on_many(workers, direct=False), [fault for fault in faults if fault.number in LINKED]),
        Group(of_files.on_a_file, of_files.ON_A_FILE),
        Group(of_files.on_a_small_disk, of_files.ON_A_SMALL_DISK),
        Group(of_files.on_a_small_log_disk, of_files.ON_A_SMALL_LOG_DISK),
    ]


async def all_rows(only: Sequence[str]) -> AsyncIterator[Row]:
    """Each as soon as it is there."""
    for group in groups():
        if faults := [fault for fault in group.faults if not only or fault.number in only]:
            async for row in _rows(group, faults):
                yield row
    for numbers, work in ALONE.items():
        if not only or {*numbers} & {*only}:
            for row in await work():
                yield row


async def _rows(group: Group, faults: Sequence[Fault]) -> AsyncIterator[Row]:
    """A kind that cannot be opened here is not run."""
    left = list(faults)
    try:
        async with group.opened() as opened:
            async for row in run(opened, faults):
                if not row.goes_on:
                    del left[0]
                yield row
    except OSError as error:
        for fault in left:
            yield refused(NotRun(fault.number, fault.name, str(error)))


async def planted() -> list[Row]:
    return [*[await find(one) for one in PLANTED], await find_in_lists()]


ALONE: dict[tuple[str, ...], Callable[[], Awaitable[list[Row]]]] = {
    ("39",): wrong_starts,
    ("planted",): planted,
    ("36",): keys_in_trouble,
    ("37", "38"): copies,
    ("worlds",): worlds,
}
"""The kinds with installations of their own."""


async def main(page: Path, only: Sequence[str], seed: int) -> bool:
    """Whether all that was run passed."""
    random.seed(seed)
    if not only:
        page.with_suffix(".json").unlink(missing_ok=True)
    is_well = True
    async for row in all_rows(only):
        write(page, row, seed)
        is_well = is_well and not row.result.startswith("failed")
    return is_well


if __name__ == "__main__":
    page, *only = sys.argv[1:]
    sys.exit(not uvloop.run(main(Path(page), only, number("SEED", int(time.time())))))
