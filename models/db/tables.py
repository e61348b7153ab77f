"""Frozen dataclasses made from the rows of a statement, all at once or when one is asked for."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, make_dataclass
from datetime import date, datetime
from enum import IntEnum, IntFlag
from functools import cache
from types import NoneType
from typing import Any, Generic, TypeVar, get_args, get_origin, get_type_hints, overload

from models.db.connection import Rows
from models.db.fields import all_from_micros, from_micros

R = TypeVar("R")

Column = Sequence[Any]

_OF_A_PLACE = ("_place_key", "_place_order", "_place_name", "_message_order")


class Shape(Generic[R]):
    """How rows of R are made of columns, which have the names of R's fields and their order.

    A field that is a row itself takes as many columns as it has fields. datetime, date, bool, IntEnum and IntFlag are
    converted from the stored one; None is a missing value, and a whole row whose first column is missing. A generic
    class is given with its argument. All rows are made column by column: that is as fast as code written for R.
    """

    def __init__(self, row: type[R], names: list[str] | None = None) -> None:
        self.names = [] if names is None else names
        first = len(self.names)
        kind: Any = get_origin(row) or row
        hints = _hints(kind)
        self.fields = {
            field.name: self._field(field.name, _filled(hints[field.name], row)) for field in fields(kind)
        }
        self.places = slice(first, len(self.names))
        self._make_all = _maker(kind)

    def make(self, columns: Sequence[Column]) -> list[R]:
        """All rows of a statement's columns, in its order."""
        return self._make_all([field.make(columns) for field in self.fields.values()])

    def rows(self, found: Rows) -> list[R]:
        """In the order of the statement."""
        return self.make(_columns(found)) if found else []

    def differing(self, columns: Iterable[str]) -> list[tuple[str, str]]:
        """Columns of other names than their fields, and the fields.

        Alike are the field's name, what ends in it (`account_created_at`), and what a list is ordered by: `place_key`.
        """
        pairs = zip(columns, self.names, strict=True)
        return [
            (column, name) for column, name in pairs if not f"_{column}".endswith((f"_{name}", *_OF_A_PLACE))
        ]

    def _field(self, name: str, hint: Any) -> "_Scalar | _Part":
        options = get_args(hint)
        kind = next((option for option in options if option is not NoneType), hint)
        if isinstance(kind, type) and is_dataclass(kind):
            first = len(self.names) if NoneType in options else None
            return _Part(Shape(kind, self.names), first)
        self.names.append(name)
        return _Scalar(len(self.names) - 1, _load(kind) if isinstance(kind, type) else None)


@dataclass(frozen=True, slots=True)
class _Scalar:
    """`load` converts all values of a column; None: they are as they are stored."""

    place: int
    load: Callable[[Column], Column] | None

    def make(self, columns: Sequence[Column]) -> Column:
        return columns[self.place] if self.load is None else self.load(columns[self.place])

    column = make


@dataclass(frozen=True, slots=True)
class _Part:
    """A row in a row; it is missing where the column `first` is."""

    shape: Shape[Any]
    first: int | None

    def make(self, columns: Sequence[Column]) -> Column:
        rows = self.shape.make(columns)
        if self.first is None:
            return rows
        return [None if key is None else row for key, row in zip(columns[self.first], rows, strict=True)]

    def column(self, columns: Sequence[Column]) -> Column:
        """A table, unless a row is missing."""
        is_whole = self.first is None or None not in columns[self.first]
        return Table(self.shape, columns) if is_whole else self.make(columns)


class Table(Sequence[R]):
    """The rows of a statement, read by columns; they become objects when one of them is asked for."""

    __slots__ = ("_columns", "_rows", "_shape")

    def __init__(self, shape: Shape[R], columns: Sequence[Column]) -> None:
        self._shape = shape
        self._columns = columns
        self._rows: list[R] | None = None

    @classmethod
    def of(cls, shape: Shape[R], found: Rows) -> "Table[R]":
        """In the order of the statement."""
        return cls(shape, _columns(found) if found else [() for _ in shape.names])

    def column(self, name: str) -> Column:
        """The values of a field of all rows; another table where it is a row itself that is never missing."""
        return self._shape.fields[name].column(self._columns)

    def __len__(self) -> int:
        return len(self._columns[self._shape.places.start])

    @overload
    def __getitem__(self, at: int) -> R: ...
    @overload
    def __getitem__(self, at: slice) -> "Table[R]": ...
    def __getitem__(self, at: int | slice) -> "R | Table[R]":
        if isinstance(at, slice):
            columns, own = [*self._columns], self._shape.places
            columns[own] = [column[at] for column in columns[own]]
            return Table(self._shape, columns)
        return self._all()[at]

    def __iter__(self) -> Iterator[R]:
        return iter(self._all())

    def _all(self) -> list[R]:
        if self._rows is None:
            self._rows = self._shape.make(self._columns) if self else []
        return self._rows


def _columns(found: Rows) -> list[Column]:
    return list(zip(*found, strict=True))


_hints = cache(get_type_hints)
"""Many statements have the same rows, and to make their classes again each time took 60 ms of a start."""


@cache
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


def _load(kind: type) -> Callable[[Column], Column] | None:
    if kind is bool:
        return _bools
    if issubclass(kind, datetime):
        return _moments
    load: Callable[[Any], Any] | None = None
    if issubclass(kind, date):
        load = date.fromisoformat
    elif issubclass(kind, IntFlag):
        load = _Flags(kind).__getitem__
    elif issubclass(kind, IntEnum):
        load = {int(member): member for member in kind}.__getitem__
    return None if load is None else lambda values: [None if one is None else load(one) for one in values]


def _bools(values: Column) -> Column:
    """SQLite has numbers for them."""
    if bool in map(type, values):
        return values
    return [None if value is None else bool(value) for value in values]


def _moments(values: Column) -> Column:
    if None not in values:
        return all_from_micros(values)
    return [None if value is None else from_micros(value) for value in values]


class _Flags(dict[int, IntFlag]):
    """Members by their numbers: to ask the class each time costs as much as the rest of a row."""

    def __init__(self, kind: type[IntFlag]) -> None:
        super().__init__()
        self._kind = kind

    def __missing__(self, number: int) -> IntFlag:
        self[number] = made = self._kind(number)
        return made
