"""Runs a planned operation on graphql-core and shows its results as clients may see them."""

from collections.abc import AsyncGenerator
from contextlib import aclosing
from inspect import isawaitable
from typing import Any

from graphql import (
    ExecutionResult as CoreResult,
)
from graphql import (
    Executor,
    GraphQLError,
    create_source_event_stream,
    execute_root_selection_set,
    map_source_to_response_event,
)
from strawberry.types.execution import ExecutionResult, PreExecutionError

from schema.types.errors import ClientError
from server.masking import coded, internal_error, masked

Results = AsyncGenerator[ExecutionResult, None]


async def answer(executor: Executor[Any]) -> ExecutionResult:
    """The one result of a query or mutation."""
    result = execute_root_selection_set(executor)
    return _shown(await result if isawaitable(result) else result)


async def answers(executor: Executor[Any]) -> Results:
    """The results of a subscription; a PreExecutionError ends them. Closing this closes the resolver too."""
    source = create_source_event_stream(executor)
    if isawaitable(source):
        source = await source
    if isinstance(source, CoreResult):
        yield PreExecutionError(data=None, errors=masked(source.errors or []))
        return
    try:
        async with aclosing(map_source_to_response_event(executor, source)) as events:
            async for event in events:
                yield _shown(event)
    except ClientError as error:
        yield PreExecutionError(data=None, errors=[error])
    except Exception as error:
        yield PreExecutionError(data=None, errors=[internal_error(error)])


def not_coerced(errors: list[GraphQLError]) -> PreExecutionError:
    """The refusal of variables that are not of their types."""
    return PreExecutionError(data=None, errors=[coded(error, "BAD_USER_INPUT") for error in errors])


def _shown(result: CoreResult) -> ExecutionResult:
    return ExecutionResult(data=result.data, errors=masked(result.errors) if result.errors else None)
