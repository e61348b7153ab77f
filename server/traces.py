"""OpenTelemetry traces: a span an operation, a span a statement; names alone, never a variable, a value or a text."""

import asyncio
import os
import re
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, aclosing, contextmanager, nullcontext
from functools import cache
from itertools import chain
from threading import Thread
from typing import Any

from aiohttp import web
from graphql import OperationType
from opentelemetry import trace
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.trace import Span, SpanKind, StatusCode, Tracer
from strawberry.types.execution import ExecutionResult

from models.db.connection import Around
from models.db.database import Database
from models.db.statements import Select, SelectOfRows, Write
from server.engine import Results
from server.logs import MAX_LOGGED_NAME
from server.operations import Schema
from server.plans import Plan
from server.soon import settled

SECONDS = 3.0
"""The time that the last spans of a process have to leave."""

_TABLE = re.compile(r'\b(?:FROM|INTO|UPDATE)\s+"?(\w+)', re.IGNORECASE)


def make_provider() -> TracerProvider:
    """Sends spans where the standard OTEL_ variables say. ValueError if one is refused."""
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter

    named = {} if os.environ.get("OTEL_SERVICE_NAME") else {"service.name": "doorstep"}
    provider = TracerProvider(resource=Resource.create(named), shutdown_on_exit=False)
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    return provider


def add_traces(app: web.Application, schema: Schema, database: Database) -> None:
    """For as long as the application runs."""
    provider = make_provider()
    trace_all(schema, database, provider.get_tracer("doorstep"))

    async def end(_: web.Application) -> None:
        await asyncio.to_thread(provider.force_flush, round(SECONDS * 1000))
        # The rest is given up: a receiver that is away must not hold the process.
        Thread(target=provider.shutdown, daemon=True).start()

    app.on_cleanup.append(end)


def trace_all(schema: Schema, database: Database, tracer: Tracer) -> None:
    """From now on. A process that never calls it is no slower."""
    database.run_in(statement_spans(tracer, database.dialect))
    begin_untraced, results_untraced = schema.begin, schema.results

    async def begin(plan: Plan, *rest: Any) -> ExecutionResult:
        with _operation_span(tracer, plan) as span:
            result = await settled(begin_untraced(plan, *rest))
            _tell_errors(span, result)
            return result

    async def results(plan: Plan, *rest: Any) -> Results:
        """The span of a stream ends with its first item: the stream may go on for days."""
        results = results_untraced(plan, *rest)
        async with aclosing(results):
            if plan.kind is OperationType.SUBSCRIPTION:
                with _operation_span(tracer, plan) as span:
                    first = await anext(results, None)
                    if first is None:
                        return
                    _tell_errors(span, first)
                yield first
                del first
            async for result in results:
                yield result
                del result

    schema.begin, schema.results = begin, results  # type: ignore[method-assign,assignment]


def _operation_span(tracer: Tracer, plan: Plan) -> AbstractContextManager[Span]:
    kind, name = plan.kind.value, (plan.name or "anonymous")[:MAX_LOGGED_NAME]
    attributes = {"graphql.operation.type": kind, "graphql.operation.name": name}
    return _spanned(tracer, f"{kind} {name}", SpanKind.SERVER, attributes)


def statement_spans(tracer: Tracer, dialect: str) -> Around:
    """A span for each statement that an operation waits for; statements of background tasks have none."""

    def around(sql: str) -> AbstractContextManager[object]:
        if not trace.get_current_span().is_recording():
            return nullcontext()
        name = statement_name(sql)
        attributes = {"db.system.name": dialect, "db.query.summary": name}
        return _spanned(tracer, name, SpanKind.CLIENT, attributes)

    return around


@contextmanager
def _spanned(tracer: Tracer, name: str, kind: SpanKind, attributes: dict[str, str]) -> Iterator[Span]:
    """The message of an exception may quote a value, so a span has its class alone."""
    with tracer.start_as_current_span(
        name, kind=kind, attributes=attributes, record_exception=False, set_status_on_exception=False
    ) as span:
        try:
            yield span
        except BaseException as error:
            span.set_status(StatusCode.ERROR)
            span.set_attribute("error.type", type(error).__name__)
            raise


def _tell_errors(span: Span, result: ExecutionResult) -> None:
    if not result.errors:
        return
    codes = {str((error.extensions or {}).get("code", "NONE")) for error in result.errors}
    span.set_status(StatusCode.ERROR)
    span.set_attribute("error.type", ",".join(sorted(codes)))


@cache
def statement_name(sql: str) -> str:
    """The name of a statement in `models/`, such as `event_log.LOG_SIZES`; of a queryset its verb and its table."""
    if found := _names().get(sql):
        return found
    verb, table = sql.split(None, 1)[0].upper(), _TABLE.search(sql)
    return f"{verb} {table[1]}" if table and verb != "WITH" else verb


@cache
def _names() -> dict[str, str]:
    return {
        text: f"{module.removeprefix('models.')}.{name}"
        for module in sorted(sys.modules, reverse=True)
        if module.startswith("models.")
        for name, held in vars(sys.modules[module]).items()
        for text in _texts(held)
    }


def _texts(held: Any) -> Iterator[str]:
    match held:
        case Select():
            yield from held.texts.values()
        case Write():
            yield held.text
        case SelectOfRows():
            yield from _texts(held.select)
        case dict():
            yield from chain.from_iterable(map(_texts, held.values()))
        case list() | tuple():
            yield from chain.from_iterable(map(_texts, held))
