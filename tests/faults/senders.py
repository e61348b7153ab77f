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

import aiohttp
import uvloop

from tests.faults.loads import Load, Pair, Send
from tests.faults.people import PATIENCE
from tests.world import Clock, Person, World

_LINE = 2**28


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


@dataclass
class _Sender(Person):
    ready: str = ""

    @property
    def token(self) -> str:
        return self.ready


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
    connector = aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(connector=connector, timeout=PATIENCE) as client:
        world = World(cast("Any", None), Clock(datetime.now(UTC)), task.url, client)
        people = [
            _Sender(world, str(number), key, ready=token) for number, (token, key) in enumerate(task.people)
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
