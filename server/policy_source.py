"""Numbers from the environment: every field of the policy, or of the rates, is a variable, read by its type."""

import json
from collections.abc import Mapping
from dataclasses import fields
from datetime import timedelta
from enum import Enum
from typing import Any, TypeVar, get_type_hints

from pydantic import TypeAdapter

from rules.policy import Policy
from server.rates import Rates

PREFIXES: dict[type, str] = {Policy: "DOORSTEP_POLICY_", Rates: "DOORSTEP_LIMIT_"}

Numbers = TypeVar("Numbers", Policy, Rates)


def names_of(kind: type[Policy] | type[Rates]) -> dict[str, str]:
    """The variable of each field."""
    return {PREFIXES[kind] + field.name.upper(): field.name for field in fields(kind)}


def read_numbers(kind: type[Numbers], environment: Mapping[str, str]) -> Numbers:
    """The defaults with what the environment changes. ValueError names the variable that is wrong.

    A time is a number of seconds or ISO 8601 (`P90D`), a choice its name, a table a JSON object.
    Nothing may be below zero.
    """
    hints = get_type_hints(kind, include_extras=True)
    chosen = {variable: name for variable, name in names_of(kind).items() if variable in environment}
    return kind(
        **{name: _value(variable, hints[name], environment[variable]) for variable, name in chosen.items()}
    )


def _value(variable: str, kind: Any, text: str) -> Any:
    try:
        value = TypeAdapter(kind).validate_python(_prepared(kind, text))
    except (ValueError, KeyError) as error:
        raise ValueError(f"{variable} is not of its type") from error
    seconds = value.total_seconds() if isinstance(value, timedelta) else value
    if isinstance(seconds, int | float) and seconds < 0:
        raise ValueError(f"{variable} is below zero")
    return value


def _prepared(kind: Any, text: str) -> Any:
    if not isinstance(kind, type):
        return json.loads(text)
    if issubclass(kind, Enum):
        return kind[text.upper()]
    is_number = text.lstrip("-").replace(".", "", 1).isdigit()
    return float(text) if issubclass(kind, timedelta) and is_number else text
