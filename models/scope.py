"""Statements that start from the viewer's own active row, so that absent and forbidden give the same."""

from collections.abc import Iterable, Sequence
from typing import Any, Generic, TypeVar

from msgspec import Struct

from models.db.statements import Page, Select
from models.db.tables import Table

R = TypeVar("R")

BY_KEY = "LIMIT 1 OFFSET 0"
"""Goes into an EXISTS, else PostgreSQL may hash a whole table, or all follows of a viewer, for a page of
twenty.
"""

ALL = 2**63 - 1
"""As a LIMIT it keeps a subquery as it is written: PostgreSQL does not join it in another order."""

VIEWER = "WHERE v.id = $1 AND v.is_active"


def from_viewer(columns: str, joins: str = "", order: str = "") -> str:
    """A statement that starts from the viewer's own active row, `$1`; without one it gives no row at all."""
    return f"""SELECT s.epoch, s.last_seq, {columns}
    FROM users v JOIN user_streams s ON s.user_id = v.id {joins} {VIEWER} {order}"""


class Beside(Struct, Generic[R], frozen=True, gc=False):
    """The viewer's place in its event log when a row was read, and the row; None: there is none."""

    epoch: int
    last_seq: int
    row: R | None


def beside_viewer(
    row: type[R],
    found: str,
    order: str = "",
    columns: str = "found.*",
    kind: type[Select[Any]] = Page,
    sqlite: str = "",
) -> Select[Beside[R]]:
    """The requested row is joined to the viewer's own row, or nulls.

    So absent and forbidden give the same, and a viewer without access differs from an empty answer. Rows keep the order
    of `found`: both databases can only loop over them, beside one row. Another order is given, and costs a sort.
    """
    of: Any = row
    text = from_viewer(columns, f"LEFT JOIN ({found}) found ON TRUE", order)
    return kind(Beside[of], text, sqlite)


def rows_of(answer: Iterable[Beside[R]]) -> list[R]:
    """The rows, in the statement's order; empty for an empty page."""
    return [one.row for one in answer if one.row is not None]


def rows_in(answer: Table[Beside[R]]) -> Sequence[R]:
    """The same, read by columns."""
    rows = answer.column("row")
    return rows if isinstance(rows, Table) else []
