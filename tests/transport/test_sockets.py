"""WebSockets: what a well-behaved client gets."""

import asyncio
import gc
from collections import Counter
from datetime import UTC, datetime, timedelta
from socket import create_connection
from typing import Any

import aiohttp
import pytest
from aiohttp.http_parser import HttpRequestParser

from server.service import Deadlines
from server.transport.sessions import close_all
from server.transport.websocket import MAX_MESSAGE, PROTOCOL
from tests.databases import PATIENCE
from tests.transport.servers import Server, Socket, Starter, make_token

LARGE = 3_900_000


async def results(socket: Socket, query: str, **parameters: Any) -> list[Any]:
    """All messages of one operation, without its id."""
    await socket.subscribe(query, **parameters)
    messages = [await socket.receive()]
    while messages[-1]["type"] == "next":
        messages.append(await socket.receive())
    assert {message.pop("id") for message in messages} == {"1"}
    return messages


async def test_all_kinds_of_operations_run(server: Server) -> None:
    server.seen.may_save.set()
    async with server.ready(make_token()) as socket:
        assert await results(socket, "subscription($n:Int!){count(to:$n)}", variables={"n": 2}) == [
            {"type": "next", "payload": {"data": {"count": 0}}},
            {"type": "next", "payload": {"data": {"count": 1}}},
            {"type": "complete"},
        ]
        for query, data in (("{me}", {"me": "alice"}), ("mutation{save}", {"save": "saved"})):
            assert await results(socket, query) == [
                {"type": "next", "payload": {"data": data}},
                {"type": "complete"},
            ]

    assert len(server.seen.contexts) == 3


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("{", "GRAPHQL_PARSE_FAILED"),
        ("{nothing}", "GRAPHQL_VALIDATION_FAILED"),
        ("query a{__typename} query b{__typename}", "OPERATION_RESOLUTION_FAILURE"),
        ("subscription($n:Int!){count(to:$n)}", "BAD_USER_INPUT"),
        ("query($n:Int!){add(number:$n)}", "BAD_USER_INPUT"),
        ("subscription{count a:count}", "GRAPHQL_VALIDATION_FAILED"),
        ("subscription{denies}", "UNAUTHENTICATED"),
        ("{" + "leaf{child" * 20 + "}" * 20, "GRAPHQL_PARSE_FAILED"),
    ],
)
async def test_an_operation_that_never_ran_ends_alone(
    server: Server, logged: list[Any], query: str, code: str
) -> None:
    async with server.ready() as socket:
        (message,) = await results(socket, query)
        assert message["type"] == "error"
        assert [error["extensions"]["code"] for error in message["payload"]] == [code]
        assert (await results(socket, "{__typename}"))[-1] == {"type": "complete"}

    assert not [line for line in logged if "exc_info" in line]


async def test_a_stream_that_breaks_ends_masked(server: Server, logged: list[Any]) -> None:
    async with server.ready() as socket:
        first, last = await results(socket, "subscription{breaks}")

    assert first["payload"] == {"data": {"breaks": 0}}
    (line,) = (line for line in logged if "exc_info" in line)
    expected = {"code": "INTERNAL_SERVER_ERROR", "errorId": line["error_id"]}
    assert (last["type"], last["payload"][0]["extensions"]) == ("error", expected)


async def test_complete_ends_the_resolver_and_frees_the_id(server: Server) -> None:
    async with server.ready() as socket:
        for _ in range(3):
            await socket.subscribe("subscription{forever}")
            assert (await socket.receive())["type"] == "next"
            await socket.send({"type": "complete", "id": "1"})
            await asyncio.wait_for(server.seen.stream_closed.wait(), PATIENCE)
            server.seen.stream_closed.clear()
        await socket.send({"type": "complete", "id": "of none"})
        assert (await results(socket, "{__typename}"))[-1] == {"type": "complete"}


