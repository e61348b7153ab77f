"""Thousands of listeners in a process of their own, on raw sockets, who read which message an item is and no more.

The input of the process is a line of JSON, a `Task`, then a line a question; each answer is a line of JSON.
"""

import asyncio
import json
import sys
from array import array
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass
from time import monotonic
from typing import Any

import uvloop

from benchmarks.bench.listeners import AT_ONCE, Heard
from benchmarks.bench.listeners import Listener as RawListener
from tests.faults.listeners import LISTEN, Listener
from tests.world import Person

BEFORE, AFTER = b'"text":"message ', b" of the load"
"""A number is between them: all that is read of an item."""

_LINE = 2**28
"""Bytes of all that was heard, at most."""


@dataclass(frozen=True)
class Task:
    """`tokens`: one a listener."""

    port: int
    tokens: Sequence[str]


class Ear(RawListener):
    """One socket with one subscription, that is never opened again. `is_live`: an item came, as one does at once."""

    def __init__(self, token: str, heard: Heard) -> None:
        super().__init__(LISTEN, token, heard)
        self.numbers, self.times = array("q"), array("d")
        self.is_live = False

    def _take(self, kind: int, data: bytes) -> None:
        begin = data.find(BEFORE) + len(BEFORE)
        if begin >= len(BEFORE):
            self.times.append(monotonic())
            self.numbers.append(int(data[begin : data.index(AFTER, begin)]))
        elif b'"errors"' in data or b"ResyncRequired" in data:
            self._heard.wrong.append(data.decode())
        else:
            self.is_live = self.is_live or b'"Position"' in data
            super()._take(kind, data)


async def _run() -> None:
    lines = asyncio.StreamReader(limit=_LINE)
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(lines), sys.stdin)
    task, heard = Task(**json.loads(await lines.readline())), Heard()
    ears = [Ear(token, heard) for token in task.tokens]
    for start in range(0, len(ears), AT_ONCE):
        await _open(task.port, ears[start : start + AT_ONCE])
    _say(len(ears))
    while question := await lines.readline():
        match question.strip():
            case b"how many?":
                _say([sum(len(ear.numbers) for ear in ears), len(heard.wrong)])
            case _:
                _say([heard.wrong[:3], [(ear.numbers.tolist(), ear.times.tolist()) for ear in ears]])


async def _open(port: int, ears: Sequence[Ear]) -> None:
    """Returns once all of them are live."""
    loop = asyncio.get_running_loop()
    for ear in ears:
        await loop.create_connection(lambda ear=ear: ear, "127.0.0.1", port)  # type: ignore[misc]
    async with asyncio.timeout(60):
        while not all(ear.is_live for ear in ears):  # noqa: ASYNC110
            await asyncio.sleep(0.01)


def _say(value: Any) -> None:
    sys.stdout.write(f"{json.dumps(value)}\n")
    sys.stdout.flush()


class Crowd:
    """One listener of each of these people, in their process."""

    def __init__(self, process: asyncio.subprocess.Process, people: Sequence[Person]) -> None:
        self._process = process
        self._people = people

    @property
    def pid(self) -> int:
        return self._process.pid

    async def settle(self, count: int, patience: float) -> float:
        """The seconds until so many items were heard, or none came for so long, or a stream ended."""
        begun = moved = monotonic()
        before, [now, wrong] = -1, await self._ask("how many?")
        while now < count and not wrong and monotonic() - moved < patience:
            moved = monotonic() if now > before else moved
            await asyncio.sleep(0.1)
            before, [now, wrong] = now, await self._ask("how many?")
        return monotonic() - begun

    async def tell(self) -> list[Listener]:
        """The items that all of them heard. AssertionError if a stream ended, or said an error."""
        wrong, heard = await self._ask("what?")
        assert not wrong, wrong
        return [_listener(person, *told) for person, told in zip(self._people, heard, strict=True)]

    async def _ask(self, line: str) -> Any:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(f"{line}\n".encode())
        return json.loads(await self._process.stdout.readline())


def _listener(person: Person, numbers: Sequence[int], times: Sequence[float]) -> Listener:
    found = Listener(person, person.world.client)
    found.heard = [f"message {number} of the load" for number in numbers]
    for text, at in zip(found.heard, times, strict=True):
        found.at.setdefault(text, at)
    return found


@asynccontextmanager
async def crowd(people: Sequence[Person], port: int) -> AsyncIterator[Crowd]:
    """All live from here on."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.faults.crowds", stdin=PIPE, stdout=PIPE, limit=_LINE
    )
    found = Crowd(process, people)
    try:
        task = Task(port, [person.token for person in people])
        assert await found._ask(json.dumps(asdict(task))) == len(people)
        yield found
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


if __name__ == "__main__":
    uvloop.run(_run())
