"""An operation that runs any number of times: by graphql-core, or compiled once for each choice of its fields."""

from collections.abc import Awaitable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import strawberry
from graphql import (
    DirectiveNode,
    DocumentNode,
    ExecutableDefinitionNode,
    ExecutionResult,
    Executor,
    FragmentDefinitionNode,
    GraphQLError,
    GraphQLSchema,
    OperationDefinitionNode,
    OperationType,
    SelectionNode,
    VariableNode,
    default_field_resolver,
    default_type_resolver,
    get_variable_values,
)
from graphql.execution.collect_fields import FragmentDetails
from graphql.execution.values import VariableValues
from strawberry.execution import optimized_is_awaitable
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from execution.arguments import Variables
from execution.functions import Writer, name_of
from execution.parameters import info_maker
from execution.positions import Completion
from execution.runs import Origin, Run
from execution.selections import Selections, TooLarge

MAX_VARIANTS = 16
_HANDED_OVER = {"defer", "stream", "experimental_disableErrorPropagation"}

Response = ExecutionResult | Awaitable[ExecutionResult]

Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Variant:
    """`roots`: one function, or one for each root field of a mutation."""

    roots: tuple[Completion, ...]

    def execute(self, run: Run) -> Data | Awaitable[Data]:
        """The data, or a coroutine of it; GraphQLError where no data is left."""
        if len(self.roots) == 1:
            data: Data | Awaitable[Data] = self.roots[0](run, run.root_value, None)
            return data
        return self._serially(run)

    def _serially(self, run: Run) -> Data | Awaitable[Data]:
        data: Data = {}
        for index, root in enumerate(self.roots, 1):
            done = root(run, run.root_value, None)
            if type(done) is not dict:
                return self._go_on(run, data, done, index)
            data.update(done)
        return data

    async def _go_on(self, run: Run, data: Data, begun: Awaitable[Data], index: int) -> Data:
        data.update(await begun)
        for root in self.roots[index:]:
            done = root(run, run.root_value, None)
            data.update(done if type(done) is dict else await done)
        return data


def write_variant(
    schema: GraphQLSchema,
    operation: OperationDefinitionNode,
    fragments: Mapping[str, FragmentDetails],
    variables: VariableValues,
) -> Variant | None:
    """None if graphql-core must execute it: it is too large or deep, or its directives cannot be read."""
    try:
        return _written(schema, operation, fragments, variables)
    except (TooLarge, GraphQLError, RecursionError):
        return None


def _written(
    schema: GraphQLSchema,
    operation: OperationDefinitionNode,
    fragments: Mapping[str, FragmentDetails],
    variables: VariableValues,
) -> Variant | None:
    kind = operation.operation
    root = schema.get_root_type(kind)
    if root is None:
        return None
    selections = Selections(schema, dict(fragments), operation, variables)
    roots = selections.roots(root, kind is OperationType.MUTATION)
    own = getattr(schema, "_strawberry_schema", None)
    writer = Writer(own, info_maker(own.config.info_class if own else strawberry.Info))
    for selection in selections.found.values():
        writer.write_selection(selection)
    functions = writer.finish(operation.name.value if operation.name else "anonymous")
    return Variant(tuple(functions[name_of(one)] for one in roots))


def directives_of(nodes: Sequence[ExecutableDefinitionNode]) -> list[DirectiveNode]:
    """All directives of these definitions and of their selections, at any depth."""
    found: list[DirectiveNode] = []
    pending: list[ExecutableDefinitionNode | SelectionNode] = list(nodes)
    while pending:
        node = pending.pop()
        found += node.directives or ()
        below = getattr(node, "selection_set", None)
        pending += below.selections if below else ()
    return found


def choosing_variables(directives: Sequence[DirectiveNode]) -> tuple[str, ...]:
    """The variables by which fields are left out."""
    names = {
        argument.value.name.value
        for node in directives
        for argument in node.arguments or ()
        if node.name.value in ("skip", "include") and isinstance(argument.value, VariableNode)
    }
    return tuple(sorted(names))


class Operation:
    """An operation of a valid document, executed by graphql-core."""

    def __init__(
        self,
        schema: GraphQLSchema,
        operation: OperationDefinitionNode,
        fragments: Mapping[str, FragmentDefinitionNode],
        executor_class: type[Executor[Any]] = StrawberryGraphQLCoreExecutionContext,
    ) -> None:
        self.schema = schema
        self.operation = operation
        self.fragments = dict(fragments)
        self.details = {name: FragmentDetails(node) for name, node in fragments.items()}
        self._executor_class = executor_class

    def coerce(
        self, given: Mapping[str, Any], max_errors: int = 50, hide_suggestions: bool = False
    ) -> VariableValues | list[GraphQLError]:
        """The values of the variables, or why they are wrong."""
        nodes = self.operation.variable_definitions or ()
        return get_variable_values(self.schema, nodes, dict(given), max_errors, hide_suggestions)

    def run(self, root_value: Any, context: Any, variables: VariableValues) -> Response:
        """The result, or a coroutine of it, as `execute` of graphql-core gives it."""
        return self.executor(root_value, context, variables).execute_operation()  # type: ignore[return-value]

    def wants(self, variables: VariableValues) -> bool:
        """Whether `prepare` would make later runs with such variables faster: asked for the second time, it would."""
        return False

    def prepare(self, variables: VariableValues) -> Variant | None:
        """Compile what such variables choose; None if graphql-core executes it."""
        return None

    def executor(self, root_value: Any, context: Any, variables: VariableValues) -> Executor[Any]:
        """The executor of graphql-core for one run."""
        return self._executor_class(
            self.schema,
            self.fragments,
            self.details,
            root_value,
            context,
            self.operation,
            variables,
            default_field_resolver,
            default_type_resolver,
            default_field_resolver,
            is_awaitable=optimized_is_awaitable,  # type: ignore[arg-type]
        )


