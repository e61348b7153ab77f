"""Statements with one text for both databases, and frozen dataclasses made from their rows."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import IntEnum, IntFlag
from itertools import starmap
from types import NoneType
from typing import Any, Generic, TypeVar, get_args, get_origin, get_type_hints

from models.db.connection import Connection
from models.db.timestamps import from_micros, to_micros

R = TypeVar("R")


def mapper(row: type[R]) -> Callable[[Sequence[Sequence[Any]]], list[R]]:
    """Columns have the order of the fields; a field that is a row takes as many columns as it has fields.

    datetime, date, bool, IntEnum and IntFlag are converted from the stored form; `None` is a missing value,
    and for a whole row whose first column is missing. A generic class is given with its argument.
    """
    building = _Building()
    expression = building.row(row)
    columns = ", ".join(f"c{number}" for number in range(building.columns))
    build: Callable[..., R] = eval(f"lambda {columns}: {expression}", building.scope)
    return lambda rows: list(starmap(build, rows))


class _Building:
    """The expression so far: the names that it uses and the columns that it has taken."""

    def __init__(self) -> None:
        self.scope: dict[str, Any] = {}
        self.columns = 0

    def row(self, row: type[Any]) -> str:
        kind = get_origin(row) or row
        hints = get_type_hints(kind)
        values = ", ".join(self._value(_filled(hints[field.name], row)) for field in fields(kind))
        return f"{self._name(kind)}({values})"

    def _value(self, hint: Any) -> str:
        options = get_args(hint)
        kind = next((option for option in options if option is not NoneType), hint)
        column = f"c{self.columns}"
        value = self.row(kind) if isinstance(kind, type) and is_dataclass(kind) else self._column(kind)
        return f"None if {column} is None else {value}" if NoneType in options and value != column else value

    def _column(self, kind: Any) -> str:
        column = f"c{self.columns}"
        self.columns += 1
        load = _load(kind) if isinstance(kind, type) else None
        return column if load is None else f"{self._name(load)}({column})"

    def _name(self, thing: Any) -> str:
        name = f"n{len(self.scope)}"
        self.scope[name] = thing
        return name


def _filled(hint: Any, row: Any) -> Any:
    """A hint with the class's type variable, replaced by its type in this row."""
    return hint[get_args(row)] if getattr(hint, "__parameters__", ()) else hint


def _load(kind: type) -> Callable[[Any], Any] | None:
    if issubclass(kind, datetime):
        return from_micros
    if issubclass(kind, date):
        return date.fromisoformat
    if kind is bool:
        return bool
    if issubclass(kind, IntFlag):
        return kind
    if issubclass(kind, IntEnum):
        return {int(member): member for member in kind}.__getitem__
    return None


T = TypeVar("T")
_NAME = re.compile(r":([a-z_]+)")


class Select(Generic[R]):
    """A statement whose rows become R: its columns have the order of R's fields.

    SELECT or `... RETURNING`, with parameters `$1..$n`; `mapper` makes the rows.
    """

    def __init__(self, row: type[R], text: str) -> None:
        self.text = text
        self._rows = mapper(row)

    async def all(self, db: Connection, *args: Any) -> list[R]:
        """All rows, in the statement's order."""
        return self._rows(await db.fetch(self.text, stored(args)))

    async def first(self, db: Connection, *args: Any) -> R | None:
        """The first row, or None; write LIMIT 1 where there may be more."""
        rows = await db.fetch(self.text, stored(args))
        return self._rows(rows[:1])[0] if rows else None


def numbers(values: Iterable[IntEnum]) -> str:
    """The stored numbers of an enum's values, for an IN in a statement's text."""
    return ", ".join(f"{value:d}" for value in sorted(values))


LENGTHS = (1, 4, 16, 64, 256, 1024)


def _padded(items: Sequence[T]) -> Sequence[T]:
    """Repeats the last key up to one of a few lengths."""
    length = next((some for some in LENGTHS if some >= len(items)), len(items))
    return [*items, *[items[-1]] * (length - len(items))]


class Batch(Generic[R]):
    """A Select over many keys at once: `{keys}` in its text becomes their list, `{rows}` their VALUES.

    The list is filled up to one of a few lengths, so that the databases meet few texts of a statement: of
    VALUES the last may come more than once.
    """

    def __init__(self, row: type[R], text: str) -> None:
        self._row = row
        self._text = text
        self._selects: dict[tuple[int, int], Select[R]] = {}

    async def all(self, db: Connection, keys: Sequence[int], *args: Any) -> list[R]:
        """The rows of all keys, in the statement's order; `args` are `$1..$n`, the keys follow them.

        Without keys the statement is not run.
        """
        if not keys:
            return []
        filled = _padded(keys)
        return await self._select(len(args), len(filled)).all(db, *args, *filled)

    def _select(self, args: int, length: int) -> Select[R]:
        if (args, length) not in self._selects:
            marks = [f"${args + number}" for number in range(1, length + 1)]
            # PostgreSQL takes the types of all rows from the first.
            rows = f"(CAST({marks[0]} AS BIGINT))" + "".join(f", ({mark})" for mark in marks[1:])
            text = self._text.replace("{keys}", ", ".join(marks)).replace("{rows}", rows)
            self._selects[args, length] = Select(self._row, text)
        return self._selects[args, length]


class Named(Generic[R]):
    """A Select whose parameters are the fields of one object, written `:field`."""

    def __init__(self, row: type[R], text: str) -> None:
        self._names = names = list(dict.fromkeys(_NAME.findall(text)))
        self._select = Select(row, _NAME.sub(lambda match: f"${names.index(match[1]) + 1}", text))

    async def all(self, db: Connection, parameters: object) -> list[R]:
        """All rows, in the statement's order."""
        return await self._select.all(db, *self._arguments(parameters))

    async def first(self, db: Connection, parameters: object) -> R | None:
        """The first row, or None."""
        return await self._select.first(db, *self._arguments(parameters))

    def _arguments(self, parameters: object) -> list[Any]:
        return [getattr(parameters, name) for name in self._names]


class Write:
    """A statement without result rows."""

    def __init__(self, text: str) -> None:
        self.text = text

    async def run(self, db: Connection, *args: Any) -> int:
        """The number of changed rows."""
        return await db.execute(self.text, stored(args))


class _Stores(dict[type, Callable[[Any], Any] | None]):
    """The conversion of a class to its stored form, found once a class; None: as it is."""

    def __missing__(self, kind: type) -> Callable[[Any], Any] | None:
        how: Callable[[Any], Any] | None = None
        if issubclass(kind, datetime):
            how = to_micros
        elif issubclass(kind, date):
            how = kind.isoformat
        elif issubclass(kind, IntEnum | IntFlag):
            how = int
        self[kind] = how
        return how


_STORES = _Stores()


def stored(args: Iterable[Any]) -> list[Any]:
    """Arguments as the databases keep them: moments in microseconds, days as ISO text, enums as ints."""
    return [value if (how := _STORES[value.__class__]) is None else how(value) for value in args]
