"""The cost of the dearest operations under the limit: `make limits` writes docs/limits.md."""

import asyncio
import json
import platform
import statistics
import subprocess
import time
from dataclasses import asdict
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from benchmarks.crowd import crowd
from benchmarks.dearest import MOST_ROOTS, aliased, counted
from benchmarks.operations import HOSTILE, RUNS, Figure, Measuring
from benchmarks.refused import Refused, Refusing
from benchmarks.streams import milliseconds_an_event
from rules.filtering.reasons import Filter
from schema.types.ids import Kind
from server.assets import QUERIES
from server.filtering import make_filter
from server.rates import Rates

PAGE = Path(__file__).resolve().parents[1] / "docs" / "limits.md"
LIBRARIES = ("strawberry-graphql", "graphql-core", "tortoise-orm", "aiosqlite", "orjson")

BEFORE = {
    "`thread { messages(first: 100) { … thread { messages(first: 100) { … } } } }`, three deep": "19.5 s, 41 MB",
    "`nodes` with 100 ids, 20 aliases": "240 to 300 ms",
    "`requestInsights` with as many requests as it looks at": "4.2 s (hostile texts)",
    "`draftHints`, hostile text, 20 aliases": "157 ms",
    "`queries/reports.graphql`, its largest page": "6 MB (3,000 notes)",
    "one event with all streams that a user may have": "1.6 s (2,000 streams)",
    "a text of `a a a …` against 200 words like `a a … b`": "3.0 ms",
}
"""Operations, and their cost before there was a limit."""


INTRODUCTION = """# What operations cost

`make limits` writes this page, and `limits.json` beside it. Costs are counted before an operation
runs; the limit of one is {limit:,} (`DOORSTEP_LIMIT_COST`). CPU is of the process with SQLite
in it, without HTTP, the median of {runs} runs; sizes are of the answer's JSON. Every page is full, and
messages have 2,000 code points.
"""
PATTERNS = """## The dearest documents below the limit

As much of one thing as is let through, by pages and aliases.
"""
ROOTS = """## Root fields

Each with all that can be asked below it, as deep, as large and as often as is let through.
"""
FILES = """## The front ends' queries

Each file of `queries/` that reads, at its largest page.
"""
MUTATIONS = """## Mutations

With their largest input, once, and as often as one document may have them; the same input each time,
so most of the twenty change nothing more.
"""
REFUSED = """## Refused documents

As large as a document may be, beside a field that costs too much: CPU ms from the bytes of a body to those
of its answer, before costs were counted ahead of validation (and of up to 1,500 tokens), and now. Then the
same without that field, with the code of its answer if it is one.
"""
COMPARED = """## Before and after
"""


class Comparing:
    """The operations that were dear, run again."""

    def __init__(self, measuring: Measuring) -> None:
        self._measuring = measuring

    async def rows(self) -> list[str]:
        """In the order of BEFORE."""
        one = self._measuring
        ids = [one.seal(Kind.USER, key) for key in one.crowd.peers[:100]]
        nodes = f"query ($ids: [ID!]!) {{ {aliased('nodes(ids: $ids) { id }', MOST_ROOTS)} }}"
        hints = f'{{ {aliased(f"""draftHints(text: "{HOSTILE}")""", MOST_ROOTS)} }}'
        reports = (QUERIES / "reports.graphql").read_text(encoding="utf-8")
        return [
            self._refusal(),
            _said(await one.figure("nodes", nodes, {"ids": ids})),
            _said(
                await one.figure(
                    "requestInsights", "{ requestInsights { sent slots { sent } byHint { sent } } }", {}
                )
            ),
            _said(await one.figure("draftHints", hints, {})),
            _said(await one.figure("reports", reports, {"first": 10})),
            f"{await milliseconds_an_event():.0f} ms ({Rates().operations} streams)",
            _filtering(),
        ]

    def _refusal(self) -> str:
        """Parses, validates and counts the document each time."""
        times = []
        for number in range(RUNS):
            text = DEEP.replace("id: 1", f'id: "{number}"')
            started = time.process_time()
            document = counted(self._measuring.schema, text)
            times.append(time.process_time() - started)
            assert document
            assert document.cost > self._measuring.limit
        return f"refused in {statistics.median(times) * 1000:.1f} ms"