@pytest.mark.parametrize("leave", ["close", "abort"])
async def test_a_client_that_leaves_ends_its_resolvers(server: Server, leave: str) -> None:
    async with server.ready() as socket:
        await socket.subscribe("subscription{forever}")
        await socket.receive()
        if leave == "close":
            await socket.ws.close()
        else:
            socket.abort()
        await asyncio.wait_for(server.seen.stream_closed.wait(), PATIENCE)


async def test_complete_does_not_cut_a_mutation(server: Server) -> None:
    async with server.ready() as socket:
        await socket.subscribe("mutation{save}")
        await asyncio.wait_for(server.seen.saving.wait(), PATIENCE)
        await socket.send({"type": "complete", "id": "1"})
        assert (await results(socket, "{__typename}"))[-1] == {"type": "complete"}

    server.seen.may_save.set()
    await asyncio.wait_for(server.seen.saved.wait(), PATIENCE)


async def test_pings_are_answered(server: Server) -> None:
    async with server.ready() as socket:
        await socket.send({"type": "ping", "payload": {"any": 1}})
        assert await socket.receive() == {"type": "pong"}
        await socket.send({"type": "pong"})
    async with server.socket(autoping=False) as socket:
        await socket.ws.ping(b"x")
        assert await socket.ws.receive(5) == (aiohttp.WSMsgType.PONG, b"x", "")


async def test_the_largest_message_is_taken(server: Server) -> None:
    async with server.ready() as socket:
        await socket.ws.send_str('{"type":"ping"}'.ljust(MAX_MESSAGE))
        assert await socket.receive() == {"type": "pong"}


def end_of_a_large_message(port: int) -> bytes:
    """All that the server says to a client that sends the whole of it first."""
    handshake = (
        "GET /graphql HTTP/1.1\r\nHost: here\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
        "Sec-WebSocket-Version: 13\r\n"
        f"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: {PROTOCOL}\r\n\r\n"
    )
    with create_connection(("127.0.0.1", port), PATIENCE) as client, client.makefile("rb") as reader:
        client.sendall(handshake.encode())
        while reader.readline() != b"\r\n":
            pass
        client.sendall(b"\x81\xff" + LARGE.to_bytes(8) + bytes(4))
        for _ in range(0, LARGE, 10_000):
            client.sendall(b" " * 10_000)
        return reader.read()


async def test_a_client_reads_why_its_message_is_refused(server: Server) -> None:
    """It is in the middle of sending it: a connection that is reset would make it try again."""
    said = await asyncio.to_thread(end_of_a_large_message, server.port)
    assert said == b"\x88\x02" + (1009).to_bytes(2)
    await server.empty()


@pytest.mark.parametrize("name", ["Authorization", "authorization", "AUTHORIZATION"])
async def test_the_token_comes_with_the_first_message(server: Server, name: str) -> None:
    async with server.socket() as socket:
        await socket.send({"type": "connection_init", "payload": {name: make_token()}})
        assert await socket.receive() == {"type": "connection_ack"}
        assert (await results(socket, "{me}"))[0]["payload"] == {"data": {"me": "alice"}}


async def test_the_token_may_come_with_the_upgrade(server: Server) -> None:
    async with server.socket(headers={"Authorization": make_token(sub="bob")}) as socket:
        await socket.init()
        assert (await results(socket, "{me}"))[0]["payload"] == {"data": {"me": "bob"}}


@pytest.mark.parametrize(
    "token",
    ["", "x", 1, {}, make_token(exp=1), make_token("x" * 32), make_token(sub="nobody")],
    ids=["empty", "no token", "a number", "an object", "expired", "of another secret", "of no user"],
)
async def test_a_bad_token_closes(server: Server, logged: list[Any], token: object) -> None:
    async with server.socket() as socket:
        await socket.send({"type": "connection_init", "payload": {"Authorization": token}})
        assert await socket.closed() == 4403
    async with server.socket(headers={"Authorization": str(token)}) as socket:
        assert await socket.closed() == 4403

    assert not [line for line in logged if "exc_info" in line]


