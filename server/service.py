"""What the transports of one process share."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TypeAlias

from aiohttp import web

from server.auth import Token, TokenReader
from server.operations import Schema

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
    """`origins` are the foreign browser origins that may ask, each as browsers spell it."""

    schema: Schema
    new_context: NewContext
    tokens: TokenReader
    origins: frozenset[str] = frozenset()
    deadlines: Deadlines = field(default_factory=Deadlines)


SERVICE = web.AppKey("service", Service)
OPERATION_NAME = web.RequestKey("operation_name", str)
CLOSE_CODE = web.RequestKey("close_code", int)
