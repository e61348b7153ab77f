"""The cost of one event while its user has as many streams as there may be: CPU of its process."""

import asyncio
import os
import re
import sys
import tempfile
from contextlib import AsyncExitStack
from pathlib import Path

import aiohttp

from server.assets import QUERIES
from server.policy import names_of
from server.rates import Rates

_BASE = re.compile(r"http://[^/]+")
EVENTS = 10
_RAISED = {"reads", "reads_burst", "items", "items_burst"}
"""Rates that so many streams would use up: while a client waits for them, it answers no heartbeat."""
TICKS = os.sysconf("SC_CLK_TCK")


def _text(name: str) -> str:
    return (QUERIES / f"{name}.graphql").read_text(encoding="utf-8")


def _cpu(pid: int) -> float:
    """Seconds of a process so far, of the system's part too."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


async def milliseconds_an_event() -> float:
    """Of a demo of its own: alice follows and unfollows bob, and every stream of hers tells it."""
    with tempfile.TemporaryDirectory() as folder:
        raised = {name: "1000000000" for name, field in names_of(Rates).items() if field in _RAISED}
        environment = (
            os.environ
            | raised
            | {
                "DOORSTEP_DEMO": "1",
                "DOORSTEP_PORT": "0",
                "DOORSTEP_DATABASE_URL": f"sqlite:///{folder}/streams.db",
            }
        )
        service = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "server",
            env=environment,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
        )
        assert service.stdout
        line = (await service.stdout.readline()).decode()
        try:
            return await _measure(service.pid, _BASE.findall(line)[0])
        finally:
            service.terminate()
            await service.wait()


async def _measure(pid: int, base: str) -> float:
    rates = Rates()
    async with AsyncExitStack() as open_, aiohttp.ClientSession(base) as client:
        async with client.post("/demo/token", json={"username": "alice"}) as answer:
            token = f"Bearer {(await answer.json())['token']}"
        sockets = []
        for _ in range(rates.sockets):
            socket = await open_.enter_async_context(
                client.ws_connect("/graphql", protocols=["graphql-transport-ws"])
            )
            await socket.send_json({"type": "connection_init", "payload": {"Authorization": token}})
            await socket.receive_json()
            sockets.append(socket)
        each = rates.operations // rates.sockets
        for socket in sockets:
            for number in range(each):
                payload = {"query": _text("events")}
                await socket.send_json({"type": "subscribe", "id": str(number), "payload": payload})
        await _items(sockets, each)
        bob = await _ask(client, token, "user", username="bob")
        started = _cpu(pid)
        for number in range(EVENTS):
            await _ask(client, token, "unfollow" if number % 2 else "follow", input={"userId": bob["id"]})
            await _items(sockets, each)
        return (_cpu(pid) - started) / EVENTS * 1000


async def _items(sockets: list[aiohttp.ClientWebSocketResponse], each: int) -> None:
    for socket in sockets:
        for _ in range(each):
            message = await socket.receive_json(timeout=60)
            assert message["type"] == "next", message


async def _ask(client: aiohttp.ClientSession, token: str, name: str, **variables: object) -> dict[str, str]:
    body = {"query": _text(name), "variables": variables}
    async with client.post("/graphql", json=body, headers={"Authorization": token}) as answer:
        [value] = (await answer.json())["data"].values()
        return dict(value)
