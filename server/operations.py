"""The one pipeline of operations: text -> plan -> result, whichever transport asks."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any, TypeGuard, cast

import strawberry
from graphql import Executor, GraphQLError, OperationType, default_field_resolver
from strawberry.execution import optimized_is_awaitable
from strawberry.types.execution import ExecutionResult, PreExecutionError

from schema.types.errors import ClientError
from server.engine import Results, answer, answer_mutation, answers, begun, not_coerced
from server.limits import Limits
from server.plans import Plan, Planner, Refusal

ALL_KINDS = frozenset(OperationType)
NOT_STREAMED = ALL_KINDS - {OperationType.SUBSCRIPTION}
MAX_COERCION_ERRORS = 5


@dataclass(frozen=True, slots=True)
class Operation:
    """What a client asks to run, already of the right JSON types."""

    text: str
    name: str | None = None
    variables: dict[str, Any] | None = None


class Schema(strawberry.Schema):
    """A schema that runs every operation through plans; `introspection` also has errors suggest names.

    A PreExecutionError is a last result: the operation never ran, or its stream broke.
    """

    def __init__(
        self, *args: Any, introspection: bool = False, limits: Limits | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._planner = Planner(self._schema, limits or Limits(), introspection)
        self._mutations: set[asyncio.Task[ExecutionResult]] = set()
        if self._schema.mutation_type:
            for field in self._schema.mutation_type.fields.values():
                field.resolve = begun(field.resolve or default_field_resolver)

    def plan(
        self, operation: Operation, kinds: frozenset[OperationType] = ALL_KINDS
    ) -> Plan | PreExecutionError:
        """Decide whether the operation may run; only `kinds` may. Nothing runs here."""
        plan = self._planner.plan(operation.text, operation.name)
        if isinstance(plan, Refusal):
            return PreExecutionError(data=None, errors=plan.errors)
        if plan.kind not in kinds:
            refusal = ClientError("BAD_REQUEST", f"A {plan.kind.value} cannot be sent this way.")
            return PreExecutionError(data=None, errors=[refusal])
        return plan

    async def run(self, plan: Plan, operation: Operation, context: object) -> ExecutionResult:
        """The result of a query or mutation. A mutation runs to its end even if the caller is cancelled."""
        executor = self._executor(plan, operation, context)
        if not isinstance(executor, Executor):
            return not_coerced(executor)
        if plan.kind is not OperationType.MUTATION:
            return await answer(executor)
        task = asyncio.create_task(answer_mutation(executor))
        self._mutations.add(task)
        task.add_done_callback(self._mutations.discard)
        return await asyncio.shield(task)

    async def results(self, plan: Plan, operation: Operation, context: object) -> Results:
        """All results in order, any number for a subscription. Closing this closes the resolver too."""
        if plan.kind is not OperationType.SUBSCRIPTION:
            yield await self.run(plan, operation, context)
            return
        executor = self._executor(plan, operation, context)
        if not isinstance(executor, Executor):
            yield not_coerced(executor)
            return
        async with aclosing(answers(executor)) as results:
            async for result in results:
                yield result

    async def settle(self) -> None:
        """Wait until no mutation is under way."""
        while self._mutations:
            await asyncio.wait(self._mutations)

    async def execute(  # type: ignore[override]
        self,
        query: str | None,
        variable_values: dict[str, Any] | None = None,
        context_value: object = None,
        root_value: object = None,
        operation_name: str | None = None,
        **_: object,
    ) -> ExecutionResult:
        """Run a query or mutation from its text."""
        operation = Operation(query or "", operation_name, variable_values)
        plan = self.plan(operation, NOT_STREAMED)
        return plan if isinstance(plan, PreExecutionError) else await self.run(plan, operation, context_value)

    async def stream(  # type: ignore[override]
        self,
        query: str | None,
        variable_values: dict[str, Any] | None = None,
        context_value: object = None,
        root_value: object = None,
        operation_name: str | None = None,
        **_: object,
    ) -> Results:
        """Run any operation from its text, as `results` does."""
        operation = Operation(query or "", operation_name, variable_values)
        plan = self.plan(operation)
        return (
            _only(plan)
            if isinstance(plan, PreExecutionError)
            else self.results(plan, operation, context_value)
        )

    def _executor(
        self, plan: Plan, operation: Operation, context: object
    ) -> Executor[Any] | list[GraphQLError]:
        return self.execution_context_class.build(
            self._schema,
            plan.document,
            context_value=context,
            raw_variable_values=operation.variables,
            operation_name=operation.name,
            max_coercion_errors=MAX_COERCION_ERRORS,
            is_awaitable=cast("Callable[[Any], TypeGuard[Awaitable[Any]]]", optimized_is_awaitable),
            hide_suggestions=not self._planner.introspection,
        )


async def _only(result: ExecutionResult) -> Results:
    yield result
