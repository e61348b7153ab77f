"""The one pipeline of operations for all transports: text -> plan -> result."""

import asyncio
import time
from collections.abc import Coroutine, Iterable, Sequence
from contextlib import aclosing
from functools import partial
from typing import Any, ClassVar, Literal

import strawberry
import structlog
from graphql import ExecutionResult as CoreResult
from graphql import GraphQLError, OperationType, default_field_resolver
from msgspec.structs import replace
from strawberry.types.execution import ExecutionResult, PreExecutionError

import execution
from execution import Announced, compile_operation
from schema.types.errors import ClientError
from server.admission import Ask, Gate
from server.asked import Operation, Planned, Ready
from server.costs import ITEMS, Limits
from server.documents import Documents
from server.engine import Result, Results, Watch, answer_mutation, answers, begin, not_coerced, result_of
from server.errors import RateLimited, count_told, counted
from server.logs import begin_operation
from server.plans import Call, Draft, Executables, Plan, Planner, Refusal
from server.prices import NO_VARIABLES
from server.rates import Pressure
from server.soon import Soon, settled, shielded, then

ALL_KINDS = tuple(OperationType)
STREAMED = "Send subscriptions over a WebSocket, or accept text/event-stream or multipart/mixed;subscriptionSpec=1.0."
NOT_STREAMED = OperationType.QUERY, OperationType.MUTATION
"""Tuples: a set would ask each kind for its hash, by a function of Python's."""

UNKNOWN = Ask(cost=1, rate=1)
"""A hash that is not known here: clients send it for each new document, so it is no refused one."""

SEVERAL = {"code": "OPERATION_RESOLUTION_FAILURE"}
"""A document of several operations is planned when one of them is named."""

log = structlog.get_logger("doorstep.documents")

Execution = Literal["compiled", "core"]
"""Compiled, or by graphql-core alone. The answers are the same."""

_EXECUTABLES: dict[Execution, Executables] = {"compiled": compile_operation, "core": execution.Operation}


