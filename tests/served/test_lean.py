"""A serving process loads only what it uses."""

import asyncio
import os
import sys
from subprocess import PIPE

from tests.commands import ROOT

SELDOM = {
    "gunicorn",
    "opentelemetry",
    "prometheus_client",
    "pydantic.main",
    "pygments",
    "redis",
    "rich.console",
}
"""Of several workers, traces, metrics, the broker and the other commands."""


async def test_what_is_seldom_used_is_not_loaded() -> None:
    """It stops at the first wrong setting, when all is imported."""
    command = [sys.executable, "-X", "importtime", "-m", "server", "serve"]
    env = os.environ | {"DOORSTEP_PORT": "none"}
    process = await asyncio.create_subprocess_exec(*command, cwd=ROOT, env=env, stderr=PIPE)
    _, said = await process.communicate()
    loaded = {line.rpartition("|")[2].strip() for line in said.decode().splitlines()}
    assert "aiohttp.web" in loaded
    assert not SELDOM & loaded
