"""Reads the tables of docs/authorization.md."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

PAGE = Path(__file__).resolve().parents[2] / "docs" / "authorization.md"


@dataclass(frozen=True, slots=True)
class Table:
    """Cells without their backticks; a row's cells by the table's headings."""

    headings: tuple[str, ...]
    rows: tuple[dict[str, str], ...]


def read_tables(page: str) -> Iterator[Table]:
    """The tables of a page in its order."""
    for is_table, lines in groupby(page.splitlines(), lambda line: line.startswith("|")):
        if is_table:
            headings, _, *rows = map(_cells, lines)
            yield Table(headings, tuple(dict(zip(headings, row, strict=True)) for row in rows))


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip(" `") for cell in line.strip()[1:-1].split("|"))


TABLES = list(read_tables(PAGE.read_text()))


def rows_under(*headings: str) -> list[dict[str, str]]:
    """The rows of all tables that begin with these headings."""
    return [row for table in TABLES if table.headings[: len(headings)] == headings for row in table.rows]
