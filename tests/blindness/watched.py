"""A service that can be watched: what each request ran, and when its streams have nothing more to say."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import partial
from typing import Any

from aiohttp import web
from aiohttp.typedefs import Handler

from events.hub import Broker, Flag, Hub
from models.db.connection import statement_log
from rules.filtering.reasons import Filter
from rules.policy import Policy
from schema.types.context import Services
from server.service import SERVICE
from server.soon import Soon
from server.transport import lane as lanes
from server.transport.heads import Post
from tests.databases import Source
from tests.services import services_on, serving
from tests.world import Person, World

PLANS = 100_000
"""Tokens: all documents of all plays, which else would be read and compiled in each world again."""

LONG = 10
"""Seconds after which a stream that has not begun never will."""


@dataclass(frozen=True)
class Answer:
    """All of an answer but its date, which is real time; and the statements that ran for it.

    Fields of one operation are read side by side: the statements are sorted, for they have no order.
    """

    status: int
    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes
    statements: Sequence[str]


class _Flag(Flag):
    """The flag of a stream that shows whether its reader sleeps on it, and says when it begins to."""

    def __init__(self, flag: Flag, changed: asyncio.Event) -> None:
        super().__init__()
        self._flag = flag
        self._changed = changed
        self._sleeps = False

    @property
    def is_quiet(self) -> bool:
        return self._sleeps and not self._flag.is_set

    def clear(self) -> None:
        self._flag.clear()

    async def wait_until(self, end: float) -> bool:
        self._sleeps = True
        self._changed.set()
        try:
            return await self._flag.wait_until(end)
        finally:
            self._sleeps = False


class WatchedHub(Hub):
    """Knows when every stream has delivered all items; `begun` counts streams so far.

    On a busy machine a long backlog takes seconds: reading its rest again would be one statement more.
    """

    fresh = 60.0

    def __init__(self) -> None:
        super().__init__()
        self.begun = 0
        self._open: set[_Flag] = set()
        self._changed = asyncio.Event()

    @contextmanager
    def listen(self, user_id: int) -> Iterator[Flag]:
        """As the hub's."""
        with super().listen(user_id) as flag:
            watched = _Flag(flag, self._changed)
            self._open.add(watched)
            self.begun += 1
            try:
                yield watched
            finally:
                self._open.discard(watched)
                self._changed.set()

    async def settle(self, begun: int = 0) -> None:
        """Until so many streams have begun, and all that are open sleep."""
        async with asyncio.timeout(LONG):
            while self.begun < begun or not all(flag.is_quiet for flag in self._open):
                self._changed.clear()
                await self._changed.wait()


@dataclass
class Watched:
    """A world with its hub and, by request or socket in the order of their coming, the statements run for it."""

    world: World
    hub: WatchedHub
    statements: list[list[str]]
    elsewhere: World | None = None
    """The same at another process, at which all act but the watched user."""

    @property
    def others(self) -> World:
        """The process at which others act."""
        if self.elsewhere is None:
            return self.world
        self.world.people |= {
            name: replace(person, world=self.world)
            for name, person in self.elsewhere.people.items()
            if name not in self.world.people
        }
        self.elsewhere.people |= {
            name: replace(person, world=self.elsewhere) for name, person in self.world.people.items()
        }
        return self.elsewhere

    async def ask(self, person: Person, text: str, variables: dict[str, Any]) -> Answer:
        """One operation over HTTP, with the whole of its answer.

        Not compressed: then ids, which are other ones in each world, would decide the length. And compiled: one that
        is asked for the first time may need more statements than later, and the worlds are played in turn.
        """
        await self.world.app[SERVICE].schema.prepare([text])
        body = {"query": text, "variables": variables}
        headers = {"Authorization": person.token, "Accept-Encoding": "identity"}
        number = len(self.statements)
        async with self.world.client.post(self.world.url, json=body, headers=headers) as answer:
            pairs = tuple(pair for pair in answer.raw_headers if pair[0].lower() != b"date")
            return Answer(answer.status, pairs, await answer.read(), sorted(self.statements[number]))


@dataclass(frozen=True)
class Setting:
    """Settings that may differ between two services."""

    policy: Policy = field(default_factory=Policy)
    filter: Filter = field(default_factory=Filter)
    is_shared: bool = False


class _Hints(Broker):
    """A broker that wakes the streams of the other process."""

    def __init__(self, other: Hub) -> None:
        self._other = other

    def tell(self, user_ids: Iterable[int]) -> None:
        """As Broker.tell, at once."""
        self._other.wake_here(list(user_ids))


@asynccontextmanager
async def _second(first: Services, is_wanted: bool) -> AsyncIterator[World | None]:
    """A second process on the same database, with all that a process has of its own."""
    if not is_wanted:
        yield None
        return
    services = replace(first, hub=Hub())
    services.hub.broker = _Hints(first.hub)
    async with serving(services) as world:
        yield world


@asynccontextmanager
async def watched_world(source: Source, setting: Setting) -> AsyncIterator[Watched]:
    """On a database without a row; the test moves its clock."""
    statements: list[list[str]] = []

    def note() -> None:
        statements.append([])
        statement_log.set(statements[-1])

    # With one connection answers come in the order of the questions, and batches have a size.
    async with source.lent(pool_size=1) as database:
        hub = WatchedHub()
        services = replace(services_on(database, setting.policy), hub=hub, filter=setting.filter)
        async with (
            serving(services, partial(_call_before, note)) as world,
            _second(services, setting.is_shared) as other,
        ):
            world.clock.tick = timedelta()
            world.app[SERVICE].schema._planner.capacity = PLANS
            yield Watched(world, hub, statements, other)


def _call_before(begin: Callable[[], None], app: web.Application) -> None:
    """Before each request is answered, in its context."""
    lane = app[lanes.LANE]

    @web.middleware
    async def before(request: web.Request, handler: Handler) -> web.StreamResponse:
        begin()
        return await handler(request)

    def handle(post: Post, body: lanes.Body) -> Soon[lanes.Answer]:
        begin()
        return lane.handle(post, body)

    app.middlewares.append(before)
    app[lanes.LANE] = replace(lane, handle=handle)
