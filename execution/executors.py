"""The executor of a compiled schema: `strawberry.Schema(..., execution_context_class=CompiledExecutor)`."""

from collections import OrderedDict
from typing import Any, ClassVar

from graphql import OperationDefinitionNode
from graphql.pyutils import is_awaitable as core_is_awaitable
from strawberry.execution import optimized_is_awaitable
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from execution.operations import Compiled, Operation, compile_operation

_PREDICATES = (core_is_awaitable, optimized_is_awaitable)


class CompiledExecutor(StrawberryGraphQLCoreExecutionContext):
    """Compiles an operation when its node is executed for the second time, so keep parsed documents.

    The latest `capacity` operations are kept. What asks for middleware, abort signals, hooks or early
    execution is handed over to graphql-core.
    """

    capacity: ClassVar[int] = 512
    sights: ClassVar[int] = 2
    """How often an operation is seen before it is compiled."""

    _seen: ClassVar["OrderedDict[int, _Seen]"] = OrderedDict()

    def execute_operation(self, serially: bool | None = None) -> Any:
        """Execute the compiled operation, if it is one."""
        operation = None if serially else self._seen_before()
        if not isinstance(operation, Compiled) or not self._is_plain():
            return super().execute_operation(serially)
        if operation.prepare(self.variable_values) is None:
            return super().execute_operation(serially)
        return operation.run(self.root_value, self.context_value, self.variable_values, lambda *_: self)

    def _is_plain(self) -> bool:
        return (
            self.is_awaitable in _PREDICATES
            and not (self.middleware_manager or self.abort_signal or self.hooks)
            and not self.enable_early_execution
        )

    def _seen_before(self) -> Operation | None:
        seen = self._seen.get(id(self.operation))
        if seen is None or seen.schema is not self.schema:
            seen = self._seen[id(self.operation)] = _Seen(self.schema, self.operation)
            if len(self._seen) > self.capacity:
                self._seen.popitem(last=False)
        seen.count += 1
        if seen.count == self.sights:
            fragments = self.fragment_definitions
            seen.compiled = compile_operation(self.schema, self.operation, fragments, type(self))
        return seen.compiled


class _Seen:
    """Holds the operation's node, so that no other one gets its id."""

    __slots__ = ("compiled", "count", "operation", "schema")

    def __init__(self, schema: Any, operation: OperationDefinitionNode) -> None:
        self.schema = schema
        self.operation = operation
        self.count = 0
        self.compiled: Operation | None = None
