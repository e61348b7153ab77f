"""Variables as they were sent, in the shape that their types give them: no item of a list is looked at."""

from collections.abc import Mapping
from typing import Any

from graphql import (
    GraphQLSchema,
    OperationDefinitionNode,
    Undefined,
    VariableDefinitionNode,
    get_nullable_type,
    is_input_object_type,
    is_list_type,
    type_from_ast,
    value_from_ast_untyped,
)
from graphql.execution.values import VariableValues
from graphql.utilities.coerce_input_value import coerce_default_value


def shaped_variables(
    schema: GraphQLSchema, operation: OperationDefinitionNode, given: Mapping[str, Any]
) -> VariableValues:
    """What a cost is counted with before the variables are coerced, which takes far longer.

    With good variables of a valid operation the cost is the same; bad ones may have any.
    """
    values = {}
    for node in operation.variable_definitions or ():
        value = _value(node, given)
        if value is not Undefined:
            values[node.variable.name.value] = _shaped(value, type_from_ast(schema, node.type))
    return VariableValues({}, values)


def _value(node: VariableDefinitionNode, given: Mapping[str, Any]) -> Any:
    default = node.default_value
    return given.get(node.variable.name.value, value_from_ast_untyped(default) if default else Undefined)


def _shaped(value: Any, type_: Any) -> Any:
    """One value in place of a list is a list of one, and what an object leaves out is its default."""
    inner = get_nullable_type(type_)
    if is_list_type(inner):
        return value if value is None or isinstance(value, list) else [value]
    if is_input_object_type(inner) and isinstance(value, dict):
        fields = {
            name: (value.get(name, coerce_default_value(one)), one) for name, one in inner.fields.items()
        }
        return {name: _shaped(own, one.type) for name, (own, one) in fields.items() if own is not Undefined}
    return value
