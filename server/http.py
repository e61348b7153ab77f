"""GraphQL over HTTP: POST runs queries and mutations, GET runs queries."""

from http import HTTPStatus

import orjson
from aiohttp import hdrs, web
from graphql import OperationType
from strawberry.types.execution import ExecutionResult, PreExecutionError

from schema.types.errors import Unauthenticated
from server.auth import TokenError
from server.media import Answer, negotiate
from server.operations import NOT_STREAMED
from server.refusals import Refused, unauthenticated
from server.requests import read_operation
from server.service import OPERATION_NAME, SERVICE


async def answer_http(request: web.Request) -> web.Response:
    """Run the one operation of a request. Whether it ran decides the status, not whether it has errors."""
    try:
        return await _answer(request)
    except (TokenError, Unauthenticated):
        return unauthenticated()


async def _answer(request: web.Request) -> web.Response:
    service = request.app[SERVICE]
    media = negotiate(tuple(request.headers.getall(hdrs.ACCEPT, ())))
    token = service.tokens.read_headers(request.headers.getall(hdrs.AUTHORIZATION, ()))
    operation = await read_operation(request)
    plan = service.schema.plan(operation, NOT_STREAMED)
    if isinstance(plan, PreExecutionError):
        return _response(plan, media)
    request[OPERATION_NAME] = plan.name or ""
    if request.method == hdrs.METH_GET and plan.kind is not OperationType.QUERY:
        raise Refused(HTTPStatus.METHOD_NOT_ALLOWED, "Send mutations by POST.", {"Allow": "POST"})
    context = await service.new_context(token)
    return _response(await service.schema.run(plan, operation, context), media)


def payload(result: ExecutionResult) -> dict[str, object]:
    """The JSON of a result: without data if the operation never ran."""
    shown: dict[str, object] = {} if isinstance(result, PreExecutionError) else {"data": result.data}
    if result.errors:
        shown["errors"] = [error.formatted for error in result.errors]
    if result.extensions:
        shown["extensions"] = result.extensions
    return shown


def _response(result: ExecutionResult, media: Answer) -> web.Response:
    never_ran = isinstance(result, PreExecutionError)
    status = HTTPStatus.BAD_REQUEST if never_ran and media is Answer.GRAPHQL else HTTPStatus.OK
    return web.Response(
        status=status, body=orjson.dumps(payload(result)), content_type=media, charset="utf-8"
    )
