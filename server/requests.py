"""What an HTTP request asks to run: its body or its URL, read strictly and with bounds."""

import asyncio
from http import HTTPStatus
from typing import Any

import orjson
from aiohttp import hdrs, web

from server.heads import too_large
from server.media import require_json
from server.operations import Operation
from server.refusals import Refused
from server.service import SERVICE

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
    """The operation that a JSON value describes; Refused with the name of the parameter of a wrong type."""
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
    """The JSON of a body, or Refused: it must be whole in time, and of at most the application's size."""
    try:
        async with asyncio.timeout(request.app[SERVICE].deadlines.body):
            return _json(await request.read())
    except TimeoutError as error:
        raise Refused(HTTPStatus.REQUEST_TIMEOUT, "The body took too long.", closes=True) from error
    except web.RequestPayloadError as error:
        message = "The body is broken, or has too much around its chunks."
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
        raise Refused(HTTPStatus.BAD_REQUEST, "This is no JSON.") from error


def _optional(parameters: dict[str, Any], name: str, kind: type) -> Any:
    value = parameters.get(name)
    if value is not None and not isinstance(value, kind):
        raise Refused(HTTPStatus.BAD_REQUEST, f"{name} is of a wrong type.")
    return value
