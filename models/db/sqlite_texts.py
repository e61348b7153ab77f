"""Statements as SQLite takes them."""

import json
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

_PARAMETER = re.compile(r"\$(\d+)")
_LIST = re.compile(r"= ANY\(\$(\d+)\)")

_OWN: dict[str, str] = {}


def run_instead(sql: str, cheaper: str) -> None:
    """SQLite runs another text of the same parameters and rows, where the common one costs it far more."""
    _OWN[sql] = cheaper


def in_json(sql: str) -> str:
    """Has JSON instead of arrays."""
    return sql.replace("array_agg(", "json_group_array(")


@lru_cache(maxsize=4096)
def in_sqlite(sql: str) -> str:
    """SQLite would bind `$2` by appearance, to the wrong value; `?2` is bound by number. A list becomes JSON."""
    text = _OWN.get(sql, sql)
    return _PARAMETER.sub(r"?\1", _LIST.sub(r"IN (SELECT value FROM json_each($\1))", text))


def values_in_sqlite(args: Sequence[Any]) -> list[Any]:
    """Lists become JSON."""
    return [json.dumps(value) if value.__class__ is list else value for value in args]
