"""Many rows in one parameter arrive as they are, on both databases."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

import pytest

from models.db.connection import statement_log
from models.db.database import Database
from models.db.rows import JsonRows, SelectOfRows
from models.db.statements import Page
from rules.requests import Folder


@dataclass(frozen=True)
class Row:
    key: int
    text: str | None
    is_on: bool
    at: datetime | None
    day: date | None
    folder: Folder


ROWS = JsonRows(Row)
BACK = Page(
    Row,
    f"SELECT h.key, h.text, h.is_on, h.at, h.day, h.folder FROM {ROWS.table} h ORDER BY h.place",
)
NOON = datetime(2024, 5, 17, 12, 0, 0, 123457, tzinfo=UTC)
SENT = [
    Row(2**62, 'It\'s "quoted" \\ \n 👋🏽 ünï', True, NOON, date(2004, 2, 29), Folder.HIDDEN),
    Row(-1, None, False, None, None, Folder.NONE),
    Row(0, "", True, NOON, None, Folder.SENT),
]


async def test_rows_come_back_as_they_went(database: Database) -> None:
    assert await BACK.all(database, ROWS.rows(SENT)) == SENT
    assert await BACK.all(database, ROWS.rows([])) == []


async def test_any_number_is_one_statement_and_keeps_its_order(database: Database) -> None:
    many = [Row(number, f"row {number}", False, None, None, Folder.NONE) for number in range(1_000)]
    log: list[str] = []
    token = statement_log.set(log)
    assert await BACK.all(database, ROWS.rows(many)) == many
    statement_log.reset(token)
    assert log == [BACK.text]


@dataclass(frozen=True)
class Given:
    key: int
    text: str
    is_on: bool
    at: datetime
    kind: int | None


GIVEN = SelectOfRows(
    Given, Given, "SELECT g.key, g.text, g.is_on, g.at, g.kind FROM {given} g ORDER BY g.place", Page
)
FIRST = Given(1, "", True, NOON, 5)


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([FIRST], id="one"),
        pytest.param([FIRST] * 3, id="alike"),
        pytest.param([FIRST, replace(FIRST, key=2, kind=None)], id="one value a column, or none"),
        pytest.param([FIRST, replace(FIRST, text="ü", is_on=False, at=NOON + timedelta(1))], id="different"),
    ],
)
async def test_given_rows_come_back_as_they_went(database: Database, rows: list[Given]) -> None:
    assert await GIVEN.all(database, rows) == rows
