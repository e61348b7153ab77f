"""Which values of a scalar or enum need no serializer, or nothing but it, told by their class."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from enum import Enum
from math import isfinite
from operator import attrgetter
from types import NoneType
from typing import Any

from graphql import (
    GraphQLBoolean,
    GraphQLFloat,
    GraphQLID,
    GraphQLInt,
    GraphQLLeafType,
    GraphQLOutputType,
    GraphQLString,
    get_nullable_type,
    is_non_null_type,
    is_scalar_type,
)
from msgspec.json import encode
from strawberry.schema.schema_converter import CustomGraphQLEnumType

from execution.classes import DATA, PLAIN, is_plain
from execution.code import Code
from execution.runs import Run

Values = Sequence[Any]
Complete = Callable[[Run, Values], Values]
"""The data of the values of one field. Raises anything for values that are not ordinary."""

_TEXT = [("type({v}) is str", "{v}")]
_ORDINARY = {
    GraphQLString: _TEXT,
    GraphQLID: [*_TEXT, ("type({v}) is int", "str({v})")],
    GraphQLBoolean: [("type({v}) is bool", "{v}")],
    GraphQLInt: [("type({v}) is int and -2147483648 <= {v} <= 2147483647", "{v}")],
    GraphQLFloat: [("type({v}) is float and isfinite({v})", "{v}")],
}
_COERCERS = {id(type_): type_.coerce_output_value for type_ in _ORDINARY}

_CLASSES: dict[Any, type] = {GraphQLString: str, GraphQLID: str, GraphQLBoolean: bool}
_NUMBERS: dict[Any, tuple[type, Callable[[Values], bool]]] = {
    GraphQLInt: (int, lambda values: min(values) >= -(2**31) and max(values) < 2**31),
    GraphQLFloat: (float, lambda values: all(map(isfinite, values))),
}
_zone_of = attrgetter("tzinfo")
_MOMENTS, _TEXTS = frozenset([datetime]), frozenset([str])


class Irregular(Exception):
    """A value that is completed by itself."""


def ordinary(code: Code, type_: GraphQLLeafType, value: str) -> Iterator[tuple[str, str, bool]]:
    """Conditions, each with the expression of the data, and whether that must still be checked."""
    if is_scalar_type(type_):
        if _is_usual(type_):
            for condition, expression in _ORDINARY[type_]:
                yield condition.format(v=value), expression.format(v=value), False
        else:
            coerce = code.bind("coerce", type_.coerce_output_value)
            yield f"type({value}) in PLAIN", f"{coerce}({value})", True
    elif cls := _members_of(type_):
        names, enum = code.bind("names", _names_of(type_, cls)), code.bind("enum", cls)
        yield f"type({value}) is {enum} and {value}._name_ in {names}", f"{names}[{value}._name_]", False


def column_of_leaves(code: Code, type_: GraphQLOutputType) -> list[str] | None:
    """The lines that complete the list `{v}`; None if it must be done by each value."""
    leaf: Any = get_nullable_type(type_)
    is_nullable = not is_non_null_type(type_)
    if is_scalar_type(leaf) and _is_usual(leaf) and leaf in _CLASSES:
        classes = frozenset([_CLASSES[leaf], *([NoneType] if is_nullable else [])])
        irregular = code.bind("Irregular", Irregular)
        return [f"if not {code.bind('classes', classes)}.issuperset(map(type, {{v}})): raise {irregular}"]
    complete = _complete(leaf)
    if complete is None:
        return None
    name = code.bind("complete", complete)
    if not is_nullable:
        return [f"{{v}} = {name}(run, {{v}})"]
    return [f"{{v}} = {code.bind('present', complete_present)}({name}, run, {{v}})"]


def complete_present(complete: Complete, run: Run, values: Values) -> Values:
    """Null where a value is None."""
    if not isinstance(values, list | tuple) or NoneType not in map(type, values):
        return complete(run, values)
    present = iter(complete(run, [value for value in values if value is not None]))
    return [None if value is None else next(present) for value in values]


def _is_usual(type_: Any) -> bool:
    """Whether it is one of GraphQL's own scalars, with its own serializer."""
    return _COERCERS.get(id(type_)) is type_.coerce_output_value


def _members_of(type_: Any) -> type[Enum] | None:
    """The enum of a type whose members are all that it takes."""
    cls = type_.wrapped_cls if type(type_) is CustomGraphQLEnumType else None
    return cls if cls is not None and issubclass(cls, Enum) and is_plain(cls) else None


def _names_of(type_: Any, cls: type[Enum]) -> dict[str, Any]:
    """Without the members that cannot be serialized, as one whose value is not equal to itself."""
    names: dict[str, Any] = {}
    for member in cls:
        with suppress(Exception):
            names[member._name_] = type_.coerce_output_value(member)
    return names


def _complete(type_: Any) -> Complete | None:
    if is_scalar_type(type_):
        return _numbers(type_) if _is_usual(type_) else _coerced(type_.coerce_output_value)
    cls = _members_of(type_)
    return _members(type_, cls) if cls else None


def _numbers(type_: Any) -> Complete:
    cls, are_within = _NUMBERS[type_]
    classes = frozenset([cls])

    def complete(run: Run, values: Values) -> Values:
        if values and not (classes.issuperset(map(type, values)) and are_within(values)):
            raise Irregular
        return values

    return complete


def _coerced(coerce: Callable[[Any], Any]) -> Complete:
    if coerce is datetime.isoformat:
        return _moments

    def complete(run: Run, values: Values) -> Values:
        classes = set(map(type, values))
        if coerce is str and classes == _TEXTS:
            return values
        if not PLAIN.issuperset(classes):
            raise Irregular
        data = list(map(coerce, values))
        if not DATA.issuperset(map(type, data)):
            raise Irregular
        return data

    return complete


def _moments(run: Run, values: Values) -> Values:
    """`isoformat` of all at once. msgspec writes them as it does, but for its Z, at a tenth of the cost."""
    if not _MOMENTS.issuperset(map(type, values)) or set(map(_zone_of, values)) != {UTC}:
        raise Irregular
    text = encode(values if type(values) is list else list(values)).replace(b"Z", b"+00:00").decode()
    return text[2:-2].split('","')


def _members(type_: Any, cls: type[Enum]) -> Complete:
    """A member is told by its identity, which costs half as much as its class and name."""
    names = _names_of(type_, cls)
    named = {id(member): names[member._name_] for member in cls if member._name_ in names}

    def complete(run: Run, values: Values) -> Values:
        return list(map(named.__getitem__, map(id, values)))

    return complete
