"""Each mutation of the schema once, with everything that it needs, and with something to read after it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from tests.authorization.calls import Call
from tests.authorization.page import rows_under
from tests.authorization.questions import ask
from tests.authorization.roles import ROLES, Asker
from tests.authorization.stage import Stage
from tests.authorization.things import Holder, newcomer
from tests.world import World

_WHO = ("owner", "moderator", "service")
_READ_AFTER = "eventCursor query { viewer { badge { unreadThreads } standing { warnings { reason } } } }"
SENDS = {"sendRequest", "sendMessage"}


@dataclass(frozen=True)
class Act:
    """A mutation that succeeds for one in this role."""

    call: Call
    role: str

    @property
    def name(self) -> str:
        return self.call.asked.name

    @property
    def word(self) -> bytes:
        """Carried when it is to be kept: sends write at once, the others commit."""
        return b"Hello!" if self.name in SENDS else b"COMMIT;"

    @property
    def first_word(self) -> bytes:
        """Carried before anything is kept."""
        return b"bucket_at" if self.name in SENDS else b"BEGIN"


@dataclass(frozen=True)
class Prepared:
    """An act whose things are there."""

    act: Act
    asker: Asker

    async def ask(self, world: World) -> Any:
        """The whole answer of the service of this world."""
        speaker = self.asker.speaker
        there = replace(self.asker, world=world, speaker=speaker and replace(speaker, world=world))
        return json.loads(await ask(there, self.act.call, self.asker.ids))

    async def look(self, world: World) -> None:
        """A small query, so that the service knows the user."""
        assert self.asker.speaker
        await replace(self.asker.speaker, world=world).ask("{ viewer { dmAudience } }")


def _acts() -> Iterator[Act]:
    seen = set[str]()
    for row in rows_under("call", *ROLES):
        role = next((role for role in _WHO if row[role] == "yes"), None)
        call = Call(row["call"])
        if call.operation == "mutation" and role and call.asked.name not in seen:
            seen.add(call.asked.name)
            yield Act(Call(f"{call.asked.name}({_input(call)}) {{ {_READ_AFTER} }}"), role)


def _input(call: Call) -> str:
    """The fields of its input, as the page has them."""
    return call.asked.arguments.removeprefix("(input: {").removesuffix("})")


ACTS = {act.name: act for act in _acts()}


async def prepared(world: World, name: str) -> Prepared:
    act = ACTS[name]
    stage = Stage(Holder(await newcomer(world, "owner")))
    return Prepared(act, await stage.fresh(act.role, act.call))
