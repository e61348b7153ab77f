"""Runs faults one after another on one installation, and keeps what came of each."""

import sys
import traceback
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from time import monotonic
from typing import Any

from tests.faults.benches import Bench
from tests.faults.faults import Fault, NotRun, Unfinished


@dataclass
class Row:
    """`result`: passed, failed, or not run with the reason."""

    number: str
    name: str
    result: str
    figures: dict[str, Any] = field(default_factory=dict)
    goes_on: bool = False
    """Whether a later row takes its place."""

    @property
    def is_passed(self) -> bool:
        return self.result == "passed"


async def run(bench: Bench, faults: Sequence[Fault]) -> AsyncIterator[Row]:
    """A row a fault, and one each time that it goes on. After each, all that clients did and saw so far is checked."""
    for fault in faults:
        row = Row(fault.number, fault.name, "", goes_on=True)
        while row.goes_on:
            row = await _run(bench, fault)
            sys.stderr.write(f"{row}\n")
            yield row


def refused(fault: NotRun) -> Row:
    return Row(fault.number, fault.name, f"not run: {fault.why}")


async def _run(bench: Bench, fault: Fault) -> Row:
    begun = monotonic()
    try:
        figures = await fault.inject(bench)
        found = await bench.verdict(since=begun)
    except Unfinished as error:
        return Row(fault.number, fault.name, f"not run: {error}", error.figures, error.goes_on)
    except Exception as error:
        traceback.print_exc()
        return Row(fault.number, fault.name, f"failed: {type(error).__name__}: {error}")
    figures |= found.figures | {"seconds": round(monotonic() - begun, 1)}
    result = f"failed: {found.wrong}" if found.wrong else "passed"
    return Row(fault.number, fault.name, result, figures)
