"""Processes that are measured: their CPU and memory as the kernel counts them."""

import asyncio
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TICKS = os.sysconf("SC_CLK_TCK")
STOP_SECONDS = 10


def cpu_of(pid: int) -> float:
    """Seconds of all its threads, in user and system; 0 for one that is gone."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return 0.0
    fields = stat.rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def memory_of(pid: int) -> int:
    """Resident bytes."""
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


async def start(
    command: Sequence[str], folder: Path, environment: Mapping[str, str], log: Path
) -> asyncio.subprocess.Process:
    """Runs in the folder, with the given environment alone; its output goes to the log."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("DOORSTEP_")}
    with log.open("ab") as file:
        return await asyncio.create_subprocess_exec(
            *command, cwd=folder, env=inherited | dict(environment), stdout=file, stderr=file
        )


async def stop(process: asyncio.subprocess.Process) -> None:
    """As an operator would; killed if it takes too long."""
    if process.returncode is not None:
        return
    process.terminate()
    try:
        async with asyncio.timeout(STOP_SECONDS):
            await process.wait()
    except TimeoutError:
        process.kill()
        await process.wait()
