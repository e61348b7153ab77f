"""GraphQL over HTTP: POST runs all operations, GET all but mutations; subscriptions where a stream is accepted.

A POST may hold an array of operations, as batching links send them: they run in order, and an array of results answers.
"""

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from http import HTTPStatus
from typing import Any

import orjson
from aiohttp import hdrs, web
from graphql import GraphQLError, OperationType
from strawberry.types.execution import ExecutionResult, PreExecutionError

from schema.types.errors import Unauthenticated
from server.admission import Asker, Gate
from server.asked import Operation, Planned
from server.auth import Token, TokenError
from server.engine import json_of
from server.errors import RETRY_AFTER, SECONDS_BUSY, NotNow, Refused, is_overloaded, unauthenticated
from server.operations import ALL_KINDS, NOT_STREAMED, Schema
from server.service import SERVICE, Service
from server.soon import Soon, settled, then
from server.transport.heads import Head, Post, require_head, too_large
from server.transport.lane import Answer, Body
from server.transport.negotiation import negotiate, origin_headers, require_json, streamed
from server.transport.protocol import operation_of
from server.transport.replies import Encoding, Media, Reply, coding_of, compressed
from server.transport.sessions import LAST_EVENT_ID, Asked, opening_of
from server.transport.streams import answer_stream

MAX_BATCH = 10
TICKET = "ticket"


async def _read_asked(request: web.Request) -> Operation | list[Operation]:
    """The operation of a GET or POST, or the several of one POST; else Refused."""
    if request.method == hdrs.METH_GET:
        return _from_url(request)
    _require_plain_json(request)
    return _asked_in(await read_body(request))


def _require_plain_json(request: web.Request) -> None:
    require_json(request.headers.getall(hdrs.CONTENT_TYPE, ()))
    if request.headers.get(hdrs.CONTENT_ENCODING, "identity").lower() != "identity":
        raise Refused(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "Send the body uncompressed.")


def _asked_in(body: bytes) -> Operation | list[Operation]:
    value = _json(body)
    if not isinstance(value, list):
        return operation_of(value)
    if not 0 < len(value) <= MAX_BATCH:
        raise Refused(HTTPStatus.BAD_REQUEST, f"Send 1 to {MAX_BATCH} operations.")
    return [operation_of(one) for one in value]


async def read_json(request: web.Request) -> object:
    """The JSON of a body, or Refused."""
    return _json(await read_body(request))


async def read_body(request: web.Request) -> bytes:
    """The body, or Refused: it must arrive in time, and have at most the application's size."""
    try:
        if request.content.is_eof():
            return await request.read()
        async with asyncio.timeout(request.app[SERVICE].deadlines.body):
            return await request.read()
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


def head_of(request: web.Request) -> Head | None:
    """The facts of a POST whose answer is JSON; None for one that is refused by its head, or that asks for a stream."""
    try:
        require_head(request)
        accepted = tuple(request.headers.getall(hdrs.ACCEPT, ()))
        media = negotiate(accepted)
        _require_plain_json(request)
    except Refused:
        return None
    if streamed(accepted):
        return None
    return Head(
        request.app[SERVICE].asker(request).address, media, _coding_of(request), origin_headers(request)
    )


def _coding_of(request: web.Request) -> str | None:
    return coding_of(tuple(request.headers.getall(hdrs.ACCEPT_ENCODING, ())))


def reply_to(service: Service, post: Post, body: Body) -> Soon[Answer]:
    """Run the operations of a POST. The status says whether they ran, not whether they have errors."""
    try:
        asker = service.asker_of(post)
        if asker is None or not isinstance(body, bytes):
            return _reply_later(service, post, body)
        return _reply_now(service, asker, body, post.head)
    except (TokenError, Unauthenticated):
        return _sign_in_refused(service, Asker(post.head.address))


async def _reply_later(service: Service, post: Post, body: Body) -> Answer:
    head = post.head
    try:
        asker = Asker(head.address, await service.sign_in(post.authorization))
        whole = body if isinstance(body, bytes) else await read_body(body)
        if asker.token is not None:
            await service.contexts.admit(asker.token)
        return await settled(_reply_now(service, asker, whole, head))
    except (TokenError, Unauthenticated):
        return _sign_in_refused(service, Asker(head.address))


def _reply_now(service: Service, asker: Asker, body: bytes, head: Head) -> Soon[Reply]:
    """For an asker who was admitted, without a wait since then.

    Unauthenticated comes before any refusal of the document, so it is the same whether or not its plan is kept.
    """
    gate, context = service.gate(asker), service.contexts.make(asker.token)
    planned = _planned(service, gate, body)
    if isinstance(planned, PreExecutionError):
        return _compressed(planned, head.media, head.coding)
    if isinstance(planned, list):
        return _all(service, asker, planned, head.media, head.coding)
    running = service.schema.begin(*planned, context, gate)
    return then(running, partial(_compressed, media=head.media, coding=head.coding))


def _planned(service: Service, gate: Gate, body: bytes) -> Planned | list[Operation]:
    """A list is planned later, one after another."""
    if known := service.bodies.find(body):
        return service.schema.plan_again(gate, *known)
    asked = _asked_in(body)
    if not isinstance(asked, Operation):
        return asked
    planned = service.schema.plan_at(gate, asked, NOT_STREAMED)
    if not (isinstance(planned, PreExecutionError) or (asked.text and asked.hash)):
        # A document that comes with its hash has to be read each time: the hash may have been forgotten.
        service.bodies.learn(body, *planned)
    return planned


