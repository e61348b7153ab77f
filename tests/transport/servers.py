"""Real servers of the toy schema, and clients that may misbehave."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import jwt
from aiohttp import web
from yarl import URL

from models.db.client import Unready
from models.db.connection import DatabaseBusy
from server.app import serving
from server.auth import Secret, Token, TokenReader
from server.service import Service
from server.transport.sessions import SESSIONS
from server.transport.wire import Runner
from tests.databases import PATIENCE
from tests.transport.toy import Seen, Toy, ToyContexts, toy_schema

SECRET = "a secret of the tests, long enough"
PROTOCOL = "graphql-transport-ws"


def make_token(secret: str = SECRET, **claims: Any) -> str:
    """A header's value; a claim given as None is left out."""
    given = {"sub": "alice", "exp": datetime.now(UTC) + timedelta(hours=1), **claims}
    return "Bearer " + jwt.encode({k: v for k, v in given.items() if v is not None}, secret, "HS256")


@dataclass
class Health:
    """A database that a test can take away."""

    trouble: Unready | Exception | None = None
    probes: int = 0

    async def probe(self) -> Unready | None:
        self.probes += 1
        if isinstance(self.trouble, Exception):
            raise self.trouble
        return self.trouble


@dataclass
class Server:
    """A running server, and the traces of its operations."""

    url: str
    seen: Seen
    app: web.Application
    client: aiohttp.ClientSession
    health: Health = field(default_factory=Health)

    @property
    def port(self) -> int:
        return URL(self.url).port or 0

    async def post(self, query: str, token: str | None = None, **parameters: Any) -> dict[str, Any]:
        headers = {"Authorization": token} if token else {}
        async with self.client.post(self.url, json={"query": query, **parameters}, headers=headers) as answer:
            result: dict[str, Any] = await answer.json()
            return result

    async def empty(self) -> None:
        """Wait until no socket is left."""
        async with asyncio.timeout(PATIENCE):
            while self.app[SESSIONS]:  # noqa: ASYNC110
                await asyncio.sleep(0.01)

    @asynccontextmanager
    async def socket(self, **arguments: Any) -> AsyncIterator["Socket"]:
        arguments.setdefault("protocols", [PROTOCOL])
        async with self.client.ws_connect(
            self.url, timeout=aiohttp.ClientWSTimeout(ws_close=PATIENCE), **arguments
        ) as ws:
            yield Socket(ws)

    @asynccontextmanager
    async def ready(self, token: str | None = None) -> AsyncIterator["Socket"]:
        """A socket that has been acknowledged."""
        async with self.socket() as socket:
            await socket.init(token)
            yield socket


@dataclass
class Socket:
    ws: aiohttp.ClientWebSocketResponse

    async def send(self, message: object) -> None:
        await self.ws.send_json(message)

    async def init(self, token: str | None = None) -> None:
        await self.send({"type": "connection_init", "payload": {"Authorization": token} if token else {}})
        assert await self.receive() == {"type": "connection_ack"}

    async def subscribe(self, query: str, id: str = "1", **parameters: Any) -> None:
        await self.send({"type": "subscribe", "id": id, "payload": {"query": query, **parameters}})

    async def receive(self) -> Any:
        return await self.ws.receive_json(timeout=PATIENCE)

    def abort(self) -> None:
        """Go without a word."""
        self._transport.abort()

    def stop_reading(self) -> None:
        self._transport.pause_reading()

    def go_on_reading(self) -> None:
        self._transport.resume_reading()

    def write_raw(self, data: bytes) -> None:
        self._transport.write(data)

    @property
    def _transport(self) -> asyncio.Transport:
        connection = self.ws._conn
        assert connection
        assert connection.transport
        return connection.transport

    async def closed(self) -> int | None:
        """Read to the end; the code of the close."""
        async with asyncio.timeout(PATIENCE):
            async for _ in self.ws:
                pass
        return self.ws.close_code


@dataclass
class Starter:
    client: aiohttp.ClientSession
    runners: list[Runner] = field(default_factory=list)

    async def hung_up(self) -> None:
        """Wait until the servers hold no connection."""
        async with asyncio.timeout(PATIENCE):
            while any(runner.server and runner.server.connections for runner in self.runners):  # noqa: ASYNC110
                await asyncio.sleep(0.01)

    async def __call__(
        self, introspection: bool = True, head_deadline: float = PATIENCE, **changes: Any
    ) -> Server:
        seen = Seen()

        def new_context(token: Token | None) -> Toy:
            if token and token.subject == "busy":
                raise DatabaseBusy
            seen.contexts.append(Toy(token, seen))
            return seen.contexts[-1]

        health = Health()
        tokens = TokenReader([Secret(SECRET)], None, None, lambda: datetime.now(UTC))
        service = Service(toy_schema(introspection), ToyContexts(new_context), tokens)
        app = serving(replace(service, **changes), health.probe)
        runner = Runner(app, head_deadline)
        self.runners.append(runner)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        port = runner.addresses[0][1]
        return Server(f"http://127.0.0.1:{port}/graphql", seen, app, self.client, health)
