"""One run of a compiled operation: its values, its errors, and the ways in which its coroutines are awaited."""

from asyncio import Future, gather, get_running_loop, iscoroutine
from collections.abc import Awaitable, Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from inspect import CORO_CREATED, getcoroutinestate
from types import CoroutineType
from typing import Any, TypeAlias

from graphql import Executor, FragmentDefinitionNode, GraphQLSchema, OperationDefinitionNode
from graphql.execution.executor import CollectedErrors
from graphql.execution.values import VariableValues
from graphql.pyutils import Path, gather_with_cancel
from msgspec import Struct, field
from strawberry.execution import optimized_is_awaitable as is_awaitable

Place: TypeAlias = tuple[Any, str | int, str | None] | None
"""A place in the answer, as graphql-core's Path, but a plain tuple: it is made for each object of each answer."""


@dataclass(frozen=True, slots=True)
class Origin:
    """The part that all runs of an operation share.

    `makes_usual_infos`: an info made without an executor is the one that the executor would make.
    """

    schema: GraphQLSchema
    operation: OperationDefinitionNode
    fragments: dict[str, FragmentDefinitionNode]
    make_executor: Callable[[Any, Any, VariableValues], Executor[Any]]
    makes_usual_infos: bool


class Run(Struct, eq=False):
    """The state that the functions of a compiled operation share while one answer is made."""

    origin: Origin
    root_value: Any
    context: Any
    variables: VariableValues
    errors: CollectedErrors = field(default_factory=CollectedErrors)
    kept: dict[object, dict[str, Any]] = {}
    _executor: Executor[Any] | None = None

    @property
    def executor(self) -> Executor[Any]:
        """graphql-core's executor of this run, made when it is given something to do."""
        if self._executor is None:
            self.adopt(self.origin.make_executor(self.root_value, self.context, self.variables))
        return self._executor  # type: ignore[return-value]

    def adopt(self, executor: Executor[Any]) -> None:
        """Use this executor, which shares the errors from now on."""
        executor.collected_errors = self.errors
        self._executor = executor

    @property
    def makes_infos(self) -> bool:
        """Whether infos need no executor."""
        return self._executor is None and self.origin.makes_usual_infos


def path_of(place: Place) -> Path | None:
    """The place as graphql-core knows it."""
    if place is None:
        return None
    above, key, typename = place
    return Path(path_of(above), key, typename)


def finished(results: Any) -> Any:
    """The dict or list, or a coroutine of it if some of its values are coroutines."""
    items = results.items() if type(results) is dict else enumerate(results)
    pending = _Pending((key, value) for key, value in items if type(value) is CoroutineType)
    return _settled(results, pending) if pending else results


class _Pending(dict[Any, "CoroutineType[Any, Any, Any]"]):
    """Coroutines that are awaited in one step, or closed if the run is cancelled before that.

    Python would say of each that it was never awaited: a coroutine that is cancelled before its first step has no
    chance to close those that were given to it.
    """

    def __del__(self) -> None:
        for coroutine in self.values():
            if getcoroutinestate(coroutine) == CORO_CREATED:
                coroutine.close()


async def _settled(results: Any, pending: _Pending) -> Any:
    """Pending values are awaited side by side; the first error cancels the others."""
    if len(pending) == 1:
        for key, coroutine in pending.items():
            results[key] = await coroutine
    else:
        for key, value in zip(pending, await gather_with_cancel(*pending.values()), strict=True):
            results[key] = value
    pending.clear()
    return results


_BACKGROUND: set[Future[Any]] = set()


def settle_in_background(awaitables: list[Awaitable[Any]]) -> None:
    """Let awaitables that no one awaits any more run to their end: their errors are seen, and nothing stays open."""
    try:
        get_running_loop()
    except RuntimeError:
        for awaitable in awaitables:
            if iscoroutine(awaitable):
                awaitable.close()
        return
    future = gather(*awaitables, return_exceptions=True)
    _BACKGROUND.add(future)
    future.add_done_callback(_BACKGROUND.discard)


def abandon(items: Iterator[Any], results: list[Any]) -> None:
    """An object or list fails: its coroutines, and awaitables among a list's other items, are settled unseen."""
    awaitables: list[Awaitable[Any]] = [value for value in results if type(value) is CoroutineType]
    with suppress(Exception):
        awaitables.extend(item for item in items if is_awaitable(item))
    if awaitables:
        settle_in_background(awaitables)
