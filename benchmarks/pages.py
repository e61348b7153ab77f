"""What the statements of pages cost, whatever the user's history: `make pages` writes docs/pages.md.

PostgreSQL plans generically, as the service makes it do. It needs Linux, which says how long a process has run.
"""

import asyncio
import json
import platform
import re
import sqlite3
import statistics
import subprocess
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import asdict, dataclass, fields, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import asyncpg

from benchmarks.histories import ARCHIVED_BEFORE, ASKED, LONG, NOW, SECOND, SHORT, TALK, VERY_LONG, fill
from models.db.statements import Named, Select, stored
from models.db.timestamps import from_micros
from models.follows import RELATIONS
from models.inbox import ARCHIVED, BADGE, FOUND, INBOX, PENDING, UNREAD
from models.looks import SIMILAR
from models.messages import OLDER_MESSAGES, REQUEST_MESSAGES
from models.request_selection import COUNT, PAGES, RequestOrder, Wanted, WantedPage
from models.requests import FIRST_CONTACTS
from models.sending.facts import SEND_FACTS, Asked
from models.threads import CONVERSATIONS, THREADS, THREADS_WITH
from rules.filtering.hiding import NONE
from rules.requests import Folder
from rules.search import LAST_CHARACTER
from tests.databases import PostgresSource, SqliteSource, fast_folder, opened, postgres_server

ROOT = Path(__file__).resolve().parents[1]
PAGE, FIGURES = ROOT / "docs" / "pages.md", ROOT / "docs" / "pages.json"
RUNS, EACH, SIZE = 15, 20, 20
END = 2**62


@dataclass(frozen=True, slots=True)
class Case:
    """A statement with its arguments: numbers, texts and lists of them. `sqlite`: what SQLite runs instead."""

    name: str
    text: str
    args: Sequence[Any]
    sqlite: tuple[str, Sequence[Any]] | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """`us`: CPU, the median of RUNS times EACH; rows: looked at by scans; steps: of SQLite's virtual machine."""

    us: float
    buffers: int = 0
    rows: int = 0
    steps: int = 0
    plan: str = ""


def _page(
    name: str, list_: Select[Any], viewer: int, begins: int, count: int, *more: Any, newest: int = END
) -> list[Case]:
    """Of threads with keys from `begins` on: the first page, and the one after all pages but the last."""
    last = f"(SELECT activity_at FROM memberships WHERE user_id = {viewer} AND thread_id = {begins + SIZE})"
    deep = list_.text.replace("$2", last).replace("$3", f"{begins + SIZE}")
    pages = [Case(f"{name}, page 1", list_.text, (viewer, newest, END, SIZE + 1, *more))]
    if count > SIZE:
        args = (viewer, SIZE + 1, *more)
        renumbered = deep.replace("$4", "$2").replace("$5", "$3").replace("$6", "$4")
        pages.append(Case(f"{name}, page {count // SIZE}", renumbered, args))
    return pages


def _batch(name: str, statement: Select[Any], begins: int, *args: Any, keys: int = SIZE) -> Case:
    return Case(name, statement.text, (*args, list(range(begins, begins + keys))))


def _facts(name: str, *asked: Any) -> Case:
    given = json.dumps({"0": dict(zip((field.name for field in fields(Asked)), asked, strict=True))})
    by_dialect = {dialect: select.text for dialect, select in SEND_FACTS.selects.items()}
    return Case(name, by_dialect["postgres"], [[one] for one in asked], (by_dialect["sqlite"], [given]))


def _search(name: str, typed: str) -> Case:
    args = (VERY_LONG, END, END, SIZE + 1, typed, typed + LAST_CHARACTER, False)
    return Case(f"inbox of 10,000, search: {name}", FOUND.text, args)


def cases() -> list[Case]:
    """In the order of the page."""
    return [*_lists(), *_others()]


