"""Requests of one connection, some on the short way and some on aiohttp's: answered in order, and alike."""

import asyncio

from tests.databases import PATIENCE
from tests.transport.servers import Server, Starter, make_token
from tests.transport.test_heads import BODY, POST, request

ON_LANE = request(b"POST /graphql", list(POST.items()), BODY)
OFF_LANE = request(b"POST /graphql", [*POST.items(), ("Expect", b"100-continue")], BODY)
ELSEWHERE = request(b"GET /nowhere", [("Host", b"x")], b"")
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


async def test_both_ways_give_the_same_headers(start: Starter) -> None:
    server = await start(origins=frozenset({ORIGIN}))
    shown = []
    for more in ({}, {"Connection": "close"}):
        headers = {"Origin": ORIGIN, "Authorization": make_token(), **more}
        async with server.client.post(server.url, json={"query": "{me}"}, headers=headers) as answer:
            shown.append({k: v for k, v in answer.headers.items() if k not in {"Date", "Connection"}})
            assert answer.headers["Access-Control-Allow-Origin"] == ORIGIN
    assert shown[0] == shown[1]
