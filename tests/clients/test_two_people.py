"""The stock Python client against the service as it is started by hand."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.databases import PATIENCE

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = Path(__file__).with_name("two_people.py")


@asynccontextmanager
async def _demo(database_url: str) -> AsyncIterator[str]:
    """`python -m server` in a process of its own, on a port that was free."""
    chosen = {"DOORSTEP_DEMO": "1", "DOORSTEP_PORT": "0", "DOORSTEP_DATABASE_URL": database_url}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "server"), cwd=ROOT, env=os.environ | chosen, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout
    try:
        async with asyncio.timeout(PATIENCE):
            line = (await process.stdout.readline()).decode()
        yield line.split("/graphql")[0].removeprefix("Doorstep listens on ")
    finally:
        process.terminate()
        async with asyncio.timeout(PATIENCE):
            assert await process.wait() == 0


@pytest.mark.shows("4.30", "4.49", "5.9", "5.10", "9.3", "9.4", "9.11", "11.1")
async def test_two_people_and_the_stock_client(database_url: str) -> None:
    async with _demo(database_url) as url:
        script = await asyncio.create_subprocess_exec(
            *(sys.executable, SCRIPT, url), stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT
        )
        said, _ = await script.communicate()
    assert script.returncode == 0, said.decode()
    assert said.decode().splitlines()[-1] == "all as it should be"
