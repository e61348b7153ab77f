"""A backup while people write, a restore of it, and the items that listeners get; on either database."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from tests.databases import fast_folder
from tests.faults.benches import Bench, bench
from tests.faults.faults import Figures
from tests.faults.installations import many, single
from tests.faults.reports import Row
from tests.races.invariants import violations

KEPT = "a backup during load restores clean"
OLDER = "the database is restored from an older backup"


@dataclass
class Copied:
    """`before`: acknowledged before the backup began, so it must have them."""

    bench: Bench
    file: Path
    before: set[str]


async def copies() -> list[Row]:
    """Both rows, each for both databases."""
    wrong: dict[str, list[str]] = {KEPT: [], OLDER: []}
    figures: dict[str, Figures] = {KEPT: {}, OLDER: {}}
    for name, opened in (("SQLite", _on_a_file), ("PostgreSQL", _on_many)):
        async with opened() as copied:
            problems, seconds = await _restore(copied)
        figures[KEPT][f"acknowledged before it, {name}"] = len(copied.before)
        figures[OLDER][f"all asked to read again after, seconds, {name}"] = seconds
        for row, found in problems:
            wrong[row].append(f"{name}: {found}")
    return [
        Row(number, row, f"failed: {wrong[row]}" if wrong[row] else "passed", figures[row])
        for number, row in (("38", KEPT), ("37", OLDER))
    ]


@asynccontextmanager
async def _on_a_file() -> AsyncIterator[Copied]:
    with fast_folder() as folder:
        async with single(folder) as installation, bench(installation, 10, 20) as found:
            yield await _copied(found, folder / "backup")


@asynccontextmanager
async def _on_many() -> AsyncIterator[Copied]:
    with fast_folder() as folder:
        async with many(folder, 2, direct=True) as installation, bench(installation, 10, 20) as found:
            yield await _copied(found, folder / "backup")


async def _copied(bench: Bench, file: Path) -> Copied:
    """After some load, and with some more after it."""
    await asyncio.sleep(5)
    before = {text for text, send in bench.load.sends.items() if send.done is not None}
    await _run(bench, "backup", str(file))
    await asyncio.sleep(5)
    await bench.settle()
    return Copied(bench, file, before)


async def _run(bench: Bench, *arguments: str) -> None:
    status, _, said = await bench.installation.command(*arguments)
    assert status == 0, said


async def _restore(copied: Copied) -> tuple[list[tuple[str, object]], float]:
    """The mistakes, and how long it took until all knew."""
    bench = copied.bench
    await bench.installation.service.stop()
    await _run(bench, "restore", "--yes", str(copied.file))
    begun = monotonic()
    await bench.installation.service.start()
    while not all(one.resyncs for one in bench.listeners) and monotonic() - begun < 60:  # noqa: ASYNC110
        await asyncio.sleep(0.1)
    seconds = round(monotonic() - begun, 1)
    texts = Counter(text for (text,) in await bench.tables.fetch("SELECT text FROM messages", ()))
    problems: list[tuple[str, object]] = []
    if lost := copied.before - texts.keys():
        problems.append((KEPT, f"lost {len(lost)}"))
    if broken := await violations(bench.tables):
        problems.append((KEPT, broken))
    if deaf := sum(not one.resyncs for one in bench.listeners):
        problems.append((OLDER, f"{deaf} were told nothing"))
    bench.load.is_on = True
    if not await _is_heard_again(bench):
        problems.append((OLDER, "nothing is heard any more"))
    return problems, seconds


async def _is_heard_again(bench: Bench) -> bool:
    begun, old = monotonic(), set(bench.load.sends)
    while monotonic() - begun < 60:
        if any(bench.is_heard(text, send) for text, send in bench.load.sends.items() if text not in old):
            return True
        await asyncio.sleep(0.05)
    return False
