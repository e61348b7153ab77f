"""Stock clients in node: their server is killed and started again, and each that reconnects gets every item."""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from subprocess import PIPE
from typing import Any
from uuid import uuid4

import aiohttp
import pytest

from tests.clients.nodes import go_on, said_until
from tests.streams import Stream

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SUITE = HERE / "reconnects"
SECRET = "a secret of the tests, long enough"


@contextmanager
def running(database: Path, port: str = "0", **settings: str) -> Iterator[str]:
    """A demo in a process of its own, killed without a word at the end; its address."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DOORSTEP_")}
    chosen = {
        "DOORSTEP_DEMO": "1",
        "DOORSTEP_PORT": port,
        "DOORSTEP_DATABASE_URL": f"sqlite:///{database}",
        "DOORSTEP_JWT_SECRET": SECRET,
        "DOORSTEP_LOG_LEVEL": "info",
    }
    command = [sys.executable, "-m", "server"]
    log = database.with_suffix(".log").open("ab")
    with (
        log,
        subprocess.Popen(
            command, cwd=ROOT, env=kept | chosen | settings, stdout=PIPE, stderr=log, text=True
        ) as server,
    ):
        assert server.stdout
        found = re.search(r"http://([\d.]+:\d+)/", server.stdout.readline())
        assert found, "the server did not start"
        try:
            yield found[1]
        finally:
            server.send_signal(signal.SIGKILL)


EVENTS = """subscription { events {
    __typename ... on RequestReceived { request { pendingMessages { text } } }
} }"""
SEND = "mutation($input: SendRequestInput!) { sendRequest(input: $input) { __typename } }"


@dataclass
class Someone:
    """A user of the demo, by the address of a server."""

    client: aiohttp.ClientSession
    address: str
    token: str

    @classmethod
    async def of(cls, client: aiohttp.ClientSession, address: str, name: str) -> "Someone":
        async with client.post(f"http://{address}/demo/token", json={"username": name}) as answer:
            return cls(client, address, f"Bearer {(await answer.json())['token']}")

    async def ask(self, query: str, variables: Any = None) -> Any:
        body, headers = {"query": query, "variables": variables}, {"Authorization": self.token}
        async with self.client.post(f"http://{self.address}/graphql", json=body, headers=headers) as answer:
            return (await answer.json())["data"]

    @asynccontextmanager
    async def follows(self, id: str) -> AsyncIterator[Stream]:
        url, protocols = f"http://{self.address}/graphql", ["graphql-transport-ws"]
        async with self.client.ws_connect(url, protocols=protocols) as ws:
            await ws.send_json({"type": "connection_init", "payload": {"Authorization": self.token}})
            assert (await ws.receive_json())["type"] == "connection_ack"
            await ws.send_json({"type": "subscribe", "id": id, "payload": {"query": EVENTS}})
            yield Stream(ws)


@pytest.mark.shows("9.23")
async def test_a_killed_server_knows_where_a_stream_began(tmp_path: Path) -> None:
    database, id = tmp_path / "doorstep.db", str(uuid4())
    async with aiohttp.ClientSession() as client:
        with running(database) as address:
            grace = await Someone.of(client, address, "grace")
            async with grace.follows(id) as stream:
                assert (await stream.item())["__typename"] == "Position"
        with running(database) as address:
            alice = await Someone.of(client, address, "alice")
            recipient = (await alice.ask('{ user(username: "grace") { id } }'))["user"]["id"]
            given = {"input": {"recipientId": recipient, "text": "Are you back?"}}
            assert (await alice.ask(SEND, given))["sendRequest"]["__typename"] == "SendRequestSuccess"
            async with replace(grace, address=address).follows(id) as stream:
                while (item := await stream.item())["__typename"] != "RequestReceived":
                    pass
                assert [one["text"] for one in item["request"]["pendingMessages"]] == ["Are you back?"]


@pytest.mark.shows("9.20", "9.21", "9.22", "9.23")
@pytest.mark.skipif(not shutil.which("node"), reason="node is not installed")
@pytest.mark.skipif(not (SUITE / "node_modules").exists(), reason=f"run npm ci in {SUITE.name} first")
def test_nothing_is_lost_when_the_server_is_killed(tmp_path: Path) -> None:
    database = tmp_path / "doorstep.db"
    with ExitStack() as stack:
        with running(database) as address:
            command = ["node", str(SUITE / "reconnects.mjs"), f"http://{address}"]
            player = stack.enter_context(subprocess.Popen(command, stdin=PIPE, stdout=PIPE, text=True))
            said = said_until("stop", player)
        go_on(player)
        said += said_until("start", player)
        with running(database, address.partition(":")[2]):
            go_on(player)
            said += said_until("the end", player)

    assert player.returncode == 0, said
    assert said.count("ok ") == 4
    assert "ticket" not in database.with_suffix(".log").read_text().lower().replace("createstreamticket", "")
