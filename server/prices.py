"""Prices: costs that may depend on the variables of an operation, and the form in which they read variables."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat
from types import NoneType
from typing import Any, NamedTuple, TypeAlias

from graphql import (
    FieldNode,
    GraphQLError,
    GraphQLField,
    GraphQLSchema,
    Node,
    Undefined,
    VariableDefinitionNode,
    VariableNode,
    get_nullable_type,
    is_enum_type,
    is_input_object_type,
    is_list_type,
    is_scalar_type,
    type_from_ast,
    value_from_ast_untyped,
)
from graphql.execution.values import VariableValues, get_argument_values
from graphql.utilities.coerce_input_value import coerce_default_value

from schema.types.directives import Amount, Arguments

NO_VARIABLES = VariableValues({}, {})

MAX_KEPT = 128
_KEPT = frozenset({int, bool, NoneType, type(Undefined)})

Rows: TypeAlias = "int | _Asked"
"""How often something is read."""

NO_NAMES = frozenset[str]()


class Price(NamedTuple):
    """A cost: a fixed part, and parts that variables decide, whose names it has."""

    fixed: int = 0
    parts: tuple[Callable[[VariableValues], int], ...] = ()
    names: frozenset[str] = NO_NAMES

    def of(self, variables: VariableValues) -> int:
        """The cost with these variables."""
        return self.fixed + sum(part(variables) for part in self.parts)

    def __add__(self, other: "Price") -> "Price":  # type: ignore[override]
        if self is NOTHING or other is NOTHING:
            return self if other is NOTHING else other
        return Price(self.fixed + other.fixed, self.parts + other.parts, self.names | other.names)


NOTHING = Price()


@dataclass(frozen=True, slots=True, eq=False)
class _Asked:
    """An amount that a field's arguments decide; 0 for bad arguments, with which it never runs.

    `names`: the variables in them.
    """

    definition: GraphQLField
    node: FieldNode
    count: Callable[[Arguments], int]
    names: frozenset[str]

    def of(self, variables: VariableValues) -> int:
        """The variables are not coerced yet, so they may be anything."""
        try:
            return max(0, int(self.count(get_argument_values(self.definition, self.node, variables))))
        except Exception:
            # The document is not validated yet, so any value may be in any place.
            return 0


def repeated(rows: Rows, row: Price) -> Price:
    """The price of so many rows."""
    if rows == 1 or row is NOTHING:
        return row
    if not isinstance(rows, int):
        return Price(0, (lambda given: rows.of(given) * row.of(given),), rows.names | row.names)
    if row.parts:
        return Price(0, (lambda given: rows * row.of(given),), row.names)
    return Price(rows * row.fixed)


def dearest(prices: list[Price]) -> Price:
    """The price of a value that has one of these, whatever the variables."""
    if any(price.parts for price in prices):
        names = NO_NAMES.union(*(price.names for price in prices))
        return Price(0, (lambda given: max(price.of(given) for price in prices),), names)
    return Price(max((price.fixed for price in prices), default=0))


def asked(definition: GraphQLField, node: FieldNode, amount: Amount) -> Rows:
    """An amount of a field with the arguments of its node."""
    if isinstance(amount, int):
        return amount
    names = frozenset(name for one in node.arguments or () for name in variables_in(one.value))
    rows = _Asked(definition, node, amount, names)
    return rows if names else rows.of(NO_VARIABLES)


class Tariff:
    """The price of an operation, kept for numbers and nulls, since no text of a client is kept.

    `names`: the variables that decide it.
    """

    def __init__(
        self, price: Price, schema: GraphQLSchema, definitions: Sequence[VariableDefinitionNode]
    ) -> None:
        self.price = price
        self._kept = lru_cache(MAX_KEPT, typed=True)(self._counted)
        self._shapes = [
            _Shape.of(schema, node) for node in definitions if node.variable.name.value in price.names
        ]
        self.names = tuple(one.name for one in self._shapes)

    def of(self, variables: VariableValues) -> int:
        """The cost with these variables, which may be anything: they need not be coerced yet."""
        if not self.price.parts:
            return self.price.fixed
        values = [*map(variables.coerced.get, self.names, repeat(Undefined))]
        return (self._kept if _KEPT.issuperset(map(type, values)) else self._counted)(*values)

    def _counted(self, *values: Any) -> int:
        pairs = zip(self.names, values, strict=True)
        return self.price.of(
            VariableValues({}, {name: value for name, value in pairs if value is not Undefined})
        )

    def of_given(self, given: Mapping[str, Any]) -> int:
        """The cost before the variables are coerced, which takes far longer.

        For good variables of a valid operation it is the same; for bad ones it may differ.
        """
        return self.of(VariableValues({}, {one.name: one.value(given) for one in self._shapes}))


@dataclass(frozen=True, slots=True)
class _Shape:
    """A variable that decides the price. `type_`: None if a value needs no shaping."""

    name: str
    default: Any
    type_: Any

    @classmethod
    def of(cls, schema: GraphQLSchema, node: VariableDefinitionNode) -> "_Shape":
        type_: Any = type_from_ast(schema, node.type)
        default = value_from_ast_untyped(node.default_value) if node.default_value else Undefined
        is_scalar = is_scalar_type(get_nullable_type(type_))
        return cls(node.variable.name.value, default, None if is_scalar else type_)

    def value(self, given: Mapping[str, Any]) -> Any:
        """Undefined if there is none."""
        value = given.get(self.name, self.default)
        return value if self.type_ is None or value is Undefined else _shaped(value, self.type_)


def variables_in(node: Node) -> Iterator[str]:
    """The names of the variables in a part of a document."""
    if isinstance(node, VariableNode):
        yield node.name.value
    for key in node.keys:
        held = getattr(node, key)
        for one in held if isinstance(held, tuple) else (held,):
            if isinstance(one, Node):
                yield from variables_in(one)


def _shaped(value: Any, type_: Any) -> Any:
    """A single value for a list becomes a list of one, and missing fields of an object get their defaults.

    A name becomes the member of its enum.
    """
    inner = get_nullable_type(type_)
    if is_enum_type(inner):
        with suppress(GraphQLError):
            return inner.coerce_input_value(value, hide_suggestions=True)
    if is_list_type(inner):
        return value if value is None or isinstance(value, list) else [value]
    if is_input_object_type(inner) and isinstance(value, dict):
        fields = {
            name: (value.get(name, coerce_default_value(one)), one) for name, one in inner.fields.items()
        }
        return {name: _shaped(own, one.type) for name, (own, one) in fields.items() if own is not Undefined}
    return value
