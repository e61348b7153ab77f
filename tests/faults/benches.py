"""An installation with people who send and listen, and with checks of all that they did."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from functools import cached_property
from time import monotonic

from tests.databases import fast_folder
from tests.faults.checks import Verdict, check, logs_of
from tests.faults.installations import Installation, many
from tests.faults.listeners import Listener, listening
from tests.faults.loads import Load, Send, loaded
from tests.faults.nodes import Nodes
from tests.faults.people import Tables, befriend, cast

SETTLED = 90
"""Seconds without a delivery after which what was not heard is lost: a busy machine may be late."""


@dataclass
class Bench:
    """`listeners` are both sides of each of the load's pairs. `waits`: seconds without a worker, after each kill."""

    installation: Installation
    load: Load
    listeners: list[Listener]
    waits: list[float] = field(default_factory=list)
    begun: float = field(default_factory=monotonic)

    @property
    def tables(self) -> Tables:
        return Tables(self.installation.database_url)

    async def settle(self, patience: float = SETTLED) -> float:
        """The load rests; the seconds until all is answered and heard, or no one heard anything for so long."""
        begun, self.load.is_on = monotonic(), False
        await asyncio.sleep(0)  # A send that is to begin in this turn counts too.
        waiting, items, moved = [*self.load.sends.items()], -1, begun
        while monotonic() - moved < patience:
            if (now := sum(len(one.heard) for one in self.listeners)) != items:
                items, moved = now, monotonic()
            waiting = [(text, send) for text, send in waiting if not self.is_heard(text, send)]
            if not waiting and not self.load.under_way:
                break
            await asyncio.sleep(0.05)
        return monotonic() - begun

    def is_heard(self, text: str, send: Send) -> bool:
        """Whether it is refused, or acknowledged and both of its pair heard it."""
        return send.refused or (
            send.done is not None
            and all(
                text in listener.at
                for person in (send.sender, send.peer)
                for listener in self.devices.get(person.key, ())
            )
        )

    @cached_property
    def devices(self) -> dict[int, list[Listener]]:
        """The listeners of each person, by its key."""
        found: dict[int, list[Listener]] = {}
        for listener in self.listeners:
            found.setdefault(listener.person.key, []).append(listener)
        return found

    async def verdict(
        self, patience: float = SETTLED, nodes: Nodes | None = None, since: float = 0
    ) -> Verdict:
        """The outcome of everything so far, and the items that clients of graphql-ws heard.

        `since`: how late items came is of sends that began after it.
        """
        settled = await self.settle(patience)
        found = await check(self.tables, self.load, self.listeners, self.installation.service.log, since)
        if nodes:
            await nodes.check(found, await logs_of(self.tables))
        self.load.is_on = True
        found.figures["settled after, seconds"] = round(settled, 1)
        return found


@asynccontextmanager
async def bench(
    installation: Installation, pairs: int = 20, rate: float = 20, devices: int = 1
) -> AsyncIterator[Bench]:
    """So many pairs, each of whose sides listens on so many devices, and so many sends a second."""
    names = [f"person{number}" for number in range(2 * pairs)]
    async with AsyncExitStack() as stack:
        people = await stack.enter_async_context(cast(installation, names))
        threads = await befriend(people)
        listeners = await stack.enter_async_context(listening(people * devices))
        load = await stack.enter_async_context(loaded(threads, rate))
        yield Bench(installation, load, listeners)


POINTS = "tests.faults.failpoints"
"""The command with failpoints."""


@asynccontextmanager
async def on_many(
    workers: int, *, direct: bool = True, module: str = POINTS, **of_load: int
) -> AsyncIterator[Bench]:
    """So many workers on PostgreSQL and Valkey."""
    with fast_folder() as folder:
        points = str(folder / "points")
        async with (
            many(folder, workers, module=module, direct=direct, FAILPOINTS=points) as installation,
            bench(installation, **of_load) as found,
        ):
            yield found
