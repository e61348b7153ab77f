"""Policy from the environment: every field of the policy is a variable, read by its type."""

import json
from collections.abc import Mapping
from dataclasses import fields
from datetime import timedelta
from enum import Enum
from typing import Any, get_type_hints

from pydantic import TypeAdapter

from rules.policy import Policy

PREFIX = "DOORSTEP_POLICY_"


def policy_names() -> dict[str, str]:
    """The variable of each field."""
    return {PREFIX + field.name.upper(): field.name for field in fields(Policy)}


def read_policy(environment: Mapping[str, str]) -> Policy:
    """The policy with what the environment changes. ValueError names the variable that is wrong.

    A time is a number of seconds or ISO 8601 (`P90D`), a choice its name, a table a JSON object.
    Nothing may be below zero.
    """
    kinds = get_type_hints(Policy)
    chosen = {variable: name for variable, name in policy_names().items() if variable in environment}
    return Policy(
        **{name: _value(variable, kinds[name], environment[variable]) for variable, name in chosen.items()}
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
