"""Requests of one connection, some on the short way and some on aiohttp's: answered in order, and alike."""

import asyncio
import socket
from dataclasses import dataclass, field
from typing import Any

import pytest

from server import logs
from server.transport import wire
from server.transport.lane import LaneHandler
from server.transport.replies import Reply
from tests.databases import PATIENCE
from tests.transport.servers import Server, Starter, make_token
from tests.transport.test_heads import BODY, POST, UPGRADE, request

ON_LANE = request(b"POST /graphql", list(POST.items()), BODY)
OFF_LANE = request(b"POST /graphql", [*POST.items(), ("Expect", b"100-continue")], BODY)
ELSEWHERE = request(b"GET /nowhere", [("Host", b"x")], b"")
HANDSHAKE = request(b"GET /graphql", list(UPGRADE.items()), b"")
ORIGIN = "https://app.example.com"


async def statuses(server: Server, said: bytes, count: int) -> list[int]:
    """The answers on one connection, without `100 Continue`."""
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    writer.write(said)
    found: list[int] = []
    async with asyncio.timeout(PATIENCE):
        while len(found) < count:
            head = (await reader.readuntil(b"\r\n\r\n")).lower()
            if head.startswith(b"http/1.1 100"):
                continue
            found.append(int(head.split()[1]))
            await reader.readexactly(int(head.partition(b"content-length: ")[2].split(b"\r\n")[0]))
    writer.close()
    return found


async def test_pipelined_requests_are_answered_in_order_on_both_ways(server: Server) -> None:
    assert await statuses(server, ON_LANE * 3 + ELSEWHERE + ON_LANE + ELSEWHERE, 6) == [200] * 3 + [
        404,
        200,
        404,
    ]
    assert await statuses(server, ON_LANE + OFF_LANE + ON_LANE, 3) == [200] * 3


@pytest.mark.parametrize("first", [ON_LANE, ELSEWHERE, OFF_LANE], ids=["on", "elsewhere", "off"])
async def test_a_request_before_a_handshake_does_not_end_the_connection(server: Server, first: bytes) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    writer.write(first + HANDSHAKE)
    async with asyncio.timeout(PATIENCE):
        await reader.readuntil(b"HTTP/1.1 101 ")
    writer.close()


async def test_a_client_that_leaves_as_the_other_way_begins_is_no_error(
    start: Starter, server: Server
) -> None:
    _, writer = await asyncio.open_connection("127.0.0.1", server.port)
    [serving] = filter(None, (runner.server for runner in start.runners))
    async with asyncio.timeout(PATIENCE):
        while not serving.connections:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    [handler] = serving.connections
    task = handler._task_handler
    assert task
    await asyncio.sleep(0)
    handler.data_received(ELSEWHERE)
    handler.connection_lost(None)
    await asyncio.wait([task])
    assert task.exception() is None
    writer.close()


async def test_more_requests_than_wait_at_once_are_answered_in_order(server: Server) -> None:
    """Beyond 32 the rest is parsed while one of them is taken."""
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    for number in range(100):
        asked = b'{"query":"{add(number:%d)}"}' % number
        head = {**POST, "Content-Length": b"%d" % len(asked)}
        writer.write(request(b"POST /graphql", list(head.items()), asked))
    for number in range(1, 101):
        assert await body(reader) == b'{"data":{"add":%d}}' % number
    writer.close()


async def test_many_requests_after_one_whose_body_came_late(server: Server) -> None:
    """The parser stops at as many requests as it counts, so it must count those alone that wait."""
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    for said in (ON_LANE[: -len(BODY)], ON_LANE[-len(BODY) :] + ON_LANE * 60):
        writer.write(said)
        await asyncio.sleep(0.02)
    for _ in range(61):
        assert b"Query" in await body(reader)
    writer.close()


async def test_a_late_body_after_many_requests_begins_no_head(start: Starter) -> None:
    server = await start(head_deadline=0.2)
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    for said in (ON_LANE * 40 + ON_LANE[:-5], ON_LANE[-5:]):
        writer.write(said)
        await asyncio.sleep(0.05)
    for _ in range(41):
        assert b"Query" in await body(reader)
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(reader.read(1), 0.4)
    writer.close()


