"""Many rows in one parameter arrive as they are, on both databases."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from models.db.connection import statement_log
from models.db.database import Database
from models.db.rows import JsonRows
from models.db.statements import Reason, Select
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
BACK = Select(
    Row,
    f"SELECT h.key, h.text, h.is_on, h.at, h.day, h.folder FROM {ROWS.table} h ORDER BY h.place",
    Reason.PAGE,
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
