"""The arguments of one selected field: constants are coerced once, the others once a run where they can be shared."""

from dataclasses import dataclass
from typing import Any

from graphql import (
    ArgumentNode,
    FieldNode,
    GraphQLArgument,
    GraphQLError,
    GraphQLField,
    Undefined,
    VariableNode,
    Visitor,
    is_non_null_type,
    is_required_argument,
    visit,
)
from graphql.execution.values import VariableValues, coerce_argument, get_argument_values

from execution.classes import is_frozen
from execution.runs import Run

NO_VARIABLES = VariableValues({}, {})


class _Variables(Visitor):
    found = False

    def enter_variable(self, *_: object) -> None:
        self.found = True


def has_variables(node: FieldNode) -> bool:
    """Whether an argument names a variable, at any depth."""
    return any(map(_holds_variable, node.arguments or ()))


def _holds_variable(argument: ArgumentNode) -> bool:
    visitor = _Variables()
    visit(argument.value, visitor)
    return visitor.found or isinstance(argument.value, VariableNode)


@dataclass(frozen=True, slots=True)
class _Argument:
    """An argument that is a constant, or one variable: then `constant` is its value where the variable has none."""

    name: str
    variable: str | None
    constant: Any
    is_non_null: bool

    def value(self, variables: VariableValues) -> Any:
        """Undefined: it is left out. None for a non-null one must be refused."""
        return variables.coerced.get(self.variable, self.constant) if self.variable else self.constant


class Arguments:
    """Gives the arguments that graphql-core gives to a resolver; GraphQLError if they cannot be coerced."""

    __slots__ = ("_known", "constant", "definition", "node")

    def __init__(self, definition: GraphQLField, node: FieldNode) -> None:
        self.definition = definition
        self.node = node
        self.constant = self._constant()
        self._known = self._all_known() if self.constant is None else ()

    def _all_known(self) -> tuple[_Argument, ...]:
        """Empty if graphql-core must be asked in each run."""
        nodes = {one.name.value: one for one in self.node.arguments or ()}
        found = [self._argument(name, one, nodes.get(name)) for name, one in self.definition.args.items()]
        return tuple(one for one in found if one) if all(found) else ()

    def _argument(
        self, name: str, definition: GraphQLArgument, node: ArgumentNode | None
    ) -> _Argument | None:
        """None for a constant that is wrong, may be changed, or holds a variable."""
        variable = node.value.name.value if node and isinstance(node.value, VariableNode) else None
        values: dict[str, Any] = {}
        if node and not variable and _holds_variable(node):
            return None
        if not (variable and is_required_argument(definition)):
            given = None if variable else node
            try:
                coerce_argument(values, self.node, name, definition, given, NO_VARIABLES, None)
            except GraphQLError:
                return None
        out_name = definition.out_name or name
        if not is_frozen(values):
            return None
        return _Argument(
            out_name, variable, values.get(out_name, Undefined), is_non_null_type(definition.type)
        )

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
        values = {}
        for one in self._known:
            value = one.value(run.variables)
            if one.is_non_null and (value is None or value is Undefined):
                return self._asked(run)
            if value is not Undefined:
                values[one.name] = value
        return values if self._known else self._asked(run)

    def _asked(self, run: Run) -> dict[str, Any]:
        """By graphql-core, values and errors alike."""
        try:
            return get_argument_values(self.definition, self.node, run.variables)
        except GraphQLError:
            hides = run.executor.hide_suggestions
            return get_argument_values(self.definition, self.node, run.variables, None, hides)
