"""The objects that all transports of a process share, and its background tasks."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from aiohttp import web

from server.admission import Asker, Gate
from server.auth import Token, TokenError, TokenReader
from server.operations import Schema
from server.rates import Meters, Rates
from server.seats import Seats
from server.transport.heads import Network, address_of


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
"""Makes the context of one operation;

raises Unauthenticated if the token's user does not exist or may not act.
"""


Admit: TypeAlias = Callable[[Token], Awaitable[object]]
"""Raises Unauthenticated if a token that is good by itself was revoked."""


async def admit_all(token: Token) -> None:
    """For a service whose tokens cannot be revoked."""


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
    """`origins` are the foreign browser origins that may send requests, as browsers spell them.

    `proxies` are trusted to name the address of the client.
    """

    schema: Schema
    new_context: NewContext
    tokens: TokenReader
    admit: Admit = admit_all
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
        """The asker of a request before its token is read: its address."""
        return Asker(address_of(request, self.proxies))

    async def sign_in(self, authorization: Sequence[str]) -> Token | None:
        """The token of a request's Authorization headers, None without one.

        TokenError or Unauthenticated for one that is refused, DatabaseBusy if no one can say now. A caller that notes
        the token before it waits again misses no revocation.
        """
        token = await self.tokens.read_headers(authorization)
        if token is not None:
            await self.admit(token)
        return token

    def gate(self, asker: Asker) -> Gate:
        """The checks that this asker's operations must pass."""
        return Gate(self.meters, asker)


Redeem: TypeAlias = Callable[[str, str, str | None], Awaitable[Token]]
"""The rights of a ticket, for the address that it is used at and the `Last-Event-ID` sent with it; else TokenError."""

REDEEM: web.AppKey[Redeem] = web.AppKey("redeem")


async def no_tickets(ticket: str, address: str, last: str | None) -> Token:
    """For a service without tickets: each is refused."""
    raise TokenError("no tickets")


SERVICE = web.AppKey("service", Service)
CLOSE_CODE = web.RequestKey("close_code", int)

PATH = "/graphql"
PAGE = web.AppKey("page", str)
"""The page to which browsers are redirected from the GraphQL address, if there is one."""
