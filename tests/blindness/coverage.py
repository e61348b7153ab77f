"""All parts of a schema, and those that were read in answers or given in variables."""

from collections.abc import Iterator, Mapping
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLType,
    get_named_type,
)

from tests.blindness.documents import declared, name_of, root_fields, root_of
from tests.printed import SCHEMA

ROOTS = ("Query", "Mutation", "Subscription")


def fields() -> set[str]:
    """Every field of every object type: `Thread.state`."""
    return {f"{type_.name}.{field}" for type_ in _types() for field in type_.fields}


def _types(schema: GraphQLSchema = SCHEMA) -> Iterator[GraphQLObjectType]:
    for name, type_ in schema.type_map.items():
        if isinstance(type_, GraphQLObjectType) and not name.startswith("__"):
            yield type_


def arguments() -> set[str]:
    """Every argument of every field, as a step names it: `inbox(first)`; below the root `(messages_first)`."""
    return {
        _argument(name, variable)
        for root in ROOTS
        for name in root_fields(root)
        for variable in declared(name)
    }


def inputs(schema: GraphQLSchema = SCHEMA) -> set[str]:
    """All that an argument can have: each field of an input, as `DeleteInput.never`, and each value of an enum."""
    fields = {f"{type_.name}.{field}" for type_ in _inputs(schema) for field in type_.fields}
    return fields | {f"{type_.name}.{value}" for type_ in _enums(schema) for value in type_.values}


def _inputs(schema: GraphQLSchema) -> Iterator[GraphQLInputObjectType]:
    for type_ in schema.type_map.values():
        if isinstance(type_, GraphQLInputObjectType):
            yield type_


def _enums(schema: GraphQLSchema) -> Iterator[GraphQLEnumType]:
    """The types of the given values."""
    outer = [field for type_ in _types(schema) for field in type_.fields.values()]
    inner = [field.type for type_ in _inputs(schema) for field in type_.fields.values()]
    for type_ in [*inner, *(argument.type for field in outer for argument in field.args.values())]:
        if isinstance(named := get_named_type(type_), GraphQLEnumType):
            yield named


def given(name: str, variables: Mapping[str, Any]) -> set[str]:
    """The parts that an operation's variables give, in the same words."""
    types = declared(name)
    inner = {one for key, value in variables.items() for one in _inside(types[key], value)}
    return inner | {_argument(name, key) for key in variables}


def _argument(name: str, variable: str) -> str:
    return f"({variable})" if "_" in variable else f"{name}({variable})"


def _inside(type_: GraphQLType, value: Any) -> Iterator[str]:
    named = get_named_type(type_)
    if isinstance(value, list):
        for one in value:
            yield from _inside(named, one)
    elif isinstance(named, GraphQLEnumType):
        yield f"{named.name}.{value}"
    elif isinstance(named, GraphQLInputObjectType):
        for key, one in value.items():
            yield f"{named.name}.{key}"
            yield from _inside(named.fields[key].type, one)


def told(answer: Any) -> set[str]:
    """The fields that an answer gives a value to: neither null nor an empty list."""
    data = answer.get("data") or {}
    return {f"{root_of(name)}.{name}" for name in data if data[name] is not None} | set(_told(data))


def _told(value: Any) -> Iterator[str]:
    inner = value if isinstance(value, list) else value.values() if isinstance(value, dict) else ()
    for one in inner:
        yield from _told(one)
    if isinstance(value, dict) and (type_ := value.get("__typename")):
        yield from (f"{type_}.{name_of(key)}" for key, one in value.items() if one not in (None, []))
