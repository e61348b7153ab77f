"""Values as both databases keep them and as rows have them, and Tortoise fields; times are microseconds, in UTC."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from enum import IntEnum, IntFlag
from typing import Any, NamedTuple

from msgspec import convert
from tortoise.backends.asyncpg.executor import AsyncpgExecutor
from tortoise.fields import NO_ACTION, BigIntField, Field, TextField
from tortoise.fields.relational import ForeignKeyFieldInstance
from tortoise.models import Model

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)

Column = Sequence[Any]


def to_micros(at: datetime) -> int:
    """Exact; a naive datetime is a TypeError."""
    return (at - EPOCH) // _MICROSECOND


def from_micros(micros: int) -> datetime:
    """An aware datetime in UTC."""
    return EPOCH + _MICROSECOND * micros


class Executor(AsyncpgExecutor):
    """PostgreSQL's statements; only text and numbers in results are taken as they are."""

    DB_NATIVE = {str, int, float, bytes}  # noqa: RUF012


class MomentField(Field[datetime], datetime):
    """An aware datetime, stored as microseconds since the epoch."""

    SQL_TYPE = "BIGINT"

    def to_db_value(self, value: Any, instance: type[Model] | Model) -> int | None:
        """None stays None; a naive datetime is a TypeError."""
        return None if value is None else to_micros(value)

    def to_python_value(self, value: Any) -> datetime | None:
        """Accepts the stored value or one that a caller set."""
        return from_micros(value) if isinstance(value, int) else value


class DayField(Field[date], date):
    """A date, stored as ISO text so that text order is time order."""

    SQL_TYPE = "TEXT"

    def to_db_value(self, value: Any, instance: type[Model] | Model) -> str | None:
        """None stays None."""
        return None if value is None else value.isoformat()

    def to_python_value(self, value: Any) -> date | None:
        """Accepts the stored value or one that a caller set."""
        return date.fromisoformat(value) if isinstance(value, str) else value


class FoldedField(TextField):
    """A text that both databases compare byte by byte."""

    class _db_postgres:
        SQL_TYPE = 'TEXT COLLATE "C"'


class Keyed(Model):
    """A table whose rows have a key that the database gives them."""

    id = BigIntField(primary_key=True)

    class Meta:
        abstract = True


def reference(to: str, *, null: bool = False, checked: bool = True) -> Any:
    """A foreign key without cascade: rows that refer to a row must be deleted before it.

    `checked` False: the database does not check it. PostgreSQL locks the row that each new row refers to; where rows
    are made as a set from the rows that they refer to, and those are never deleted, the check costs and finds nothing.
    """
    return ForeignKeyFieldInstance(
        f"models.{to}", related_name=False, on_delete=NO_ACTION, null=null, db_constraint=checked
    )


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


_EXACT = 2**52
"""So many microseconds from the epoch, until 2112, a float of seconds is still nearer to its own one than to others."""


def _moments(values: Column) -> Column:
    """Of a page of them, msgspec makes moments of seconds in a third of the time."""
    if None not in values:
        if values and max(map(abs, values)) < _EXACT:
            return convert([value / 1_000_000 for value in values], list[datetime], strict=False)
        return list(map(from_micros, values))
    return [None if value is None else from_micros(value) for value in values]


class _Flags(dict[int, IntFlag]):
    """Members by their numbers: to ask the class each time costs as much as the rest of a row."""

    def __init__(self, kind: type[IntFlag]) -> None:
        super().__init__()
        self._kind = kind

    def __missing__(self, number: int) -> IntFlag:
        self[number] = made = self._kind(number)
        return made
