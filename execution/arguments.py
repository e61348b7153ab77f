"""Arguments and variables: constants are coerced once, the others once a run, and bad values by graphql-core."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import partial
from typing import Any

from graphql import (
    ArgumentNode,
    FieldNode,
    GraphQLArgument,
    GraphQLError,
    GraphQLField,
    GraphQLSchema,
    Undefined,
    VariableDefinitionNode,
    VariableNode,
    Visitor,
    get_nullable_type,
    is_leaf_type,
    is_non_null_type,
    is_required_argument,
    visit,
)
from graphql.execution.get_variable_signature import GraphQLVariableSignature, get_variable_signature
from graphql.execution.values import (
    VariableValues,
    VariableValueSource,
    coerce_argument,
    get_argument_values,
    get_variable_values,
    input_is_nested_too_deeply,
)
from graphql.utilities.coerce_input_value import coerce_default_value, coerce_input_value

from execution.classes import FROZEN
from execution.inputs import Coerce, is_built_in, usual
from execution.runs import Run

NO_VARIABLES = VariableValues({}, {})

_source_of = partial(tuple.__new__, VariableValueSource)
"""Of its fields: a named tuple's own constructor is a function of Python, and there is one source a variable."""


def is_frozen(values: dict[str, object]) -> bool:
    """Whether no resolver can change these values, so that many calls may share them."""
    return FROZEN.issuperset(map(type, values.values())) or all(
        cls in FROZEN or issubclass(cls, Enum) for cls in map(type, values.values())
    )


class _VariableFinder(Visitor):
    found = False

    def enter_variable(self, *_: object) -> None:
        self.found = True


def has_variables(node: FieldNode) -> bool:
    """Whether an argument names a variable, at any depth."""
    return any(map(_holds_variable, node.arguments or ()))


def _holds_variable(argument: ArgumentNode) -> bool:
    visitor = _VariableFinder()
    visit(argument.value, visitor)
    return visitor.found or isinstance(argument.value, VariableNode)


@dataclass(frozen=True, slots=True)
class _Argument:
    """An argument that is a constant, or one variable: then `constant` is its value where the variable has none."""

    name: str
    variable: str | None
    constant: Any
    is_non_null: bool


class Arguments:
    """Gives the arguments that graphql-core gives to a resolver; GraphQLError if they cannot be coerced."""

    __slots__ = ("_are_frozen", "_constants", "_known", "constant", "definition", "node")

    def __init__(self, definition: GraphQLField, node: FieldNode) -> None:
        self.definition = definition
        self.node = node
        self.constant = self._constant()
        known = self._all_known() if self.constant is None else ()
        self._constants = {
            one.name: one.constant for one in known if one.variable or one.constant is not Undefined
        }
        self._known = [(one.name, one.variable, one.is_non_null) for one in known if one.variable]
        types = [one.type for one in definition.args.values()]
        self._are_frozen = bool(self._known) and all(map(is_built_in, types))

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
        constant = values.get(out_name, Undefined)
        return _Argument(out_name, variable, constant, is_non_null_type(definition.type))

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
        if self._are_frozen or is_frozen(values):
            run.kept[self] = values
        return values

    def _coerced(self, run: Run) -> dict[str, Any]:
        if not self._known:
            return self._asked(run)
        values, given = self._constants.copy(), run.variables.coerced
        for name, variable, is_non_null in self._known:
            value = values[name] = given.get(variable, values[name])
            if is_non_null and (value is None or value is Undefined):
                return self._asked(run)
            if value is Undefined:
                del values[name]
        return values

    def _asked(self, run: Run) -> dict[str, Any]:
        """By graphql-core, values and errors alike."""
        try:
            return get_argument_values(self.definition, self.node, run.variables)
        except GraphQLError:
            hides = run.executor.hide_suggestions
            return get_argument_values(self.definition, self.node, run.variables, None, hides)


@dataclass(frozen=True, slots=True)
class _Variable:
    name: str
    signature: GraphQLVariableSignature
    is_flat: bool
    coerce_usual: Coerce

    def add_to(self, coerced: dict[str, Any], value: Any) -> bool:
        """False if the value is missing or wrong."""
        name, type_ = self.signature.name, self.signature.type
        if value is Undefined:
            if self.signature.default is None:
                return not is_non_null_type(type_)
            coerced[name] = coerce_default_value(self.signature)
            return coerced[name] is not Undefined
        if not self.is_flat and input_is_nested_too_deeply(value, type_):
            return False
        coerced[name] = coerce_input_value(value, type_)
        return coerced[name] is not Undefined


class Variables:
    """The variables that an operation declares."""

    def __init__(self, schema: GraphQLSchema, nodes: Collection[VariableDefinitionNode]) -> None:
        self._schema = schema
        self._nodes = nodes
        signatures = [get_variable_signature(schema, node) for node in nodes]
        self._are_valid = not any(isinstance(one, GraphQLError) for one in signatures)
        self._variables = [
            _Variable(one.name, one, is_leaf_type(get_nullable_type(one.type)), usual(one.type))
            for one in signatures
            if isinstance(one, GraphQLVariableSignature)
        ]

    def coerce(
        self, given: Mapping[str, Any], max_errors: int = 50, hide_suggestions: bool = False
    ) -> VariableValues | list[GraphQLError]:
        """The values as graphql-core's `get_variable_values` gives them, or its errors."""
        if self._are_valid and (values := self._values(given)):
            return values
        return get_variable_values(self._schema, self._nodes, dict(given), max_errors, hide_suggestions)

    def _values(self, given: Mapping[str, Any]) -> VariableValues | None:
        """None if one is missing or wrong."""
        sources: dict[str, VariableValueSource] = {}
        coerced: dict[str, Any] = {}
        try:
            for variable in self._variables:
                name = variable.name
                value = given.get(name, Undefined)
                sources[name] = _source_of((variable.signature, value))
                if (usual := variable.coerce_usual(value)) is not Undefined:
                    coerced[name] = usual
                elif not variable.add_to(coerced, value):
                    return None
        except Exception:
            return None
        return VariableValues(sources, coerced)