def _lists() -> list[Case]:
    inboxes = [(SHORT, 100, 10), (LONG, 1_000, 1_000), (VERY_LONG, 10_000, 10_000)]
    found = [
        case
        for viewer, begins, count in inboxes
        for case in _page(f"inbox of {count:,}", INBOX, viewer, begins, count)
    ]
    found += _page("sent requests, 10,000", PENDING, ASKED, 40_000, 10_000, int(Folder.SENT), 0)
    found += _page("requests, 10,000", PENDING, ASKED, 20_000, 10_000, int(Folder.REQUESTS), ARCHIVED_BEFORE)
    found += _page("hidden, 10,000", PENDING, ASKED, 30_000, 10_000, int(Folder.HIDDEN), ARCHIVED_BEFORE)
    found += _page("archived, 10,000", ARCHIVED, ASKED, 50_000, 10_000, newest=ARCHIVED_BEFORE)
    found += _page("unread of 10,000", UNREAD, VERY_LONG, 10_000, 10_000)
    return [*found, *_selected()]


_ALL = Wanted(
    viewer_id=ASKED,
    as_of=END,
    folder=Folder.REQUESTS,
    since=from_micros(ARCHIVED_BEFORE),
    before=datetime.max.replace(tzinfo=UTC),
    hidden_reason=NONE,
)
_FILTERS = {
    "follows me, none": {"follows_me": True},
    "not followed by me": {"followed_by_me": False},
    "verified, none": {"verified": True},
    "has a link, none": {"has_link": True},
    "mutual follows": {"mutual": True},
    "no mutual follows": {"mutual": False},
    "a text, none": {"text": "nowhere"},
    "search, 10 hits": {"name": "user2999", "name_end": "user2999" + LAST_CHARACTER},
}


def _selected() -> list[Case]:
    """Requests by each order and each filter, pages 1 and 100, and their count."""
    found = []
    for order in RequestOrder:
        found += _ordered(f"requests, {order.value}", order, _ALL)
    for name, conditions in _FILTERS.items():
        wanted = replace(_ALL, **conditions)
        found += _ordered(f"requests, {name}", RequestOrder.NEWEST, wanted)
        found.append(_named(f"count of requests, {name}", COUNT, wanted))
    return found


def _ordered(name: str, order: RequestOrder, wanted: Wanted) -> list[Case]:
    """Threads of this folder have keys from 20,000 on, in the order of their time."""
    is_up, skipped = order is RequestOrder.OLDEST, 99 * SIZE
    key = 20_000 + skipped if is_up else 30_000 - skipped
    at = NOW - (30_000 - key) * SECOND
    starts = [(-1, -1) if is_up else (END, END), (at, key)]
    pages = [WantedPage.of(wanted, order_, key_, SIZE + 1) for order_, key_ in starts]
    return [
        _named(f"{name}, page {number}", PAGES[order, False], page)
        for number, page in zip((1, 100), pages, strict=True)
    ]


def _named(name: str, statement: Named[Any], parameters: object) -> Case:
    return Case(name, statement.select.text, stored(statement.arguments(parameters)))


def _others() -> list[Case]:
    return [
        _batch("messages of 20 requests of 10,000", REQUEST_MESSAGES, 29_000, ASKED),
        _batch("first contacts of 20 requests of 10,000", FIRST_CONTACTS, 29_000, ASKED),
        _batch("users who look like 20 senders of a common name", SIMILAR, 29_000, VERY_LONG),
        _batch("20 threads of 10,000 by key", THREADS, 19_000, VERY_LONG),
        _batch("20 threads of 10,000 by peer", THREADS_WITH, 19_000, VERY_LONG),
        _batch("20 relations of 10,000", RELATIONS, 19_000, VERY_LONG),
        _batch("a thread of 10,000 by key", CONVERSATIONS, 19_000, VERY_LONG, keys=1),
        Case("messages of 10,000, page 1", OLDER_MESSAGES.text, (VERY_LONG, TALK, END, SIZE + 1)),
        Case("messages of 10,000, page 500", OLDER_MESSAGES.text, (VERY_LONG, TALK, SIZE + 1, SIZE + 1)),
        Case(
            "badge, 10,000 threads",
            BADGE.text,
            (VERY_LONG, ARCHIVED_BEFORE, ARCHIVED_BEFORE, ARCHIVED_BEFORE),
        ),
        Case(
            "badge, 10,000 requests", BADGE.text, (ASKED, ARCHIVED_BEFORE, ARCHIVED_BEFORE, ARCHIVED_BEFORE)
        ),
        _facts("facts of a send, 10,000 threads", VERY_LONG, 0, 19_000, "k", "2026-01-01", END),
        _facts("facts of a young sender's request", SHORT, 19_000, 0, "k", "2026-01-01", 0),
        _search("10 hits", "user1999"),
        _search("no hit", "nobody"),
        _search("4,445 of the name, no hit", "7"),
        _search("all", "user"),
    ]


