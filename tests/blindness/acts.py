"""The acts of all but the sender: in every world alike, or in one of two."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from rules.filtering.reasons import Filter
from server.chores import LEAST_PAUSE, end_due, seconds_left
from tests.blindness.documents import document, root_fields, variables_of
from tests.blindness.names import resolve
from tests.world import World


class Runs(Protocol):
    """An act that may happen in a world."""

    async def run(self, world: World) -> None: ...


@dataclass(frozen=True)
class Act:
    """One operation of another user; a mutation's variables are its input."""

    who: str
    name: str
    variables: Mapping[str, Any]

    async def run(self, world: World) -> None:
        """Anything but a success fails the test."""
        given = variables_of(self.name, await resolve(world, self.variables))
        answer = await world.people[self.who].ask(document(self.name), **given)
        assert "errors" not in answer, (self, answer)
        is_mutation = self.name in root_fields("Mutation")
        assert not is_mutation or answer["data"][self.name]["__typename"].endswith("Success"), (self, answer)


@dataclass(frozen=True)
class Ends:
    """Blocks and quiet times end by the clock."""

    async def run(self, world: World) -> None:
        """Something has to end, unless the service's own loop was first."""
        await end_due(world.services)
        assert await seconds_left(world.services) > LEAST_PAUSE


@dataclass(frozen=True)
class Fact:
    """The difference of one world: acts at their moments, and other settings of the service."""

    acts: Mapping[int, Sequence[Runs]] = field(default_factory=dict)
    policy: Mapping[str, Any] = field(default_factory=dict)
    filter: Filter = field(default_factory=Filter)


NOTHING = Fact()
"""The other one does nothing."""


def by(who: str, name: str, **variables: Any) -> Act:
    """A line of a script or of a fact."""
    return Act(who, name, variables)
