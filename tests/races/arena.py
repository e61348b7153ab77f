"""One service at several addresses, and people who are at all of them at once."""

import asyncio
import random
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import count
from typing import Any

from models.db.database import Database
from tests.api.provisioning import host
from tests.world import Person, World

SPREAD = 0.006
"""Seconds within which racers start: about what a mutation takes, so that every order comes up."""

AT_ONCE = 8
"""Rounds that run beside each other."""

LONG = 100
"""From so many rounds on, races of many racers are repeated as often as all others."""


class Racer(Person):
    """Asks again where the service was too busy, which wrote nothing: a slow machine proves nothing."""

    async def ask(self, text: str, /, **variables: Any) -> dict[str, Any]:
        while _is_overloaded(answer := await super().ask(text, **variables)):  # noqa: ASYNC110
            await asyncio.sleep(random.uniform(0.05, 0.2))
        return answer


def _is_overloaded(answer: dict[str, Any]) -> bool:
    return any(error["extensions"]["code"] == "OVERLOADED" for error in answer.get("errors") or ())


@dataclass
class Arena:
    """`worlds`: the same service and database, a world for each of its processes."""

    worlds: list[World]
    rounds: int
    numbers: "count[int]" = field(default_factory=count)

    @property
    def database(self) -> Database:
        return self.worlds[0].database

    @property
    def now(self) -> datetime:
        """By the clock of the processes; that of a service in this process does not move."""
        return self.worlds[0].clock.now if len(self.worlds) == 1 else datetime.now(UTC)

    async def people(self, *names: str) -> list[Person]:
        """New ones, each at a process by chance."""
        number = next(self.numbers)
        people = [await self.worlds[0].person(f"{name}{number}") for name in names]
        return [Racer(random.choice(self.worlds), person.name, person.key) for person in people]

    async def friends(self) -> tuple[Person, Person, str]:
        """Two with an open thread of two messages, and its id."""
        alice, bob = await self.people("alice", "bob")
        thread_id = (await alice.request(bob))["thread"]["id"]
        await bob.do("sendMessage", threadId=thread_id, text="Welcome.")
        return alice, bob, thread_id

    async def request(self) -> tuple[Person, Person, str]:
        """The second of two has a request of the first; its id."""
        alice, bob = await self.people("alice", "bob")
        await alice.request(bob)
        return alice, bob, await bob.request_id(alice)

    def host(self) -> Person:
        """The host app at a process by chance."""
        app = host(self.worlds[0])
        return self.elsewhere(Racer(app.world, app.name, app.key, app.roles))

    def elsewhere(self, person: Person) -> Person:
        """The same one, at a process by chance."""
        return replace(person, world=random.choice(self.worlds))

    def everywhere(self, person: Person, times: int) -> list[Person]:
        """The same one so many times, at all processes in turn."""
        return [replace(person, world=self.worlds[turn % len(self.worlds)]) for turn in range(times)]

    async def play(self, one: Callable[[], Awaitable[None]]) -> None:
        """All rounds of a race."""
        turns = iter(range(self.rounds))

        async def some() -> None:
            for _ in turns:
                await one()

        await asyncio.gather(*[some() for _ in range(AT_ONCE)])

    async def repeat(self, one: Callable[[], Awaitable[None]], short: int = 1) -> None:
        """All rounds of a race of many racers, one after another; a short run has few of them."""
        for _ in range(self.rounds if self.rounds >= LONG else short):
            await one()

    async def arrivals(self, person: Person) -> list[tuple[int, int]]:
        """Seq and kind of the events that brought someone a message, in order."""
        where = f"user_id = {person.key} AND message_id IS NOT NULL"
        return [(seq, kind) for seq, kind in await self.worlds[0].rows("user_events", "seq, kind", where)]

    def seq_of(self, person: Person, success: Any) -> int:
        """The end of a person's log when a mutation was done, by the cursor of its success."""
        cursor = person.world.services.sealer.open_event_cursor(person.key, success["eventCursor"])
        assert cursor
        return cursor.seq


async def race(*runs: Coroutine[Any, Any, Any]) -> list[Any]:
    """All at once, each a little late by chance; their results in the order given."""

    async def late(run: Coroutine[Any, Any, Any]) -> Any:
        await asyncio.sleep(random.uniform(0, SPREAD))
        return await run

    return await asyncio.gather(*map(late, runs))


def kinds(results: list[Any]) -> list[str]:
    """The type of each result, in the alphabet's order."""
    return sorted(result["__typename"] for result in results)
