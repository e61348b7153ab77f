"""Rows as the arguments of a statement with one text: an array for each column on PostgreSQL, JSON on SQLite."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import date
from operator import attrgetter
from typing import Any, Generic, TypeVar, get_args, get_type_hints

from models.db.connection import Connection, Dialect
from models.db.json_rows import Handed
from models.db.statements import Reason, Select, stored

P = TypeVar("P")
R = TypeVar("R")


class OfRows(Generic[P, R]):
    """A Select whose parameters are rows of the dataclass P: the table `{given}`, with a `place` as in Handed.

    PostgreSQL expects ten rows of arrays, a hundred of JSON, and reads JSON a column at a time: ten times as dear.
    """

    def __init__(self, given: type[P], row: type[R], text: str, reason: Reason) -> None:
        self._names = tuple(field.name for field in fields(given))  # type: ignore[arg-type]
        self._values = attrgetter(*self._names)
        self._json = Handed(given)
        tables: dict[Dialect, str] = {"postgres": self._arrays(given), "sqlite": self._json.table}
        self.selects = {
            dialect: Select(row, text.replace("{given}", table), reason) for dialect, table in tables.items()
        }

    async def all(self, db: Connection, rows: Sequence[P]) -> list[R]:
        """All rows, in the statement's order."""
        return await self.given(db, self.arguments(db, rows))

    async def given(self, db: Connection, arguments: Sequence[Any]) -> list[R]:
        """The same for rows that several statements of P share."""
        return await self.selects[db.dialect].all(db, *arguments)

    def arguments(self, db: Connection, rows: Sequence[P]) -> list[Any]:
        """The rows as every statement of P takes them."""
        if db.dialect == "sqlite":
            return [self._json.rows(rows)]
        return [stored(column) for column in zip(*map(self._values, rows), strict=True)]

    def _arrays(self, given: type[P]) -> str:
        hints = get_type_hints(given)
        arrays = ", ".join(f"CAST(${n} AS {_type(hints[name])}[])" for n, name in enumerate(self._names, 1))
        names = ", ".join(self._names)
        return f"(SELECT place - 1 AS place, {names} FROM unnest({arrays}) WITH ORDINALITY AS r ({names}, place))"


def _type(hint: Any) -> str:
    kinds = get_args(hint) or (hint,)
    if str in kinds or date in kinds:
        return "TEXT"
    return "BOOLEAN" if bool in kinds else "BIGINT"
