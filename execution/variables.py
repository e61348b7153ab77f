"""The variables of an operation: their types are read once, and graphql-core is asked only about bad values."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from graphql import (
    GraphQLError,
    GraphQLSchema,
    Undefined,
    VariableDefinitionNode,
    get_nullable_type,
    is_leaf_type,
    is_non_null_type,
)
from graphql.execution.get_variable_signature import GraphQLVariableSignature, get_variable_signature
from graphql.execution.values import (
    VariableValues,
    VariableValueSource,
    get_variable_values,
    input_is_nested_too_deeply,
)
from graphql.utilities.coerce_input_value import coerce_default_value, coerce_input_value


@dataclass(frozen=True, slots=True)
class _Variable:
    signature: GraphQLVariableSignature
    is_flat: bool

    def add_to(self, values: VariableValues, given: Mapping[str, Any]) -> bool:
        """False if the value is missing or wrong."""
        name, type_ = self.signature.name, self.signature.type
        value = given.get(name, Undefined)
        if value is Undefined:
            values.sources[name] = VariableValueSource(self.signature)
            if self.signature.default is None:
                return not is_non_null_type(type_)
            values.coerced[name] = coerce_default_value(self.signature)
            return values.coerced[name] is not Undefined
        values.sources[name] = VariableValueSource(self.signature, value)
        if not self.is_flat and input_is_nested_too_deeply(value, type_):
            return False
        values.coerced[name] = coerce_input_value(value, type_)
        return values.coerced[name] is not Undefined


class Variables:
    """The variables that an operation declares."""

    def __init__(self, schema: GraphQLSchema, nodes: Collection[VariableDefinitionNode]) -> None:
        self._schema = schema
        self._nodes = nodes
        signatures = [get_variable_signature(schema, node) for node in nodes]
        self._are_valid = not any(isinstance(one, GraphQLError) for one in signatures)
        self._variables = [
            _Variable(one, is_leaf_type(get_nullable_type(one.type)))
            for one in signatures
            if isinstance(one, GraphQLVariableSignature)
        ]

    def coerce(
        self, given: Mapping[str, Any], max_errors: int = 50, hide_suggestions: bool = False
    ) -> VariableValues | list[GraphQLError]:
        """The values as graphql-core's `get_variable_values` gives them, or its errors."""
        values = VariableValues({}, {})
        if self._are_valid and self._add_all(values, given):
            return values
        return get_variable_values(self._schema, self._nodes, dict(given), max_errors, hide_suggestions)

    def _add_all(self, values: VariableValues, given: Mapping[str, Any]) -> bool:
        try:
            return all(variable.add_to(values, given) for variable in self._variables)
        except Exception:
            return False
