"""Values as both databases keep them, and their Tortoise fields: times are whole microseconds since 1970, in UTC."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any

from tortoise.backends.asyncpg.executor import AsyncpgExecutor
from tortoise.fields import NO_ACTION, Field, TextField
from tortoise.fields.relational import ForeignKeyFieldInstance
from tortoise.models import Model

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def to_micros(at: datetime) -> int:
    """Exact; a naive datetime is a TypeError."""
    return (at - EPOCH) // _MICROSECOND


def from_micros(micros: int) -> datetime:
    """An aware datetime in UTC."""
    return EPOCH + _MICROSECOND * micros


def all_from_micros(moments: Iterable[int]) -> list[datetime]:
    """As `from_micros` of each, without a call of Python for each."""
    return list(map(EPOCH.__add__, map(_MICROSECOND.__mul__, moments)))


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


def reference(to: str, *, null: bool = False, checked: bool = True) -> Any:
    """A foreign key without cascade: rows that refer to a row must be deleted before it.

    `checked` False: the database does not check it. PostgreSQL locks the row that each new row refers to; where rows
    are made as a set from the rows that they refer to, and those are never deleted, the check costs and finds nothing.
    """
    return ForeignKeyFieldInstance(
        f"models.{to}", related_name=False, on_delete=NO_ACTION, null=null, db_constraint=checked
    )
