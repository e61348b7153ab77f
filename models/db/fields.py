"""Tortoise fields, and an executor, that store the same values on both databases."""

from datetime import date, datetime
from typing import Any

from tortoise.backends.asyncpg.executor import AsyncpgExecutor
from tortoise.fields import NO_ACTION, Field, TextField
from tortoise.fields.relational import ForeignKeyFieldInstance
from tortoise.models import Model

from models.db.timestamps import from_micros, to_micros


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
