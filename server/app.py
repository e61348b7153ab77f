"""The application around a service: GraphQL, health, and the headers and errors that all answers share."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import cache, partial
from http import HTTPStatus

import structlog
from aiohttp import hdrs, web

from models.db.connection import DatabaseBusy
from rules.policy import Policy
from schema.root import CONFIG, TYPES, Mutation, Query, Subscription
from server.auth import make_reader
from server.contexts import Contexts
from server.documents import Documents
from server.errors import Refused, internal_error, refusal
from server.logs import begin_request, operation_name
from server.operations import Execution, Schema
from server.policy import fill
from server.readiness import Probe, add_health
from server.service import (
    CLOSE_CODE,
    PAGE,
    PATH,
    REDEEM,
    SERVICE,
    Service,
    no_tickets,
    run_beside,
)
from server.settings import Settings
from server.transport.http import answer_http, head_of, reply_to
from server.transport.lane import LANE, Answer, Body, Lane
from server.transport.negotiation import add_origin, answer_preflight
from server.transport.posts import Post
from server.transport.sessions import SESSIONS, close_all, end_revoked
from server.transport.websocket import answer_socket, is_upgrade
from server.transport.wire import has_left

NOWHERE = f"There is no page at this address. GraphQL is at {PATH}."
MAX_BODY = 256 * 1024

SETTLE_DEADLINE = 3.0
MAX_LOGGED_PATH = 100

log = structlog.get_logger("doorstep.requests")


def build_app(schema: Schema, contexts: Contexts, settings: Settings, probe: Probe) -> web.Application:
    """The whole service, built from settings. Callers may add routes before it runs."""
    tokens = make_reader(settings)
    service = Service(
        schema,
        contexts.make,
        tokens,
        contexts.admit,
        origins=settings.cors_origins,
        proxies=settings.trusted_proxies,
        rates=settings.rates,
    )
    app = serving(service, probe)
    app[REDEEM] = contexts.redeem
    contexts.services.revocations.listeners.append(partial(end_revoked, app[SESSIONS]))
    if tokens.keys is not None:
        run_beside(app, tokens.keys.keep)
    return app


def serving(service: Service, probe: Probe) -> web.Application:
    """The application around a service; routes added later may set headers of their own."""
    app = web.Application(middlewares=[_log, _typed], client_max_size=MAX_BODY)
    app[SERVICE] = service
    app[SESSIONS] = set()
    app[REDEEM] = no_tickets
    app.router.add_get(PATH, _get, allow_head=False)
    post = app.router.add_post(PATH, answer_http)
    app[LANE] = Lane.of(app, post, partial(_answer, service), head_of)
    app.router.add_options(PATH, answer_preflight)
    add_health(app, probe)
    app.on_response_prepare.append(add_origin)
    app.on_shutdown.append(close_all)
    app.on_cleanup.append(_settle)
    return app


@web.middleware
async def _log(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    began = begin_request()
    response = await handler(request)
    _say(began, request.method, request.path, response.status, request.get(CLOSE_CODE))
    return response


def _say(began: float, method: str, path: str, status: int, closed: int | None) -> None:
    if log.is_enabled_for(logging.INFO):
        log.info(
            "request",
            method=method,
            path=path[:MAX_LOGGED_PATH],
            status=status,
            ms=round((time.perf_counter() - began) * 1000, 1),
            operation=operation_name(),
            closed=closed,
        )


@web.middleware
async def _typed(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """Every exception of a handler becomes a JSON answer with a code."""
    try:
        return await handler(request)
    except Exception as error:
        return _refusal_of(error, request)


async def _answer(service: Service, post: Post, body: Body) -> Answer:
    """As the middlewares and the handler do it, for the lane."""
    began = begin_request()
    try:
        answer = await reply_to(service, post, body)
    except Exception as error:
        answer = _refusal_of(error, None if isinstance(body, bytes) else body)
    _say(began, hdrs.METH_POST, PATH, answer.status, None)
    return answer


def _refusal_of(error: Exception, request: web.Request | None) -> web.StreamResponse:
    if isinstance(error, Refused):
        return error.response()
    if isinstance(error, web.HTTPException):
        return _of(error)
    if isinstance(error, DatabaseBusy):
        return refusal(HTTPStatus.SERVICE_UNAVAILABLE, internal_error(error), {"Retry-After": "1"})
    if isinstance(error, ConnectionError) and request is not None and has_left(request.transport):
        raise error
    return refusal(HTTPStatus.INTERNAL_SERVER_ERROR, internal_error(error))


def _of(error: web.HTTPException) -> web.StreamResponse:
    if error.status < HTTPStatus.BAD_REQUEST:
        raise error
    headers = {"Allow": error.headers[hdrs.ALLOW]} if hdrs.ALLOW in error.headers else {}
    message = NOWHERE if error.status == HTTPStatus.NOT_FOUND else error.reason
    return Refused(HTTPStatus(error.status), message, headers).response()


async def _get(request: web.Request) -> web.StreamResponse:
    if is_upgrade(request):
        return await answer_socket(request)
    if (
        PAGE in request.app
        and not request.query_string
        and "text/html" in request.headers.get(hdrs.ACCEPT, "")
    ):
        raise web.HTTPFound(request.app[PAGE])
    return await answer_http(request)


async def _settle(app: web.Application) -> None:
    """Let running mutations commit before the database closes."""
    with suppress(TimeoutError):
        async with asyncio.timeout(SETTLE_DEADLINE):
            await app[SERVICE].schema.settle()


@cache
def make_schema(
    introspection: bool,
    policy: Policy = Policy(),  # noqa: B008
    shows_cost: bool = False,
    execution: Execution | None = None,
    documents: Documents | None = None,
) -> Schema:
    """The one schema of the process, with its plans; its descriptions name the policy's numbers."""
    schema = Schema(
        query=Query,
        mutation=Mutation,
        subscription=Subscription,
        types=TYPES,
        config=CONFIG,
        introspection=introspection,
        shows_cost=shows_cost,
        execution=execution,
        documents=documents,
    )
    fill(schema._schema, policy)
    return schema
