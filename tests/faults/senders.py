"""A process that only sends, so that it measures the service and not the listeners beside it.

Its input is a line of JSON, a `Task`; its output another, an `Outcome`.
"""

import asyncio
import json
import sys
from asyncio.subprocess import PIPE
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from itertools import count
from time import monotonic
from typing import Any, cast
from urllib.parse import SplitResult, urlsplit

import orjson
import uvloop

from tests.faults.loads import Load, Pair, Send
from tests.world import Clock, Person, World

_LINE = 2**28

PATIENCE = 8.0
"""Seconds after which an answer is given up."""


@dataclass(frozen=True)
class Task:
    """`tries` a second, each once; 0: so many as `at_once` manage one after another, each until it is done.

    `people`: token and key of each, two a pair. `first`: the number of the first message.
    """

    url: str
    people: Sequence[tuple[str, int]]
    threads: Sequence[str]
    first: int
    seconds: float
    at_once: int
    tries: float = 0


@dataclass
class Outcome:
    """`sends`: text, number of the sender, when it was begun, when it was done, and whether it was refused."""

    answers: dict[str, int]
    taken: list[float]
    slowest: float
    seconds: float
    strange: list[Any]
    sends: list[tuple[str, int, float, float | None, bool]] = field(default_factory=list)


_END = b"\r\n\r\n"
_LENGTH = b"content-length:"


class _Wire(asyncio.Protocol):
    """A connection for one request at a time. A client of a library would cost as much as the service does."""

    def __init__(self) -> None:
        self._got = b""
        self._answer: asyncio.Future[bytes] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)

    def connection_lost(self, exc: Exception | None) -> None:
        if self._answer and not self._answer.done():
            self._answer.set_exception(exc or ConnectionResetError("the service closed the connection"))

    def data_received(self, data: bytes) -> None:
        self._got += data
        end = self._got.find(_END) + len(_END)
        if end < len(_END) or not self._answer:
            return
        head = self._got[:end].lower()
        begin = head.index(_LENGTH) + len(_LENGTH)
        if len(self._got) - end >= int(head[begin : head.index(b"\r", begin)]) and not self._answer.done():
            self._answer.set_result(self._got[end:])

    async def ask(self, request: bytes) -> bytes:
        """The body of its answer."""
        self._got, self._answer = b"", asyncio.get_running_loop().create_future()
        if self._transport.is_closing():
            raise ConnectionResetError("the service closed the connection")
        self._transport.write(request)
        return await self._answer

    def close(self) -> None:
        self._transport.abort()


@dataclass
class _Sender(Person):
    """`wires`: of all senders, those that wait for no answer."""

    ready: str = ""
    wires: list[_Wire] = field(default_factory=list)

    async def ask(self, text: str, /, **variables: Any) -> dict[str, Any]:
        body = orjson.dumps({"query": text, "variables": variables})
        url = urlsplit(self.world.url)
        head = f"""POST {url.path} HTTP/1.1\r\nHost: {url.netloc}\r\nAuthorization: {self.ready}\r
Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"""
        async with asyncio.timeout(PATIENCE):
            wire = self.wires.pop() if self.wires else await _connected(url)
            try:
                answer = await wire.ask(head.encode() + body)
            except BaseException:
                wire.close()
                raise
        self.wires.append(wire)
        result: dict[str, Any] = orjson.loads(answer)
        return result


async def _connected(url: SplitResult) -> _Wire:
    assert url.hostname
    assert url.port
    _, wire = await asyncio.get_running_loop().create_connection(_Wire, url.hostname, url.port)
    return wire


async def send(pairs: Sequence[Pair], first: int, seconds: float, at_once: int, tries: float = 0) -> Outcome:
    """Runs such a process."""
    people = [person for one, other, _ in pairs for person in (one, other)]
    task = Task(
        people[0].world.url,
        [(person.token, person.key) for person in people],
        [thread_id for _, _, thread_id in pairs],
        first,
        seconds,
        at_once,
        tries,
    )
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.faults.senders", stdin=PIPE, stdout=PIPE, limit=_LINE
    )
    out, _ = await process.communicate(json.dumps(asdict(task)).encode() + b"\n")
    return Outcome(**json.loads(out))


async def _run(task: Task) -> Outcome:
    world = World(cast("Any", None), Clock(datetime.now(UTC)), task.url, cast("Any", None))
    wires: list[_Wire] = []
    people = [
        _Sender(world, str(number), key, ready=token, wires=wires)
        for number, (token, key) in enumerate(task.people)
    ]
    pairs = list(zip(people[::2], people[1::2], task.threads, strict=True))
    load = Load(pairs, task.tries, most=task.at_once, insists=not task.tries, numbers=count(task.first))
    begun = monotonic()
    await (_over(load, task.seconds) if task.tries else _steady(load, task.seconds))
    seconds = monotonic() - begun
    outcome = Outcome(dict(load.answers), load.taken, load.slowest, seconds, load.strange[:3])
    outcome.sends = [
        (text, int(one.sender.name), one.begun, one.done, one.refused) for text, one in load.sends.items()
    ]
    return outcome


async def _steady(load: Load, seconds: float) -> None:
    end = monotonic() + seconds

    async def some() -> None:
        while monotonic() < end:
            await load.one()

    await asyncio.gather(*[some() for _ in range(load.most)])


async def _over(load: Load, seconds: float) -> None:
    running = asyncio.create_task(load.run())
    await asyncio.sleep(seconds)
    load.is_on = False
    while load.under_way:  # noqa: ASYNC110
        await asyncio.sleep(0.05)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


def merge(load: Load, pairs: Sequence[Pair], outcome: Outcome) -> None:
    """The checks of all sends know these too."""
    people = [person for one, other, _ in pairs for person in (one, other)]
    for text, number, begun, done, refused in outcome.sends:
        sender, peer = people[number], people[number ^ 1]
        load.sends[text] = Send(sender, peer, begun, done, refused)
    load.strange += outcome.strange


if __name__ == "__main__":
    sys.stdout.write(json.dumps(asdict(uvloop.run(_run(Task(**json.loads(sys.stdin.readline())))))))
