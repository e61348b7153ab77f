"""Shared by all transports of a process: its objects, the log line of a request, the answers to errors."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from http import HTTPStatus
from types import CoroutineType
from typing import Any

import structlog
from aiohttp import hdrs, web

from models.db.connection import DatabaseBusy
from server.admission import Asker, Gate, Seats
from server.asked import KnownBodies
from server.auth import Token, TokenReader
from server.contexts import Contexts
from server.errors import Refused, has_left, internal_error, refusal
from server.logs import LOGGED, begin_request, operation_name
from server.operations import Schema
from server.rates import Meters, Rates
from server.soon import Soon
from server.transport.heads import Network, Post, address_of
from server.transport.lane import Answer, Body


def run_beside(app: web.Application, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Begins when the application starts, and is cancelled when it ends. An error that ends it before is a bug."""

    async def watched() -> None:
        try:
            await work()
        except Exception as error:
            internal_error(error)

    async def run(_: web.Application) -> AsyncIterator[None]:
        task = asyncio.create_task(watched())
        yield
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task

    app.cleanup_ctx.append(run)


@dataclass(frozen=True, slots=True)
class Deadlines:
    """How long a client may take, in seconds. `close` is for its part of a closing handshake."""

    body: float = 5.0
    init: float = 5.0
    send: float = 10.0
    close: float = 1.0
    heartbeat: float = 20.0


@dataclass(slots=True, eq=False)
class Service:
    """`origins` are the foreign browser origins that may send requests, as browsers spell them.
    `proxies` are trusted to name the address of the client.
    """

    schema: Schema
    contexts: Contexts
    tokens: TokenReader
    origins: frozenset[str] = frozenset()
    proxies: tuple[Network, ...] = ()
    deadlines: Deadlines = field(default_factory=Deadlines)
    rates: Rates = field(default_factory=Rates)
    bodies: KnownBodies = field(default_factory=KnownBodies)
    meters: Meters = field(init=False)
    seats: Seats = field(init=False)

    def __post_init__(self) -> None:
        self.meters, self.seats = Meters(self.rates), Seats(self.rates)

    def asker(self, request: web.Request) -> Asker:
        """The asker of a request before its token is read: its address."""
        return Asker(address_of(request, self.proxies))

    def asker_of(self, post: Post) -> Asker | None:
        """The asker of a POST, if it is known without a wait; else `sign_in` must be asked. TokenError as there."""
        if not post.authorization:
            return Asker(post.head.address)
        token = self.tokens.known(post.authorization)
        if token is None or not self.contexts.is_admitted(token):
            return None
        return Asker(post.head.address, token)

    async def sign_in(self, authorization: Sequence[str]) -> Token | None:
        """The token of a request's Authorization headers, None without one.

        TokenError or Unauthenticated for one that is refused, DatabaseBusy if no one can say now. A caller that notes
        the token before it waits again misses no revocation.
        """
        token = await self.tokens.read_headers(authorization)
        if token is not None:
            await self.contexts.admit(token)
        return token

    async def context(self, token: Token | None) -> object:
        """A new context. Unauthenticated if `Contexts.admit` refuses the token by now."""
        if token is not None:
            await self.contexts.admit(token)
        return self.contexts.make(token)

    def gate(self, asker: Asker) -> Gate:
        """The checks that this asker's operations must pass."""
        return Gate(self.meters, asker)


SERVICE = web.AppKey("service", Service)
CLOSE_CODE = web.RequestKey("close_code", int)

PATH = "/graphql"
PAGE = web.AppKey("page", str)
"""The page to which browsers are redirected from the GraphQL address, if there is one."""

NOWHERE = f"There is no page at this address. GraphQL is at {PATH}."
MAX_LOGGED_PATH = 100

log = structlog.get_logger("doorstep.requests")


@web.middleware
async def logged(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """A line for each request, at its end; every exception of a handler becomes a JSON answer with a code."""
    began = begin_request()
    try:
        response = await handler(request)
    except Exception as error:
        response = _refusal_of(error, request)
    _log(began, request.method, request.path, response.status, request.get(CLOSE_CODE))
    return response


def _log(began: float, method: str, path: str, status: int, closed: int | None) -> None:
    if LOGGED.level <= logging.INFO:
        log.info(
            "request",
            method=method,
            path=path[:MAX_LOGGED_PATH],
            status=status,
            ms=round((time.perf_counter() - began) * 1000, 1),
            operation=operation_name(),
            closed=closed,
        )


def answer_post(reply_to: Callable[[Post, Body], Soon[Answer]], post: Post, body: Body) -> Soon[Answer]:
    """The steps of `logged`, for a request that needs none of aiohttp's own."""
    began = begin_request()
    request = None if isinstance(body, bytes) else body
    try:
        answer = reply_to(post, body)
    except Exception as error:
        answer = _refusal_of(error, request)
    if isinstance(answer, CoroutineType):
        return _answered(answer, request, began)
    _log(began, hdrs.METH_POST, PATH, answer.status, None)  # type: ignore[union-attr]
    return answer


async def _answered(answer: Awaitable[Answer], request: web.Request | None, began: float) -> Answer:
    try:
        reply = await answer
    except Exception as error:
        reply = _refusal_of(error, request)
    _log(began, hdrs.METH_POST, PATH, reply.status, None)
    return reply


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
