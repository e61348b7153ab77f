"""Rows of a result made into frozen dataclasses, by one function compiled for each class."""

from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import IntEnum, IntFlag
from itertools import starmap
from types import NoneType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from models.moments import from_micros

R = TypeVar("R")


def mapper(row: type[R]) -> Callable[[Sequence[Sequence[Any]]], list[R]]:
    """Columns stand in the order of the fields; a field that is a row itself takes as many as it has.

    datetime, date, bool, IntEnum and IntFlag are converted from what is stored; `None` stands for a missing value,
    and for a whole row whose first column is missing. A generic class is given with its argument.
    """
    building = _Building()
    expression = building.row(row)
    columns = ", ".join(f"c{number}" for number in range(building.columns))
    build: Callable[..., R] = eval(f"lambda {columns}: {expression}", building.scope)
    return lambda rows: list(starmap(build, rows))


class _Building:
    """The expression in the making: the names it uses and the columns it has taken."""

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
    """A hint that has the class's type variable, with what stands for it in this row."""
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
