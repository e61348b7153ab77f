"""Structs and frozen dataclasses made from the rows of a statement, all at once or when one is asked for."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, make_dataclass
from functools import cache, cached_property
from operator import itemgetter
from types import NoneType
from typing import Any, Generic, TypeVar, get_args, get_origin, get_type_hints, overload

import orjson
from msgspec import Struct

from models.db.connection import Rows
from models.db.fields import Column, Load, load_of

R = TypeVar("R")

Make = Callable[[Iterable[Iterable[Any]]], list[Any]]

Read = Callable[[Sequence[Column]], Column]
"""Of the columns of a statement, those of one field; for one that is stored as it is read, no function of Python."""


class Shape(Generic[R]):
    """How rows of R are made of columns, which have the names of R's fields and their order.

    A field that is a row itself takes as many columns as it has fields, and so does a Table of rows: each of its
    columns is an array. datetime, date, bool, IntEnum and IntFlag are converted from the stored one; None is a missing
    value, and a whole row whose first column is missing. A generic class is given with its argument.
    """

    def __init__(self, row: type[R], names: list[str] | None = None) -> None:
        self.names = [] if names is None else names
        first = len(self.names)
        kind: Any = get_origin(row) or row
        hints = _hints(kind)
        self.fields = {name: self._field(name, _filled(hints[name], row)) for name in names_of(kind)}
        self.places = slice(first, len(self.names))
        self.readers = {name: field.reader() for name, field in self.fields.items()}
        self._kind = kind

    @cached_property
    def rows(self) -> Make:
        """All rows of the values at `places`, in their order, by a function that is written when it is first used."""
        maker = _Maker()
        return maker.finish(self.places, self.write(maker))

    def write(self, maker: "_Maker") -> str:
        """The source of one row."""
        return maker.construct(self._kind, [field.write(maker) for field in self.fields.values()])

    def _field(self, name: str, hint: Any) -> "_Scalar | _Part | _Many":
        options = get_args(hint)
        kind = next((option for option in options if option is not NoneType), hint)
        if get_origin(hint) is Table:
            return _Many(Shape(kind), self._take(Shape(kind).names))
        if _is_row(kind):
            first = len(self.names) if NoneType in options else None
            return _Part(Shape(kind, self.names), first)
        [place] = self._take([name])
        return _Scalar(place, load_of(kind) if isinstance(kind, type) else None)

    def _take(self, names: Sequence[str]) -> range:
        first = len(self.names)
        self.names += names
        return range(first, len(self.names))


def names_of(row: Any) -> list[str]:
    """The fields of a Struct or a dataclass."""
    is_struct = issubclass(row, Struct)
    return list(row.__struct_fields__) if is_struct else [field.name for field in fields(row)]


def _is_row(kind: Any) -> bool:
    return isinstance(kind, type) and (issubclass(kind, Struct) or is_dataclass(kind))


class Scalars(Shape[R]):
    """Rows of one column: its values."""

    def __init__(self, kind: type[R]) -> None:
        load = load_of(kind)

        def rows(found: Iterable[Any]) -> list[Any]:
            values = [row[0] for row in found]
            return list(load.all(values)) if load else values

        self.rows = rows


def shape_of(row: type[R]) -> Shape[R]:
    """Of a row, or of the type of one column."""
    return Shape(row) if _is_row(get_origin(row) or row) else Scalars(row)


@dataclass(frozen=True, slots=True)
class _Scalar:
    """A column, and what becomes of its values; None: they are as they are stored."""

    place: int
    load: Load | None

    def write(self, maker: "_Maker") -> str:
        value = f"v{self.place}"
        return f"None if {value} is None else {maker.bind(self.load.one)}({value})" if self.load else value

    def reader(self) -> Read:
        get, load = itemgetter(self.place), self.load
        return (lambda columns: load.all(get(columns))) if load else get


@dataclass(frozen=True, slots=True)
class _Part:
    """A row in a row; it is missing where the column `first` is."""

    shape: Shape[Any]
    first: int | None

    def write(self, maker: "_Maker") -> str:
        if self.first is None:
            return self.shape.write(maker)
        return maker.unless_missing(f"v{self.first}", self.shape.write)

    def reader(self) -> Read:
        return self._column

    def _column(self, columns: Sequence[Column]) -> Column:
        """A table, unless a row is missing."""
        table = Table(self.shape, columns)
        if self.first is None or None not in columns[self.first]:
            return table
        return [None if key is None else row for key, row in zip(columns[self.first], table, strict=True)]


@dataclass(frozen=True, slots=True)
class _Many:
    """Rows in a row: an array for each of their columns."""

    shape: Shape[Any]
    places: range

    def write(self, maker: "_Maker") -> str:
        arrays = "".join(f"v{place}, " for place in self.places)
        return f"{maker.bind(Table.of_arrays)}({maker.bind(self.shape)}, ({arrays}))"

    def reader(self) -> Read:
        return self._column

    def _column(self, columns: Sequence[Column]) -> Column:
        arrays = zip(*(columns[place] for place in self.places), strict=True)
        return [Table.of_arrays(self.shape, of_row) for of_row in arrays]


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
        return cls(shape, list(zip(*found, strict=True)) if found else [() for _ in shape.names])

    @classmethod
    def of_arrays(cls, shape: Shape[R], arrays: Sequence[Any]) -> "Table[R]":
        """Of the arrays of `arrays_of`: NULL without rows, and JSON on SQLite."""
        if arrays[0] is None:
            return cls.of(shape, ())
        return cls(shape, list(map(orjson.loads, arrays)) if isinstance(arrays[0], str) else arrays)

    def column(self, name: str) -> Column:
        """The values of a field of all rows; another table where it is a row itself that is never missing."""
        return self._shape.readers[name](self._columns)

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
            self._rows = self._shape.rows(zip(*self._columns[self._shape.places], strict=True))
        return self._rows


class _Maker:
    """Python source that makes objects of rows.

    Write the lines that make one row of its values, which are `v0`, `v1` and so on by place; then `finish`."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._names: dict[str, Any] = {}
        self._depth = 2
        self._count = 0

    def bind(self, value: Any) -> str:
        """The name by which the source reaches an object."""
        name = self.name()
        self._names[name] = value
        return name

    def name(self) -> str:
        """A name that nothing else has."""
        self._count += 1
        return f"x{self._count}"

    def construct(self, kind: Any, values: list[str]) -> str:
        """The variable of a new object.

        An object of a class whose fields can be set is made first, and then it is of this one: a quarter of the cost of
        a frozen class's own `__init__`, which calls a function a field.
        """
        made, thawed = self.name(), _thawed(kind)
        self._add(f"{made} = {self.bind(thawed or kind)}({', '.join(values)})")
        if thawed:
            self._add(f"{made}.__class__ = {self.bind(kind)}")
        return made

    def unless_missing(self, value: str, write: Callable[["_Maker"], str]) -> str:
        """The variable of the object that `write` makes; None where the value is None."""
        made = self.name()
        self._add(f"if {value} is None: {made} = None", "else:")
        self._depth += 1
        self._add(f"{made} = {write(self)}")
        self._depth -= 1
        return made

    def finish(self, places: slice, made: str) -> Make:
        """The function. Rows have the values at these places, and may have more after them."""
        values = "".join(f"v{place}, " for place in range(places.start, places.stop))
        self._add(f"add({made})")
        head = "def make(rows):", " made = []", " add = made.append", f" for {values}*_ in rows:"
        exec("\n".join([*head, *self._lines, " return made"]), self._names)
        make: Make = self._names["make"]
        return make

    def _add(self, *lines: str) -> None:
        self._lines += [f"{' ' * self._depth}{line}" for line in lines]


@cache
def _thawed(kind: Any) -> type[Any] | None:
    """A class of the same layout whose fields can be set.

    None for a Struct, and for a dataclass without slots or that inherits some.
    """
    names = [(name, object) for name in names_of(kind)]
    if issubclass(kind, Struct) or hasattr(kind, "__post_init__"):
        return None
    if set(getattr(kind, "__slots__", ())) != {name for name, _ in names}:
        return None
    bases = tuple(Generic[get_args(base)] for base in getattr(kind, "__orig_bases__", ()))  # type: ignore[index]
    return make_dataclass(kind.__name__, names, bases=bases, slots=True, eq=False)


_hints = cache(get_type_hints)
"""Many statements have the same rows, and to make their classes again each time took 60 ms of a start."""


def _filled(hint: Any, row: Any) -> Any:
    """A hint with the class's type variable, replaced by its type in this row."""
    return hint[get_args(row)] if getattr(hint, "__parameters__", ()) else hint
