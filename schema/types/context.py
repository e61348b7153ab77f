"""The context of an operation, which every resolver gets."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias, TypeVar
from weakref import WeakValueDictionary

import strawberry
from msgspec import Struct

from events.hub import Hub
from events.revocations import Revocations
from events.stream import Ticks
from models.db.database import Database
from models.db.lease import owe_an_answer
from models.db.sets import Sets
from models.event_log import NOBODY, EventCursor
from models.threads import ThreadRow
from models.users import UserRow
from rules.filtering.reasons import Filter
from rules.policy import Policy
from schema.types.errors import Unauthenticated
from schema.types.ids import Kind, Sealer
from schema.types.scalars import SealedEventCursor

if TYPE_CHECKING:
    from resolvers.loaders import Loaders

MODERATOR = "moderator"
SERVICE = "service"
"""The roles, as tokens spell them."""

SETS = {"postgres": 2, "sqlite": 1}
"""Sets of sends under way: one is decided while PostgreSQL writes the other."""


@dataclass(slots=True, eq=False)
class Services:
    """Shared by all operations of a process; the clock is UTC.

    `sends_in_sets`: sends that wait together are written together, else each by itself. `in_sets`: the users whom they
    write now. `coded_sends`: those with a contact code, by their recipient.
    """

    database: Database
    hub: Hub
    policy: Policy
    sealer: Sealer
    filter: Filter
    clock: Callable[[], datetime]
    make_loaders: Callable[[Context], Loaders]
    sends_in_sets: bool = True
    sends: Sets[Any, Any] = field(init=False)
    in_sets: set[int] = field(init=False)
    coded_sends: WeakValueDictionary[int, Sets[Any, Any]] = field(init=False)
    ticks: Ticks = field(init=False)
    revocations: Revocations = field(init=False)

    def __post_init__(self) -> None:
        self.sends = Sets(self.database.room, self.database.limits, SETS[self.database.dialect])
        self.in_sets = set()
        self.coded_sends = WeakValueDictionary()
        self.ticks = Ticks(self.database)
        self.revocations = Revocations(self.database, self.hub)

    def wake(self, user_ids: Iterable[int]) -> None:
        """Wake the readers of these users' logs after the commit, and the takers of pushes."""
        user_ids = list(user_ids)
        self.hub.wake([*user_ids, NOBODY] if user_ids and self.policy.pushes else user_ids)


@dataclass(frozen=True, slots=True)
class Opening:
    """How a client opens a stream, beside its arguments.

    `name`: the same whenever it opens this one again, "" for none. `last`: the event cursor of the last item that
    it got, which takes precedence over the argument. `is_guessed`: other streams of the viewer may have the name.
    """

    name: str = ""
    last: SealedEventCursor | None = None
    is_guessed: bool = False


OPENING: ContextVar[Opening] = ContextVar("opening", default=Opening())  # noqa: B039 - it is frozen
"""Of the operation that runs."""


@dataclass(slots=True)
class Commits:
    """For each root field, by its key in the answer: the sealed event cursor after its commit.

    Root fields of a mutation run one after another, so a commit belongs to the field that began last.
    """

    begun: str = ""
    event_cursors: dict[str, str] = field(default_factory=dict)

    def note(self, event_cursor: str) -> None:
        """The root field is committed; an error while its answer is read cannot undo it."""
        self.event_cursors[self.begun] = event_cursor


COMMITS: ContextVar[Commits | None] = ContextVar("commits", default=None)
"""The commits of the operation that runs in this context; None unless it is a mutation."""


class Known(Struct):
    """Rows that need no statement, since another one brought them, by their keys."""

    users: dict[int, UserRow] = {}
    threads: dict[int, ThreadRow] = {}

    def add_thread(self, thread: ThreadRow, viewer: UserRow) -> None:
        """A thread and both of its users, of whom the sender of each of its messages is one."""
        self.threads[thread.id] = thread
        self.users[viewer.id] = viewer
        self.users[thread.peer.id] = thread.peer


@dataclass(slots=True)
class Context:
    """One for each operation. `viewer_id` is None for an anonymous one, `roles` are those of its token, which
    was issued at `signed_in_at` and ends at `signed_in_until`, if it says so.

    `now`, `known` and the loaders live for one query, one mutation's answer or one subscription item, so that data read
    before a commit is never shown after it.
    """

    services: Services
    viewer_id: int | None
    roles: frozenset[str] = frozenset()
    signed_in_at: datetime | None = None
    signed_in_until: datetime | None = None
    now: datetime = field(init=False)
    _known: Known | None = field(init=False)
    _loaders: Loaders | None = field(init=False)
    _shared: Context | None = field(init=False)

    def __post_init__(self) -> None:
        """Take a fresh clock reading and empty loaders, and know nothing."""
        self.now = self.services.clock()
        self._loaders = self._known = self._shared = None

    refresh = __post_init__

    @property
    def loaders(self) -> Loaders:
        """Made for the first field that asks one; most operations ask none."""
        if self._shared is not None:
            return self._shared.loaders
        if self._loaders is None:
            self._loaders = self.services.make_loaders(self._without_loaders())
        return self._loaders

    @property
    def known(self) -> Known:
        """As the loaders."""
        if self._shared is not None:
            return self._shared.known
        if self._known is None:
            self._known = Known()
        return self._known

    def _without_loaders(self) -> Context:
        """For the loaders: if they held the context that holds them, only the collector would free both."""
        alone = Context(self.services, self.viewer_id, self.roles)
        alone.now, alone._known = self.now, self.known
        return alone

    def fresh(self) -> Context:
        """A context of the same viewer, with a fresh clock reading and empty loaders, that knows nothing."""
        return Context(self.services, self.viewer_id, self.roles)

    def share(self, other: Context) -> None:
        """Take over what another context of the same viewer has and knows, until `refresh`."""
        self.now, self._shared = other.now, other

    def committed(self, cursor: EventCursor) -> None:
        """Note that the running root field is committed, even if its answer cannot be read.

        `cursor` is the end of the viewer's log after the commit.
        """
        owe_an_answer()
        if commits := COMMITS.get():
            commits.note(self.services.sealer.seal_event_cursor(cursor))

    @property
    def is_moderator(self) -> bool:
        """Decided by the token alone: the host app chooses its moderators."""
        return MODERATOR in self.roles

    @property
    def is_service(self) -> bool:
        """The host app itself; its token need not name a user."""
        return SERVICE in self.roles

    def require_viewer(self) -> int:
        """The viewer's key. Unauthenticated if there is none."""
        if self.viewer_id is None:
            raise Unauthenticated
        return self.viewer_id

    def open(self, id: str) -> tuple[int, int] | None:
        """Kind and key of an id; None for an id that this service did not seal. Unauthenticated comes first."""
        self.require_viewer()
        return self.services.sealer.open(id)

    def key_of(self, kind: Kind, id: str) -> int:
        """The key, if the id is sealed by this service and of this kind; else 0, which is the key of nothing."""
        found = self.open(id)
        return found[1] if found and found[0] == kind else 0


Info: TypeAlias = strawberry.Info[Context, None]


def event_cursor_field(description: str) -> Any:
    """Of a type with an `event_cursor`: stored ones hold keys, so clients get them sealed."""

    def sealed(self: Any, info: Info) -> SealedEventCursor:
        return info.context.services.sealer.seal_event_cursor(self.event_cursor)

    return strawberry.field(resolver=sealed, name="eventCursor", description=description)


Input = TypeVar("Input")
Given: TypeAlias = Annotated[
    Input, strawberry.argument(description="The input; its type describes the fields.")
]
"""The one argument of a mutation."""
