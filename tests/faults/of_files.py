"""Faults of one process on SQLite, and of the disks of both databases. Each has an installation of its own."""

import asyncio
import random
import shutil
import signal
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing, suppress
from pathlib import Path
from time import monotonic

from tests.databases import fast_folder
from tests.faults.benches import POINTS, Bench, bench
from tests.faults.faults import Fault, Figures, number
from tests.faults.installations import many, single
from tests.faults.of_stores import recovered, require_quick, slowest_before

FILL = 4096


def is_whole(path: Path) -> str:
    """The result of SQLite's own check."""
    with closing(sqlite3.connect(path)) as connection:
        return str(connection.execute("PRAGMA integrity_check").fetchone()[0])


@asynccontextmanager
async def mounted(folder: Path, size: str) -> AsyncIterator[Path]:
    """A disk of this size; OSError where none can be mounted."""
    place = folder / "disk"
    place.mkdir()
    mount = await asyncio.create_subprocess_exec("mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", place)
    if await mount.wait():
        raise OSError("no disk can be mounted here")
    try:
        yield place
    finally:
        await (await asyncio.create_subprocess_exec("umount", "-l", place)).wait()


def fill(place: Path) -> Path:
    """A file that takes all that is left."""
    path = place / "full"
    with suppress(OSError), path.open("wb", buffering=0) as file:
        while True:
            file.write(bytes(FILL))
    return path


async def kill_writer(bench: Bench) -> Figures:
    kills = number("WRITER_KILLS", 200)
    path = Path(bench.installation.database_url.removeprefix("sqlite:///"))
    for _ in range(kills):
        await asyncio.sleep(random.uniform(0, 0.5))
        await bench.installation.service.kill()
        found = await asyncio.to_thread(is_whole, path)
        assert found == "ok", found
        await bench.installation.service.start()
    return {"kills": kills, "integrity_check": "ok each time"}


async def fill_disk(bench: Bench) -> Figures:
    place = Path(bench.installation.database_url.removeprefix("sqlite:///")).parent
    slowest_ago = await slowest_before(bench)
    full = await asyncio.to_thread(fill, place)
    before = dict(bench.load.answers)
    await asyncio.sleep(5)
    refused = bench.load.answers["OVERLOADED"] - before.get("OVERLOADED", 0)
    slowest = bench.load.slowest
    full.unlink()
    assert refused, "no send was refused"
    return {"refused during it": refused} | require_quick(slowest, slowest_ago) | await recovered(bench)


async def fail_syncs(bench: Bench) -> Figures:
    """Each sync of the process fails with EIO."""
    pid = bench.installation.service.workers()[0].pid
    strace = shutil.which("strace")
    assert strace
    before = dict(bench.load.answers)
    tracing = await asyncio.create_subprocess_exec(
        strace,
        *("-f", "-q", "-p", str(pid), "-e", "trace=fsync,fdatasync"),
        *("-e", "inject=fsync,fdatasync:error=EIO", "-o", "/dev/null"),
    )
    await asyncio.sleep(6)
    tracing.send_signal(signal.SIGINT)
    await tracing.wait()
    met = sum(bench.load.answers[code] - before.get(code, 0) for code in ("OVERLOADED", "OUTCOME_UNKNOWN"))
    assert met, "no send met the fault"
    return {"answers that said so": met} | await recovered(bench)


async def fill_log_disk(bench: Bench) -> Figures:
    """PostgreSQL cannot extend its log: it goes down, and comes again when there is room."""
    assert bench.installation.postgres
    place = Path(bench.installation.service.settings["PLACE"])
    full = await asyncio.to_thread(fill, place)
    begun = monotonic()
    while monotonic() - begun < 15 and not bench.load.strange:  # noqa: ASYNC110
        await asyncio.sleep(0.5)
    full.unlink()
    await bench.installation.postgres.kill()
    await bench.installation.postgres.start()
    return {"full, seconds": 15} | await recovered(bench)


@asynccontextmanager
async def on_a_file(module: str = POINTS, rate: float = 20) -> AsyncIterator[Bench]:
    """One process on SQLite, with a few who send and listen."""
    with fast_folder() as folder:
        async with (
            single(folder, module=module, FAILPOINTS=str(folder / "points")) as installation,
            bench(installation, 10, rate) as found,
        ):
            yield found


@asynccontextmanager
async def on_a_small_disk() -> AsyncIterator[Bench]:
    """The same on a disk of a few megabytes."""
    with fast_folder() as folder:
        async with mounted(folder, "24m") as place:
            (place / "database").mkdir()
            file = place / "database" / "doorstep.db"
            async with single(folder, file=file) as installation, bench(installation, 10, 20) as found:
                yield found


@asynccontextmanager
async def on_a_small_log_disk() -> AsyncIterator[Bench]:
    """PostgreSQL with all its files on a disk of its own."""
    with fast_folder() as folder:
        async with mounted(folder, "200m") as place:
            place.chmod(0o755)
            inside = place / "server"
            inside.mkdir()
            async with (
                many(inside, 2, PLACE=str(place)) as installation,
                bench(installation, 10, 20) as found,
            ):
                yield found


ON_A_FILE = [
    Fault("5", "the process is killed during writes on SQLite", kill_writer),
    Fault("26", "fsync fails with EIO", fail_syncs),
]
ON_A_SMALL_DISK = [Fault("24", "the disk of SQLite is full", fill_disk)]
ON_A_SMALL_LOG_DISK = [Fault("25", "the disk of PostgreSQL is full", fill_log_disk)]
