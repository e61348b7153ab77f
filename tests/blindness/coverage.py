"""What a schema has, and which of it was told in answers or given in variables."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from graphql import GraphQLObjectType

from tests.blindness.documents import input_of, name_of, root_fields, root_of
from tests.printed import SCHEMA


def fields() -> set[str]:
    """Every field of every object type: `Thread.state`."""
    return {f"{type_.name}.{field}" for type_ in _types() for field in type_.fields}


def _types() -> Iterator[GraphQLObjectType]:
    for name, type_ in SCHEMA.type_map.items():
        if isinstance(type_, GraphQLObjectType) and not name.startswith("__"):
            yield type_


def arguments(*roots: str) -> set[str]:
    """Every argument below these roots, as a step names it: `inbox(first)`, a mutation's `accept(requestId)`."""
    found = {
        f"{name}({argument})"
        for root in roots
        for name in root_fields(root)
        for argument in _given(root, name)
    }
    inner = (
        f"{field}_{argument}"
        for type_ in _types()
        if type_.name not in {"Query", "Mutation", "Subscription"}
        for field, of_type in type_.fields.items()
        for argument in of_type.args
    )
    return found | {f"({argument})" for argument in inner if "Query" in roots}


def _given(root: str, name: str) -> Iterable[str]:
    """The root field's arguments, or the fields of its one input."""
    given = root_fields(root)[name].args
    return input_of(name).fields if root == "Mutation" else given


def given(name: str, variables: Mapping[str, Any]) -> set[str]:
    """What an operation's variables give, in the same words."""
    variables = variables.get("input", variables)
    return {f"({key})" if "_" in key else f"{name}({key})" for key in variables}


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
