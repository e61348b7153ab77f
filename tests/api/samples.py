"""Examples of all inputs of an operation, made from the schema: a new input needs no line here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    GraphQLArgument,
    GraphQLEnumType,
    GraphQLInputField,
    GraphQLInputObjectType,
    GraphQLList,
    GraphQLNonNull,
    get_directive_values,
    get_named_type,
    get_nullable_type,
    is_required_input_field,
    parse,
    type_from_ast,
)

from tests.printed import SCHEMA

CONSTRAINT = next(one for one in SCHEMA.directives if one.name == "constraint")
NO_BOUNDS: Mapping[str, int] = {}
Input = GraphQLArgument | GraphQLInputField
SCALARS: Mapping[str, Any] = {
    "ID": "x",
    "String": "x",
    "Int": 1,
    "Boolean": True,
    "EventCursor": "a" * 32,
    "DateTime": "2027-01-01T00:00:00Z",
    "Date": "2000-01-01",
    "URL": "https://example.com/a.png",
}
"""A value that each takes, though it may name nothing."""


def bounds(of: Input) -> Mapping[str, int]:
    """The bounds that `@constraint` tells."""
    return (of.ast_node and get_directive_values(CONSTRAINT, of.ast_node)) or {}


def is_list(of: Input) -> bool:
    return isinstance(get_nullable_type(of.type), GraphQLList)


@dataclass(frozen=True)
class Samples:
    """`is_full`: all that can be given, as much of it as can be; else only what has to be.

    `known`: values for names of variables, input fields and scalars, instead of those above; `named`: a variable, and
    input fields below it, that are given though they need not be.
    """

    is_full: bool = False
    known: Mapping[str, Any] = field(default_factory=dict)
    named: Sequence[str | int] = ()

    def variables(self, document: str) -> dict[str, Any]:
        """For the variables of an operation with one root field, within the bounds of its arguments."""
        operation: Any = parse(document).definitions[0]
        [asked] = operation.selection_set.selections
        root: Any = SCHEMA.get_root_type(operation.operation)
        arguments = root.fields[asked.name.value].args
        return {
            name: self.of(name, kind, bounds(arguments[name]) if name in arguments else NO_BOUNDS)
            for name, kind in _declared(operation).items()
            if self.is_full or name in self.named[:1] or isinstance(kind, GraphQLNonNull)
        }

    def of(self, name: str, kind: Any, most: Mapping[str, int] = NO_BOUNDS) -> Any:
        """A value of this name and type, within these bounds."""
        if name in self.known:
            return self.known[name]
        if isinstance(get_nullable_type(kind), GraphQLList):
            return [self._one(kind)] * (most.get("maxItems", 1) if self.is_full else 1)
        return most["max"] if self.is_full and "max" in most else self._one(kind)

    def input(self, kind: GraphQLInputObjectType) -> dict[str, Any]:
        """Of one with alternatives the one that is named, or the first."""
        fields = kind.fields
        if kind.is_one_of:
            chosen = next((name for name in fields if name in self.named), next(iter(fields)))
            return {chosen: self.of(chosen, fields[chosen].type, bounds(fields[chosen]))}
        return {
            name: self.of(name, of.type, bounds(of))
            for name, of in fields.items()
            if self.is_full or name in self.named[1:] or is_required_input_field(of)
        }

    def _one(self, of: Any) -> Any:
        kind = get_named_type(of)
        if isinstance(kind, GraphQLInputObjectType):
            return self.input(kind)
        if isinstance(kind, GraphQLEnumType):
            return next(iter(kind.values))
        return self.known.get(kind.name, SCALARS[kind.name])


def _declared(operation: Any) -> dict[str, Any]:
    types = {one.variable.name.value: one.type for one in operation.variable_definitions or ()}
    return {name: type_from_ast(SCHEMA, type_) for name, type_ in types.items()}
