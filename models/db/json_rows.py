"""Rows as one parameter of a statement: any number of them, with the same text."""

from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from typing import Any, Generic, TypeVar, get_args, get_type_hints

import orjson

from models.db.statements import stored

R = TypeVar("R")


class Handed(Generic[R]):
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
