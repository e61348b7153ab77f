"""A busy process takes several connections in one turn of its event loop, so that they need not wait for many."""

import asyncio
import socket

import uvloop
from aiohttp import web

from server.process import ACCEPTED, listen
from server.transport.wire import Runner

COMING = 4 * ACCEPTED


async def _turns() -> int:
    """That it takes until all have come."""
    runner = Runner(web.Application())
    await runner.setup()
    with socket.create_server(("127.0.0.1", 0)) as shared:
        address = shared.getsockname()
        await listen(runner, [shared])
        assert runner.server
        clients = [socket.create_connection(address) for _ in range(COMING)]
        turns = 0
        while len(runner.server.connections) < COMING:
            await asyncio.sleep(0)
            turns += 1
        await runner.cleanup()
    for client in clients:
        client.close()
    with socket.socket() as late:
        assert late.connect_ex(address)
    return turns


def test_many_connections_come_in_few_turns() -> None:
    assert uvloop.run(_turns()) < COMING
