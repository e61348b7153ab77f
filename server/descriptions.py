"""The schema's descriptions are templates: `{undo_window}` stands for that number of the policy."""

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from graphql import GraphQLSchema

from rules.durations import in_words
from rules.policy import Policy

PLACE = re.compile(r"\{(\w+)\}")
INNER = ("fields", "args", "values")
"""Where a described part of a schema may have further ones, by name."""


def fill(schema: GraphQLSchema, policy: Policy) -> None:
    """Put the policy's numbers into every description."""
    for part in parts(schema):
        if part.description:
            part.description = PLACE.sub(lambda place: _said(getattr(policy, place[1])), part.description)


def parts(schema: GraphQLSchema) -> Iterator[Any]:
    """All that has a description of its own: types, fields, arguments, values, directives."""
    pending: list[Any] = [*schema.type_map.values(), *schema.directives]
    while pending:
        part = pending.pop()
        yield part
        for name in INNER:
            pending += (getattr(part, name, None) or {}).values()


def _said(value: object) -> str:
    return in_words(value) if isinstance(value, timedelta) else f"{value:,}"
