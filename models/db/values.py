"""Stored values as rows have them."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from enum import IntEnum, IntFlag
from typing import Any, NamedTuple

from models.db.fields import all_from_micros, from_micros

Column = Sequence[Any]


class Load(NamedTuple):
    """Turns the stored values of a type into those of rows: one that is not None, or a column with its Nones."""

    one: Callable[[Any], Any]
    all: Callable[[Column], Column]


def load_of(kind: type) -> Load | None:
    """None: they are as they are stored."""
    if kind is bool:
        return Load(bool, _bools)
    if issubclass(kind, datetime):
        return Load(from_micros, _moments)
    one: Callable[[Any], Any] | None = None
    if issubclass(kind, date):
        one = date.fromisoformat
    elif issubclass(kind, IntFlag):
        one = _Flags(kind).__getitem__
    elif issubclass(kind, IntEnum):
        one = {int(member): member for member in kind}.__getitem__
    return one and Load(one, lambda values: [None if value is None else one(value) for value in values])


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
