"""GraphQL over HTTP: POST runs queries and mutations, GET runs queries."""

import asyncio
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

import orjson
from aiohttp import hdrs, web
from graphql import OperationType
from strawberry.types.execution import ExecutionResult, PreExecutionError

from schema.types.errors import Unauthenticated
from server.admission import Asker
from server.auth import TokenError
from server.engine import json_of
from server.errors import RateLimited, Refused, unauthenticated
from server.operations import NOT_STREAMED, Operation
from server.service import OPERATION_NAME, SERVICE
from server.transport.heads import too_large
from server.transport.lane import Answer
from server.transport.negotiation import Media, negotiate, require_json
from server.transport.replies import Reply

MAX_NAME_LENGTH = 255


async def read_operation(request: web.Request) -> Operation:
    """The operation of a GET or POST, or Refused."""
    if request.method == hdrs.METH_GET:
        return _from_url(request)
    require_json(request.headers.getall(hdrs.CONTENT_TYPE, ()))
    if request.headers.get(hdrs.CONTENT_ENCODING, "identity").lower() != "identity":
        raise Refused(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "Send the body uncompressed.")
    return operation_of(await read_json(request))


def operation_of(parameters: object) -> Operation:
    """The operation that a JSON value describes; Refused, with the parameter's name, for a wrong type."""
    if not isinstance(parameters, dict):
        raise Refused(HTTPStatus.BAD_REQUEST, "Send one JSON object.")
    _optional(parameters, "extensions", dict)
    name = _optional(parameters, "operationName", str)
    if name is not None and len(name) > MAX_NAME_LENGTH:
        raise Refused(HTTPStatus.BAD_REQUEST, "operationName is too long.")
    text = parameters.get("query")
    if not isinstance(text, str) or not text:
        raise Refused(HTTPStatus.BAD_REQUEST, "query must be a document.")
    return Operation(text, name, _optional(parameters, "variables", dict))


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
    if "query" not in parameters:
        raise Refused(HTTPStatus.BAD_REQUEST, "Send a GraphQL document by POST, or a query in ?query=.")
    for name in ("variables", "extensions"):
        if name in parameters:
            parameters[name] = _json(parameters[name].encode(errors="replace"))
    return operation_of(parameters)


def _json(body: bytes) -> object:
    try:
        return orjson.loads(body)
    except orjson.JSONDecodeError as error:
        raise Refused(HTTPStatus.BAD_REQUEST, "Send valid JSON.") from error


def _optional(parameters: dict[str, Any], name: str, kind: type) -> Any:
    value = parameters.get(name)
    if value is not None and not isinstance(value, kind):
        raise Refused(HTTPStatus.BAD_REQUEST, f"{name} is of a wrong type.")
    return value


async def answer_http(request: web.Request) -> web.StreamResponse:
    """As `reply_to`, for the routes of aiohttp."""
    reply = await reply_to(request)
    return reply.response() if isinstance(reply, Reply) else reply


async def reply_to(request: web.Request) -> Answer:
    """Run the one operation of a request. The status says whether it ran, not whether it has errors."""
    service = request.app[SERVICE]
    asker = service.asker(request)
    try:
        return await _reply(request, asker)
    except (TokenError, Unauthenticated):
        limited = await service.gate(asker).refuse_sign_in()
        return limited.response() if limited else unauthenticated()


async def _reply(request: web.Request, asker: Asker) -> Reply:
    service, headers = request.app[SERVICE], request.headers
    media = negotiate(tuple(headers.getall(hdrs.ACCEPT, ())))
    token = service.tokens.read_headers(headers.getall(hdrs.AUTHORIZATION, ()))
    gate = service.gate(Asker(asker.address, token))
    operation = await read_operation(request)
    plan = await service.schema.plan_at(gate, operation, NOT_STREAMED)
    if isinstance(plan, PreExecutionError):
        return _told(plan, media)
    request[OPERATION_NAME] = plan.name or ""
    if request.method == hdrs.METH_GET and plan.kind is not OperationType.QUERY:
        raise Refused(HTTPStatus.METHOD_NOT_ALLOWED, "Send mutations by POST.", {"Allow": "POST"})
    context = await service.new_context(token)
    return _told(await service.schema.run(plan, operation, context, gate), media)


def _told(result: ExecutionResult, media: Media) -> Reply:
    status, headers = _status(result, media)
    return Reply(json_of(result), media, status.value, headers)


def _status(result: ExecutionResult, media: Media) -> tuple[HTTPStatus, Mapping[str, str]]:
    """A rate limit sets the same status for both media types."""
    if not isinstance(result, PreExecutionError):
        return HTTPStatus.OK, {}
    if limited := next((error for error in result.errors or () if isinstance(error, RateLimited)), None):
        return HTTPStatus.TOO_MANY_REQUESTS, limited.headers
    return HTTPStatus.BAD_REQUEST if media is Media.GRAPHQL else HTTPStatus.OK, {}
