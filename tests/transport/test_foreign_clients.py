"""Clients that others wrote: gql over HTTP and over WebSockets."""

from typing import Any

from gql import Client, gql
from gql.transport.aiohttp import AIOHTTPTransport
from gql.transport.websockets import WebsocketsTransport

from tests.transport.servers import Server, make_token


async def test_gql_over_http(server: Server) -> None:
    transport = AIOHTTPTransport(server.url, headers={"Authorization": make_token()})
    async with Client(transport=transport, fetch_schema_from_transport=True) as session:
        assert await session.execute(gql("{me}")) == {"me": "alice"}


async def test_gql_over_websockets(server: Server) -> None:
    transport = WebsocketsTransport(
        server.url.replace("http", "ws"), init_payload={"Authorization": make_token()}, ping_interval=0.05
    )
    async with Client(transport=transport) as session:
        items: list[Any] = [item async for item in session.subscribe(gql("subscription{count}"))]
        assert items == [{"count": 0}, {"count": 1}, {"count": 2}]
        assert await session.execute(gql("{me}")) == {"me": "alice"}
