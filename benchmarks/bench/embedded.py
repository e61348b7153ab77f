"""Doorstep on SQLite in one process, with nothing beside it but the load."""

import json
import shutil
from collections.abc import Mapping, Sequence
from itertools import islice
from pathlib import Path

from benchmarks.bench.clusters import FOLDER, dataset_mark, load_checkout
from benchmarks.bench.load import drive
from benchmarks.bench.measures import LONGEST, WARM, Round, Span, round_of
from benchmarks.bench.processes import ROOT, cpu_of
from benchmarks.bench.servers import Program, Server, of_manifest, with_settings

WORKLOADS = {"sqlite inbox": "inbox", "sqlite send": "send", "sqlite sendRequest": "sendRequest"}
"""By the names that they have in a report."""
KEPT, RUN = "embedded_", "run_embedded"


_NO_MORE: Mapping[str, str] = {}


async def measure_embedded(
    names: Sequence[str], span: Span, checkout: Path = ROOT, settings: Mapping[str, str] = _NO_MORE
) -> list[Round]:
    """Each on a new copy of the data; the database works in the server's process."""
    found = []
    for name in names:
        server, url = await _on_copy(checkout)
        server = with_settings(server, settings)
        try:
            await server.start_on(url)
            found += await _rounds(server, name, span)
        finally:
            await server.stop()
    return found


async def _rounds(server: Server, name: str, span: Span) -> list[Round]:
    workload = WORKLOADS[name]
    given, found = server.requests.endless(workload), []
    await drive(server.port, "ping", server.requests.of_everybody(), LONGEST)
    await drive(server.port, workload, islice(given, WARM), LONGEST)
    for number in range(span.rounds):
        own = cpu_of(server.pid)
        tally = await drive(server.port, workload, given, span.seconds)
        found.append(round_of((name, server.name, number), tally, cpu_of(server.pid) - own, 0.0))
    return found


async def _on_copy(checkout: Path) -> tuple[Server, str]:
    mark = dataset_mark(checkout)
    template, manifest = FOLDER / f"{KEPT}{mark}.db", FOLDER / f"{KEPT}{mark}.json"
    if not manifest.exists():
        _remove(KEPT)
        await load_checkout(checkout, f"sqlite:///{template}", manifest)
    _remove(RUN)
    path = shutil.copyfile(template, FOLDER / f"{RUN}.db")
    said = json.loads(manifest.read_text(encoding="utf-8"))
    return of_manifest(Program(checkout=checkout), said, ""), f"sqlite:///{path}"


def _remove(begin: str) -> None:
    """With the files that SQLite keeps beside a database."""
    for file in FOLDER.glob(f"{begin}*"):
        file.unlink()
