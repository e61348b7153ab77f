"""The cost of looking for people among 200,000, on both databases.

Run from the root: `python -m benchmarks.people [users]`. Milliseconds of the one statement of `people` or `inbox`, of
the quickest and of the middle one of many runs. PostgreSQL plans generically, as it does for statements that run often.
"""

import asyncio
import random
import statistics
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import asyncpg

from models.db.connection import statement_log
from models.db.database import Database
from resolvers.provisioning import store_users
from resolvers.relations import store_follows
from rules.policy import Policy
from rules.provisioning import BATCH, HostFollow, HostUser
from schema.types.context import Context
from server.app import make_schema
from server.assets import QUERIES
from server.contexts import make_services
from tests.databases import PostgresSource, SqliteSource, fast_folder, opened, postgres_server

RUNS = 30
FRIENDS, THREADS = 1_000, 1_000
SEARCHES = {
    "many hits": ["an", "ba", "m"],
    "few hits": ["barbarossa", "anna barb", "name77"],
    "no hits": ["zzzz", "qu'x"],
    "no search": [""],
}

chance = random.Random(7)


def _syllables(number: int) -> list[str]:
    parts = [
        first + second for first in "bcdfghjklmnprstvw" for second in ("a", "e", "i", "o", "u", "an", "el")
    ]
    return ["".join(chance.choices(parts, k=chance.randint(2, 3))).title() for _ in range(number)]


FIRST, LAST = ["Anna", *_syllables(400)], ["Barbarossa", *_syllables(5_000)]


def _user(number: int) -> HostUser:
    """Some are verified, young or inactive: the list leaves them out."""
    return HostUser(
        subject=f"host-{number}",
        username=f"{'name' if number % 2 else chance.choice(FIRST).lower()}{number}",
        display_name=f"{chance.choice(FIRST)} {chance.choice(LAST)}",
        is_verified=number % 10 == 3,
        birth_date=date(2015 if number % 10 == 4 else 1990, 1, 1),
        phone_verified=True,
        is_active=number % 10 != 5,
        created_at=datetime(2024, 1, 1, tzinfo=UTC),
    )


async def fill(database: Database, number: int) -> None:
    """The first user has friends and open threads."""
    services = await make_services(database, Policy())
    chance.seed(7)
    users = [_user(one) for one in range(1, number + 1)]
    for start in range(0, number, BATCH):
        assert (await store_users(services, users[start : start + BATCH])).outcome == BATCH
    others = [f"host-{one}" for one in range(2, FRIENDS + 2)]
    pairs = [HostFollow("host-1", one) for one in others] + [HostFollow(one, "host-1") for one in others]
    for start in range(0, len(pairs), BATCH):
        await store_follows(services, pairs[start : start + BATCH], [])
    numbers = f"WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < {THREADS}) SELECT "
    for statement in (
        f"""INSERT INTO threads (id, low_id, high_id, last_seq, created_at, opened_at)
        {numbers} i, 1, i, 1, 0, 1 FROM n""",
        f"""INSERT INTO memberships (thread_id, user_id, peer_id, folder, opened_at, started, activity_at)
        {numbers} i, 1, i, 1, 1, TRUE, i FROM n""",
        "ANALYZE",
    ):
        await database.execute(statement, ())


class Timed:
    """The database of an operation, which keeps what its statements cost."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.longest = 0.0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._database, name)

    async def fetch(self, text: str, args: Sequence[Any]) -> Any:
        """As the database's own."""
        start = time.perf_counter()
        try:
            return await self._database.fetch(text, args)
        finally:
            self.longest = max(self.longest, (time.perf_counter() - start) * 1000)


async def measure(database: Database) -> None:
    """Prints a line for each search."""
    services = await make_services(database, Policy())
    schema = make_schema(True)
    for name in ("people", "inbox"):
        text = (QUERIES / f"{name}.graphql").read_text()
        for kind, searches in SEARCHES.items():
            for search in searches:
                costs, hits, count = [], 0, 0
                for _ in range(RUNS):
                    timed = Timed(database)
                    context = Context(replace(services, database=timed), 1)  # type: ignore[arg-type]
                    log: list[str] = []
                    token = statement_log.set(log)
                    result = await schema.execute(text, {"search": search, "first": 20}, context)
                    statement_log.reset(token)
                    assert result.data is not None, result.errors
                    hits, count = len(result.data[name]["edges"]), len(log)
                    costs.append(timed.longest)
                print(
                    f"{database.dialect:9} {name:7} {kind:10} {search:12} {hits:3} found {count:2} statements"
                    f" {min(costs):9.2f} {statistics.median(costs):9.2f}",
                    flush=True,
                )


async def main(number: int) -> None:
    """SQLite in one file, PostgreSQL with generic plans."""
    with fast_folder() as folder:
        sqlite = SqliteSource(folder)
        await sqlite.prepare()
        async with opened(await sqlite.make()) as database:
            await fill(database, number)
            await measure(database)
    with postgres_server() as server:
        postgres = PostgresSource(server)
        await postgres.prepare()
        url = await postgres.make()
        async with opened(url) as database:
            await fill(database, number)
        connection = await asyncpg.connect(url)
        name = await connection.fetchval("SELECT current_database()")
        await connection.execute(f"ALTER DATABASE {name} SET plan_cache_mode = force_generic_plan")
        await connection.close()
        async with opened(url) as database:
            await measure(database)


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 200_000))
