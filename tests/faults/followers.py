"""Clients that keep the lists of a user: a snapshot, and all items since, over any number of connections."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from time import monotonic
from typing import Any

import aiohttp

from tests.faults.listeners import Listener
from tests.live.devices import cursor_of
from tests.live.snapshots import EVENTS, Client, snapshot
from tests.world import Person

PATIENCE = 60
"""Seconds after the last fault in which a client must have come to the end of its log."""


@dataclass(eq=False)
class Follower(Listener):
    """A listener of everything."""

    text: str = EVENTS
    kept: Client | None = None

    def take(self, item: Any) -> None:
        self.event_cursor = item["eventCursor"]
        self.lives += not self.is_live
        self.is_live = True
        match item["__typename"]:
            case "Position":
                pass
            case "ResyncRequired":
                self.resyncs += 1
            case _:
                assert self.kept
                self.kept.apply(item)

    async def arrive(self, until: float) -> None:
        """Returns at the end of the log, or when the patience is over."""
        end = await cursor_of(self.person)
        while self.event_cursor != end and monotonic() < until:  # noqa: ASYNC110
            await asyncio.sleep(0.05)

    async def is_right(self) -> bool:
        """Whether what it keeps is what a new client would read."""
        assert self.kept
        return bool(self.kept.state() == (await snapshot(self.person)).state())


@asynccontextmanager
async def following(people: Sequence[Person]) -> AsyncIterator[list[Follower]]:
    """All of them, from their present lists."""
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as client:
        followers = [Follower(person, client) for person in people]
        for follower in followers:
            follower.kept = await snapshot(follower.person)
            follower.event_cursor = follower.kept.event_cursor
        tasks = [asyncio.create_task(follower.listen()) for follower in followers]
        try:
            yield followers
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


async def wrong(followers: Sequence[Follower], patience: float = PATIENCE) -> list[str]:
    """The names of followers whose lists differ from the service's; the lists of users that are gone must be empty."""
    until = monotonic() + patience
    for follower in followers:
        await follower.arrive(until)
    world = followers[0].person.world
    left = {key for (key,) in await world.rows("users", "id", "is_active")}
    return [
        follower.person.name
        for follower in followers
        if follower.person.key in left and not await follower.is_right()
    ]