class Compiled(Operation):
    """An operation whose prepared variants run as Python functions.

    A variant that is not prepared is executed by graphql-core, and so are all beyond MAX_VARIANTS.
    """

    def __init__(
        self,
        schema: GraphQLSchema,
        operation: OperationDefinitionNode,
        fragments: Mapping[str, FragmentDefinitionNode],
        executor_class: type[Executor[Any]] = StrawberryGraphQLCoreExecutionContext,
    ) -> None:
        super().__init__(schema, operation, fragments, executor_class)
        build_info = executor_class.build_resolve_info
        is_usual = build_info is StrawberryGraphQLCoreExecutionContext.build_resolve_info
        self._origin = Origin(schema, operation, self.fragments, self.executor, is_usual)
        self._variables = Variables(schema, operation.variable_definitions or ())
        self._chosen_by = choosing_variables(directives_of([operation, *fragments.values()]))
        self._variants: dict[tuple[Any, ...], Variant | None] = {}
        self._asked: set[tuple[Any, ...]] = set()

    def coerce(
        self, given: Mapping[str, Any], max_errors: int = 50, hide_suggestions: bool = False
    ) -> VariableValues | list[GraphQLError]:
        """As Operation's."""
        return self._variables.coerce(given, max_errors, hide_suggestions)

    def wants(self, variables: VariableValues) -> bool:
        """As Operation's."""
        choice = self._choice(variables)
        if choice in self._variants or len(self._variants) >= MAX_VARIANTS:
            return False
        if choice in self._asked:
            return True
        if len(self._asked) < MAX_VARIANTS:
            self._asked.add(choice)
        return False

    def prepare(self, variables: VariableValues) -> Variant | None:
        """As Operation's. Takes some milliseconds the first time."""
        choice = self._choice(variables)
        if choice not in self._variants and len(self._variants) < MAX_VARIANTS:
            are_read = all(type(value) is bool for value in choice)
            made = write_variant(self.schema, self.operation, self.details, variables) if are_read else None
            self._variants[choice] = made
        return self._variants.get(choice)

    def run(
        self,
        root_value: Any,
        context: Any,
        variables: VariableValues,
        executor: Executor[Any] | None = None,
    ) -> Response:
        """As Operation's. `executor`: the one of this run, if there is one already."""
        run = Run(self._origin, root_value, context, variables)
        if executor is not None:
            run.adopt(executor)
        variant = self._variants.get(self._choice(variables) if self._chosen_by else ())
        if variant is None:
            return run.executor.execute_operation()  # type: ignore[return-value]
        try:
            data = variant.execute(run)
        except GraphQLError as error:
            return _failed(run, error)
        return _response(run, data) if type(data) is dict else _respond(run, data)  # type: ignore[arg-type]

    def _choice(self, variables: VariableValues) -> tuple[Any, ...]:
        if not self._chosen_by:
            return ()
        given = variables.coerced
        return tuple([given.get(name) for name in self._chosen_by])


def _response(run: Run, data: Data | None) -> ExecutionResult:
    return ExecutionResult(data, run.errors.errors or None)


def _failed(run: Run, error: GraphQLError) -> ExecutionResult:
    run.errors.add(error, None)
    return _response(run, None)


async def _respond(run: Run, data: Awaitable[Data]) -> ExecutionResult:
    try:
        return _response(run, await data)
    except GraphQLError as error:
        return _failed(run, error)


def fragments_of(document: DocumentNode) -> dict[str, FragmentDefinitionNode]:
    """The fragments of a document by name."""
    return {one.name.value: one for one in document.definitions if isinstance(one, FragmentDefinitionNode)}


def compile_operation(
    schema: GraphQLSchema,
    operation: OperationDefinitionNode,
    fragments: Mapping[str, FragmentDefinitionNode],
    executor_class: type[Executor[Any]] = StrawberryGraphQLCoreExecutionContext,
) -> Operation:
    """Compiled, unless graphql-core must execute all of it. Nothing is compiled before `prepare`."""
    directives = directives_of([operation, *fragments.values()])
    has_variables = any(node.variable_definitions for node in fragments.values())
    kind = Operation if has_variables or _are_handed_over(directives) else Compiled
    return kind(schema, operation, fragments, executor_class)


def _are_handed_over(directives: Sequence[DirectiveNode]) -> bool:
    """Incremental delivery, and errors that are not propagated."""
    return any(node.name.value in _HANDED_OVER for node in directives)
