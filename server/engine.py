"""Runs a planned operation; its results become JSON of bounded size."""

from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from dataclasses import dataclass, field
from functools import partial
from inspect import isawaitable
from typing import Any

import orjson
from graphql import ExecutionResult as CoreResult
from graphql import GraphQLError, create_source_event_stream
from strawberry.types.execution import ExecutionResult, PreExecutionError

from models.db.connection import DatabaseBusy
from models.db.lease import LEASE, Lease
from schema.types.context import COMMITS, Commits, Context
from schema.types.errors import ClientError
from schema.types.streams import Event, Position, ResyncRequired
from server.errors import after_commit, coded, internal_error, masked
from server.plans import Call, Plan

MAX_BYTES = 2 * 1024 * 1024


@dataclass
class Result(ExecutionResult):
    """The result of an operation; `event_cursors` are those of the root fields that committed.

    `event_cursor` is that of a stream's item; `written_at`, in seconds of the clock, when its event was written, 0 for
    one that no event made. `body`: its JSON, made once for all streams that share it.
    """

    event_cursors: Mapping[str, str] = field(default_factory=dict)
    event_cursor: str | None = None
    body: bytes | None = None
    written_at: float = 0.0


class AnswerTooLarge(ClientError):
    """Long texts can make the answer of a cheap operation too large."""

    def __init__(self, path: list[str | int] | None = None) -> None:
        message = "The answer would be too large: ask for fewer rows."
        super().__init__("ANSWER_TOO_LARGE", message)
        self.path = path


def json_of(result: ExecutionResult) -> bytes:
    """The JSON of a result, or of the error that it is too large; without data if the operation never ran."""
    if not isinstance(result, Result):
        return _encoded(result)
    if result.body is None:
        result.body = _encoded(result)
    return result.body


def _encoded(result: ExecutionResult) -> bytes:
    shown: dict[str, object] = {} if isinstance(result, PreExecutionError) else {"data": result.data}
    if result.errors:
        shown["errors"] = [error.formatted for error in result.errors]
    if result.extensions:
        shown["extensions"] = result.extensions
    body = orjson.dumps(shown)
    return body if len(body) <= MAX_BYTES else _encoded(_too_large(result))


def _too_large(result: ExecutionResult) -> ExecutionResult:
    """Root fields that committed are reported as done, each by itself."""
    event_cursors = result.event_cursors if isinstance(result, Result) else {}
    if not event_cursors:
        return ExecutionResult(data=None, errors=[AnswerTooLarge()], extensions=result.extensions)
    fields = list(result.data or {})
    errors = [after_commit(AnswerTooLarge([name]), event_cursors) for name in fields]
    return ExecutionResult(data=dict.fromkeys(fields), errors=errors, extensions=result.extensions)


class Watch:
    """Hears what operations took; this one forgets it. Seconds since 1970 are the machine's."""

    def ran(self, plan: Plan, seconds: float) -> None:
        """A query or mutation has its result."""

    def sent(self, written_at: float, opened_at: float) -> None:
        """The item of an event was sent on a stream."""


Results = AsyncGenerator[ExecutionResult, None]
_NONE: Mapping[str, str] = {}


async def answer_mutation(call: Call) -> ExecutionResult:
    """Runs in a task of its own, on one connection, taken before anything is written.

    A send in another's set gives it back, and takes one again for its answer.
    """
    COMMITS.set(commits := Commits())
    async with Lease():
        return result_of(await _executed(call, None), commits.event_cursors)


def begin(field: str) -> None:
    """A mutation's root field begins: commits from now on are its own."""
    if commits := COMMITS.get():
        commits.begun = field
    if lease := LEASE.get():
        lease.go_on()


async def answers(call: Call) -> Results:
    """The results of a subscription; a PreExecutionError ends them. Closing this closes the resolver too.

    DatabaseBusy if an item cannot be read: no part of it is sent, so a resumed stream gets it whole.
    """
    source: Any = create_source_event_stream(
        call.plan.executable.executor(None, call.context, call.variables)
    )
    if isawaitable(source):
        source = await source
    if isinstance(source, CoreResult):
        yield PreExecutionError(data=None, errors=masked(source.errors or [], _NONE))
        return
    try:
        async with aclosing(aiter(source)) as items:
            async for item in items:
                yield await _shared(call, item)
                del item
    except DatabaseBusy:
        raise
    except ClientError as error:
        yield PreExecutionError(data=None, errors=[error])
    except Exception as error:
        yield PreExecutionError(data=None, errors=[internal_error(error)])


def not_coerced(errors: list[GraphQLError]) -> PreExecutionError:
    """The refusal of variables of wrong types."""
    return PreExecutionError(data=None, errors=[coded(error, "BAD_USER_INPUT") for error in errors])


async def _shared(call: Call, item: object) -> ExecutionResult:
    """Streams that show the same of an item in the same turn of the loop share its result and its JSON."""
    context, given = call.context, call.variables.coerced
    if not isinstance(context, Context) or context.viewer_id is None:
        return await _shown_item(call, item)
    shown = repr([(name, given.get(name)) for name in call.plan.shown_by]) if call.plan.shown_by else ""
    asked = id(item), id(call.plan.operation), shown
    hub = context.services.hub
    return await hub.together(context.require_viewer(), asked, partial(_shown_item, call, item))


async def _shown_item(call: Call, item: object) -> ExecutionResult:
    result = await _executed(call, item)
    _require_read(result)
    shown = result_of(result)
    if isinstance(item, Event):
        shown.event_cursor = call.context.services.sealer.seal_event_cursor(item.event_cursor)
        if not isinstance(item, Position | ResyncRequired):
            shown.written_at = item.at.timestamp()
    return shown


async def _executed(call: Call, root_value: object) -> CoreResult:
    result = call.plan.executable.run(root_value, call.context, call.variables)
    return result if isinstance(result, CoreResult) else await result


def _require_read(item: CoreResult) -> None:
    for error in item.errors or ():
        if isinstance(error.original_error, DatabaseBusy):
            raise error.original_error


def result_of(result: CoreResult, event_cursors: Mapping[str, str] = _NONE) -> Result:
    """With the errors that clients may read."""
    errors = masked(result.errors, event_cursors) if result.errors else None
    return Result(data=result.data, errors=errors, event_cursors=event_cursors)
