"""Rows as parameters of a statement with one text: JSON, or on PostgreSQL an array for each column."""

from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import date, datetime
from operator import attrgetter
from typing import Any, Generic, TypeVar, get_args, get_type_hints

import orjson

from models.db.connection import Connection
from models.db.statements import Select, stored

P = TypeVar("P")
R = TypeVar("R")


class JsonRows(Generic[R]):
    """Use `table` as a table in a statement; `rows` makes the value of its argument, by default the first.

    Its columns are the fields of the dataclass R, and `place`, which counts the rows from 0.
    """

    def __init__(self, row: type[R], argument: int = 1) -> None:
        self._names = [field.name for field in fields(row)]  # type: ignore[arg-type]
        hints = get_type_hints(row)
        columns = ", ".join(
            f"{_read(place, hints[name])} AS {name}" for place, name in enumerate(self._names)
        )
        self.table = f"(SELECT CAST(r.key AS BIGINT) AS place, {columns} FROM json_each(${argument}) r)"

    def rows(self, rows: Iterable[R]) -> str:
        """A JSON object, since both databases read it alike, with its keys as a column.

        Each row is an array: PostgreSQL reads that in half the time of an object.
        """
        given = {place: self._values(row) for place, row in enumerate(rows)}
        return orjson.dumps(given, option=orjson.OPT_NON_STR_KEYS).decode()

    def _values(self, row: R) -> list[Any]:
        values = stored([getattr(row, name) for name in self._names])
        return [int(value) if value is True or value is False else value for value in values]


def _read(place: int, hint: Any) -> str:
    """JSON values come as text, so other types are cast; true and false are sent as 1 and 0."""
    kinds = get_args(hint) or (hint,)
    if str in kinds or date in kinds:
        return f"r.value ->> {place}"
    if float in kinds:
        return f"CAST(r.value ->> {place} AS DOUBLE PRECISION)"
    number = f"CAST(r.value ->> {place} AS BIGINT)"
    return f"{number} = 1" if bool in kinds else number


class SelectOfRows(Generic[P, R]):
    """A statement whose parameters are rows of the dataclass P: the table `{given}`, numbered from 0 by `place`.

    PostgreSQL expects ten rows of arrays, a hundred of JSON, and reads JSON a column at a time: ten times as dear.

    Times that are the same in all rows are arrays of one, since each element costs the driver a fifth of a microsecond.
    Other columns are not: the time that they take must not tell the values of a row.
    """

    def __init__(self, given: type[P], row: type[R], text: str, kind: type[Select[Any]]) -> None:
        self._names = tuple(field.name for field in fields(given))  # type: ignore[arg-type]
        self._values = attrgetter(*self._names)
        hints = get_type_hints(given)
        self._may_repeat = [hints[name] in (date, datetime) for name in self._names]
        self._json = JsonRows(given)
        texts = (text.replace("{given}", table) for table in (self._arrays(given), self._json.table))
        self.select: Select[R] = kind(row, next(texts), sqlite=next(texts))

    async def all(self, db: Connection, rows: Sequence[P]) -> list[R]:
        """All rows, in the statement's order."""
        return await self.given(db, self.arguments(db, rows))

    async def given(self, db: Connection, arguments: Sequence[Any]) -> list[R]:
        """The same for rows that several statements of P share."""
        return await self.select.all(db, *arguments)

    def arguments(self, db: Connection, rows: Sequence[P]) -> list[Any]:
        """The rows as every statement of P takes them."""
        if db.dialect == "sqlite":
            return [self._json.rows(rows)]
        columns = zip(*map(self._values, rows), strict=True)
        return [
            stored(column[:1] if may_repeat and column.count(column[0]) == len(column) else column)
            for column, may_repeat in zip(columns, self._may_repeat, strict=True)
        ]

    def _arrays(self, given: type[P]) -> str:
        hints = get_type_hints(given)
        arrays = [f"CAST(${n} AS {_type(hints[name])}[])" for n, name in enumerate(self._names, 1)]
        values = [
            f"COALESCE({name}, ({array})[1]) AS {name}" if may_repeat else name
            for name, array, may_repeat in zip(self._names, arrays, self._may_repeat, strict=True)
        ]
        table = f"unnest({', '.join(arrays)}) WITH ORDINALITY AS r ({', '.join(self._names)}, place)"
        return f"(SELECT place - 1 AS place, {', '.join(values)} FROM {table})"


def _type(hint: Any) -> str:
    kinds = get_args(hint) or (hint,)
    if str in kinds or date in kinds:
        return "TEXT"
    return "BOOLEAN" if bool in kinds else "BIGINT"
