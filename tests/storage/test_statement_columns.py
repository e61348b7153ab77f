"""Each statement's columns have the names of its row's fields, in their order."""

from collections.abc import Iterator
from importlib import import_module
from itertools import product
from pkgutil import walk_packages
from typing import Any

import pytest

import models
from models.db.database import Database
from models.db.statements import Select
from models.db.tables import Scalars
from models.moderation import NOTES, audit_log_of, queue_of


def statements() -> Iterator[tuple[str, Select[Any]]]:
    for module in walk_packages(models.__path__, "models."):
        for name, value in vars(import_module(module.name)).items():
            some = list(value.values()) if isinstance(value, dict) else value
            for one in some if isinstance(some, list | tuple) else [some]:
                if isinstance(one, Select) and not isinstance(one.shape, Scalars):
                    yield f"{module.name}.{name}: {one.text}", one
    for by_status, by_subject in product((False, True), repeat=2):
        yield f"queue_of({by_status}, {by_subject})", queue_of(by_status, by_subject)
        yield f"audit_log_of({by_subject})", audit_log_of(by_subject)


def differing_from(select: Select[Any], columns: list[str]) -> list[tuple[str, str]]:
    """Columns of other names than their fields, and the fields.

    Alike are the field's name, what ends in it (`account_created_at`), and what a list is ordered by: `place_key`.
    """
    of_a_place = ("_place_key", "_place_order", "_place_name", "_message_order")
    pairs = zip(columns, select.shape.names, strict=True)
    return [(column, name) for column, name in pairs if not f"_{column}".endswith((f"_{name}", *of_a_place))]


@pytest.mark.parametrize("source", ["postgres"], indirect=True)
async def test_columns_are_named_as_the_fields(database: Database) -> None:
    wrong = {}
    client: Any = database.orm
    connection = await client.acquire()
    for name, select in statements():
        prepared = await connection.prepare(select.text)
        if differing := differing_from(select, [column.name for column in prepared.get_attributes()]):
            wrong[name] = differing
    await client.give_back(connection)
    assert wrong == {}


def test_a_column_of_another_name_is_seen() -> None:
    assert differing_from(NOTES, ["report_id", "place_key", "note", "reason", "filed_at"]) == [
        ("note", "reason"),
        ("reason", "note"),
    ]