class Schema(strawberry.Schema):
    """A schema that runs every operation through plans.

    `introspection` lets errors suggest names too; `shows_cost` adds the cost to each answer.
    A PreExecutionError is a last result: the operation never ran, or its stream broke.
    """

    default_execution: ClassVar[Execution] = "compiled"

    def __init__(
        self,
        *args: Any,
        introspection: bool = False,
        shows_cost: bool = False,
        limits: Limits | None = None,
        execution: Execution | None = None,
        documents: Documents | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._shows_cost = shows_cost
        self._documents = documents or Documents({}, "open")
        executable = _EXECUTABLES[execution or self.default_execution]
        self.watch = Watch()
        self.pressure = Pressure()
        self._planner = Planner(self._schema, limits or Limits(), introspection, executable)
        self._mutations: set[asyncio.Task[ExecutionResult]] = set()
        if self._schema.mutation_type:
            for field in self._schema.mutation_type.fields.values():
                field.resolve = Announced(field.resolve or default_field_resolver, begin)

    def plan_at(
        self, gate: Gate, operation: Operation, kinds: Sequence[OperationType] = ALL_KINDS
    ) -> Planned:
        """As `plan`, for an asker, with the operation's text instead of its hash.

        Refused operations count too, and too costly ones are not validated. One that has a plan is refused for its
        cost when it begins, with its variables.
        """
        planned = self._plan_at(gate, operation, kinds)
        if isinstance(planned, PreExecutionError):
            count_told(planned.errors or ())
        else:
            begin_operation(planned[0].name)
        return planned

    def plan_again(self, gate: Gate, plan: Plan, operation: Operation) -> Planned:
        """As `plan_at`, of an operation whose body is known, with its plan."""
        if limited := gate.refuse_plan(0):
            return PreExecutionError(data=None, errors=counted(limited))
        begin_operation(plan.name)
        return plan, operation

    def over(self, gate: Gate, plan: Plan, operation: Operation) -> RateLimited | None:
        """Whether a stream would be over a rate now, before it begins; whatever else is wrong is told in it."""
        ready = Ready.of(plan, operation, hides=True)
        return gate.over(ready.ask) if isinstance(ready, Ready) else None

    def _plan_at(self, gate: Gate, operation: Operation, kinds: Sequence[OperationType]) -> Planned:
        new = self._documents.new(operation.text)
        if new and (limited := gate.refuse_plan(new)):
            return PreExecutionError(data=None, errors=[limited])
        text = self._documents.text_of(operation.text, operation.hash)
        if isinstance(text, ClientError):
            return PreExecutionError(data=None, errors=[self._refused(gate, operation) or text])
        operation = replace(operation, text=text) if text is not operation.text else operation
        draft = self._planner.kept(text, operation.name)
        if limited := gate.refuse_plan(0 if draft else min(len(text), self._planner.limits.source)):
            return PreExecutionError(data=None, errors=[limited])
        if isinstance(draft, Plan) and draft.kind in kinds:
            return draft, operation
        draft = draft or self._planner.draft(text, operation.name)
        if refused := gate.refuse_cost(_cost(draft, operation)):
            return PreExecutionError(data=None, errors=[refused])
        plan = self.plan(operation, kinds, draft)
        if isinstance(plan, PreExecutionError):
            gate.count_refusal()
            return plan
        return plan, operation

    def _refused(self, gate: Gate, operation: Operation) -> ClientError | None:
        """Counts a document that may not run; the refusal if its asker has sent too many."""
        if not operation.text:
            return gate.refuse(UNKNOWN)
        gate.count_refusal()
        return None

    def plan(
        self,
        operation: Operation,
        kinds: Sequence[OperationType] = ALL_KINDS,
        draft: Draft | Refusal | None = None,
    ) -> Plan | PreExecutionError:
        """Decide whether the operation may run; only `kinds` may. Nothing runs here. `draft`: its own, if known."""
        plan = self._planner.plan(operation.text, operation.name, draft)
        if isinstance(plan, Refusal):
            return PreExecutionError(data=None, errors=plan.errors)
        if plan.kind not in kinds:
            return PreExecutionError(data=None, errors=[ClientError("BAD_REQUEST", STREAMED)])
        return plan

    async def prepare(self, texts: Iterable[str]) -> None:
        """Plan and compile operations that will be asked for, one in a turn of the loop."""
        for text in texts:
            plan = self.plan(Operation(text))
            if isinstance(plan, Plan):
                plan.executable.prepare(NO_VARIABLES)
            elif (error := next(iter(plan.errors or ()), None)) and error.extensions != SEVERAL:
                log.warning("a registered document cannot run", document=text[:80], error=error.message)
            await asyncio.sleep(0)

    async def run(
        self, plan: Plan, operation: Operation, context: object, gate: Gate | None = None
    ) -> ExecutionResult:
        """As `begin`, waited for."""
        return await settled(self.begin(plan, operation, context, gate))

    def begin(
        self, plan: Plan, operation: Operation, context: object, gate: Gate | None = None
    ) -> Soon[ExecutionResult]:
        """The result of a query or mutation. A mutation runs to its end even if the caller is cancelled."""
        began = time.perf_counter()
        call = self._begin(plan, operation, context, gate)
        if isinstance(call, PreExecutionError):
            return self._ran(plan, began, call)
        if plan.kind is OperationType.MUTATION:
            return then(self._mutate(call), partial(self._done, call, began))
        running = plan.executable.run(None, context, call.variables)
        return then(running, partial(self._read, call, began))

    def _read(self, call: Call, began: float, result: CoreResult) -> ExecutionResult:
        return self._done(call, began, result_of(result))

    def _done(self, call: Call, began: float, result: ExecutionResult) -> ExecutionResult:
        return self._ran(call.plan, began, self._told(call, result))

    def _ran(self, plan: Plan, began: float, result: ExecutionResult) -> ExecutionResult:
        self.watch.ran(plan, time.perf_counter() - began)
        if result.errors:
            count_told(result.errors)
        return result

    def _mutate(self, call: Call) -> Coroutine[Any, Any, ExecutionResult]:
        task = asyncio.create_task(answer_mutation(call))
        self.pressure.take(task)
        self._mutations.add(task)
        task.add_done_callback(self._mutations.discard)
        return shielded(task)

    async def results(
        self, plan: Plan, operation: Operation, context: object, gate: Gate | None = None
    ) -> Results:
        """All results in order, any number for a subscription. Closing this closes the resolver too."""
        if plan.kind is not OperationType.SUBSCRIPTION:
            yield await self.run(plan, operation, context, gate)
            return
        call = self._begin(plan, operation, context, gate)
        if isinstance(call, PreExecutionError):
            count_told(call.errors or ())
            yield call
            return
        opened_at = time.time()
        async with aclosing(answers(call)) as results:
            async for result in results:
                if result.errors:
                    count_told(result.errors)
                yield self._told(call, result)
                if isinstance(result, Result) and result.written_at:
                    self.watch.sent(result.written_at, opened_at)
                del result
                if gate:
                    await gate.pace(plan.price.of(call.variables) // ITEMS)

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

    def _begin(
        self, plan: Plan, operation: Operation, context: object, gate: Gate | None
    ) -> Call | PreExecutionError:
        """Admits each operation once its variables are known.

        Operations of the service itself have no gate.
        """
        if plan.kind is OperationType.MUTATION and (overloaded := self.pressure.refuse()):
            return PreExecutionError(data=None, errors=[overloaded])
        ready = operation.ready or Ready.of(plan, operation, not self._planner.introspection)
        if isinstance(ready, list):
            return _refused_variables(plan, operation, gate, ready)
        if gate and (refused := gate.refuse(ready.ask)):
            return PreExecutionError(data=None, errors=[refused])
        return Call(plan, ready.variables, context)

    def _told(self, call: Call, result: ExecutionResult) -> ExecutionResult:
        """Compiles an operation that has run for the second time, once its answer is on the way."""
        if call.plan.executable.wants(call.variables):
            asyncio.get_running_loop().call_soon(call.plan.executable.prepare, call.variables)
        if self._shows_cost:
            result.extensions = {"cost": call.plan.price.of(call.variables)}
        return result


def _refused_variables(
    plan: Plan, operation: Operation, gate: Gate | None, errors: list[GraphQLError]
) -> PreExecutionError:
    """A cost that is too high is told first, as before the operation had a plan."""
    if gate and (refused := gate.refuse_cost(_cost(plan, operation))):
        return PreExecutionError(data=None, errors=[refused])
    if gate:
        gate.count_refusal()
    return not_coerced(errors)


def _cost(draft: Draft | Refusal, operation: Operation) -> int:
    """The cost as it counts once the document is valid and its variables are coerced; 0 if they cannot be."""
    found = draft.draft if isinstance(draft, Refusal) else draft
    return found.price.of_given(operation.variables or {}) if found else 0
