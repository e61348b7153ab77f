"""Which values of a scalar or enum need no serializer, or nothing but it, told by their class."""

from collections.abc import Iterator
from enum import Enum
from typing import Any

from graphql import (
    GraphQLBoolean,
    GraphQLFloat,
    GraphQLID,
    GraphQLInt,
    GraphQLLeafType,
    GraphQLString,
    is_scalar_type,
)
from strawberry.schema.schema_converter import CustomGraphQLEnumType

from execution.classes import is_plain
from execution.code import Code

_TEXT = [("type({v}) is str", "{v}")]
_ORDINARY = {
    GraphQLString: _TEXT,
    GraphQLID: [*_TEXT, ("type({v}) is int", "str({v})")],
    GraphQLBoolean: [("type({v}) is bool", "{v}")],
    GraphQLInt: [("type({v}) is int and -2147483648 <= {v} <= 2147483647", "{v}")],
    GraphQLFloat: [("type({v}) is float and isfinite({v})", "{v}")],
}
_COERCERS = {id(type_): type_.coerce_output_value for type_ in _ORDINARY}


def ordinary(code: Code, type_: GraphQLLeafType, value: str) -> Iterator[tuple[str, str, bool]]:
    """Conditions, each with the expression of the data, and whether that must still be checked."""
    if is_scalar_type(type_):
        if _COERCERS.get(id(type_)) is type_.coerce_output_value:
            for condition, expression in _ORDINARY[type_]:
                yield condition.format(v=value), expression.format(v=value), False
        else:
            coerce = code.bind("coerce", type_.coerce_output_value)
            yield f"type({value}) in PLAIN", f"{coerce}({value})", True
    elif type(type_) is CustomGraphQLEnumType and issubclass(type_.wrapped_cls, Enum):
        yield from _members(code, type_, value)


def _members(code: Code, type_: CustomGraphQLEnumType, value: str) -> Iterator[tuple[str, str, bool]]:
    cls: Any = type_.wrapped_cls
    if is_plain(cls):
        names = code.bind("names", {member._name_: type_.coerce_output_value(member) for member in cls})
        enum = code.bind("enum", cls)
        yield f"type({value}) is {enum} and {value}._name_ in {names}", f"{names}[{value}._name_]", False
