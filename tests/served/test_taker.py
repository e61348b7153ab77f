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
        lines = await said_by_taker(DOORSTEP_URL=url.replace("graphql", path), DOORSTEP_TOKEN=token)
        # A busy machine may make it wait and say so first.
        assert lines[-1].startswith(why)


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({}, "Set DOORSTEP_URL and DOORSTEP_TOKEN"),
        (
            {"DOORSTEP_URL": "http://127.0.0.1:1/", "DOORSTEP_TOKEN": "x", "DOORSTEP_LEASE": "soon"},
            "Set DOORSTEP_URL",
        ),
        ({"DOORSTEP_URL": "localhost:8000/graphql", "DOORSTEP_TOKEN": "x\n"}, "DOORSTEP_URL is no address"),
        ({"DOORSTEP_URL": "127.0.0.1", "DOORSTEP_TOKEN": "x"}, "DOORSTEP_URL is no address"),
    ],
)
async def test_settings_that_cannot_be_used_are_one_line(given: dict[str, str], why: str) -> None:
    [line] = await said_by_taker(**given)
    assert line.startswith(why)


async def said_by_taker(**settings: str) -> list[str]:
    """Its lines on standard error, once it has ended."""
    taker = await asyncio.create_subprocess_exec(
        sys.executable,
        str(ROOT / "examples" / "push" / "taker.py"),
        env=os.environ | settings,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        _, errors = await asyncio.wait_for(taker.communicate(), PATIENCE)
    finally:
        if taker.returncode is None:
            taker.kill()
    return errors.decode().splitlines()
