"""Values that clients usually send, coerced at once; graphql-core is asked about all others."""

from collections.abc import Callable
from typing import Any

from graphql import (
    GraphQLBoolean,
    GraphQLID,
    GraphQLInputField,
    GraphQLInputObjectType,
    GraphQLInt,
    GraphQLString,
    Undefined,
    get_nullable_type,
    is_input_object_type,
    is_non_null_type,
    is_required_input_field,
)

Coerce = Callable[[Any], Any]
"""Gives the value as graphql-core coerces it; Undefined: graphql-core must be asked."""

_CLASSES: dict[Any, type] = {GraphQLString: str, GraphQLID: str, GraphQLBoolean: bool, GraphQLInt: int}
_COERCERS = {type_: type_.coerce_input_value for type_ in _CLASSES}


def _ask(value: Any) -> Any:
    return Undefined


def usual(type_: Any) -> Coerce:
    """For GraphQL's own scalars, and for input objects of them and of values that graphql-core is asked about."""
    inner = get_nullable_type(type_)
    return _object(type_, inner) if is_input_object_type(inner) else _leaf(type_, inner)


def _leaf(type_: Any, leaf: Any) -> Coerce:
    if not is_built_in(leaf):
        return _ask
    cls, is_nullable = _CLASSES[leaf], not is_non_null_type(type_)

    def coerce(value: Any) -> Any:
        return value if type(value) is cls or (is_nullable and value is None) else Undefined

    def coerce_int(value: Any) -> Any:
        if type(value) is int and -(2**31) <= value < 2**31:
            return value
        return None if is_nullable and value is None else Undefined

    return coerce_int if cls is int else coerce


def is_built_in(type_: Any) -> bool:
    """Whether each value is a text, number or bool, or null."""
    leaf = get_nullable_type(type_)
    return leaf in _CLASSES and leaf.coerce_input_value is _COERCERS[leaf]


def _object(type_: Any, inner: GraphQLInputObjectType) -> Coerce:
    if inner.is_one_of or inner.out_type is not GraphQLInputObjectType.out_type:
        return _ask
    fields = [_field(name, one) for name, one in inner.fields.items()]
    is_nullable = not is_non_null_type(type_)

    def coerce(value: Any) -> Any:
        if type(value) is not dict:
            return None if is_nullable and value is None else Undefined
        coerced, count = {}, 0
        for name, out_name, coerce_field, must_ask, default in fields:
            if name in value:
                count += 1
                coerced[out_name] = one = coerce_field(value[name])
                if one is Undefined:
                    return Undefined
            elif must_ask:
                return Undefined
            elif default is not Undefined:
                coerced[out_name] = default
        return coerced if count == len(value) else Undefined

    return coerce


def _field(name: str, one: GraphQLInputField) -> tuple[str, str, Coerce, bool, Any]:
    coerce = _leaf(one.type, get_nullable_type(one.type))
    return name, one.out_name or name, coerce, _must_ask(one), one.default_value


def _must_ask(field: GraphQLInputField) -> bool:
    """Whether an object without the field is wrong, or takes a default that must be coerced."""
    return field.default is not None or is_required_input_field(field)