def _literal(value: Any) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, list):
        return f"ARRAY[{', '.join(map(_literal, value))}]"
    return "'" + value.replace("'", "''") + "'" if isinstance(value, str) else str(value).upper()


def in_sqlite(text: str) -> str:
    """As the service's client writes it."""
    return re.sub(
        r"\$(\d+)", r"?\1", re.sub(r"= ANY\((\$\d+)\)", r"IN (SELECT value FROM json_each(\1))", text)
    )


def _used(process: int) -> float:
    """Microseconds of CPU."""
    return int(Path(f"/proc/{process}/schedstat").read_text().split()[0]) / 1000


async def _run(connection: asyncpg.Connection, case: Case) -> float:
    """What the server's process uses for one run, with all that it sends."""
    prepared, server = await connection.prepare(case.text), connection.get_server_pid()
    found = []
    for _ in range(RUNS + 1):
        before = _used(server)
        for _ in range(EACH):
            await prepared.fetch(*case.args)
        found.append((_used(server) - before) / EACH)
    return statistics.median(found[1:])


async def of_postgres(connection: asyncpg.Connection, case: Case) -> Figure:
    """Prepared, run by its generic plan."""
    us = await _run(connection, case)
    await connection.execute(f"PREPARE measured AS {case.text}")
    arguments = ", ".join(map(_literal, case.args))
    explain = f"EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, FORMAT JSON) EXECUTE measured({arguments})"
    plan = json.loads(await connection.fetchval(explain))[0]["Plan"]
    shown = await connection.fetch(f"EXPLAIN (COSTS OFF) EXECUTE measured({arguments})")
    await connection.execute("DEALLOCATE measured")
    return Figure(
        us=round(us, 1),
        buffers=plan["Shared Hit Blocks"] + plan["Shared Read Blocks"],
        rows=round(_rows(plan)),
        plan="\n".join(line for (line,) in shown),
    )


def _rows(plan: dict[str, Any]) -> float:
    removed = plan.get("Rows Removed by Filter", 0) + plan.get("Rows Removed by Index Recheck", 0)
    is_read = "Relation Name" in plan and "Scan" in plan["Node Type"]
    own = (plan["Actual Rows"] + removed) * plan["Actual Loops"] if is_read else 0
    return float(own + sum(_rows(part) for part in plan.get("Plans", ())))


def of_sqlite(connection: sqlite3.Connection, case: Case) -> Figure:
    """Steps are counted in a run of its own."""
    text, given = case.sqlite or (case.text, case.args)
    text, times, steps = in_sqlite(text), [], 0
    args = [json.dumps(value) if isinstance(value, list) else value for value in given]

    def count() -> None:
        nonlocal steps
        steps += 1

    for _ in range(RUNS):
        started = time.thread_time()
        for _ in range(EACH):
            connection.execute(text, args).fetchall()
        times.append((time.thread_time() - started) / EACH * 1_000_000)
    connection.set_progress_handler(count, 10)
    connection.execute(text, args).fetchall()
    connection.set_progress_handler(None, 10)
    plan = connection.execute(f"EXPLAIN QUERY PLAN {text}", args).fetchall()
    shown = "\n".join(str(row[3]) for row in plan)
    return Figure(us=round(statistics.median(times), 1), steps=steps * 10, plan=shown)


