"""WebSockets: each misbehaviour has one code, and the server goes on."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any, TypeAlias

import aiohttp
import pytest
from multidict import CIMultiDict

from server.rates import Rates
from server.service import Deadlines
from tests.transport.answers import still_answers
from tests.transport.servers import Server, Socket, Starter

Misbehave: TypeAlias = Callable[[Socket], Awaitable[None]]

RUNS = {"query": "subscription{forever}"}


def text(frame: str) -> Misbehave:
    return lambda socket: socket.ws.send_str(frame)


def message(**parts: Any) -> Misbehave:
    return text(json.dumps(parts))


def subscribe(**parts: Any) -> Misbehave:
    return message(**{"type": "subscribe", "id": "1", "payload": RUNS, **parts})


def payload(**parts: Any) -> Misbehave:
    return subscribe(payload={**RUNS, **parts})


def all_of(*steps: Misbehave) -> Misbehave:
    async def run(socket: Socket) -> None:
        for step in steps:
            await step(socket)

    return run


def times(count: int, step: Misbehave) -> Misbehave:
    return all_of(*[step] * count)


FRAMES: dict[str, tuple[Misbehave, int]] = {
    "empty": (text(""), 4400),
    "no JSON": (text("hello"), 4400),
    "truncated": (text('{"type":'), 4400),
    "list": (text("[]"), 4400),
    "number": (text("1"), 4400),
    "null": (text("null"), 4400),
    "string": (text('"ping"'), 4400),
    "true": (text("true"), 4400),
    "NaN": (text("NaN"), 4400),
    "deep": (text("[" * 60_000), 4400),
    "5,000 digits": (text("1" * 5_000), 4400),
    "lone surrogate": (text('{"type":"ping","payload":{"a":"\\ud800"}}'), 4400),
    "empty object": (text("{}"), 4400),
    "unknown type": (message(type="x" * 1_000), 4400),
    "type null": (message(type=None), 4400),
    "type list": (message(type=["ping"]), 4400),
    "type of the server": (message(type="next", id="1", payload={}), 4400),
    "legacy start": (message(type="start", id="1", payload=RUNS), 4400),
    "ping payload": (message(type="ping", payload=[]), 4400),
    "pong payload": (message(type="pong", payload="x"), 4400),
    "id missing": (subscribe(id=None), 4400),
    "id list": (subscribe(id=["1"]), 4400),
    "id object": (subscribe(id={}), 4400),
    "id number": (subscribe(id=1), 4400),
    "id empty": (subscribe(id=""), 4400),
    "id of 129": (subscribe(id="x" * 129), 4400),
    "id of 300": (subscribe(id="é" * 300), 4400),
    "complete without id": (message(type="complete"), 4400),
    "complete of a list": (message(type="complete", id=[]), 4400),
    "payload missing": (subscribe(payload=None), 4400),
    "payload string": (subscribe(payload="{__typename}"), 4400),
    "payload list": (subscribe(payload=[RUNS]), 4400),
    "payload empty": (subscribe(payload={}), 4400),
    "query number": (payload(query=1), 4400),
    "query list": (payload(query=[]), 4400),
    "variables list": (payload(variables=[]), 4400),
    "variables string": (payload(variables="{}"), 4400),
    "operationName number": (payload(operationName=1), 4400),
    "operationName long": (payload(operationName="x" * 256), 4400),
    "extensions list": (payload(extensions=[]), 4400),
    "binary": (lambda socket: socket.ws.send_bytes(b'{"type":"ping"}'), 4400),
    "bad UTF-8": (lambda socket: socket.ws.send_frame(b"\xff", aiohttp.WSMsgType.TEXT), 1007),
    "an id twice": (times(2, subscribe()), 4409),
    "a long id twice": (times(2, subscribe(id="é" * 128)), 4409),
    "a second init": (message(type="connection_init"), 4429),
    "a byte too large": (text(" " * (64 * 1024 + 1)), 1009),
    "too large": (text(" " * 70_000), 1009),
    "3.9 MB": (text(" " * 3_900_000), 1009),
    "a flood of pings": (times(2_000, message(type="ping")), 1013),
    "a flood of pongs": (times(2_000, message(type="pong")), 1013),
    "a flood of protocol pings": (times(2_000, lambda socket: socket.ws.ping(b"x" * 100)), 1013),
    "a flood of protocol pongs": (times(2_000, lambda socket: socket.ws.pong(b"x" * 100)), 1013),
    "a flood of completes": (times(2_000, message(type="complete", id="1")), 1013),
}


@pytest.mark.parametrize("case", FRAMES)
async def test_each_misbehaviour_has_its_code(server: Server, logged: list[Any], case: str) -> None:
    misbehave, code = FRAMES[case]
    async with server.ready() as socket:
        with_reader = asyncio.create_task(socket.closed())
        await asyncio.gather(misbehave(socket), return_exceptions=True)
        assert await with_reader == code

    await still_answers(server, logged)


@pytest.mark.parametrize(
    ("misbehave", "code"),
    [
        (subscribe(), 4401),
        (message(type="connection_init", payload=[]), 4400),
        (message(type="connection_init", payload="x"), 4400),
        (message(type="connection_init", payload={"Authorization": ["x"]}), 4403),
        (all_of(message(type="connection_init"), message(type="connection_init")), 4429),
    ],
)
async def test_before_the_first_message(
    server: Server, logged: list[Any], misbehave: Misbehave, code: int
) -> None:
    async with server.socket() as socket:
        await misbehave(socket)
        assert await socket.closed() == code

    await still_answers(server, logged)


async def test_no_first_message_in_time(start: Starter, logged: list[Any]) -> None:
    server = await start(deadlines=Deadlines(init=0.1))
    async with server.socket() as socket:
        await socket.send({"type": "ping"})
        assert await socket.closed() == 4408

    await still_answers(server, logged)


@pytest.mark.parametrize(
    "protocols", [[], ["graphql-ws"], ["graphql-transport-ws-x"], ["x" * 1_000]], ids=str
)
async def test_other_subprotocols_are_closed(
    server: Server, logged: list[Any], protocols: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    async with server.socket(protocols=protocols) as socket:
        assert await socket.closed() == 4406

    await still_answers(server, logged)


async def test_ours_is_taken_whatever_else_is_offered(server: Server) -> None:
    async with server.socket(protocols=["graphql-ws", "graphql-transport-ws"]) as socket:
        assert socket.ws.protocol == "graphql-transport-ws"
        await socket.init()
    names = ["graphql-ws", "x, graphql-transport-ws"]
    lines = [
        *{"Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Version": "13"}.items(),
        ("Sec-WebSocket-Key", "AAAAAAAAAAAAAAAAAAAAAA=="),
        *(("Sec-WebSocket-Protocol", name) for name in names),
    ]
    async with server.client.get(server.url, headers=CIMultiDict(lines)) as answer:
        assert answer.status == 101
        assert answer.headers.getall("Sec-WebSocket-Protocol") == ["graphql-transport-ws"]


@pytest.mark.parametrize(
    "headers", [{"Sec-WebSocket-Key": "x"}, {"Sec-WebSocket-Version": "1"}, {"Connection": "close"}]
)
async def test_a_broken_handshake_is_a_typed_refusal(
    server: Server, logged: list[Any], headers: dict[str, str]
) -> None:
    given = {"Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Version": "13", **headers}
    async with server.client.get(server.url, headers=given) as answer:
        assert answer.status == 400
        assert (await answer.json())["errors"][0]["extensions"] == {"code": "BAD_REQUEST"}

    await still_answers(server, logged)


async def test_a_connection_reset_amid_a_frame_leaves_no_trace(server: Server, logged: list[Any]) -> None:
    async with server.ready() as socket:
        await socket.subscribe("subscription{forever}")
        await socket.receive()
        socket.write_raw(b"\x81\xfe\x01")
        socket.abort()
        await server.empty()

    await still_answers(server, logged)


def frames_of(message: bytes) -> bytes:
    """One for each byte, masked by zeros."""
    ends = [b"\x01", *([b"\x00"] * (len(message) - 2)), b"\x80"]
    pairs = zip(ends, message, strict=True)
    return b"".join(end + b"\x81" + bytes(4) + bytes([byte]) for end, byte in pairs)


async def test_frames_of_one_byte_are_read_and_empty_ones_are_not_for_long(
    server: Server, logged: list[Any]
) -> None:
    """Hundreds of thousands of empty ones in a second would keep the process from all others."""
    ping = json.dumps({"type": "ping", "payload": {"": "x" * 60_000}}).encode()
    async with server.ready() as socket:
        for _ in range(4):
            socket.write_raw(frames_of(ping))
            assert await socket.receive() == {"type": "pong"}
        socket.write_raw(b"\x01\x80" + bytes(4))
        for _ in range(3):
            socket.write_raw((b"\x00\x80" + bytes(4)) * 60_000)
        assert await socket.closed() == 1006
        await server.empty()

    await still_answers(server, logged)


async def test_full_pings_of_the_protocol_are_messages(start: Starter, logged: list[Any]) -> None:
    """The bytes in them are their own, so a socket that lives for days may send many."""
    server = await start(rates=Rates(frames=1_000_000))
    async with server.ready() as socket:
        for _ in range(100):
            socket.write_raw((b"\x89\xfd" + bytes(4 + 125)) * 200)
            await message(type="ping")(socket)
            while (said := await socket.ws.receive()).type is aiohttp.WSMsgType.PONG:
                pass
            assert said.type is aiohttp.WSMsgType.TEXT


async def test_200_sockets_of_one_address_are_held(start: Starter, logged: list[Any]) -> None:
    server = await start(rates=Rates(address_sockets=200))
    connections = []
    for _ in range(200):
        ws = await server.client.ws_connect(server.url, protocols=["graphql-transport-ws"])
        connections.append(Socket(ws))
        await connections[-1].init()  # at once: the service waits some seconds for it
    await still_answers(server, logged)
    await asyncio.gather(*(connection.ws.close() for connection in connections))
