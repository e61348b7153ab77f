"""Named statements: how parameters are bound, and how values come and go."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from models.db.connection import only_reads, statement_log
from models.db.database import Database
from models.db.fields import EPOCH, from_micros, to_micros
from models.db.statements import Lock, Page, Select, Write
from models.inbox import INBOX
from models.people import FOUND_PEOPLE
from rules.requests import Folder

BORN = date(2004, 2, 29)
NOON = datetime(2024, 5, 17, 12, 0, 0, 123457, tzinfo=UTC)

ADD = Write(
    """INSERT INTO users (is_verified, birth_date, account_created_at, display_name, host_id, erased_at)
    VALUES ($4, $3, $2, $1, $1, $5)"""
)


@dataclass(frozen=True)
class Ints:
    first: int
    second: int


@dataclass(frozen=True)
class Account:
    host_id: str
    birth_date: date | None
    created_at: datetime
    is_verified: bool
    erased_at: datetime | None
    read_receipts: bool | None


@dataclass(frozen=True)
class Kept:
    folder: Folder
    undo_folder: Folder | None


@dataclass(frozen=True)
class Pair:
    left: Ints
    right: Ints | None


ACCOUNTS: Select[Account] = Page(
    Account,
    """SELECT host_id, birth_date, account_created_at, is_verified, erased_at, read_receipts
    FROM users ORDER BY host_id""",
)


async def test_parameters_are_bound_by_number_not_by_appearance(database: Database) -> None:
    swapped = Page(Ints, "SELECT $2 + 0, $1 + 0 WHERE $2 + 0 > $1 + 0")
    assert await swapped.first(database, 1, 2) == Ints(2, 1)


async def test_values_come_back_as_they_went(database: Database) -> None:
    assert await ADD.run(database, "a", NOON, BORN, True, None) == 1
    assert await ADD.run(database, "b", NOON, None, False, NOON) == 1
    assert await ACCOUNTS.all(database) == [
        Account("a", BORN, NOON, True, None, False),
        Account("b", None, NOON, False, NOON, False),
    ]


async def test_times_of_other_zones_are_the_same_moment(database: Database) -> None:
    await ADD.run(database, "a", NOON.astimezone(timezone(timedelta(hours=5, minutes=30))), None, False, None)
    found = await ACCOUNTS.first(database)
    assert found is not None
    assert (found.created_at, found.created_at.tzinfo) == (NOON, UTC)


async def test_a_naive_time_is_refused(database: Database) -> None:
    with pytest.raises(TypeError):
        await ADD.run(database, "a", NOON.replace(tzinfo=None), None, False, None)


@pytest.mark.parametrize("micros", [0, 1, -1, 253_402_300_799_999_999])
def test_moments_are_exact(micros: int) -> None:
    assert to_micros(from_micros(micros)) == micros
    assert from_micros(0) == EPOCH


async def test_enums_come_back_as_enums(database: Database) -> None:
    folders = Page(Kept, "SELECT $1 + 0, CASE WHEN $1 + 0 = 3 THEN NULL ELSE 2 END")
    assert await folders.first(database, Folder.REQUESTS) == Kept(Folder.REQUESTS, None)
    assert await folders.first(database, Folder.HIDDEN) == Kept(Folder.HIDDEN, Folder.SENT)


async def test_a_row_may_hold_rows(database: Database) -> None:
    pairs = Page(Pair, "SELECT 1, 2, 3, 4 UNION ALL SELECT 5, 6, NULL, NULL ORDER BY 1")
    assert await pairs.all(database) == [Pair(Ints(1, 2), Ints(3, 4)), Pair(Ints(5, 6), None)]


async def test_returning_gives_rows_and_commits(database: Database) -> None:
    await ADD.run(database, "a", NOON, None, False, None)
    rename = Page(Ints, "UPDATE users SET region = $1 WHERE host_id = $2 RETURNING audience, 7")
    assert await rename.all(database, "DE", "a") == [Ints(None, 7)]  # type: ignore[arg-type]
    assert await rename.first(database, "DE", "nobody") is None
    regions = await database.fetch("SELECT region FROM users", ())
    assert [tuple(row) for row in regions] == [("DE",)]


@pytest.mark.parametrize("lock", ["UPDATE", "KEY SHARE", "UPDATE OF u FOR SHARE OF s", "UPDATE SKIP LOCKED"])
async def test_a_lock_is_part_of_the_one_text(database: Database, lock: str) -> None:
    await ADD.run(database, "a", NOON, None, False, None)
    text = f"SELECT u.id, 7 FROM users u JOIN users s ON s.id = u.id WHERE u.host_id = $1 FOR {lock}"
    [found] = await database.transaction(lambda tx: Lock(Ints, text).all(tx, "a"))
    assert found.second == 7


async def test_each_database_runs_its_own_text(database: Database) -> None:
    own = Page(Ints, "SELECT 1, 2", sqlite="SELECT 1, 3")
    assert await own.all(database) == [Ints(1, 3 if database.dialect == "sqlite" else 2)]


async def test_write_counts_the_rows_it_changed(database: Database) -> None:
    for name in ("a", "b", "c"):
        await ADD.run(database, name, NOON, None, False, None)
    touch = Write("UPDATE users SET region = $1 WHERE host_id <> $2")
    assert await touch.run(database, "DE", "a") == 2
    assert await touch.run(database, "DE", "a") == 2
    assert await Write("DELETE FROM users WHERE host_id = $1").run(database, "nobody") == 0


async def test_the_log_has_every_statement_in_its_order(database: Database) -> None:
    read, write = "SELECT count(*) FROM users", "UPDATE users SET region = $1"
    log: list[str] = []
    token = statement_log.set(log)
    await database.fetch(read, ())
    await database.transaction(lambda tx: tx.execute(write, ("DE",)))
    statement_log.reset(token)
    await database.fetch(read, ())
    assert [line.partition(" IMMEDIATE")[0].rstrip(";") for line in log] == [read, "BEGIN", write, "COMMIT"]


@pytest.mark.parametrize(
    ("sql", "reads"),
    [
        (INBOX.text, True),
        (FOUND_PEOPLE.text, True),
        ("SELECT 1", True),
        ("WITH gone AS (DELETE FROM users RETURNING id) SELECT id FROM gone", False),
        ("REPLACE INTO users (id) VALUES (1)", False),
        ("UPDATE users SET id = 1", False),
    ],
    ids=["inbox", "people", "SELECT", "WITH", "REPLACE", "UPDATE"],
)
def test_what_only_reads(sql: str, reads: bool) -> None:
    """A list taken for a write would wait for writers, and a stream's would not be tried again."""
    assert only_reads(sql) is reads
