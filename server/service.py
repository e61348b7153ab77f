"""What the transports of one process share, and what runs beside the requests."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from aiohttp import web

from server.admission import Asker, Gate, Seats
from server.auth import Token, TokenReader
from server.operations import Schema
from server.rates import Meters, Rates
from server.transport.addresses import Network, address_of


def run_beside(app: web.Application, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Begins when the application starts, and is cancelled when it ends."""

    async def run(_: web.Application) -> AsyncIterator[None]:
        task = asyncio.create_task(work())
        yield
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task

    app.cleanup_ctx.append(run)


NewContext: TypeAlias = Callable[[Token | None], Awaitable[object]]
"""Makes the context of one operation; raises Unauthenticated if the token is of no user who may act."""


@dataclass(frozen=True, slots=True)
class Deadlines:
    """How long a client may take, in seconds. `close` is for its part of a closing handshake."""

    body: float = 5.0
    init: float = 5.0
    send: float = 10.0
    close: float = 1.0
    heartbeat: float = 20.0


@dataclass(frozen=True, slots=True)
class Service:
    """`origins` are the foreign browser origins that may ask, each as browsers spell it.

    `proxies` are those whose word on an asker's address counts.
    """

    schema: Schema
    new_context: NewContext
    tokens: TokenReader
    origins: frozenset[str] = frozenset()
    proxies: tuple[Network, ...] = ()
    deadlines: Deadlines = field(default_factory=Deadlines)
    rates: Rates = field(default_factory=Rates)
    meters: Meters = field(init=False)
    seats: Seats = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "meters", Meters(self.rates))
        object.__setattr__(self, "seats", Seats(self.rates))

    def asker(self, request: web.Request) -> Asker:
        """Whom a request comes from, before its token is read."""
        return Asker(address_of(request, self.proxies))

    def gate(self, asker: Asker) -> Gate:
        """What this asker's operations pass."""
        return Gate(self.meters, asker)


SERVICE = web.AppKey("service", Service)
OPERATION_NAME = web.RequestKey("operation_name", str)
CLOSE_CODE = web.RequestKey("close_code", int)

PATH = "/graphql"
PAGE = web.AppKey("page", str)
"""Where a browser is led that opens the address of GraphQL, if there is such a page."""