async def answer_http(request: web.Request) -> web.StreamResponse:
    """As `reply_to`, for all other requests: by GET, for a stream, or with a head that is refused."""
    service = request.app[SERVICE]
    asker = service.asker(request)
    try:
        reply = await _reply(request, asker)
        return reply.response() if isinstance(reply, Reply) else reply
    except (TokenError, Unauthenticated):
        return _sign_in_refused(service, asker)


def _sign_in_refused(service: Service, asker: Asker) -> web.Response:
    limited = service.gate(asker).refuse_sign_in()
    return limited.response() if limited else unauthenticated()


async def _reply(request: web.Request, asker: Asker) -> Answer:
    accepted = tuple(request.headers.getall(hdrs.ACCEPT, ()))
    encoding = streamed(accepted)
    form = encoding or negotiate(accepted)
    asker = Asker(asker.address, await _token(request, encoding))
    asked = await _read_asked(request)
    if isinstance(asked, Operation):
        answer = await _answer(request, asker, asked, form)
        return await settled(compressed(answer, _coding_of(request))) if isinstance(answer, Reply) else answer
    service = request.app[SERVICE]
    if asker.token is not None:
        await service.contexts.admit(asker.token)
    return await settled(_all(service, asker, asked, negotiate(accepted), _coding_of(request)))


def _all(
    service: Service, asker: Asker, operations: Sequence[Operation], media: Media, coding: str | None
) -> Soon[Reply]:
    """A list of operations, for an asker who was admitted, without a wait since then."""
    contexts = [service.contexts.make(asker.token) for _ in operations]
    batch = _batch(service.schema, service.gate(asker), zip(operations, contexts, strict=True), media)
    return then(batch, partial(compressed, coding=coding))


def _compressed(result: ExecutionResult, media: Media, coding: str | None) -> Soon[Reply]:
    return compressed(_told(result, media), coding)


async def _batch(
    schema: Schema, gate: Gate, asked: Iterable[tuple[Operation, object]], media: Media
) -> Reply:
    """The operations with their contexts, in their order: nothing refuses the request as a whole once one runs."""
    results = [await _result(schema, gate, operation, context) for operation, context in asked]
    return Reply(b"[%b]" % b",".join(map(json_of, results)), media)


async def _result(schema: Schema, gate: Gate, operation: Operation, context: object) -> ExecutionResult:
    planned = schema.plan_at(gate, operation, NOT_STREAMED)
    return planned if isinstance(planned, PreExecutionError) else await schema.run(*planned, context, gate)


async def _answer(request: web.Request, asker: Asker, operation: Operation, form: Encoding | Media) -> Answer:
    service = request.app[SERVICE]
    gate = service.gate(asker)
    encoding = None if isinstance(form, Media) else form
    planned = service.schema.plan_at(gate, operation, ALL_KINDS if encoding else NOT_STREAMED)
    if isinstance(planned, PreExecutionError):
        return _in_form(planned, form)
    plan, operation = planned
    if request.method == hdrs.METH_GET and plan.kind is OperationType.MUTATION:
        raise Refused(HTTPStatus.METHOD_NOT_ALLOWED, "Send mutations by POST.", {"Allow": "POST"})
    if encoding and plan.kind is OperationType.SUBSCRIPTION:
        if limited := service.schema.over(gate, plan, operation):
            return limited.response()
        asked = Asked(plan, operation, opening_of(request, plan, operation))
        return await answer_stream(request, asker, encoding, asked)
    context = await service.context(asker.token)
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
    last = request.headers.get(LAST_EVENT_ID)
    return await request.app[SERVICE].contexts.redeem(tickets[0], request.query_string, last)


def _whole(result: ExecutionResult, encoding: Encoding) -> Reply:
    """A result that is the only one, as a stream that has ended: not if it may be asked again later."""
    if _refusal(result.errors or ()):
        return _told(result, Media.JSON)
    ran = b"" if isinstance(result, PreExecutionError) else encoding.item(json_of(result), None)
    rest = encoding.end([] if ran else result.errors or [])
    return Reply(encoding.beginning + ran + rest, encoding.media)


def _told(result: ExecutionResult, media: Media) -> Reply:
    body = json_of(result)
    return Reply(body, media, *_status(result, result.errors, media)) if result.errors else Reply(body, media)


def _status(
    result: ExecutionResult, errors: Sequence[GraphQLError], media: Media
) -> tuple[int, Mapping[str, str]]:
    """A refusal after which the client may try again has the same status for both media types."""
    if not isinstance(result, PreExecutionError):
        return 200, {RETRY_AFTER: str(SECONDS_BUSY)} if any(map(is_overloaded, errors)) else {}
    if refused := _refusal(errors):
        return refused.status.value, refused.headers
    return 400 if media is Media.GRAPHQL else 200, {}


def _refusal(errors: Iterable[GraphQLError]) -> NotNow | None:
    return next((error for error in errors if isinstance(error, NotNow)), None)
