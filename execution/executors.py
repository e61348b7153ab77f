"""The executor of a compiled schema: `strawberry.Schema(..., execution_context_class=CompiledExecutor)`."""

from collections import OrderedDict
from functools import cache
from typing import Any, ClassVar

from graphql import Executor
from graphql.pyutils import is_async_iterable
from graphql.pyutils import is_awaitable as core_is_awaitable
from strawberry.execution import optimized_is_awaitable
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from execution.operations import Compiled, Operation, compile_operation

_PREDICATES = (core_is_awaitable, optimized_is_awaitable)
_LIBRARIES = ("graphql.", "strawberry.", "execution.")
_STEPS = {name for name in vars(Executor) if not name.startswith("__")} - {"build", "execute_operation"}


class _Seen:
    """Holds the operation's node, so that no other one gets its id."""

    __slots__ = ("compiled", "count", "fragments", "operation", "schema")

    def __init__(self, executor: Executor[Any]) -> None:
        self.schema = executor.schema
        self.operation = executor.operation
        self.fragments = executor.fragment_definitions
        self.count = 0
        self.compiled: Operation | None = None

    def is_of(self, executor: Executor[Any]) -> bool:
        """Whether it is the executor's: one node may be of several documents, with other fragments."""
        fragments = executor.fragment_definitions
        are_same = len(fragments) == len(self.fragments) and all(
            fragments.get(name) is node for name, node in self.fragments.items()
        )
        return are_same and self.schema is executor.schema


class Compilations:
    """The operations that executors have seen, the latest `capacity`; compiled when seen for the `sights`th time.

    An operation is known by its node, so keep parsed documents: Strawberry's ParserCache does.
    """

    def __init__(self, capacity: int = 512, sights: int = 2) -> None:
        self._capacity = capacity
        self._sights = sights
        self._seen: OrderedDict[int, _Seen] = OrderedDict()

    def prepared(self, executor: Executor[Any]) -> Compiled | None:
        """None if graphql-core must execute it: seen too seldom, not compiled, or an executor with extras."""
        if not _is_plain(executor):
            return None
        seen = self._see(executor)
        if seen.compiled is None and seen.count >= self._sights:
            fragments = executor.fragment_definitions
            seen.compiled = compile_operation(executor.schema, executor.operation, fragments, type(executor))
        operation = seen.compiled
        is_ready = isinstance(operation, Compiled) and operation.prepare(executor.variable_values)
        return operation if is_ready else None  # type: ignore[return-value]

    def compiled(self) -> list[Compiled]:
        """The compiled operations that are kept."""
        return [seen.compiled for seen in self._seen.values() if isinstance(seen.compiled, Compiled)]

    def _see(self, executor: Executor[Any]) -> _Seen:
        key = id(executor.operation)
        seen = self._seen.get(key)
        if seen is None or not seen.is_of(executor):
            seen = self._seen[key] = _Seen(executor)
        self._seen.move_to_end(key)
        if len(self._seen) > self._capacity:
            self._seen.popitem(last=False)
        seen.count += 1
        return seen


def _is_plain(executor: Executor[Any]) -> bool:
    """No middleware, abort signal, hooks or early execution, and no part of the execution replaced."""
    middlewares = executor.middleware_manager.middlewares if executor.middleware_manager else ()
    extras = middlewares or executor.abort_signal or executor.hooks
    return (
        not (extras or executor.enable_early_execution)
        and executor.is_awaitable in _PREDICATES
        and executor.is_async_iterable is is_async_iterable
        and _executes_as_usual(type(executor))  # type: ignore[arg-type]
    )


@cache
def _executes_as_usual(cls: type[Executor[Any]]) -> bool:
    """Whether no class of a user replaces a step of the execution."""
    own = [base for base in cls.__mro__[:-1] if not base.__module__.startswith(_LIBRARIES)]
    return not any(_STEPS & vars(base).keys() for base in own)


class CompiledExecutor(StrawberryGraphQLCoreExecutionContext):
    """Runs the operations that it sees again as Python functions."""

    compilations: ClassVar[Compilations] = Compilations()

    def execute_operation(self, serially: bool | None = None) -> Any:
        """As graphql-core's executor."""
        operation = None if serially else self.compilations.prepared(self)
        if operation is None:
            return super().execute_operation(serially)
        return operation.run(self.root_value, self.context_value, self.variable_values, self)
