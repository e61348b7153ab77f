"""GraphQL over HTTP: POST runs all operations, GET all but mutations; subscriptions where a stream is accepted.

A POST may hold an array of operations, as batching links send them: they run in order, and an array of results answers.
"""

import asyncio
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

import orjson
from aiohttp import hdrs, web
from graphql import OperationType
from strawberry.types.execution import ExecutionResult, PreExecutionError

from schema.types.errors import Unauthenticated
from server.admission import Asker, Gate
from server.auth import Token, TokenError
from server.engine import json_of
from server.errors import RETRY_AFTER, SECONDS_BUSY, NotNow, Refused, is_overloaded, unauthenticated
from server.operations import ALL_KINDS, NOT_STREAMED, Operation, Schema
from server.service import OPERATION_NAME, REDEEM, SERVICE, Service
from server.transport.encodings import Encoding
from server.transport.heads import too_large
from server.transport.lane import Answer
from server.transport.negotiation import Media, negotiate, require_json, streamed
from server.transport.protocol import operation_of
from server.transport.replies import Reply, compressed
from server.transport.sessions import LAST_EVENT_ID, Asked, opening_of
from server.transport.streams import answer_stream

MAX_BATCH = 10
TICKET = "ticket"


async def read_asked(request: web.Request) -> Operation | list[Operation]:
    """The operation of a GET or POST, or the several of one POST; else Refused."""
    if request.method == hdrs.METH_GET:
        return _from_url(request)
    require_json(request.headers.getall(hdrs.CONTENT_TYPE, ()))
    if request.headers.get(hdrs.CONTENT_ENCODING, "identity").lower() != "identity":
        raise Refused(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "Send the body uncompressed.")
    value = await read_json(request)
    if not isinstance(value, list):
        return operation_of(value)
    if not 0 < len(value) <= MAX_BATCH:
        raise Refused(HTTPStatus.BAD_REQUEST, f"Send 1 to {MAX_BATCH} operations.")
    return [operation_of(one) for one in value]


async def read_json(request: web.Request) -> object:
    """The JSON of a body, or Refused: it must arrive in time, and have at most the application's size."""
    try:
        if request.content.is_eof():
            return _json(await request.read())
        async with asyncio.timeout(request.app[SERVICE].deadlines.body):
            return _json(await request.read())
    except TimeoutError as error:
        raise Refused(
            HTTPStatus.REQUEST_TIMEOUT, "The request body did not arrive in time.", closes=True
        ) from error
    except web.RequestPayloadError as error:
        message = "The body is malformed, or its chunks have too much framing."
        raise Refused(HTTPStatus.BAD_REQUEST, message, closes=True) from error
    except web.HTTPRequestEntityTooLarge as error:
        raise too_large(request) from error


def _from_url(request: web.Request) -> Operation:
    parameters: dict[str, Any] = dict(request.query)
    if not parameters.keys() & {"query", "documentId", "extensions"}:
        raise Refused(HTTPStatus.BAD_REQUEST, "Send a GraphQL document by POST, or a query in ?query=.")
    parameters["operationName"] = parameters.get("operationName") or None
    for name in ("variables", "extensions"):
        if name in parameters:
            parameters[name] = _json(parameters[name].encode(errors="replace"))
    return operation_of(parameters)


def _json(body: bytes) -> object:
    try:
        return orjson.loads(body)
    except orjson.JSONDecodeError as error:
        raise Refused(HTTPStatus.BAD_REQUEST, "Send valid JSON.") from error


async def answer_http(request: web.Request) -> web.StreamResponse:
    """As `reply_to`, for the routes of aiohttp."""
    reply = await reply_to(request)
    return reply.response() if isinstance(reply, Reply) else reply


async def reply_to(request: web.Request) -> Answer:
    """Run the one operation of a request. The status says whether it ran, not whether it has errors."""
    service = request.app[SERVICE]
    asker = service.asker(request)
    try:
        reply = await _reply(request, asker)
        return await compressed(request, reply) if isinstance(reply, Reply) else reply
    except (TokenError, Unauthenticated):
        limited = await service.gate(asker).refuse_sign_in()
        return limited.response() if limited else unauthenticated()


