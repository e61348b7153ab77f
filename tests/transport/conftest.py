"""Real servers for the tests of the transport."""

from collections.abc import AsyncIterator, Iterator
from typing import Any

import aiohttp
import pytest
import structlog

from tests.transport.servers import Server, Starter


@pytest.fixture
async def start() -> AsyncIterator[Starter]:
    """Starts real servers on free ports; they end with the test."""
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as client:
        starter = Starter(client)
        yield starter
    for runner in starter.runners:
        await runner.cleanup()


@pytest.fixture
async def server(start: Starter) -> Server:
    return await start()


@pytest.fixture
def logged() -> Iterator[list[Any]]:
    """Every line that the service logs while the test runs."""
    with structlog.testing.capture_logs() as lines:
        yield lines
