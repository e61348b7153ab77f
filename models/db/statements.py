"""Statements with one text for both databases, whose rows become frozen objects.

Rows as parameters are JSON, or on PostgreSQL an array for each column.
"""

import json
import re
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import fields
from datetime import date, datetime
from enum import IntEnum, IntFlag
from functools import lru_cache
from operator import attrgetter
from typing import Any, Generic, TypeVar, get_args, get_type_hints

import orjson

from models.db.connection import Connection, Dialect, Rows
from models.db.fields import to_micros
from models.db.reads import Joint
from models.db.tables import Table, shape_of

P = TypeVar("P")
R = TypeVar("R")

_NAME = re.compile(r":([a-z_]+)")


class Select(Generic[R]):
    """A statement whose rows become R: its columns have the order of R's fields; or its one column is of type R.

    SELECT or `... RETURNING`, with parameters `$1..$n`, of which a list is written `= ANY($n)`. `sqlite`: another
    text of the same parameters and rows, where the common one costs SQLite far more, or is PostgreSQL's alone.

    It is of a class that says why it is raw SQL; whatever a queryset says as well is a queryset.
    """

    def __init__(self, row: type[R], text: str, sqlite: str = "") -> None:
        if type(self) is Select:
            raise TypeError("a raw statement is a Page, a Lock or a Bulk")
        self.text = text
        self.texts: dict[Dialect, str] = {"postgres": text, "sqlite": sqlite or text}
        self.shape = shape_of(row)

    async def all(self, db: Connection, *args: Any) -> list[R]:
        """All rows, in the statement's order."""
        return self.shape.rows(await self.fetch(db, stored(args)))

    def found(self, db: Connection, *args: Any) -> Awaitable[Rows]:
        """All rows, as the database has them; `table` makes them readable."""
        return self.fetch(db, stored(args))

    def table(self, found: Rows) -> Table[R]:
        """Rows of this statement, without an object of each."""
        return Table.of(self.shape, found)

    async def first(self, db: Connection, *args: Any) -> R | None:
        """The first row, or None; write LIMIT 1 where there may be more."""
        rows = await self.fetch(db, stored(args))
        return self.shape.rows(rows[:1])[0] if rows else None

    def fetch(self, db: Connection, args: list[Any]) -> Awaitable[Rows]:
        """The rows as the database has them, for arguments as it keeps them."""
        return db.fetch(self.texts[db.dialect], args)


class Page(Select[R]):
    """It reads a whole page, or all that one act is decided by, in one statement of one text."""


class Lock(Select[R]):
    """It locks rows in an order."""


class Bulk(Select[R]):
    """It writes many rows as a set."""


class Shared(Page[R]):
    """A Page whose reads by many viewers at a time become one statement (`models/db/reads.py`).

    All its arguments are whole numbers or become one, and each member of a set reads one range of an index.
    """

    def __init__(self, row: type[R], text: str, sqlite: str = "") -> None:
        super().__init__(row, text, sqlite)
        self.joints = {dialect: Joint(own) for dialect, own in self.texts.items()}

    def fetch(self, db: Connection, args: list[Any]) -> Awaitable[Rows]:
        """As `Select.fetch`."""
        return db.fetch_together(self.joints[db.dialect], args)


def arrays_of(names: Iterable[str], rows: str) -> str:
    """A statement's rows as one, for a Table in a row: the array of each column, in their order; NULL without rows."""
    arrays = ", ".join(f"array_agg(own.{name}) AS {name}" for name in names)
    return f"SELECT {arrays} FROM ({rows}) own"


def numbers(values: Iterable[IntEnum]) -> str:
    """The stored numbers of an enum's values, for an IN in a statement's text."""
    return ", ".join(f"{value:d}" for value in sorted(values))