async def test_a_user_whose_stream_is_denied_is_sent_away(server: Server) -> None:
    async with server.ready(make_token()) as socket:
        await socket.subscribe("subscription{denies}")
        assert await socket.closed() == 4403


async def test_a_token_that_expires_ends_the_socket(server: Server) -> None:
    soon = (datetime.now(UTC) + timedelta(seconds=0.5)).timestamp()
    async with server.ready(make_token(exp=soon)) as socket:
        await socket.subscribe("subscription{forever}")
        assert await socket.closed() == 4403
    assert server.seen.stream_closed.is_set()


async def test_a_drain_says_come_back(server: Server) -> None:
    async with server.ready() as first, server.ready() as second:
        await first.subscribe("subscription{forever}")
        await first.receive()
        await close_all(server.app)
        assert [await first.closed(), await second.closed()] == [1012, 1012]
    assert server.seen.stream_closed.is_set()


async def test_a_client_that_does_not_read_is_let_go(start: Starter, logged: list[Any]) -> None:
    server = await start(deadlines=Deadlines(send=0.3, close=0.3))
    async with server.ready() as socket:
        await socket.subscribe("subscription{floods}")
        socket.stop_reading()
        await server.empty()
        await start.hung_up()
        socket.abort()

    (line,) = (line for line in logged if line["status"] == 101)
    assert line["closed"] == 1013


async def test_ending_streams_of_a_slow_client_leaves_the_others(server: Server) -> None:
    async with server.ready() as socket:
        for number in range(10):
            await socket.subscribe("subscription{floods}", id=str(number))
        socket.stop_reading()
        await asyncio.sleep(0.2)
        for number in range(8):
            await socket.send({"type": "complete", "id": str(number)})
            await asyncio.sleep(0.02)
        socket.go_on_reading()

        received = [(await socket.receive())["id"] for _ in range(400)]

    assert set(received[200:]) == {"8", "9"}


async def test_a_peer_that_is_gone_is_noticed(start: Starter, logged: list[Any]) -> None:
    server = await start(deadlines=Deadlines(heartbeat=0.2))
    async with server.socket(autoping=False) as socket:
        await socket.init()
        socket.stop_reading()
        await server.empty()
        socket.abort()

    assert not [line for line in logged if "exc_info" in line]


async def test_a_quiet_client_that_answers_pings_stays(start: Starter) -> None:
    server = await start(deadlines=Deadlines(heartbeat=0.1))
    async with server.ready() as socket:
        reading = asyncio.create_task(socket.ws.receive())
        await asyncio.sleep(1)
        assert not reading.done()
        reading.cancel()


async def test_pages_of_this_host_and_listed_ones_may_connect(start: Starter) -> None:
    server = await start(origins=frozenset({"https://app.example"}))
    for origin in (server.url.removesuffix("/graphql"), "https://app.example"):
        async with server.socket(headers={"Origin": origin}) as socket:
            await socket.init()
    for origin in ("https://evil.example", "null", "http://[", "https://app.example.evil.example"):
        with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
            async with server.socket(headers={"Origin": origin}):
                pass
        assert refused.value.status == 403


def kept() -> Counter[str]:
    """Parts of HTTP, and messages of clients, that are alive."""
    gc.collect()
    kinds = (HttpRequestParser, aiohttp.WSMessage)
    return Counter(type(one).__name__ for one in gc.get_objects() if isinstance(one, kinds))


async def test_a_quiet_socket_keeps_no_parser_and_no_message(server: Server) -> None:
    before = kept()
    async with server.ready(make_token()) as first, server.ready(make_token()) as second:
        for socket in (first, second):
            await socket.subscribe("subscription{forever}")
            await socket.receive()
        assert kept() <= before
