"""Runs a planned operation on graphql-core; its results become JSON of bounded size."""

from collections.abc import AsyncGenerator, Collection, Mapping
from contextlib import aclosing
from dataclasses import dataclass, field
from functools import partial
from inspect import isawaitable
from typing import Any

import orjson
from graphql import ExecutionResult as CoreResult
from graphql import (
    Executor,
    GraphQLError,
    GraphQLFieldResolver,
    GraphQLResolveInfo,
    create_source_event_stream,
    execute_root_selection_set,
    execute_subscription_event,
    map_source_to_response_event,
)
from graphql.pyutils import AwaitableOrValue
from strawberry.types.execution import ExecutionResult, PreExecutionError

from models.db.connection import DatabaseBusy
from models.db.lease import one_connection
from schema.types.context import Context
from schema.types.errors import COMMITS, ClientError, noting_commits
from server.errors import after_commit, coded, internal_error, masked

MAX_BYTES = 2 * 1024 * 1024


@dataclass
class Result(ExecutionResult):
    """The result of an operation; `event_cursors` are those of the root fields that committed."""

    event_cursors: Mapping[str, str] = field(default_factory=dict)


class AnswerTooLarge(ClientError):
    """Long texts can make the answer of a cheap operation too large."""

    def __init__(self, path: list[str | int] | None = None) -> None:
        message = "The answer would be too large: ask for fewer rows."
        super().__init__("ANSWER_TOO_LARGE", message)
        self.path = path


def json_of(result: ExecutionResult) -> bytes:
    """The JSON of a result, or of the error that it is too large; without data if the operation never ran."""
    body = orjson.dumps(_payload(result))
    return body if len(body) <= MAX_BYTES else orjson.dumps(_payload(_too_large(result)))


def _payload(result: ExecutionResult) -> dict[str, object]:
    shown: dict[str, object] = {} if isinstance(result, PreExecutionError) else {"data": result.data}
    if result.errors:
        shown["errors"] = [error.formatted for error in result.errors]
    if result.extensions:
        shown["extensions"] = result.extensions
    return shown


def _too_large(result: ExecutionResult) -> ExecutionResult:
    """Root fields that committed are reported as done, each by itself."""
    event_cursors = result.event_cursors if isinstance(result, Result) else {}
    if not event_cursors:
        return ExecutionResult(data=None, errors=[AnswerTooLarge()], extensions=result.extensions)
    fields = list(result.data or {})
    errors = [after_commit(AnswerTooLarge([name]), event_cursors) for name in fields]
    return ExecutionResult(data=dict.fromkeys(fields), errors=errors, extensions=result.extensions)


Results = AsyncGenerator[ExecutionResult, None]
_NONE: Mapping[str, str] = {}


async def answer(executor: Executor[Any]) -> ExecutionResult:
    """The one result of a query or mutation."""
    result = execute_root_selection_set(executor)
    return _shown(await result if isawaitable(result) else result)


async def answer_mutation(executor: Executor[Any]) -> ExecutionResult:
    """Runs on one connection, taken before anything is written, so that no answer waits for one afterwards."""
    async with one_connection():
        with noting_commits() as commits:
            result = execute_root_selection_set(executor)
            return _shown(await result if isawaitable(result) else result, commits.event_cursors)


def begun(resolve: GraphQLFieldResolver) -> GraphQLFieldResolver:
    """Marks a mutation's root field as begun: commits from then on are its own."""

    def resolve_and_say(source: Any, info: GraphQLResolveInfo[Any], **arguments: Any) -> Any:
        if commits := COMMITS.get():
            commits.begin(str(info.path.key))
        return resolve(source, info, **arguments)

    return resolve_and_say


async def answers(executor: Executor[Any], shown_by: Collection[str] = ()) -> Results:
    """The results of a subscription; a PreExecutionError ends them. Closing this closes the resolver too.

    `shown_by`: the variables that decide what an item shows.

    DatabaseBusy if an item cannot be read: no part of it is sent, so a resumed stream gets it whole.
    """
    source = create_source_event_stream(executor)
    if isawaitable(source):
        source = await source
    if isinstance(source, CoreResult):
        yield PreExecutionError(data=None, errors=masked(source.errors or [], _NONE))
        return
    try:
        execute = partial(_executed, shown_by)
        async with aclosing(map_source_to_response_event(executor, source, execute)) as events:
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
    """The refusal of variables of wrong types."""
    return PreExecutionError(data=None, errors=[coded(error, "BAD_USER_INPUT") for error in errors])


def _executed(shown_by: Collection[str], executor: Executor[Any]) -> AwaitableOrValue[CoreResult]:
    """Streams that show the same of an item in the same turn of the loop share its execution."""
    context = executor.context_value
    if not isinstance(context, Context):
        return execute_subscription_event(executor)
    given = executor.variable_values.coerced
    shown = repr([(name, given.get(name)) for name in shown_by])
    asked = id(executor.root_value), id(executor.operation), shown
    return context.services.hub.together(asked, partial(_execute, executor))


async def _execute(executor: Executor[Any]) -> CoreResult:
    result = execute_subscription_event(executor)
    return await result if isawaitable(result) else result


def _require_read(item: CoreResult) -> None:
    for error in item.errors or ():
        if isinstance(error.original_error, DatabaseBusy):
            raise error.original_error


def _shown(result: CoreResult, event_cursors: Mapping[str, str] = _NONE) -> ExecutionResult:
    errors = masked(result.errors, event_cursors) if result.errors else None
    return Result(data=result.data, errors=errors, event_cursors=event_cursors)
