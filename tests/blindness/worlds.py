"""Worlds that begin alike, and what a sender sees in one of them."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from models.connection import statement_log
from rules.policy import Policy
from tests.blindness.sender import Fact, Seen, Sender, Step
from tests.databases import Source, opened
from tests.live.acts import act
from tests.live.watching import STREAMS, cursor_of
from tests.world import Person, World, running_world

POLICY = replace(Policy(), undo_window=timedelta(days=1))


@asynccontextmanager
async def still_world(source: Source) -> AsyncIterator[World]:
    """A world whose clock stands still, and whose server notes every statement in this context's log."""
    url = await source.make()
    noted = statement_log.set([])
    try:
        async with opened(url) as database, running_world(database, POLICY) as world:
            world.clock.tick = timedelta()
            yield world
    finally:
        statement_log.reset(noted)
        await source.drop(url)


@dataclass(frozen=True)
class Play:
    """What alice does in every world alike; `before` is what both did before she begins to write it down."""

    before: Sequence[str]
    script: Sequence[Step]

    async def seen(self, source: Source, fact: Fact) -> list[Any]:
        """All that alice sees in the world where the fact is so."""
        async with still_world(source) as world:
            alice, bob, carol = await world.cast("alice", "bob", "carol")
            for line in self.before:
                await act(world, line)
            known = {"bob": bob.id, "carol": carol.id, "start": await cursor_of(alice)}
            known |= await _known_thread(alice, bob) if self.before else {}
            async with alice.listen("messageAdded") as stream:
                sender = Sender(alice, stream, known)
                seen = await sender.play(self.script, fact)
                quiet = await stream.is_quiet()
            return [*seen, quiet, *await _resumed(alice, known["start"], seen)]


async def _known_thread(alice: Person, bob: Person) -> dict[str, str]:
    return {"thread": await alice.thread_id(bob)}


async def _resumed(alice: Person, start: str, seen: list[Seen]) -> list[Any]:
    """Each stream from the start, with as many items as the live one had, and whether nothing follows."""
    result: list[Any] = []
    for name in STREAMS:
        async with alice.listen(name, after=start) as stream:
            items = await stream.items(_count(seen)) if name == "messageAdded" else []
            result += [[_bare(item) for item in items], await stream.is_quiet()]
    return result


def _count(seen: list[Seen]) -> int:
    return sum(one.items.count('"MessageAdded"') for one in seen)


def _bare(item: Any) -> tuple[Any, ...]:
    return item["__typename"], item["at"], item["notify"], item["message"]["text"], item["message"]["isMine"]


def differences(one: list[Any], other: list[Any]) -> list[str]:
    """Where two worlds part, in words."""
    found = [f"{len(one)} and {len(other)} steps"] if len(one) != len(other) else []
    for left, right in zip(one, other, strict=False):
        if left != right:
            found += _parts(left, right)
    return found


def _parts(left: Any, right: Any) -> list[str]:
    if not isinstance(left, Seen):
        return [f"{left} is not {right}"]
    return [
        f"{left.step}: {name}: {a} is not {b}"
        for name, a in vars(left).items()
        if a != (b := vars(right)[name])
    ]
