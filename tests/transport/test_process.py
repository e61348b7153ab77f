"""The process: it drains its sockets, lets mutations end, and leaves."""

import asyncio
import json
import signal
import sys
import time
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator

import aiohttp
import pytest
from aiohttp import web

from tests.databases import PATIENCE
from tests.forks import Forked, forked
from tests.transport.servers import SECRET, Server, make_token
from tests.transport.toy import Seen

ENVIRONMENT = {"DOORSTEP_JWT_SECRET": SECRET, "DOORSTEP_PORT": "0"}
MODULE = "tests.transport.toy_process"


@pytest.fixture
async def process() -> AsyncIterator[Forked]:
    started = await forked(MODULE, ENVIRONMENT)
    yield started
    if started.returncode is None:
        started.kill()
    await started.communicate()


AT_THE_END_OF_A_START = """
import os, signal
import uvloop
from aiohttp import web
from server.process import serve
from server.settings import Settings

async def assemble(_):
    os.kill(os.getpid(), signal.SIGTERM)
    return web.Application()

uvloop.run(serve(Settings(port=0, jwt_secret="x" * 32), assemble))
"""


async def test_a_signal_at_the_end_of_a_start_is_not_lost() -> None:
    started = await asyncio.create_subprocess_exec(sys.executable, "-c", AT_THE_END_OF_A_START, stdout=PIPE)
    try:
        await asyncio.wait_for(started.communicate(), PATIENCE)
    finally:
        if started.returncode is None:
            started.kill()
    assert started.returncode == 0


async def address(process: Forked) -> str:
    line = (await asyncio.wait_for(process.stdout.readline(), PATIENCE)).decode()
    assert line.startswith("Doorstep listens on http://127.0.0.1:")
    return line.split()[-1]


@pytest.mark.parametrize("ends", [signal.SIGTERM, signal.SIGHUP])
async def test_a_signal_drains_and_ends_the_process(process: Forked, ends: signal.Signals) -> None:
    url = await address(process)
    async with aiohttp.ClientSession() as client:
        server = Server(url, Seen(), web.Application(), client)
        async with (
            server.ready(make_token()) as streaming,
            server.ready() as saving,
            server.ready() as silent,
        ):
            await streaming.subscribe("subscription{forever}")
            await streaming.receive()
            await saving.subscribe("mutation{save}")
            assert await server.post("{__typename}") == {"data": {"__typename": "Query"}}

            started = time.monotonic()
            process.send_signal(ends)
            assert [await socket.closed() for socket in (streaming, saving, silent)] == [1012, 1012, 1012]
            output, errors = await process.communicate()

    assert (process.returncode, output) == (0, b"saved\n")
    assert time.monotonic() - started < 10
    lines = [json.loads(line) for line in errors.splitlines()]
    assert [line["status"] for line in lines if line["event"] == "request"] == [200, 101, 101, 101]
    assert b"eyJ" not in errors, "a token in a log"


async def test_a_client_that_hangs_does_not_hold_the_process(process: Forked) -> None:
    url = await address(process)
    async with aiohttp.ClientSession() as client:
        server = Server(url, Seen(), web.Application(), client)
        async with server.ready() as socket:
            await socket.subscribe("subscription{floods}")
            socket.stop_reading()
            process.send_signal(signal.SIGINT)
            await asyncio.wait_for(process.wait(), PATIENCE)
            socket.abort()

    assert process.returncode == 0


async def test_a_client_that_reads_no_answer_does_not_hold_the_process(process: Forked) -> None:
    port = int((await address(process)).split(":")[2].split("/")[0])
    asked = b"GET /graphql?query={large} HTTP/1.1\r\nHost: x\r\n\r\n"
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(asked * 20)
    assert await asyncio.wait_for(reader.readline(), PATIENCE) == b"HTTP/1.1 200 OK\r\n"
    reader._transport.pause_reading()  # type: ignore[attr-defined]
    await asyncio.sleep(0.5)

    started = time.monotonic()
    process.send_signal(signal.SIGTERM)
    await asyncio.wait_for(process.communicate(), PATIENCE)
    assert process.returncode == 0
    assert 4 < time.monotonic() - started < 8
    writer.close()


async def test_two_processes_do_not_share_an_address(process: Forked) -> None:
    port = (await address(process)).split(":")[2].split("/")[0]
    second = await forked(MODULE, {**ENVIRONMENT, "DOORSTEP_PORT": port})
    _, errors = await second.communicate()

    assert second.returncode != 0
    assert f"cannot listen on 127.0.0.1:{port}" in errors.decode()