class Named(Page[R]):
    """A Page whose parameters, written `:field`, are the fields of one object, or are given by name."""

    def __init__(self, row: type[R], text: str) -> None:
        self._names = names = list(dict.fromkeys(_NAME.findall(text)))
        super().__init__(row, _NAME.sub(lambda match: f"${names.index(match[1]) + 1}", text))

    async def of(self, db: Connection, parameters: object, **more: Any) -> list[R]:
        """All rows, in the statement's order."""
        return await self.all(db, *self.arguments(parameters, **more))

    def arguments(self, parameters: object, **more: Any) -> list[Any]:
        """In the order of the text."""
        return [more[name] if name in more else getattr(parameters, name) for name in self._names]


class Write:
    """As Bulk, without result rows."""

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


class JsonRows(Generic[R]):
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


class SelectOfRows(Generic[P, R]):
    """A statement whose parameters are rows of the dataclass P: the table `{given}`, numbered from 0 by `place`.

    PostgreSQL expects ten rows of arrays, a hundred of JSON, and reads JSON a column at a time: ten times as dear.

    Times that are the same in all rows are arrays of one, since each element costs the driver a fifth of a microsecond.
    Other columns are not: the time that they take must not tell the values of a row.
    """

    def __init__(self, given: type[P], row: type[R], text: str, kind: type[Select[Any]]) -> None:
        self._names = tuple(field.name for field in fields(given))  # type: ignore[arg-type]
        self._values = attrgetter(*self._names)
        hints = get_type_hints(given)
        self._may_repeat = [hints[name] in (date, datetime) for name in self._names]
        self._json = JsonRows(given)
        texts = (text.replace("{given}", table) for table in (self._arrays(given), self._json.table))
        self.select: Select[R] = kind(row, next(texts), sqlite=next(texts))

    async def all(self, db: Connection, rows: Sequence[P]) -> list[R]:
        """All rows, in the statement's order."""
        return await self.given(db, self.arguments(db, rows))

    async def given(self, db: Connection, arguments: Sequence[Any]) -> list[R]:
        """The same for rows that several statements of P share."""
        return await self.select.all(db, *arguments)

    def arguments(self, db: Connection, rows: Sequence[P]) -> list[Any]:
        """The rows as every statement of P takes them."""
        if db.dialect == "sqlite":
            return [self._json.rows(rows)]
        columns = zip(*map(self._values, rows), strict=True)
        return [
            stored(column[:1] if may_repeat and column.count(column[0]) == len(column) else column)
            for column, may_repeat in zip(columns, self._may_repeat, strict=True)
        ]

    def _arrays(self, given: type[P]) -> str:
        hints = get_type_hints(given)
        arrays = [f"CAST(${n} AS {_type(hints[name])}[])" for n, name in enumerate(self._names, 1)]
        values = [
            f"COALESCE({name}, ({array})[1]) AS {name}" if may_repeat else name
            for name, array, may_repeat in zip(self._names, arrays, self._may_repeat, strict=True)
        ]
        table = f"unnest({', '.join(arrays)}) WITH ORDINALITY AS r ({', '.join(self._names)}, place)"
        return f"(SELECT place - 1 AS place, {', '.join(values)} FROM {table})"


def _type(hint: Any) -> str:
    kinds = get_args(hint) or (hint,)
    if str in kinds or date in kinds:
        return "TEXT"
    return "BOOLEAN" if bool in kinds else "BIGINT"


_PARAMETER = re.compile(r"\$(\d+)")
_LIST = re.compile(r"= ANY\(\$(\d+)\)")
_LOCK = re.compile(r"FOR (?:KEY )?(?:UPDATE|SHARE)(?: OF \w+)?(?: NOWAIT| SKIP LOCKED)?")


@lru_cache(maxsize=4096)
def in_sqlite(sql: str) -> str:
    """The text as SQLite takes it.

    It would bind `$2` by appearance, to the wrong value; `?2` is bound by number. Lists and arrays become JSON. Its one
    writer needs no locks of rows.
    """
    text = _LOCK.sub("", sql).replace("array_agg(", "json_group_array(")
    return _PARAMETER.sub(r"?\1", _LIST.sub(r"IN (SELECT value FROM json_each($\1))", text))


def values_in_sqlite(args: Sequence[Any]) -> list[Any]:
    """Lists become JSON."""
    return [json.dumps(value) if value.__class__ is list else value for value in args]
