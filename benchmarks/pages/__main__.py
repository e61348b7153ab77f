"""`python -m benchmarks.pages`: measures, and writes the page with its figures.

With words only the cases whose names have one of them; the others keep their figures.
"""

import asyncio
import json
import platform
import sqlite3
import subprocess
import sys
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.dearest import counted
from benchmarks.pages.cases import cases
from benchmarks.pages.measures import Figure, measure
from server.app import make_schema

ROOT = Path(__file__).resolve().parents[2]
PAGE, FIGURES = ROOT / "docs" / "pages.md", ROOT / "docs" / "pages.json"

PLANS = ("inbox of 10,000, page 500", "requests, 10,000, page 500", "messages of 20 requests of 10,000")
HEAD = """# What pages cost

`make pages` writes this page, and `pages.json` beside it. Users have 10, 1,000 and 10,000 threads or requests; every
fiftieth peer is blocked. The others have two to four threads each, so the planner expects few rows of anybody. A page
has 20 rows, and one more that says whether another page follows.

PostgreSQL runs generic plans (`plan_cache_mode = force_generic_plan`). Its µs are CPU of the server's process for one
run of the prepared statement, with all that it sends, the median of 15 times 20; buffers are pages of 8 kB, rows those
that scans looked at. SQLite's µs are CPU of the call; steps are those of its virtual machine, by tens. Each cell has
the figure before and now. The cost is what the limit of costs counts for the whole operation, where it depends on the
filter or the order. Before is commit {commit:.10} ({at:.10}), where a page joined messages by key, a badge
counted all, and a search looked at all peers. Now: {now}.

| statement | cost | PostgreSQL µs | buffers | rows | SQLite µs | steps |
|---|---|---|---|---|---|---|"""


def _described() -> dict[str, str]:
    commit = subprocess.run(
        ["git", "rev-parse", "HEAD"], capture_output=True, text=True, check=True, cwd=ROOT
    )
    at = datetime.now(UTC).isoformat(timespec="seconds")
    versions = f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, PostgreSQL 18"
    return {"commit": commit.stdout.strip(), "at": at, "versions": versions}


def write(figures: dict[str, Any]) -> None:
    """The page, from the figures before and now."""
    before, now = figures["before"], figures["now"]
    lines = [HEAD.format(**{key: before[key] for key in ("commit", "at")}, now=now["versions"])]
    schema = make_schema(True)
    for case in cases():
        name = case.name
        document = case.root and counted(schema, f"{{ {case.root} }}")
        cells = [
            _pair(before, now, database, name, column)
            for database, column in (
                *(("postgres", column) for column in ("us", "buffers", "rows")),
                *(("sqlite", column) for column in ("us", "steps")),
            )
        ]
        cost = f"{document.cost:,}" if document else ""
        lines.append(f"| {name} | {cost} | {' | '.join(cells)} |")
    for name in PLANS:
        for database in ("postgres", "sqlite"):
            lines.append(f"\n{name}, {database}:\n\n```\n{now[database][name]['plan']}\n```")
    PAGE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _pair(before: Any, now: Any, database: str, name: str, column: str) -> str:
    old = before[database].get(name, {}).get(column, "")
    new = now[database][name][column]
    return " → ".join("" if value == "" else f"{value:,.0f}" for value in (old, new))


def _kept(name: str, figure: Figure) -> dict[str, Any]:
    return {key: value for key, value in asdict(figure).items() if key != "plan" or name in PLANS}


def main() -> None:
    """Measures now; before stays as it was measured once."""
    words = sys.argv[1:]
    wanted = [case for case in cases() if not words or any(word in case.name for word in words)]
    figures = json.loads(FIGURES.read_text(encoding="utf-8")) if FIGURES.exists() else {}
    old = figures.get("now", {})
    measured = asyncio.run(measure(wanted))
    now = _described() | {
        database: (old.get(database, {}) if words else {})
        | {name: _kept(name, figure) for name, figure in found.items()}
        for database, found in measured.items()
    }
    figures = {"before": now} | figures | {"now": now}
    FIGURES.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    write(figures)


if __name__ == "__main__":
    main()
