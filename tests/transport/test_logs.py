"""The lines of a real process: each names its origin, and has no data of a user."""

import asyncio
import json
import os
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from server.logs import tell
from tests.databases import PATIENCE
from tests.races.workers import worker
from tests.transport.servers import PROTOCOL

FULL = Path("/dev/full")
PRIVATE = ("call me", "23456789", "topsecret", "eyJ", "203.0.113.7")
TEXT = "call me on +49 151 23456789"


async def live_with(log: Path, folder: Path, **settings: str) -> None:
    """The log of a demo in which a user signs in, sends, listens, and does everything wrong."""
    demo = {"DEMO": "1", "LOG_LEVEL": "info", **settings}
    async with worker(f"sqlite:///{folder}/doorstep.db", log, {}, demo) as server:
        async with aiohttp.ClientSession() as client:
            await _live(client, server.url.replace("graphiql", "graphql"))
        server.process.terminate()
        await asyncio.wait_for(asyncio.to_thread(server.process.join), PATIENCE)


async def lines_of(folder: Path, **settings: str) -> list[str]:
    log = folder / "log"
    await live_with(log, folder, **settings)
    return log.read_text().splitlines()


async def _live(client: aiohttp.ClientSession, url: str) -> None:
    async with client.post(url.replace("graphql", "demo/token"), json={"username": "alice"}) as answer:
        token = (await answer.json())["token"]
    signed_in = {"Authorization": f"Bearer {token}", "X-Forwarded-For": "203.0.113.7"}
    who = 'query Who { user(username: "bob") { id } }'
    async with client.post(url, json={"query": who}, headers=signed_in) as answer:
        bob = (await answer.json())["data"]["user"]["id"]
    send = "mutation Says($input: SendRequestInput!) { sendRequest(input: $input) { __typename } }"
    given = {"input": {"recipientId": bob, "text": TEXT}}
    for headers in (signed_in, {"Authorization": f"Bearer {token}topsecret"}):
        for body in (
            {"query": send, "variables": given},
            {"query": send, "variables": {"input": {"recipientId": TEXT, "text": 5}}},
            {"query": f'{{ user(username: "{TEXT}") {{ id }} }}'},
            {"query": f"{{ {TEXT}"},
        ):
            await client.post(url, json=body, headers=headers)
        await client.get(url, params={"query": f'{{ user(username: "{TEXT}") {{ id }} }}'}, headers=headers)
    await client.post(url, data=TEXT, headers=signed_in)
    async with client.ws_connect(url, protocols=[PROTOCOL]) as socket:
        await socket.send_json({"type": "connection_init", "payload": {"Authorization": f"Bearer {token}"}})
        await socket.receive_json()
        await socket.send_json(
            {"type": "subscribe", "id": TEXT, "payload": {"query": send, "variables": given}}
        )
        await socket.receive_json()
        await socket.send_str(TEXT)


def parsed(lines: list[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in lines]


@pytest.mark.parametrize("format", ["json", "text", "auto"])
async def test_a_log_has_no_data_of_a_user(tmp_path: Path, format: str) -> None:
    lines = await lines_of(tmp_path, LOG_FORMAT=format, LOG_LEVEL="debug")
    assert len(lines) > 10
    for line in lines:
        for private in PRIVATE:
            assert private not in line
        assert line.startswith("{") == (format != "text")
        assert "\x1b" not in line


async def test_a_line_says_where_it_comes_from(tmp_path: Path) -> None:
    requests = [line for line in parsed(await lines_of(tmp_path)) if line["event"] == "request"]
    assert {line["worker"] for line in requests}.isdisjoint({os.getpid()})
    assert len({line["worker"] for line in requests}) == 1
    assert max(Counter(line["request_id"] for line in requests).values()) == 1
    assert {line["operation"] for line in requests} >= {"Who", "Says", ""}


async def test_a_log_without_room_costs_no_answer(tmp_path: Path) -> None:
    """Its clients see all that they see otherwise: `live_with` would miss an answer."""
    await live_with(Path("/dev/full"), tmp_path)


@pytest.mark.skipif(not FULL.exists(), reason="Linux has it")
def test_a_line_that_cannot_be_written_keeps_no_process_from_serving(monkeypatch: pytest.MonkeyPatch) -> None:
    with FULL.open("w") as full:
        monkeypatch.setattr(sys, "stdout", full)
        tell("Doorstep listens")