async def test_both_ways_give_the_same_headers(start: Starter) -> None:
    server = await start(origins=frozenset({ORIGIN}))
    shown = []
    for more in ({}, {"Connection": "close"}):
        headers = {"Origin": ORIGIN, "Authorization": make_token(), **more}
        async with server.client.post(server.url, json={"query": "{me}"}, headers=headers) as answer:
            shown.append({k: v for k, v in answer.headers.items() if k not in {"Date", "Connection"}})
            assert answer.headers["Access-Control-Allow-Origin"] == ORIGIN
    assert shown[0] == shown[1]


LEAF, ME, FIRST = (
    request(
        b"POST /graphql",
        [
            ("Host", b"x"),
            ("Content-Type", b"application/json"),
            ("Authorization", make_token().encode()),
            ("Content-Length", b"%d" % len(body)),
        ],
        body,
    )
    for body in (b'{"query":"query Leaf{leaf{name}}"}', b'{"query":"{me}"}', b'{"query":"{__typename}"}')
)
"""Of one head; only `me` has to be waited for."""


@dataclass
class Spy:
    """The connection's handler, its tasks, and for each request the number that its context had before."""

    handler: LaneHandler | None = None
    tasks: int = 0
    before: list[int] = field(default_factory=list)


@pytest.fixture
def spy(monkeypatch: pytest.MonkeyPatch) -> Spy:
    seen, start, begin = Spy(), LaneHandler._start, logs.begin_request

    def spied_start(self: LaneHandler, *args: Any) -> None:
        seen.tasks, seen.handler = seen.tasks + 1, self
        start(self, *args)

    def spied_begin() -> float:
        seen.before.append(logs._REQUEST.get())
        return begin()

    monkeypatch.setattr(LaneHandler, "_start", spied_start)
    monkeypatch.setattr("server.service.begin_request", spied_begin)
    return seen


async def body(reader: asyncio.StreamReader) -> bytes:
    async with asyncio.timeout(PATIENCE):
        head = (await reader.readuntil(b"\r\n\r\n")).lower()
        return await reader.readexactly(int(head.partition(b"content-length: ")[2].split(b"\r\n")[0]))


async def test_a_known_request_that_never_waits_takes_no_task(server: Server, spy: Spy) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    tasks = []
    for said in (FIRST, LEAF, ME, LEAF):
        writer.write(said)
        assert b"data" in await body(reader)
        tasks.append(spy.tasks)
    assert tasks == [1, 1, 2, 2]
    assert spy.before == [0] * 4, "each has a context of its own"
    writer.close()


async def test_a_request_waits_until_the_answer_before_it_is_read(
    server: Server, spy: Spy, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = LaneHandler._write

    def full(self: LaneHandler, *args: Any) -> Reply:
        reply = write(self, *args)
        self.pause_writing()
        return reply

    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    writer.write(FIRST)
    assert b"Query" in await body(reader)
    monkeypatch.setattr(LaneHandler, "_write", full)
    writer.write(LEAF)
    assert b"leaf" in await body(reader)
    writer.write(FIRST)
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(reader.read(1), 0.1)
    assert spy.handler
    spy.handler.resume_writing()
    assert b"Query" in await body(reader)
    spy.handler.resume_writing()
    writer.close()


@pytest.mark.skipif(not hasattr(socket, "TCP_USER_TIMEOUT"), reason="this system does not bound it")
@pytest.mark.parametrize("head", [b"POST /graphql", b"GET /graphql?query={large}"])
async def test_a_client_that_never_reads_loses_its_connection(
    start: Starter, monkeypatch: pytest.MonkeyPatch, head: bytes
) -> None:
    monkeypatch.setattr(wire, "MAX_SILENCE", 500)
    server = await start()
    large = b'{"query":"{large}"}'
    said = request(head, [*{**POST, "Content-Length": b"%d" % len(large)}.items()], large)
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    writer.write(said * 20)
    assert await reader.readline() == b"HTTP/1.1 200 OK\r\n"
    writer.transport.pause_reading()  # type: ignore[attr-defined]
    await start.hung_up()
    writer.close()
