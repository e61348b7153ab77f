"""Statements with one text for both databases, and frozen dataclasses made from their rows."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields, is_dataclass, make_dataclass
from datetime import date, datetime
from enum import Enum, IntEnum, IntFlag
from types import NoneType
from typing import Any, Generic, TypeVar, get_args, get_origin, get_type_hints

from models.db.connection import Connection, Rows
from models.db.timestamps import from_micros, to_micros

R = TypeVar("R")


Column = Sequence[Any]


Make = Callable[[Sequence[Column]], Column]
"""What the fields of one kind take from a statement's columns, for all rows at once."""


_OF_A_PLACE = ("_place_key", "_place_order", "_place_name", "_message_order")


class Shape(Generic[R]):
    """How rows of R are made of columns, which have the names of R's fields and their order.

    A field that is a row itself takes as many columns as it has fields. datetime, date, bool, IntEnum and IntFlag are
    converted from what is stored; None is a missing value, and a whole row whose first column is missing. A generic
    class is given with its argument. All rows are made column by column: that is as fast as code written for R.
    """

    def __init__(self, row: type[R]) -> None:
        self.names: list[str] = []
        self._make = self._row(row)

    def rows(self, found: Rows) -> list[R]:
        """In the order of the statement."""
        return list(self._make(list(zip(*found, strict=True)))) if found else []

    def differing(self, columns: Iterable[str]) -> list[tuple[str, str]]:
        """Columns of other names than their fields, and the fields.

        Alike are the field's name, what ends in it (`account_created_at`), and what a list is ordered by: `place_key`.
        """
        pairs = zip(columns, self.names, strict=True)
        return [
            (column, name) for column, name in pairs if not f"_{column}".endswith((f"_{name}", *_OF_A_PLACE))
        ]

    def _row(self, row: type[Any]) -> Make:
        kind = get_origin(row) or row
        hints = get_type_hints(kind)
        makes = [self._value(field.name, _filled(hints[field.name], row)) for field in fields(kind)]
        make_all = _maker(kind)
        return lambda columns: make_all([make(columns) for make in makes])

    def _value(self, name: str, hint: Any) -> Make:
        options = get_args(hint)
        kind = next((option for option in options if option is not NoneType), hint)
        if isinstance(kind, type) and is_dataclass(kind):
            return self._optional(kind) if NoneType in options else self._row(kind)
        return self._scalar(name, kind)

    def _optional(self, kind: type[Any]) -> Make:
        first, make = len(self.names), self._row(kind)
        return lambda columns: [
            None if key is None else row for key, row in zip(columns[first], make(columns), strict=True)
        ]

    def _scalar(self, name: str, kind: Any) -> Make:
        place = len(self.names)
        self.names.append(name)
        load = _load(kind) if isinstance(kind, type) else None
        if load is None:
            return lambda columns: columns[place]
        return lambda columns: [None if value is None else load(value) for value in columns[place]]


def _maker(kind: type[Any]) -> Callable[[Sequence[Column]], list[Any]]:
    """Makes rows of a frozen class at a quarter of the cost of its own `__init__`, which calls a function a field.

    An object of a class with the same slots is made first, and then it is of this one.
    """
    thawed = _thawed(kind)
    if thawed is None:
        return lambda columns: list(map(kind, *columns))

    def make(columns: Sequence[Column]) -> list[Any]:
        rows = list(map(thawed, *columns))
        for row in rows:
            row.__class__ = kind
        return rows

    return make


def _thawed(kind: type[Any]) -> type[Any] | None:
    """A class of the same layout whose fields can be set; None for one without slots, or that inherits some."""
    names = [(field.name, object) for field in fields(kind)]
    if set(getattr(kind, "__slots__", ())) != {name for name, _ in names} or hasattr(kind, "__post_init__"):
        return None
    bases = tuple(Generic[get_args(base)] for base in getattr(kind, "__orig_bases__", ()))  # type: ignore[index]
    return make_dataclass(kind.__name__, names, bases=bases, slots=True, eq=False)


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


_NAME = re.compile(r":([a-z_]+)")


class Reason(Enum):
    """Why a statement is raw SQL; whatever a queryset says as well is a queryset."""

    LOCK = "it locks rows in an order"
    PAGE = "it reads a whole page, or all that one act is decided by, in one statement of one text"
    SET = "it writes many rows as a set"


class Select(Generic[R]):
    """A statement whose rows become R: its columns have the order of R's fields.

    SELECT or `... RETURNING`, with parameters `$1..$n`, of which a list is written `= ANY($n)`.
    """

    def __init__(self, row: type[R], text: str, reason: Reason) -> None:
        self.text = text
        self.reason = reason
        self.shape = Shape(row)

    async def all(self, db: Connection, *args: Any) -> list[R]:
        """All rows, in the statement's order."""
        return self.shape.rows(await db.fetch(self.text, stored(args)))

    async def first(self, db: Connection, *args: Any) -> R | None:
        """The first row, or None; write LIMIT 1 where there may be more."""
        rows = await db.fetch(self.text, stored(args))
        return self.shape.rows(rows[:1])[0] if rows else None


def numbers(values: Iterable[IntEnum]) -> str:
    """The stored numbers of an enum's values, for an IN in a statement's text."""
    return ", ".join(f"{value:d}" for value in sorted(values))


class Named(Generic[R]):
    """A Select whose parameters are the fields of one object, written `:field`."""

    def __init__(self, row: type[R], text: str, reason: Reason) -> None:
        self.reason = reason
        self._names = names = list(dict.fromkeys(_NAME.findall(text)))
        self.select = Select(row, _NAME.sub(lambda match: f"${names.index(match[1]) + 1}", text), reason)

    async def all(self, db: Connection, parameters: object) -> list[R]:
        """All rows, in the statement's order."""
        return await self.select.all(db, *self.arguments(parameters))

    async def first(self, db: Connection, parameters: object) -> R | None:
        """The first row, or None."""
        return await self.select.first(db, *self.arguments(parameters))

    def arguments(self, parameters: object) -> list[Any]:
        """In the order of `select`."""
        return [getattr(parameters, name) for name in self._names]


class Write:
    """A statement without result rows."""

    def __init__(self, text: str, reason: Reason) -> None:
        self.text = text
        self.reason = reason

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
