"""Reads the numbers of policy and rates from the environment."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import timedelta
from enum import Enum
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

import msgspec

from rules.policy import Between, Policy, in_words
from server.rates import Rates

PREFIXES: dict[type, str] = {Policy: "DOORSTEP_POLICY_", Rates: "DOORSTEP_LIMIT_"}
WORDS = {bool: "true or false", int: "a whole number", float: "a number", timedelta: "a time"}
FORMS = "seconds such as 600, or ISO 8601 such as PT10M"

Numbers = TypeVar("Numbers", Policy, Rates)


def names_of(kind: type) -> dict[str, str]:
    """The environment variable of each field."""
    return {PREFIXES[kind] + field.name.upper(): field.name for field in fields(kind)}


def read_numbers(kind: type[Numbers], environment: Mapping[str, str], wrong: list[str]) -> Numbers:
    """The defaults, with the changes from the environment; `wrong` gets a text for each variable that is wrong.

    A time is a number of seconds or ISO 8601 (`P90D`), a choice its name, a table a JSON object.
    """
    hints = get_type_hints(kind, include_extras=True)
    chosen: dict[str, Any] = {}
    for variable, name in names_of(kind).items():
        try:
            if variable in environment:
                chosen[name] = _value(hints[name], environment[variable])
        except (ValueError, KeyError, OverflowError, RecursionError):
            wrong.append(f"{variable} must be {_described(hints[name])}")
    return kind(**chosen)


def _value(hint: Any, text: str) -> Any:
    value = msgspec.convert(_prepared(_split(hint)[0], text), hint, strict=False)
    parts = value.values() if isinstance(value, Mapping) else [value]
    bounds = _split(_element(hint))[1]
    if bounds and not all(bounds.least <= part <= bounds.most for part in parts):
        raise ValueError
    if isinstance(value, Mapping) and "" in value:
        # It would be the region of users without one.
        raise ValueError
    return value


def _prepared(kind: Any, text: str) -> Any:
    if not isinstance(kind, type):
        return msgspec.json.decode(text)
    if not text.isascii():
        raise ValueError
    if issubclass(kind, Enum):
        return kind[text.strip().upper()]
    is_number = text.lstrip("-").replace(".", "", 1).isdigit()
    return float(text) if issubclass(kind, timedelta) and is_number else text


def _described(hint: Any) -> str:
    """The values that a variable may have, as the end of a sentence."""
    if (element := _element(hint)) is not hint:
        return f"a JSON object with names that are not empty, each of its values {_described(element)}"
    kind, bounds = _split(hint)
    if issubclass(kind, Enum):
        *others, last = kind.__members__
        return f"{', '.join(others)} or {last}"
    ends = f" from {_said(bounds.least)} to {_said(bounds.most)}" if bounds else ""
    return WORDS[kind] + ends + (f": {FORMS}" if kind is timedelta else "")


def _said(end: Any) -> str:
    return in_words(end) if isinstance(end, timedelta) else str(end)


def _element(hint: Any) -> Any:
    """The type of a table's values; any other type unchanged."""
    return get_args(hint)[1] if get_origin(hint) is Mapping else hint


def _split(hint: Any) -> tuple[Any, Between | None]:
    kind, *marks = get_args(hint) if hasattr(hint, "__metadata__") else (hint,)
    return kind, next((mark for mark in marks if isinstance(mark, Between)), None)
