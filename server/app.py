"""The application: one address for GraphQL, one for health, and what every answer has in common."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from http import HTTPStatus
from typing import TypeAlias

import structlog
from aiohttp import hdrs, web

from models.db.connection import DatabaseBusy
from server.auth import TokenReader
from server.http import answer_http
from server.masking import internal_error
from server.operations import Schema
from server.origins import add_origin, answer_preflight
from server.refusals import Refused, refusal
from server.service import CLOSE_CODE, OPERATION_NAME, SERVICE, NewContext, Service
from server.settings import Settings
from server.sockets import CONNECTIONS, answer_socket, close_all, is_upgrade
from server.wire import has_left

PATH = "/graphql"
PAGE = web.AppKey("page", str)
"""Where a browser is led that opens the address of GraphQL, if there is such a page."""

NOWHERE = f"Nothing is here. GraphQL is at {PATH}."
MAX_BODY = 256 * 1024

HEALTH_DEADLINE = 3.0
MAX_LOGGED_PATH = 100
MAX_LOGGED_NAME = 64

Handler: TypeAlias = Callable[[web.Request], Awaitable[web.StreamResponse]]
Check: TypeAlias = Callable[[], Awaitable[object]]
"""Returns when the database answers, and raises when it does not."""

log = structlog.get_logger("doorstep.requests")


def build_app(schema: Schema, new_context: NewContext, settings: Settings, check: Check) -> web.Application:
    """The whole service, by the settings. Others may add routes before it runs."""
    tokens = TokenReader(
        secret=settings.jwt_secret.get_secret_value(),
        audience=settings.jwt_audience,
        issuer=settings.jwt_issuer,
        clock=lambda: datetime.now(UTC),
    )
    service = Service(
        schema,
        new_context,
        tokens,
        origins=settings.cors_origins,
        proxies=settings.trusted_proxies,
        rates=settings.rates,
    )
    return serving(service, check)


def serving(service: Service, check: Check) -> web.Application:
    """The application around a service; routes added later may set headers of their own."""
    app = web.Application(middlewares=[_log, _typed], client_max_size=MAX_BODY)
    app[SERVICE] = service
    app[CONNECTIONS] = set()
    app.router.add_get(PATH, _get, allow_head=False)
    app.router.add_post(PATH, answer_http)
    app.router.add_options(PATH, answer_preflight)
    app.router.add_get("/healthz", _health(check), allow_head=False)
    app.on_response_prepare.append(add_origin)
    app.on_shutdown.append(close_all)
    return app


@web.middleware
async def _log(request: web.Request, handler: Handler) -> web.StreamResponse:
    started = time.perf_counter()
    response = await handler(request)
    log.info(
        "request",
        method=request.method,
        path=request.path[:MAX_LOGGED_PATH],
        status=response.status,
        ms=round((time.perf_counter() - started) * 1000, 1),
        operation=request.get(OPERATION_NAME, "")[:MAX_LOGGED_NAME],
        closed=request.get(CLOSE_CODE),
    )
    return response


@web.middleware
async def _typed(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Whatever a handler raises becomes a JSON answer with a code."""
    try:
        return await handler(request)
    except Refused as refused:
        return refused.response()
    except web.HTTPException as error:
        return _of(error)
    except DatabaseBusy as error:
        return refusal(HTTPStatus.SERVICE_UNAVAILABLE, internal_error(error), {"Retry-After": "1"})
    except Exception as error:
        if isinstance(error, ConnectionError) and has_left(request.transport):
            raise
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


def _health(check: Check) -> Handler:
    async def answer(_: web.Request) -> web.Response:
        try:
            async with asyncio.timeout(HEALTH_DEADLINE):
                await check()
        except Exception as error:
            log.warning("unhealthy", error=type(error).__name__)
            return web.json_response({"status": "unavailable"}, status=HTTPStatus.SERVICE_UNAVAILABLE)
        return web.json_response({"status": "ok"})

    return answer
