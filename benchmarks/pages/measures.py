"""The cost of a case on each database.

PostgreSQL plans generically, as the service makes it do. It needs Linux, which says how long a process has run.
"""

import json
import sqlite3
import statistics
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import asyncpg

from benchmarks.pages.cases import Case
from benchmarks.pages.histories import fill
from models.db.statements import in_sqlite, values_in_sqlite
from rules.text import has_part
from tests.databases import PostgresSource, SqliteSource, fast_folder, opened, postgres_server

RUNS, EACH = 15, 20


@dataclass(frozen=True, slots=True)
class Figure:
    """`us`: CPU, the median of RUNS times EACH; rows: looked at by scans; steps: of SQLite's virtual machine."""

    us: float
    buffers: int = 0
    rows: int = 0
    steps: int = 0
    plan: str = ""


def _literal(value: Any) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, list):
        return f"ARRAY[{', '.join(map(_literal, value))}]"
    return "'" + value.replace("'", "''") + "'" if isinstance(value, str) else str(value).upper()


def _used(process: int) -> float:
    """Microseconds of CPU."""
    return int(Path(f"/proc/{process}/schedstat").read_text().split()[0]) / 1000


async def _run(connection: asyncpg.Connection, case: Case) -> float:
    """The CPU time of the server's process for one run, with all that it sends."""
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
    args = values_in_sqlite(given)

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


async def measure(cases: Sequence[Case]) -> dict[str, dict[str, Figure]]:
    """By database, then by case."""
    found: dict[str, dict[str, Figure]] = {}
    with fast_folder() as folder:
        source = SqliteSource(folder)
        await source.prepare()
        url = await source.make()
        async with opened(url) as database:
            await fill(database)
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as connection:
            connection.create_function("has_part", 2, has_part, deterministic=True)
            found["sqlite"] = {case.name: of_sqlite(connection, case) for case in cases}
    with postgres_server() as server:
        postgres = PostgresSource(server)
        await postgres.prepare()
        url = await postgres.make()
        async with opened(url) as database:
            await fill(database)
        session = await asyncpg.connect(url, server_settings={"jit": "off"})
        await session.execute("SET plan_cache_mode = force_generic_plan")
        found["postgres"] = {case.name: await of_postgres(session, case) for case in cases}
        await session.close()
    return found
