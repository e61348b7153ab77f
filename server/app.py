"""The application around a service: its addresses, and the steps of every request."""

import asyncio
from contextlib import suppress
from functools import cache, partial

from aiohttp import hdrs, web

from rules.policy import Policy
from schema.root import CONFIG, TYPES, Mutation, Query, Subscription
from server.auth import make_reader
from server.contexts import Contexts
from server.documents import Documents
from server.operations import Execution, Schema
from server.policy import fill
from server.readiness import Probe, add_health
from server.service import (
    PAGE,
    PATH,
    REDEEM,
    SERVICE,
    Service,
    answer_errors,
    answer_post,
    log_request,
    no_tickets,
    run_beside,
)
from server.settings import Settings
from server.transport.http import answer_http, head_of, reply_to
from server.transport.lane import LANE, Lane
from server.transport.negotiation import add_origin, answer_preflight
from server.transport.sessions import SESSIONS, close_all, end_revoked
from server.transport.websocket import answer_socket, is_upgrade

MAX_BODY = 256 * 1024

SETTLE_DEADLINE = 3.0


def build_app(schema: Schema, contexts: Contexts, settings: Settings, probe: Probe) -> web.Application:
    """The whole service, built from settings. Callers may add routes before it runs."""
    tokens = make_reader(settings)
    service = Service(
        schema,
        contexts.make,
        tokens,
        contexts.admit,
        contexts.is_admitted,
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
    app = web.Application(middlewares=[log_request, answer_errors], client_max_size=MAX_BODY)
    app[SERVICE] = service
    app[SESSIONS] = set()
    app[REDEEM] = no_tickets
    app.router.add_get(PATH, _get, allow_head=False)
    post = app.router.add_post(PATH, answer_http)
    app[LANE] = Lane.of(app, post, partial(answer_post, partial(reply_to, service)), head_of)
    app.router.add_options(PATH, answer_preflight)
    add_health(app, probe)
    app.on_response_prepare.append(add_origin)
    app.on_shutdown.append(close_all)
    app.on_cleanup.append(_settle)
    return app


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
