"""Single figures of one Doorstep process on PostgreSQL: start, memory, pauses of garbage collection."""

import json
import sys
from dataclasses import replace
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.bench.clusters import FOLDER, Cluster
from benchmarks.bench.load import drive
from benchmarks.bench.measures import LONGEST, running
from benchmarks.bench.processes import memory_of
from benchmarks.bench.servers import Server

STARTS, READS = 3, 1_000
PAUSES = Path(__file__).with_name("pauses.py")


async def measure_singles(cluster: Cluster, server: Server) -> dict[str, Any]:
    """Seconds to the first answer, MB after reads, pauses in milliseconds from the first answer on."""
    seconds, memory = [], 0
    for _ in range(STARTS):
        async with running(cluster, [server]):
            seconds.append(server.seconds_to_start)
            await _read(server)
            memory = memory_of(server.pid)
    return {
        "seconds from start to the first answer": round(median(seconds), 2),
        "MB of a worker after 1,000 inbox pages": round(memory / 1e6, 1),
        "pauses of garbage collection": await _pauses(cluster, server),
    }


async def _read(server: Server) -> None:
    await drive(server.port, "inbox", islice(server.requests.endless("inbox"), READS), LONGEST)


async def _pauses(cluster: Cluster, server: Server) -> dict[str, Any]:
    """The count, longest and sum of each generation."""
    path = FOLDER / "pauses.json"
    command = [sys.executable, "-P", str(PAUSES), str(path)]
    environment = server.environment

    def watched(url: str, port: int) -> dict[str, str]:
        return {**environment(url, port), "PYTHONPATH": str(server.folder)}

    watch = replace(server, command=command, environment=watched)
    async with running(cluster, [watch]):
        await _read(watch)
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found
