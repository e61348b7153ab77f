"""Sends that go on by themselves, each until it is answered, as a client with keys does it."""

import asyncio
import random
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from time import monotonic
from typing import Any

import aiohttp

from tests.faults.listeners import GONE
from tests.world import Person

SEND = """mutation($input: SendMessageInput!) { sendMessage(input: $input) {
    __typename ... on SendMessageSuccess { eventCursor sentMessage { text } } ... on Problem { code } } }"""
AGAIN = {"OVERLOADED", "OUTCOME_UNKNOWN", "no answer"}
DONE = {"done", "COMMITTED_NOT_READ"}
FIRST_PAUSE, LONGEST_PAUSE = 0.2, 5.0
MOST = 60
"""Sends that are under way at most, unless told otherwise: a sender without an answer writes nothing new."""

Pair = tuple[Person, Person, str]


@dataclass
class Send:
    """When it was begun, and when it was acknowledged, on the monotonic clock. `refused`: it was given up."""

    sender: Person
    peer: Person
    begun: float
    done: float | None = None
    refused: bool = False


@dataclass(eq=False)
class Load:
    """`answers`: by code. `strange`: answers that no client knows. `slowest`: of all answers, in seconds.

    `taken`: the seconds of each answer that took a send. `insists`: whether what is refused is sent again.
    """

    pairs: Sequence[Pair]
    rate: float
    sends: dict[str, Send] = field(default_factory=dict)
    answers: Counter[str] = field(default_factory=Counter)
    strange: list[Any] = field(default_factory=list)
    slowest: float = 0.0
    taken: list[float] = field(default_factory=list)
    is_on: bool = True
    under_way: int = 0
    most: int = MOST
    insists: bool = True
    numbers: "count[int]" = field(default_factory=count)

    async def run(self) -> None:
        """For ever: so many a second while it is on, whatever becomes of them."""
        async with asyncio.TaskGroup() as tasks:
            at = monotonic()
            while True:
                if self.is_on and self.under_way < self.most:
                    tasks.create_task(self.one())
                at = max(at + 1 / self.rate, monotonic() - 1)
                await asyncio.sleep(max(0.0, at - monotonic()))

    async def one(self) -> None:
        """A new message of either of two."""
        self.under_way += 1
        try:
            await self._new()
        finally:
            self.under_way -= 1

    async def _new(self) -> None:
        number = next(self.numbers)
        one, other, thread_id = self.pairs[number % len(self.pairs)]
        sender, peer = (one, other) if random.random() < 0.5 else (other, one)
        text = f"message {number} of the load"
        self.sends[text] = send = Send(sender, peer, monotonic())
        pause = FIRST_PAUSE
        while (code := await self._try(sender, thread_id, text)) in AGAIN:
            if code == "OVERLOADED" and not self.insists:
                send.refused = True
                return
            await asyncio.sleep(pause * random.uniform(0.5, 1))
            pause = min(2 * pause, LONGEST_PAUSE)
        if code in DONE:
            send.done = monotonic()

    async def _try(self, sender: Person, thread_id: str, text: str) -> str:
        begun = monotonic()
        given = {"threadId": thread_id, "text": text, "clientKey": text}
        try:
            answer = await sender.ask(SEND, input=given)
        except GONE:
            self.answers["no answer"] += 1
            return "no answer"
        except (AssertionError, aiohttp.ContentTypeError, ValueError) as error:
            answer = {"errors": [{"extensions": {"code": repr(error)}}]}
        self.slowest = max(self.slowest, monotonic() - begun)
        code = self._code(answer)
        self.answers[code] += 1
        if code in DONE:
            self.taken.append(monotonic() - begun)
        return code

    def _code(self, answer: Any) -> str:
        codes = {error["extensions"]["code"] for error in answer.get("errors") or ()}
        result = (answer.get("data") or {}).get("sendMessage") or {}
        if not codes and result.get("__typename") == "SendMessageSuccess":
            return "done"
        if len(codes) == 1 and codes <= AGAIN | DONE:
            return str(*codes)
        self.strange.append(answer)
        return "strange"

    def open(self) -> int:
        """Sends that are neither acknowledged yet nor given up."""
        return sum(send.done is None and not send.refused for send in self.sends.values())


@asynccontextmanager
async def loaded(pairs: Sequence[Pair], rate: float) -> AsyncIterator[Load]:
    """So many sends a second, over all pairs."""
    load = Load(pairs, rate)
    task = asyncio.create_task(load.run())
    try:
        yield load
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
