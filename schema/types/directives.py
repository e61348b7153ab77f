"""Bounds, costs and descriptions of fields, types and arguments: the numbers are those of the checks."""

import re
from collections.abc import Callable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Self, TypeAlias, cast

import strawberry
from graphql import GraphQLArgument, GraphQLInputField, GraphQLSchema
from strawberry import UNSET
from strawberry.schema.schema_converter import GraphQLCoreConverter
from strawberry.schema_directive import Location
from strawberry.types.base import StrawberryObjectDefinition
from strawberry.types.enum import StrawberryEnumDefinition
from strawberry.types.field import StrawberryField
from strawberry.types.fields.resolver import StrawberryResolver

from rules.policy import Policy, in_words


class Setting(int):
    """A bound that is a setting: its default, until `fill` puts that of the process in its place."""

    name: str

    def __new__(cls, name: str) -> Self:
        setting = super().__new__(cls, getattr(Policy(), name))
        setting.name = name
        return setting


@strawberry.schema_directive(
    name="constraint",
    locations=[Location.ARGUMENT_DEFINITION, Location.INPUT_FIELD_DEFINITION],
    description="Bounds of a value, all inclusive. Lengths are code points, of a message's text and a filter word "
    "after trimming; of a list they are those of each entry. The service checks them whether or not a client does.",
)
class Constraint:
    """Named as by graphql-constraint-directive."""

    min_length: int | None = UNSET
    max_length: int | None = UNSET
    min: int | None = UNSET
    max: int | None = UNSET
    max_items: int | None = UNSET

    def filled(self, policy: Policy) -> Self:
        """With the policy's number for each setting."""
        bounds = {
            name: getattr(policy, bound.name) if isinstance(bound, Setting) else bound
            for name, bound in vars(self).items()
        }
        return type(self)(**bounds)


_DEFINITION = GraphQLCoreConverter.DEFINITION_BACKREF
_SETTING = re.compile(r"\{(\w+)\}")
_INNER = ("fields", "args", "values")
"""The attributes in which a described part of a schema may have further parts."""


def fill(schema: GraphQLSchema, policy: Policy) -> None:
    """Put the policy's numbers into every description and bound."""

    def spoken(place: re.Match[str]) -> str:
        value = getattr(policy, place[1])
        return in_words(value) if isinstance(value, timedelta) else f"{value:,}"

    for part in parts(schema):
        if isinstance(part, GraphQLArgument | GraphQLInputField) and _DEFINITION in part.extensions:
            part.extensions[_DEFINITION] = _bounded(part.extensions[_DEFINITION], policy)
        if description := _description_of(part):
            part.description = _SETTING.sub(spoken, description)


def parts(schema: GraphQLSchema) -> Iterator[Any]:
    """All parts with a description: types, fields, arguments, values, directives."""
    pending: list[Any] = [*schema.type_map.values(), *schema.directives]
    while pending:
        part = pending.pop()
        yield part
        for name in _INNER:
            pending += (getattr(part, name, None) or {}).values()


def _bounded(definition: Any, policy: Policy) -> Any:
    """With the policy's bounds. All schemas share the definition, so it is copied."""
    own = copy(definition)
    own.directives = [
        one.filled(policy) if isinstance(one, Constraint) else one for one in definition.directives
    ]
    return own


def _description_of(part: Any) -> str | None:
    """A part's own description, else the docstring of its class or of the method that it is resolved by."""
    match part.extensions.get(_DEFINITION):
        case StrawberryObjectDefinition(description=None, origin=described):
            pass
        case StrawberryEnumDefinition(description=None, wrapped_cls=described):
            pass
        case StrawberryField(description=None, base_resolver=StrawberryResolver(wrapped_func=described)):
            pass
        case _:
            return cast("str | None", part.description)
    return " ".join((described.__doc__ or "").split())


COST = "cost"
"""The key of a field's metadata."""

Arguments: TypeAlias = Mapping[str, Any]
"""The arguments by the client's names, coerced."""

Amount: TypeAlias = int | Callable[[Arguments], int]

TEXT = 14
"""Units of a text of up to 2,000 code points: it is sent and written out."""


@dataclass(frozen=True, slots=True)
class Cost:
    """A unit is the time that one plain value takes: about 7 µs.

    `units`: what the field itself costs beyond its value. `rows`: the greatest length of its list; a connection's
    page size says it instead. `each`: what a row costs beyond its values. The first two may depend on the arguments.
    """

    units: Amount = 0
    rows: Amount = 1
    each: int = 0


NO_COST = Cost()


def cost(units: Amount = 0, *, rows: Amount = 1, each: int = 0) -> dict[str, Cost]:
    """The metadata of a field that costs more than one value."""
    return {COST: Cost(units, rows, each)}