INSIGHTS = "{ requestInsights { sent slots { sent } byHint { sent } } }"
DEEP = (
    "{ thread(id: 1) { messages(first: 100) { edges { node { thread { messages(first: 100) { edges { node { "
    "thread { messages(first: 100) { edges { node { id } } } } } } } } } } } } }"
)


def _said(figure: Figure) -> str:
    return f"{figure.milliseconds} ms, {figure.kilobytes} kB"


def _filtering() -> str:
    """The difference that a recipient's words make."""
    filter = make_filter()
    text = "a " * 1_000
    words = [filter.needle(f"{'a ' * 29}b{number}") for number in range(200)]
    times = [_looked(filter, text, needles) for needles in ("", "\n".join(words))]
    return f"{max(0, times[1] - times[0]):.2f} ms"


def _looked(filter: Filter, text: str, needles: str) -> float:
    filter.reasons(text, needles)
    started = time.process_time()
    for _ in range(50):
        filter.reasons(text, needles)
    return (time.process_time() - started) / 50 * 1000


def _page(tables: dict[str, list[Figure]], compared: dict[str, str], refused: list[Refused]) -> str:
    patterns = sorted(tables["patterns"], key=lambda one: -one.milliseconds)
    sections = [
        INTRODUCTION.format(limit=Rates().cost, runs=RUNS),
        _section(PATTERNS, _table("what it is full of", patterns)),
        _section(ROOTS, _table("field", tables["roots"])),
        _section(FILES, _table("operation", tables["files"])),
        _section(MUTATIONS, _table("mutation", tables["mutations"])),
        _section(REFUSED, _refusals(refused)),
        _section(COMPARED, _comparison(compared)),
    ]
    return "\n".join(sections)


def _section(text: str, rows: list[str]) -> str:
    return "\n".join([text, *rows, ""])


def _refusals(refused: list[Refused]) -> list[str]:
    rows = [f"| {one.name} | {one.before} | {one.refused} | {one.below} | {one.code} |" for one in refused]
    return ["| full of | before | refused | below the limit | answer |", "|---|---|---|---|---|", *rows]


def _comparison(compared: dict[str, str]) -> list[str]:
    rows = [f"| {asked} | {BEFORE[asked]} | {now} |" for asked, now in compared.items()]
    return ["| asked | before | now |", "|---|---|---|", *rows]


def _table(head: str, figures: list[Figure]) -> list[str]:
    rows = [
        f"| {one.name} | {one.cost:,} | {one.milliseconds} | {one.kilobytes:,} | {one.error} |"
        for one in figures
    ]
    return [f"| {head} | cost | CPU ms | kB | answer |", "|---|---|---|---|---|", *rows]


def _commit() -> str:
    asked = subprocess.run(["git", "rev-parse", "HEAD"], capture_output=True, text=True, check=False)
    return asked.stdout.strip()


async def main() -> None:
    """Measures, and writes the page."""
    async with crowd() as made:
        measuring = Measuring(made)
        tables = {
            "patterns": await measuring.patterns(),
            "roots": await measuring.roots(),
            "files": await measuring.files(),
        }
        compared = dict(zip(BEFORE, await Comparing(measuring).rows(), strict=True))
        refused = await Refusing(measuring).rows()
        tables["mutations"] = await measuring.mutations()
    PAGE.write_text(_page(tables, compared, refused), encoding="utf-8")
    raw = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "commit": _commit(),
        "python": platform.python_version(),
        "versions": {name: version(name) for name in LIBRARIES},
        "compared": compared,
        "refused": [asdict(one) for one in refused],
        "tables": {name: [asdict(one) for one in figures] for name, figures in tables.items()},
    }
    PAGE.with_suffix(".json").write_text(
        json.dumps(raw, indent=2, ensure_ascii=False) + "\n", encoding="utf-8"
    )


if __name__ == "__main__":
    asyncio.run(main())
