"""The audits of the graphql-http suite, run by node against a real server."""

import asyncio
import shutil
from pathlib import Path

import pytest

from tests.transport.servers import Server

SUITE = Path(__file__).parents[1] / "clients" / "graphql-http"


@pytest.mark.skipif(not shutil.which("node"), reason="node is not installed")
@pytest.mark.skipif(not (SUITE / "node_modules").exists(), reason=f"run npm ci in {SUITE.name} first")
async def test_all_audits_pass(server: Server) -> None:
    audit = await asyncio.create_subprocess_exec(
        "node", SUITE / "audit.mjs", server.url, stdout=asyncio.subprocess.PIPE
    )
    output, _ = await audit.communicate()

    lines = output.decode().splitlines()
    assert audit.returncode == 0, "\n".join(line for line in lines if not line.startswith("ok"))
    assert sum(line.startswith("ok") for line in lines) == 61
