"""The list of faults: each is injected under load, and says what is worth a look."""

import asyncio
import json
import os
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.faults.benches import Bench

Figures = dict[str, Any]
Inject = Callable[[Bench], Awaitable[Figures]]


@dataclass(frozen=True)
class Fault:
    """`number`: its place in the list of faults. An AssertionError of `inject` says what does not hold."""

    number: str
    name: str
    inject: Inject


@dataclass(frozen=True)
class NotRun:
    """A fault that this machine, or this build, cannot inject."""

    number: str
    name: str
    why: str


class Unfinished(Exception):
    """All was well, but there was less of it than the fault is named for. `figures`: what there was.

    `goes_on`: it is injected once more, and adds to what there was.
    """

    def __init__(self, figures: Figures, *, goes_on: bool = False) -> None:
        super().__init__("less than that in the time")
        self.figures = figures
        self.goes_on = goes_on


@asynccontextmanager
async def failing(bench: Bench, **points: float) -> AsyncIterator[None]:
    """Points of `failpoints`, as long as the block lasts; `_` is a space in their names."""
    path = Path(bench.installation.service.settings["FAILPOINTS"])
    await asyncio.to_thread(_write, path, {name.replace("_", " "): share for name, share in points.items()})
    try:
        yield
    finally:
        await asyncio.to_thread(_write, path, {})


def _write(path: Path, points: dict[str, float]) -> None:
    new = path.with_suffix(".new")
    new.write_text(json.dumps(points))
    new.replace(path)


def is_alive(pid: int) -> bool:
    """Whether a process is there and is no zombie."""
    stat = Path(f"/proc/{pid}/stat")
    try:
        return stat.read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def number(name: str, default: int) -> int:
    """Of the environment: how much a run does."""
    return int(os.environ.get(f"FAULTS_{name}", default))
