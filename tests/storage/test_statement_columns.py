"""Each statement's columns have the names of its row's fields, in their order, and its rows an order that lasts."""

import re
from collections.abc import Iterator
from importlib import import_module
from itertools import product
from pkgutil import walk_packages
from typing import Any

import pytest

import models
from models.db.database import Database
from models.db.statements import Lock, Select
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


_INNERMOST = re.compile(r"\(([^()]*)\)")


def lost_orders_of(text: str) -> list[str]:
    """Subqueries that are ordered and have no LIMIT. SQLite 3.53 leaves such an order out, SQLite 3.40 did not."""
    lost = []
    while match := _INNERMOST.search(text):
        inner = match[1]
        if "ORDER BY" in inner and "LIMIT" not in inner and not inner.startswith("PARTITION"):
            lost.append(inner)
        text = text[: match.start()] + text[match.end() :]
    return lost


def test_an_ordered_subquery_has_a_limit() -> None:
    selects = [select for _, select in statements() if not isinstance(select, Lock)]
    assert [
        lost for select in selects for text in select.texts.values() for lost in lost_orders_of(text)
    ] == []


def test_a_lost_order_is_seen() -> None:
    page = "SELECT * FROM v JOIN (SELECT id, MAX(at) FROM m ORDER BY (id){limit}) ON TRUE"
    assert lost_orders_of(page.format(limit="")) == ["SELECT id, MAX FROM m ORDER BY "]
    assert lost_orders_of(page.format(limit=" LIMIT $1")) == []
