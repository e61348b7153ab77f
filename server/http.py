"""GraphQL over HTTP: POST runs queries and mutations, GET runs queries."""

from collections.abc import Mapping
from dataclasses import replace
from http import HTTPStatus

from aiohttp import hdrs, web
from graphql import OperationType
from strawberry.types.execution import ExecutionResult, PreExecutionError

from schema.types.errors import Unauthenticated
from server.admission import Asker
from server.answers import json_of
from server.auth import TokenError
from server.media import Answer, negotiate
from server.operations import NOT_STREAMED
from server.refusals import RateLimited, Refused, unauthenticated
from server.requests import read_operation
from server.service import OPERATION_NAME, SERVICE


async def answer_http(request: web.Request) -> web.Response:
    """Run the one operation of a request. Whether it ran decides the status, not whether it has errors."""
    service = request.app[SERVICE]
    asker = service.asker(request)
    try:
        return await _answer(request, asker)
    except (TokenError, Unauthenticated):
        limited = await service.gate(asker).refuse_sign_in()
        return limited.response() if limited else unauthenticated()


async def _answer(request: web.Request, asker: Asker) -> web.Response:
    service = request.app[SERVICE]
    media = negotiate(tuple(request.headers.getall(hdrs.ACCEPT, ())))
    token = service.tokens.read_headers(request.headers.getall(hdrs.AUTHORIZATION, ()))
    gate = service.gate(replace(asker, token=token))
    operation = await read_operation(request)
    plan = await service.schema.plan_at(gate, operation, NOT_STREAMED)
    if isinstance(plan, PreExecutionError):
        return _response(plan, media)
    request[OPERATION_NAME] = plan.name or ""
    if request.method == hdrs.METH_GET and plan.kind is not OperationType.QUERY:
        raise Refused(HTTPStatus.METHOD_NOT_ALLOWED, "Send mutations by POST.", {"Allow": "POST"})
    context = await service.new_context(token)
    return _response(await service.schema.run(plan, operation, context, gate), media)


def _response(result: ExecutionResult, media: Answer) -> web.Response:
    status, headers = _status(result, media)
    return web.Response(
        status=status, body=json_of(result), content_type=media, charset="utf-8", headers=headers
    )


def _status(result: ExecutionResult, media: Answer) -> tuple[HTTPStatus, Mapping[str, str]]:
    """Whoever asked for too much is told so in both media types."""
    if not isinstance(result, PreExecutionError):
        return HTTPStatus.OK, {}
    if limited := next((error for error in result.errors or () if isinstance(error, RateLimited)), None):
        return HTTPStatus.TOO_MANY_REQUESTS, limited.headers
    return HTTPStatus.BAD_REQUEST if media is Answer.GRAPHQL else HTTPStatus.OK, {}
