"""Compiled operations: one set of functions for each choice that `@skip` and `@include` can make."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
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
    VariableNode,
    Visitor,
    default_field_resolver,
    default_type_resolver,
    visit,
)
from graphql.execution.collect_fields import FragmentDetails
from graphql.execution.values import VariableValues
from strawberry.execution import optimized_is_awaitable
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from execution.functions import Writer, name_of
from execution.infos import info_maker
from execution.positions import Completion
from execution.runs import Run
from execution.selections import Selections, TooLarge
from execution.variables import Variables

MAX_VARIANTS = 16
_CHOOSING = ("skip", "include")
_HANDED_OVER = ("defer", "stream", "experimental_disableErrorPropagation")

Data = dict[str, Any]
MakeExecutor = Callable[[Run], Executor[Any]]


@dataclass(frozen=True, slots=True)
class Variant:
    """The functions of an operation's root: one, or one for each field that is executed after another."""

    roots: tuple[Completion, ...]
    source: str

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


class Compiled:
    """An operation of a validated document, to be run any number of times.

    A variant is compiled when it first runs, unless `prepare` did it before. At most MAX_VARIANTS are
    kept; the others, and what cannot be compiled, go to graphql-core.
    """

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
        self.variables = Variables(schema, operation.variable_definitions or ())
        self._executor_class = executor_class
        self._details = {name: FragmentDetails(node) for name, node in fragments.items()}
        self._chosen_by = _choosing_variables([operation, *fragments.values()])
        self._variants: dict[tuple[Any, ...], Variant | None] = {}

    def is_prepared(self, variables: VariableValues) -> bool:
        """Whether a run with these variables compiles nothing."""
        return self._choice(variables) in self._variants or len(self._variants) >= MAX_VARIANTS

    def prepare(self, variables: VariableValues) -> Variant | None:
        """The variant of these variables; None if it is handed over."""
        choice = self._choice(variables)
        if choice not in self._variants:
            if len(self._variants) >= MAX_VARIANTS:
                return None
            self._variants[choice] = self._compile(choice, variables)
        return self._variants[choice]

    def run(
        self,
        root_value: Any,
        context: Any,
        variables: VariableValues,
        make_executor: MakeExecutor | None = None,
    ) -> ExecutionResult | Awaitable[ExecutionResult]:
        """The answer, or a coroutine of it, as `execute` of graphql-core gives it.

        `make_executor` gives the executor of what is handed over; it must be of this operation and these values.
        """
        run = Run(root_value, context, variables, make_executor or self._executor)
        variant = self.prepare(variables)
        if variant is None:
            return run.executor.execute_operation()  # type: ignore[return-value]
        try:
            data = variant.execute(run)
        except GraphQLError as error:
            return _failed(run, error)
        return _response(run, data) if type(data) is dict else _respond(run, data)  # type: ignore[arg-type]

    def _choice(self, variables: VariableValues) -> tuple[Any, ...]:
        given = variables.coerced
        return tuple([given.get(name) for name in self._chosen_by])

    def _compile(self, choice: tuple[Any, ...], variables: VariableValues) -> Variant | None:
        kind = self.operation.operation
        root = self.schema.get_root_type(kind)
        if root is None or not all(type(value) is bool for value in choice):
            return None
        selections = Selections(self.schema, self._details, self.operation, variables)
        try:
            roots = selections.roots(root, kind is OperationType.MUTATION)
        except (TooLarge, GraphQLError, RecursionError):
            return None
        return self._written(selections, [name_of(one) for one in roots])

    def _written(self, selections: Selections, roots: list[str]) -> Variant:
        strawberry_schema = getattr(self.schema, "_strawberry_schema", None)
        info_class = strawberry_schema.config.info_class if strawberry_schema else strawberry.Info
        writer = Writer(strawberry_schema, info_maker(info_class))
        for selection in selections.found.values():
            writer.write_selection(selection)
        writer.code.run(self.operation.name.value if self.operation.name else "anonymous")
        writer.finish()
        functions = writer.code.namespace
        return Variant(tuple(functions[name] for name in roots), writer.code.source)

    def _executor(self, run: Run) -> Executor[Any]:
        return self._executor_class(
            self.schema,
            self.fragments,
            self._details,
            run.root_value,
            run.context,
            self.operation,
            run.variables,
            default_field_resolver,
            default_type_resolver,
            default_field_resolver,
            is_awaitable=optimized_is_awaitable,  # type: ignore[arg-type]
        )


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


class _Directives(Visitor):
    def __init__(self) -> None:
        super().__init__()
        self.nodes: list[DirectiveNode] = []

    def enter_directive(self, node: DirectiveNode, *_: object) -> None:
        self.nodes.append(node)


def _directives(nodes: Sequence[ExecutableDefinitionNode]) -> list[DirectiveNode]:
    visitor = _Directives()
    for node in nodes:
        visit(node, visitor)
    return visitor.nodes


def _choosing_variables(nodes: Sequence[ExecutableDefinitionNode]) -> tuple[str, ...]:
    """The variables by which fields are left out."""
    names = {
        argument.value.name.value
        for node in _directives(nodes)
        for argument in node.arguments or ()
        if node.name.value in _CHOOSING and isinstance(argument.value, VariableNode)
    }
    return tuple(sorted(names))


def compile_operation(
    schema: GraphQLSchema,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    executor_class: type[Executor[Any]] = StrawberryGraphQLCoreExecutionContext,
) -> Compiled | None:
    """None for an operation of which graphql-core must execute all: incremental delivery, fragments with variables,

    no error propagation. The document must be valid. Nothing is compiled before `run` or `prepare`.
    """
    fragments = {
        node.name.value: node for node in document.definitions if isinstance(node, FragmentDefinitionNode)
    }
    return compiled(schema, operation, fragments, executor_class)


def compiled(
    schema: GraphQLSchema,
    operation: OperationDefinitionNode,
    fragments: Mapping[str, FragmentDefinitionNode],
    executor_class: type[Executor[Any]],
) -> Compiled | None:
    """As `compile_operation`, from the parts of its document."""
    nodes = [operation, *fragments.values()]
    if any(node.name.value in _HANDED_OVER for node in _directives(nodes)):
        return None
    if any(node.variable_definitions for node in fragments.values()):
        return None
    return Compiled(schema, operation, fragments, executor_class)
