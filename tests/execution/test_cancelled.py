"""A compiled operation that is cancelled, at any moment, leaves what graphql-core leaves."""

import asyncio
import gc
from inspect import isawaitable
from typing import Any

import pytest
from graphql import Executor, execute_root_selection_set
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from execution.runs import finished
from tests.execution.comparisons import AtOnce, Case, settle
from tests.execution.fates import Fates
from tests.execution.test_nasty import CREATURES, S, unawaited

DOCUMENTS = [
    CREATURES,
    "{ a: plainLater { again { number } } level herd { id } }",
    "mutation { a: changeLater { __typename } b: write { __typename } }",
]


async def _executed(executor: Executor[Any]) -> Any:
    result: Any = execute_root_selection_set(executor)
    return await result if isawaitable(result) else result


async def cancelled(case: Case, cls: type[Executor[Any]], ticks: int) -> tuple[str, list[str]]:
    """The end of an operation that is cancelled after so many turns of the loop, and the resolvers that ran."""
    others, fates = asyncio.all_tasks(), Fates(ticks, calm=1)
    executor = case.executor(cls, fates)
    assert isinstance(executor, Executor)
    task = asyncio.ensure_future(_executed(executor))
    for _ in range(ticks):
        await asyncio.sleep(0)
    task.cancel()
    ended = await asyncio.gather(task, return_exceptions=True)
    await settle(others)
    return repr(ended), fates.log


@unawaited
@pytest.mark.parametrize("document", DOCUMENTS)
async def test_a_cancelled_operation_ends_the_same(document: str) -> None:
    case = Case.of(S, document)
    for ticks in range(12):
        expected = await cancelled(case, StrawberryGraphQLCoreExecutionContext, ticks)
        assert await cancelled(case, AtOnce, ticks) == expected


async def _leaf() -> int:
    return 1


@pytest.mark.parametrize("ticks", range(5))
async def test_no_coroutine_is_left_unawaited(ticks: int) -> None:
    """Python warns of one when it collects it, and a warning is an error here."""
    inner = [finished({"a": _leaf(), "b": _leaf()}) for _ in range(2)]
    task = asyncio.ensure_future(finished({"c": inner.pop(), "d": inner.pop()}))
    for _ in range(ticks):
        await asyncio.sleep(0)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    del task
    gc.collect()