async def _reply(request: web.Request, asker: Asker) -> Answer:
    accepted = tuple(request.headers.getall(hdrs.ACCEPT, ()))
    encoding = streamed(accepted)
    media = Media.JSON if encoding else negotiate(accepted)
    asker = Asker(asker.address, await _token(request, encoding))
    asked = await read_asked(request)
    if isinstance(asked, Operation):
        return await _answer(request, asker, asked, encoding or media)
    results = await _results(request.app[SERVICE], asker, asked)
    return Reply(b"[%b]" % b",".join(map(json_of, results)), media)


async def _results(service: Service, asker: Asker, operations: Sequence[Operation]) -> list[ExecutionResult]:
    """In their order. Nothing refuses the request as a whole once the first one runs."""
    gate, contexts = service.gate(asker), [await service.new_context(asker.token) for _ in operations]
    return [
        await _result(service.schema, gate, operation, context)
        for operation, context in zip(operations, contexts, strict=True)
    ]


async def _result(schema: Schema, gate: Gate, operation: Operation, context: object) -> ExecutionResult:
    planned = await schema.plan_at(gate, operation, NOT_STREAMED)
    return planned if isinstance(planned, PreExecutionError) else await schema.run(*planned, context, gate)


async def _answer(request: web.Request, asker: Asker, operation: Operation, form: Encoding | Media) -> Answer:
    service = request.app[SERVICE]
    gate = service.gate(asker)
    encoding = None if isinstance(form, Media) else form
    planned = await service.schema.plan_at(gate, operation, ALL_KINDS if encoding else NOT_STREAMED)
    if isinstance(planned, PreExecutionError):
        return _in_form(planned, form)
    plan, operation = planned
    request[OPERATION_NAME] = plan.name or ""
    if request.method == hdrs.METH_GET and plan.kind is OperationType.MUTATION:
        raise Refused(HTTPStatus.METHOD_NOT_ALLOWED, "Send mutations by POST.", {"Allow": "POST"})
    if encoding and plan.kind is OperationType.SUBSCRIPTION:
        asked = Asked(plan, operation, opening_of(request, plan, operation))
        return await answer_stream(request, asker, encoding, asked)
    context = await service.new_context(asker.token)
    result = await service.schema.run(plan, operation, context, gate)
    return _in_form(result, form)


def _in_form(result: ExecutionResult, form: Encoding | Media) -> Reply:
    return _told(result, form) if isinstance(form, Media) else _whole(result, form)


async def _token(request: web.Request, encoding: Encoding | None) -> Token | None:
    """That of the header, or of a ticket in the address, which a browser's EventSource needs."""
    values = request.headers.getall(hdrs.AUTHORIZATION, ())
    tickets = request.query.getall(TICKET, []) if request.method == hdrs.METH_GET else []
    if not tickets:
        return await request.app[SERVICE].sign_in(values)
    if encoding is None or values:
        message = "A ticket opens one stream, and goes without a token: accept text/event-stream."
        raise Refused(HTTPStatus.BAD_REQUEST, message)
    if len(tickets) > 1:
        raise TokenError("several tickets")
    return await request.app[REDEEM](tickets[0], request.query_string, request.headers.get(LAST_EVENT_ID))


def _whole(result: ExecutionResult, encoding: Encoding) -> Reply:
    """A result that is the only one, as a stream that has ended."""
    if isinstance(result, PreExecutionError):
        return Reply(encoding.beginning + encoding.end(result.errors or []), encoding.media)
    body = encoding.beginning + encoding.item(json_of(result), None) + encoding.end([])
    return Reply(body, encoding.media)


def _told(result: ExecutionResult, media: Media) -> Reply:
    status, headers = _status(result, media)
    return Reply(json_of(result), media, status.value, headers)


def _status(result: ExecutionResult, media: Media) -> tuple[HTTPStatus, Mapping[str, str]]:
    """A refusal after which the client may try again has the same status for both media types."""
    if not isinstance(result, PreExecutionError):
        is_busy = result.errors and any(map(is_overloaded, result.errors))
        return HTTPStatus.OK, {RETRY_AFTER: str(SECONDS_BUSY)} if is_busy else {}
    if refused := next((error for error in result.errors or () if isinstance(error, NotNow)), None):
        return refused.status, refused.headers
    return HTTPStatus.BAD_REQUEST if media is Media.GRAPHQL else HTTPStatus.OK, {}