async def measure() -> dict[str, dict[str, Figure]]:
    """By database, then by case."""
    found: dict[str, dict[str, Figure]] = {}
    with fast_folder() as folder:
        source = SqliteSource(folder)
        await source.prepare()
        url = await source.make()
        async with opened(url) as database:
            await fill(database)
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as connection:
            found["sqlite"] = {case.name: of_sqlite(connection, case) for case in cases()}
    with postgres_server() as server:
        postgres = PostgresSource(server)
        await postgres.prepare()
        url = await postgres.make()
        async with opened(url) as database:
            await fill(database)
        session = await asyncpg.connect(url, server_settings={"jit": "off"})
        await session.execute("SET plan_cache_mode = force_generic_plan")
        found["postgres"] = {case.name: await of_postgres(session, case) for case in cases()}
        await session.close()
    return found


def _described() -> dict[str, str]:
    commit = subprocess.run(
        ["git", "rev-parse", "HEAD"], capture_output=True, text=True, check=True, cwd=ROOT
    )
    at = datetime.now(UTC).isoformat(timespec="seconds")
    versions = f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, PostgreSQL 18"
    return {"commit": commit.stdout.strip(), "at": at, "versions": versions}


def write(figures: dict[str, Any]) -> None:
    """The page, from what was measured before and now."""
    before, now = figures["before"], figures["now"]
    lines = [HEAD.format(**{key: before[key] for key in ("commit", "at")}, now=now["versions"])]
    for name in now["postgres"]:
        cells = [
            _pair(before, now, database, name, column)
            for database, column in (
                *(("postgres", column) for column in ("us", "buffers", "rows")),
                *(("sqlite", column) for column in ("us", "steps")),
            )
        ]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    for name in PLANS:
        for database in ("postgres", "sqlite"):
            lines.append(f"\n{name}, {database}:\n\n```\n{now[database][name]['plan']}\n```")
    PAGE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _pair(before: Any, now: Any, database: str, name: str, column: str) -> str:
    old = before[database].get(name, {}).get(column, "")
    new = now[database][name][column]
    return " → ".join("" if value == "" else f"{value:,.0f}" for value in (old, new))


PLANS = ("inbox of 10,000, page 500", "requests, 10,000, page 500", "messages of 20 requests of 10,000")
HEAD = """# What pages cost

`make pages` writes this page, and `pages.json` beside it. Users have 10, 1,000 and 10,000 threads or requests; every
fiftieth peer is blocked. The others have two to four threads each, so the planner expects few rows of anybody. A page
has 20 rows, and one more that says whether another page follows.

PostgreSQL runs generic plans (`plan_cache_mode = force_generic_plan`). Its µs are CPU of the server's process for one
run of the prepared statement, with all that it sends, the median of 15 times 20; buffers are pages of 8 kB, rows those
that scans looked at. SQLite's µs are CPU of the call; steps are those of its virtual machine, by tens. Each cell has
the figure before and now. Before is commit {commit:.10} ({at:.10}), where a page joined messages by key, a badge
counted all, and a search looked at all peers. Now: {now}.

| statement | PostgreSQL µs | buffers | rows | SQLite µs | steps |
|---|---|---|---|---|---|"""


def _kept(name: str, figure: Figure) -> dict[str, Any]:
    return {key: value for key, value in asdict(figure).items() if key != "plan" or name in PLANS}


def main() -> None:
    """Measures now; before stays as it was measured once."""
    measured = asyncio.run(measure())
    now = _described() | {
        database: {name: _kept(name, figure) for name, figure in found.items()}
        for database, found in measured.items()
    }
    figures = json.loads(FIGURES.read_text(encoding="utf-8")) if FIGURES.exists() else {"before": now}
    figures["now"] = now
    FIGURES.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    write(figures)


if __name__ == "__main__":
    main()
