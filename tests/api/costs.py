"""The cost of operations of the running schema."""

from typing import Any

from graphql import OperationDefinitionNode
from graphql.execution.values import VariableValues, get_variable_values

from server.app import make_schema
from server.asked import Operation
from server.plans import Plan
from server.rates import Rates

SCHEMA = make_schema(True)
LIMIT = Rates().cost


def cost(text: str, /, **variables: Any) -> int:
    """Of an operation with these variables."""
    plan = SCHEMA.plan(Operation(text))
    assert isinstance(plan, Plan), plan.errors
    [node] = [one for one in plan.document.definitions if isinstance(one, OperationDefinitionNode)]
    values = get_variable_values(SCHEMA._schema, list(node.variable_definitions or ()), variables)
    assert isinstance(values, VariableValues), values
    return plan.price.of(values)
