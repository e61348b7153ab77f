"""What a resolver is handed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, TypeAlias, TypeVar

import strawberry

from events.hub import Hub
from events.stream import EventCursor
from models.db.database import Database
from rules.hiding import Filter
from rules.policy import Policy
from schema.types.errors import COMMITS, Unauthenticated
from schema.types.ids import Kind, Sealer

if TYPE_CHECKING:
    from resolvers.loaders import Loaders


@dataclass(frozen=True, slots=True)
class Services:
    """What a process has once; the clock is UTC."""

    database: Database
    hub: Hub
    policy: Policy
    sealer: Sealer
    filter: Filter
    clock: Callable[[], datetime]
    make_loaders: Callable[[Context], Loaders]


@dataclass(slots=True)
class Context:
    """One for each operation; `viewer_id` is None for an anonymous one, `roles` are those of its token.

    `now` and the loaders live for one query, one mutation's answer or one subscription item: what was
    read before a commit is never shown after it.
    """

    services: Services
    viewer_id: int | None
    roles: frozenset[str] = frozenset()
    now: datetime = field(init=False)
    loaders: Loaders = field(init=False)

    def __post_init__(self) -> None:
        self.refresh()

    def refresh(self) -> None:
        """Begin anew: a fresh clock reading and empty loaders."""
        self.now = self.services.clock()
        self.loaders = self.services.make_loaders(self)

    def anew(self) -> Context:
        """Another of the same viewer, with a fresh clock reading and empty loaders."""
        return Context(self.services, self.viewer_id, self.roles)

    def share(self, other: Context) -> None:
        """Go on with what another of the same viewer has begun."""
        self.now, self.loaders = other.now, other.loaders

    def committed(self, cursor: EventCursor) -> None:
        """The running root field is committed, also if its answer cannot be read. `cursor` is after what it did."""
        if commits := COMMITS.get():
            commits.note(self.services.sealer.seal_event_cursor(cursor))

    def require_viewer(self) -> int:
        """The viewer's key, or Unauthenticated."""
        if self.viewer_id is None:
            raise Unauthenticated
        return self.viewer_id

    def open(self, id: str) -> tuple[int, int] | None:
        """Kind and key of an id that the viewer names, None for what we did not seal. Unauthenticated before all."""
        self.require_viewer()
        return self.services.sealer.open(id)

    def key_of(self, kind: Kind, id: str) -> int | None:
        """The key if the id is ours and of this kind."""
        match self.open(id):
            case (found, key) if found == kind:
                return key
        return None


Info: TypeAlias = strawberry.Info[Context, None]

Input = TypeVar("Input")
Given: TypeAlias = Annotated[Input, strawberry.argument(description="What it is done with; see the type.")]
"""The one argument of a mutation."""
