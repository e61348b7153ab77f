"""A variant: the functions of an operation for one choice that `@skip` and `@include` make."""

from collections.abc import Awaitable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import strawberry
from graphql import (
    DirectiveNode,
    ExecutableDefinitionNode,
    GraphQLError,
    GraphQLSchema,
    OperationDefinitionNode,
    OperationType,
    SelectionNode,
    VariableNode,
)
from graphql.execution.collect_fields import FragmentDetails
from graphql.execution.values import VariableValues

from execution.functions import Writer, name_of
from execution.parameters import info_maker
from execution.positions import Completion
from execution.runs import Run
from execution.selections import Selections, TooLarge

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
    """None if graphql-core must execute it: it is too large, or its directives cannot be read."""
    kind = operation.operation
    root = schema.get_root_type(kind)
    if root is None:
        return None
    selections = Selections(schema, dict(fragments), operation, variables)
    try:
        roots = selections.roots(root, kind is OperationType.MUTATION)
    except (TooLarge, GraphQLError, RecursionError):
        return None
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
