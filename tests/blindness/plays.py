"""Worlds that begin alike, a sender's acts in them, and the sender's view."""

import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from rules.policy import Policy
from tests.api.provisioning import host
from tests.blindness.acts import NOTHING, Act, Fact
from tests.blindness.documents import root_fields
from tests.blindness.ears import ears_of
from tests.blindness.sender import STEP, Moment, Script, Seen, Sender, Step
from tests.blindness.watched import Setting, Watched, watched_world
from tests.databases import Source
from tests.live.acts import act
from tests.world import Person, World

POLICY = replace(
    Policy(),
    undo_window=timedelta(days=1),
    position_interval=STEP * 0.9,
    bucket_size=4,
    young_account=timedelta(days=2),
    event_lifetime=timedelta(days=365),
    pushes=True,
)
BOB = {"avatarUrl": "https://example.org/bob.png"}
ROLES = {"judy": ("moderator",), "mike": ("moderator",)}


@dataclass(frozen=True)
class Play:
    """The acts of alice in every world alike; `before`: acts before she begins to write down what she sees.

    `is_brief`: what she reads again from old cursors is what front ends ask for.
    """

    before: Sequence[str]
    script: Script
    is_brief: bool = False

    async def seen(self, source: Source, fact: Fact = NOTHING, *, is_shared: bool = False) -> list[Seen]:
        """All that alice sees in the world where the fact is so; if it is shared, all others are at another process."""
        setting = Setting(replace(POLICY, **fact.policy), fact.filter, is_shared)
        async with watched_world(source, setting) as watched:
            alice = await _cast(watched.world)
            for line in self.before:
                await act(watched.world, line)
            async with _sender(watched, alice) as sender:
                seen = await _follow(self.script, sender, fact)
            return seen + await _resume(watched, alice, self._again(sender.cursors))

    def _again(self, cursors: list[str]) -> list[Step]:
        """From every place that a mutation gave, once; from the first one every stream in full."""
        first, *later = dict.fromkeys(cursors)
        names = [name for name, field in root_fields("Subscription").items() if "after" in field.args]
        steps = [Step(name, {"after": first}, is_brief=self.is_brief) for name in names]
        return steps + [Step("events", {"after": cursor}, is_brief=True) for cursor in later]


async def _cast(world: World) -> Person:
    """Bob has all that a profile can have; alice has not been here for long."""
    alice = await world.person("alice", account_created_at=world.clock.now - timedelta(days=1))
    await world.person("bob", avatar_url=BOB["avatarUrl"])
    await world.cast("carol", "dave")
    for name, roles in ROLES.items():
        world.people[name] = replace(await world.person(name), roles=roles)
    world.people["host"] = host(world)
    return alice


@asynccontextmanager
async def _sender(watched: Watched, alice: Person) -> AsyncIterator[Sender]:
    async with ears_of(watched, alice) as ears:
        yield Sender(alice, watched, ears)


async def _follow(script: Script, sender: Sender, fact: Fact) -> list[Seen]:
    world, seen = sender.watched.world, []
    for item in script:
        # Streams read beside what others do: time moves when they have told all that came of it.
        await sender.watched.hub.settle()
        match item:
            case Step():
                seen.append(await sender.take(item))
            case Moment(number):
                world.clock.now += STEP
                for one in fact.acts.get(number, ()):
                    await one.run(sender.watched.others)
            case Act():
                world.clock.now += STEP
                await item.run(sender.watched.others)
            case timedelta():
                world.clock.now += item
    return seen


async def _resume(watched: Watched, alice: Person, steps: Sequence[Step]) -> list[Seen]:
    """Each in a socket of its own."""
    seen = []
    for step in steps:
        async with _sender(watched, alice) as sender:
            seen.append(await sender.take(step))
    return seen


@dataclass(frozen=True)
class Difference:
    """The first difference of two worlds."""

    step: str
    part: str
    here: object
    there: object


def differences(one: Sequence[Seen], other: Sequence[Seen]) -> list[Difference]:
    """All of them; who was told fewer cursors has fewer to resume from."""
    less = [Difference("all", "steps", len(one), len(other))] if len(one) != len(other) else []
    return less + [
        Difference(here.step, part, value, vars(there)[part])
        for here, there in zip(one, other, strict=False)
        for part, value in vars(here).items()
        if value != vars(there)[part]
    ]


def answers(seen: Sequence[Seen]) -> list[Any]:
    """All results that a sender got, over HTTP and over the socket."""
    texts = [one.answer for one in seen if one.answer]
    frames = [json.loads(frame) for one in seen for heard in one.heard.values() for frame in heard]
    return [json.loads(text) for text in texts] + [
        frame["payload"] for frame in frames if frame["type"] == "next"
    ]
