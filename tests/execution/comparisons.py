"""One operation on graphql-core and compiled, in worlds of the same seed."""

import asyncio
from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass
from inspect import isawaitable
from typing import Any

from graphql import (
    DocumentNode,
    ExecutionResult,
    Executor,
    GraphQLError,
    GraphQLSchema,
    OperationDefinitionNode,
    OperationType,
    create_source_event_stream,
    execute_root_selection_set,
    execute_subscription_event,
    map_source_to_response_event,
    parse,
    validate,
)
from strawberry.execution import optimized_is_awaitable
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from execution import Compilations, CompiledExecutor, compile_operation, fragments_of

Run = Callable[[Executor[Any]], Any]


class AtOnce(CompiledExecutor):
    """Compiles what it sees for the first time."""

    compilations = Compilations(sights=1)


@dataclass(frozen=True)
class Outcome:
    """All that must be equal; data as text, since the order of keys and the classes of numbers count."""

    results: list[tuple[str, list[Any]]]
    log: list[str]


def shown(result: ExecutionResult) -> tuple[str, list[Any]]:
    errors = [
        (one.formatted, repr(one.original_error), type(one.original_error), one.nodes)
        for one in result.errors or ()
    ]
    return repr(result.data), errors


@dataclass(frozen=True)
class Case:
    schema: GraphQLSchema
    document: DocumentNode
    operation: OperationDefinitionNode
    variables: Mapping[str, Any]

    @classmethod
    def of(cls, schema: GraphQLSchema, text: str, variables: Mapping[str, Any] = {}) -> "Case":
        document = parse(text)
        assert not validate(schema, document), validate(schema, document)
        operation = next(one for one in document.definitions if isinstance(one, OperationDefinitionNode))
        return cls(schema, document, operation, variables)

    def executor(self, cls: type[Executor[Any]], context: Any) -> Executor[Any] | list[GraphQLError]:
        return cls.build(
            self.schema,
            self.document,
            context_value=context,
            raw_variable_values=dict(self.variables),
            is_awaitable=optimized_is_awaitable,  # type: ignore[arg-type]
        )

    async def core(self, context: Any) -> Outcome:
        return await self._outcome(StrawberryGraphQLCoreExecutionContext, context)

    async def compiled(self, context: Any) -> Outcome:
        return await self._outcome(AtOnce, context)

    async def _outcome(self, cls: type[Executor[Any]], context: Any) -> Outcome:
        executor = self.executor(cls, context)
        if isinstance(executor, list):
            return Outcome([("", [error.formatted for error in executor])], [])
        results = [shown(result) for result in await self._results(executor)]
        await asyncio.sleep(0)
        return Outcome(results, getattr(context, "log", []))

    async def _results(self, executor: Executor[Any]) -> list[ExecutionResult]:
        if self.operation.operation is not OperationType.SUBSCRIPTION:
            result: Any = execute_root_selection_set(executor)
            return [await result if isawaitable(result) else result]
        source: Any = create_source_event_stream(executor)
        source = await source if isawaitable(source) else source
        if isinstance(source, ExecutionResult):
            return [source]
        events = map_source_to_response_event(executor, source, execute_subscription_event)
        try:
            return [event async for event in events]
        except Exception as error:
            return [ExecutionResult(None, [GraphQLError(repr(error))])]


async def compare(case: Case, make_context: Callable[[], Any]) -> Outcome:
    """The one outcome. Background tasks end first, so that one run does not disturb the next."""
    others = asyncio.all_tasks()
    expected = await case.core(make_context())
    await settle(others)
    found = await case.compiled(make_context())
    await settle(others)
    assert found.results == expected.results
    assert found.log == expected.log
    return found


async def settle(others: Set[asyncio.Task[Any]]) -> None:
    """Until all but the others have ended; those that another test left never do."""
    while own := asyncio.all_tasks() - others:
        await asyncio.wait(own)


def is_compiled(case: Case) -> bool:
    """Whether the operation is compiled, and not left to graphql-core as a whole."""
    operation = compile_operation(case.schema, case.operation, fragments_of(case.document))
    values = operation.coerce(case.variables)
    return not isinstance(values, list) and operation.prepare(values) is not None
