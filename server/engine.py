"""Runs a planned operation on graphql-core and shows its results as clients may see them."""

from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from inspect import isawaitable
from typing import Any

from graphql import (
    ExecutionResult as CoreResult,
)
from graphql import (
    Executor,
    GraphQLError,
    GraphQLFieldResolver,
    GraphQLResolveInfo,
    create_source_event_stream,
    execute_root_selection_set,
    map_source_to_response_event,
)
from strawberry.types.execution import ExecutionResult, PreExecutionError

from models.db.connection import DatabaseBusy
from models.db.lease import one_connection
from schema.types.errors import COMMITS, ClientError, noting_commits
from server.answers import Result
from server.masking import coded, internal_error, masked

Results = AsyncGenerator[ExecutionResult, None]
_NONE: Mapping[str, str] = {}


async def answer(executor: Executor[Any]) -> ExecutionResult:
    """The one result of a query or mutation."""
    result = execute_root_selection_set(executor)
    return _shown(await result if isawaitable(result) else result)


async def answer_mutation(executor: Executor[Any]) -> ExecutionResult:
    """All of it on one connection, which is there before anything is written: no answer waits for one afterwards."""
    async with one_connection():
        with noting_commits() as commits:
            result = execute_root_selection_set(executor)
            return _shown(await result if isawaitable(result) else result, commits.event_cursors)


def begun(resolve: GraphQLFieldResolver) -> GraphQLFieldResolver:
    """A root field of mutations that says so: what commits from then on is its own."""

    def resolve_and_say(source: Any, info: GraphQLResolveInfo[Any], **arguments: Any) -> Any:
        if commits := COMMITS.get():
            commits.begin(str(info.path.key))
        return resolve(source, info, **arguments)

    return resolve_and_say


async def answers(executor: Executor[Any]) -> Results:
    """The results of a subscription; a PreExecutionError ends them. Closing this closes the resolver too.

    DatabaseBusy where an item cannot be read: nothing of it is shown, so that who resumes gets it whole.
    """
    source = create_source_event_stream(executor)
    if isawaitable(source):
        source = await source
    if isinstance(source, CoreResult):
        yield PreExecutionError(data=None, errors=masked(source.errors or [], _NONE))
        return
    try:
        async with aclosing(map_source_to_response_event(executor, source)) as events:
            async for event in events:
                _require_read(event)
                yield _shown(event)
    except DatabaseBusy:
        raise
    except ClientError as error:
        yield PreExecutionError(data=None, errors=[error])
    except Exception as error:
        yield PreExecutionError(data=None, errors=[internal_error(error)])


def not_coerced(errors: list[GraphQLError]) -> PreExecutionError:
    """The refusal of variables that are not of their types."""
    return PreExecutionError(data=None, errors=[coded(error, "BAD_USER_INPUT") for error in errors])


def _require_read(item: CoreResult) -> None:
    for error in item.errors or ():
        if isinstance(error.original_error, DatabaseBusy):
            raise error.original_error


def _shown(result: CoreResult, event_cursors: Mapping[str, str] = _NONE) -> ExecutionResult:
    errors = masked(result.errors, event_cursors) if result.errors else None
    return Result(data=result.data, errors=errors, event_cursors=event_cursors)
