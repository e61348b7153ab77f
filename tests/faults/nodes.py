"""Clients that are graphql-ws itself, in node: they come again by themselves, and name no cursor."""

import asyncio
import json
import shutil
from asyncio.subprocess import PIPE
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from time import monotonic
from typing import Any

from tests.faults.checks import Verdict
from tests.world import Person

SUITE = Path(__file__).resolve().parents[1] / "clients" / "reconnects"
SETTLED = 90
_LINE = 2**28
"""Bytes of a line with all items that they heard, at most."""


@asynccontextmanager
async def graphql_ws(people: Sequence[Person]) -> AsyncIterator["Nodes"]:
    """One client of each, live from here on; OSError where there is no node, or no package."""
    node = shutil.which("node")
    if not node or not (SUITE / "node_modules").exists():
        raise OSError(f"node, or what npm ci makes in {SUITE.name}, is not here")
    url = people[0].world.url.replace("http", "ws", 1)
    process = await asyncio.create_subprocess_exec(
        node, str(SUITE / "listeners.mjs"), url, stdin=PIPE, stdout=PIPE, limit=_LINE
    )
    nodes = Nodes(process, people)
    try:
        await nodes.say(json.dumps([person.token for person in people]))
        assert await nodes.hear() == "listening"
        yield nodes
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


class Nodes:
    """The process with all of them."""

    def __init__(self, process: asyncio.subprocess.Process, people: Sequence[Person]) -> None:
        self._process = process
        self.people = people

    async def say(self, line: str) -> None:
        assert self._process.stdin
        self._process.stdin.write(f"{line}\n".encode())
        await self._process.stdin.drain()

    async def hear(self) -> str:
        assert self._process.stdout
        return (await self._process.stdout.readline()).decode().strip()

    async def check(self, verdict: Verdict, told: dict[int, list[str]]) -> None:
        """They heard everything that the log of each had since they began; a reconnect may repeat some.

        The load rests; one that just connects again gets its time.
        """
        until = monotonic() + SETTLED
        heard, wrong = await self._compared(told)
        while wrong["lost"] and monotonic() < until:
            await asyncio.sleep(1)
            heard, wrong = await self._compared(told)
        for name, count in wrong.items():
            verdict.require_none(f"graphql-ws: {name}", count)
        texts = [one["texts"] for one in heard]
        verdict.figures["deliveries to graphql-ws"] = sum(len(set(one)) for one in texts)
        verdict.figures["repeated by reconnects"] = sum(len(one) - len(set(one)) for one in texts)

    async def _compared(self, told: dict[int, list[str]]) -> tuple[Any, Counter[str]]:
        await self.say("what did you hear?")
        heard, wrong = json.loads(await self.hear()), Counter[str]()
        for person, one in zip(self.people, heard, strict=True):
            _compare(wrong, one, told[person.key])
        return heard, wrong


def _compare(wrong: Counter[str], one: Any, told: list[str]) -> None:
    heard = list(dict.fromkeys(text for text in one["texts"] if text.startswith("message ")))
    since = told[told.index(heard[0]) :] if heard else []
    wrong["lost"] += len(set(since) - set(heard))
    wrong["out of order"] += since != heard and len(since) == len(heard)
    wrong["ended"] += one["ended"] is not None
    wrong["asked to read again"] += one["resyncs"]
