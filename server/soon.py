"""Values that are there at once if nothing has to be waited for; else coroutines of them.

A request that never waits needs no task: a coroutine and its task take several microseconds.
"""

from asyncio import Task, shield
from collections.abc import Callable, Coroutine
from types import CoroutineType
from typing import Any, TypeAlias, TypeVar

T = TypeVar("T")
U = TypeVar("U")

Soon: TypeAlias = T | Coroutine[Any, Any, T]


def then(value: Soon[T], work: Callable[[T], Soon[U]]) -> Soon[U]:
    """The work's result for the value, at once if the value is there; else the work is done when it comes."""
    return _later(value, work) if isinstance(value, CoroutineType) else work(value)  # type: ignore[arg-type]


async def settled(value: Soon[T]) -> T:
    """The value, waited for if it has to be."""
    return await value if isinstance(value, CoroutineType) else value  # type: ignore[return-value]


async def shielded(task: "Task[T]") -> T:
    """Its result; the task goes on where the caller is cancelled."""
    return await shield(task)


async def _later(value: Coroutine[Any, Any, T], work: Callable[[T], Soon[U]]) -> U:
    made = work(await value)
    return await made if isinstance(made, CoroutineType) else made  # type: ignore[return-value]
