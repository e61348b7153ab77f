"""The example of a taker says why it cannot take pushes."""

import asyncio
import os
import sys
from pathlib import Path

import aiohttp
import pytest

from tests.commands import ROOT
from tests.databases import PATIENCE
from tests.races.workers import worker


@pytest.mark.parametrize(
    ("user", "path", "why"),
    [
        (None, "graphql", "DOORSTEP_TOKEN is wrong or has expired"),
        ("alice", "graphql", "You are not allowed to do this."),
        ("alice", "nowhere", "DOORSTEP_URL answers 404"),
    ],
)
async def test_what_waiting_does_not_mend_ends_it(
    tmp_path: Path, user: str | None, path: str, why: str
) -> None:
    database = f"sqlite:///{tmp_path}/doorstep.db"
    async with worker(database, tmp_path / "log", {}, {"DEMO": "1"}) as server:
        url = server.url.replace("graphiql", "graphql")
        token = "no token"
        if user:
            async with (
                aiohttp.ClientSession() as client,
                client.post(url.replace("graphql", "demo/token"), json={"username": user}) as answer,
            ):
                token = (await answer.json())["token"]
        taker = await asyncio.create_subprocess_exec(
            sys.executable,
            str(ROOT / "examples" / "push" / "taker.py"),
            env=os.environ | {"DOORSTEP_URL": url.replace("graphql", path), "DOORSTEP_TOKEN": token},
            stderr=asyncio.subprocess.PIPE,
        )
        try:
            _, errors = await asyncio.wait_for(taker.communicate(), PATIENCE)
        finally:
            if taker.returncode is None:
                taker.kill()
        # A busy machine may make it wait and say so first.
        line = errors.decode().splitlines()[-1]
        assert line.startswith(why)
