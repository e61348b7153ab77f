"""The cast of a call: a shared one where the call changes nothing, else a fresh one."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta

from rules.policy import Policy
from tests.authorization.calls import Call
from tests.authorization.gone import Gone, what_is_gone
from tests.authorization.roles import Asker, new_asker, new_owner
from tests.authorization.things import GROUPS, Holder
from tests.databases import Source, opened
from tests.services import running_world

_ALL = ["begin", *GROUPS, *(f"my{name[0].upper()}{name[1:]}" for name in GROUPS)]


@dataclass
class Stage:
    """One owner and the nine, each with one of everything."""

    owner: Holder
    _askers: dict[tuple[str, str], Asker] = field(default_factory=dict)
    _gone: dict[str, Gone] = field(default_factory=dict)

    async def asker(self, role: str, call: Call) -> Asker:
        key = role, _peer_of(call) if role == "peer" else "thread"
        if key not in self._askers:
            things = _ALL if key[1] == "thread" else ()
            self._askers[key] = await new_asker(self.owner, role, things, key[1])
        return self._askers[key]

    async def gone(self, role: str) -> Gone:
        """Ids that name nothing for a user in this role, without any relation to the shared cast."""
        if role not in self._gone:
            asker = await new_asker(self.owner, role, ["myThread", "myRequest", "mySentRequest"], "thread")
            self._gone[role] = await what_is_gone(asker)
        return self._gone[role]

    @asynccontextmanager
    async def unchanged(self, call: Call) -> AsyncIterator[None]:
        """Nothing is stored; what refuses a send may charge."""
        async with self.owner.person.world.unchanged(but_charged=call.asked.name.startswith("send")):
            yield

    async def fresh(self, role: str, call: Call) -> Asker:
        """With nothing but what the call needs."""
        peer_of = _peer_of(call)
        owner = await new_owner(self.owner.person.world, [*call.things, *([peer_of] * (role == "peer"))])
        return await new_asker(owner, role, call.things, peer_of)


def _peer_of(call: Call) -> str:
    """The owner's peer whom the call concerns."""
    return next((GROUPS[name] for name in call.things if name in GROUPS), "thread")


@asynccontextmanager
async def running_stage(source: Source) -> AsyncIterator[Stage]:
    """On a database of its own; streams say soon that they have come to their end."""
    url = await source.make()
    policy = Policy(position_interval=timedelta(milliseconds=20), pushes=True)
    async with opened(url) as database, running_world(database, policy) as world:
        yield Stage(await new_owner(world, _ALL))
    await source.drop(url)
