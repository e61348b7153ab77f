"""The arguments of one selected field: constants are coerced once, the others once a run where they can be shared."""

from typing import Any

from graphql import FieldNode, GraphQLError, GraphQLField, VariableNode, Visitor, visit
from graphql.execution.values import VariableValues, get_argument_values

from execution.classes import is_frozen
from execution.runs import Run

NO_VARIABLES = VariableValues({}, {})


class _Variables(Visitor):
    found = False

    def enter_variable(self, *_: object) -> None:
        self.found = True


def has_variables(node: FieldNode) -> bool:
    """Whether an argument names a variable, at any depth."""
    visitor = _Variables()
    for argument in node.arguments or ():
        visit(argument.value, visitor)
    return visitor.found or any(isinstance(one.value, VariableNode) for one in node.arguments or ())


class Arguments:
    """Gives the arguments that graphql-core gives to a resolver; GraphQLError if they cannot be coerced."""

    __slots__ = ("constant", "definition", "node")

    def __init__(self, definition: GraphQLField, node: FieldNode) -> None:
        self.definition = definition
        self.node = node
        self.constant = self._constant()

    def _constant(self) -> dict[str, Any] | None:
        if not self.definition.args:
            return {}
        if has_variables(self.node):
            return None
        try:
            values = get_argument_values(self.definition, self.node, NO_VARIABLES)
        except GraphQLError:
            return None
        return values if is_frozen(values) else None

    def of(self, run: Run) -> dict[str, Any]:
        """By the names that graphql-core uses. The dict is shared: do not change it."""
        if self.constant is not None:
            return self.constant
        if (kept := run.kept.get(self)) is not None:
            return kept
        values = self._coerced(run)
        if is_frozen(values):
            run.kept[self] = values
        return values

    def _coerced(self, run: Run) -> dict[str, Any]:
        try:
            return get_argument_values(self.definition, self.node, run.variables)
        except GraphQLError:
            hides = run.executor.hide_suggestions
            return get_argument_values(self.definition, self.node, run.variables, None, hides)
