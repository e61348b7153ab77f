"""Each worker has a page of metrics of its own, and one that replaces another takes its port."""

import asyncio
import os
import random
import signal
import socket

import aiohttp

from tests.databases import PATIENCE, PostgresSource
from tests.served.test_workers import started, two_workers


def two_free_ports() -> int:
    """The first of two ports, below those that the system gives to outgoing connections."""
    while True:
        port = random.randrange(20_000, 32_000, 2)
        with socket.socket() as one, socket.socket() as other:
            try:
                one.bind(("127.0.0.1", port))
                other.bind(("127.0.0.1", port + 1))
            except OSError:
                continue
            return port


async def starts(client: aiohttp.ClientSession, first: int) -> list[float]:
    """The start times of the processes at both ports."""
    found = []
    for port in (first, first + 1):
        async with asyncio.timeout(PATIENCE):
            found.append(await started_at(client, port))
    return found


async def started_at(client: aiohttp.ClientSession, port: int) -> float:
    while True:
        try:
            async with client.get(f"http://127.0.0.1:{port}/metrics") as answer:
                lines = (await answer.text()).splitlines()
        except aiohttp.ClientError:
            await asyncio.sleep(0.05)
            continue
        assert 'doorstep_pool_size{pool="main"} 16.0' in lines
        [line] = [line for line in lines if line.startswith("process_start_time_seconds ")]
        return float(line.split()[1])


async def test_each_worker_has_a_port(postgres_source: PostgresSource) -> None:
    url, port = await postgres_source.make(), two_free_ports()
    process = await started(DATABASE_URL=url, WORKERS="2", METRICS_PORT=str(port))
    try:
        async with aiohttp.ClientSession() as client:
            before = await starts(client, port)
            killed, _ = sorted(await two_workers(process))
            os.kill(killed, signal.SIGKILL)
            await two_workers(process, without=killed)
            after = await starts(client, port)
            # Two workers may start in one tick of the system's clock: a port is compared with itself.
            assert [old == new for old, new in zip(before, after, strict=True)].count(False) == 1
    finally:
        process.terminate()
        await process.communicate()
    await postgres_source.drop(url)
