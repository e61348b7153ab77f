"""The CPU of a request by part, sampled in a process that serves one workload."""

import asyncio
import json
import os
import signal
import sys
from dataclasses import replace
from pathlib import Path

from benchmarks.bench.clusters import FOLDER, Cluster
from benchmarks.bench.load import drive
from benchmarks.bench.measures import LONGEST, WARM, Span, running
from benchmarks.bench.processes import cpu_of
from benchmarks.bench.servers import Server

SAMPLED = Path(__file__).with_name("sampled.py")
SETTLED = 2.0
"""Seconds after the first requests, in which the operations are compiled."""

Parts = dict[str, dict[str, float]]
"""For each workload the microseconds a request of each part."""


async def measure_parts(cluster: Cluster, server: Server, workloads: list[str], span: Span) -> Parts:
    """Of each workload for so long as all its rounds take."""
    return {one: await _measure(cluster, server, one, span.seconds * span.rounds) for one in workloads}


async def _measure(cluster: Cluster, server: Server, workload: str, seconds: float) -> dict[str, float]:
    path = FOLDER / "parts.json"
    environment = server.environment

    def watched(url: str, port: int) -> dict[str, str]:
        return {**environment(url, port), "PYTHONPATH": str(server.folder)}

    command = [sys.executable, "-P", str(SAMPLED), str(path)]
    watch = replace(server, command=command, environment=watched)
    requests = server.requests.endless(workload)
    async with running(cluster, [watch]):
        await drive(watch.port, workload, (next(requests) for _ in range(WARM)), LONGEST)
        await asyncio.sleep(SETTLED)
        os.kill(watch.pid, signal.SIGUSR2)
        began = cpu_of(watch.pid)
        tally = await drive(watch.port, workload, requests, seconds)
        spent = cpu_of(watch.pid) - began
    found: dict[str, int] = json.loads(path.read_text(encoding="utf-8"))
    each = spent / len(tally.latencies) / sum(found.values()) * 1e6
    return {part: round(count * each, 1) for part, count in found.items()}
