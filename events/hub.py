"""Wakes the streams of this process and tells other processes; polls of the database find what no hint told."""

import asyncio
import random
from collections import Counter
from collections.abc import Callable, Coroutine, Hashable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

import structlog

from models.db.connection import Connection
from models.event_log import LOG_SIZES

T = TypeVar("T")


class Flag:
    """Says that a log may have more than its one reader has read."""

    __slots__ = ("_waiter", "is_set")

    def __init__(self) -> None:
        self.is_set = False
        self._waiter: asyncio.Future[None] | None = None

    def set(self) -> None:
        """Wake the reader, also one that waits later."""
        self.is_set = True
        self._wake()

    def clear(self) -> None:
        """Call it before the log is read."""
        self.is_set = False

    async def wait_until(self, end: float) -> bool:
        """Whether it is set before this time of the loop's clock; once the time is over, a set flag does not count."""
        loop = asyncio.get_running_loop()
        if loop.time() >= end or self.is_set:
            return loop.time() < end
        self._waiter = loop.create_future()
        timer = loop.call_at(end, self._wake)
        try:
            await self._waiter
        finally:
            timer.cancel()
            self._waiter = None
        return self.is_set and loop.time() < end

    def _wake(self) -> None:
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)


class Broker:
    """Carries hints between processes; this one, where there is no other process, does nothing.

    A hint may be lost, doubled or late: no call waits, and none fails.
    """

    def tell(self, user_ids: Iterable[int]) -> None:
        """These users' logs have grown."""

    def follow(self, user_id: int) -> None:
        """Hints about this user are wanted from now on."""

    def leave(self, user_id: int) -> None:
        """Hints about this user are no longer wanted."""

    def call(self) -> None:
        """Tokens were revoked: each process shall look."""


class Hub:
    """The log in the database is the truth; a flag only says that there may be more to read.

    `fresh`: seconds for which streams may show the rows of a read. `counts`: hints and polls so far, by their
    outcome.
    """

    fresh = 1.0

    def __init__(self) -> None:
        self.broker = Broker()
        self.counts: Counter[str] = Counter()
        self._flags: dict[int, set[Flag]] = {}
        self._asked: dict[Hashable, asyncio.Task[Any]] = {}

    @contextmanager
    def listen(self, user_id: int) -> Iterator[Flag]:
        """A flag that every wake of the user sets, until the block is left.

        Clear it, then read, then wait.
        """
        flag = Flag()
        if user_id not in self._flags:
            self._flags[user_id] = set()
            self.broker.follow(user_id)
        self._flags[user_id].add(flag)
        try:
            yield flag
        finally:
            self._flags[user_id].discard(flag)
            if not self._flags[user_id]:
                del self._flags[user_id]
                self.broker.leave(user_id)

    def users(self) -> list[int]:
        """The users who have an open stream in this process."""
        return list(self._flags)

    @property
    def streams(self) -> int:
        """How many streams follow a log in this process."""
        return sum(map(len, self._flags.values()))

    def wake(self, user_ids: Iterable[int]) -> None:
        """Call it after the commit that wrote to these users' logs, never before. Other processes get a hint."""
        user_ids = list(user_ids)
        self.wake_here(user_ids)
        self.broker.tell(user_ids)

    def wake_here(self, user_ids: Iterable[int]) -> None:
        """Wake the streams of this process only: another one wrote to these users' logs, or may have."""
        for user_id in user_ids:
            for flag in self._flags.get(user_id, ()):
                flag.set()

    async def together(self, user_id: int, asked: Hashable, work: Callable[[], Coroutine[Any, Any, T]]) -> T:
        """Runs the work once for all of a user's streams that ask in one turn of the loop, since they woke together.

        The work begins after that turn, when no caller can join any more: the value is not older than a call.
        A cancelled caller leaves the work to the others.
        """
        if len(self._flags.get(user_id, ())) < 2:
            return await work()
        if asked not in self._asked:
            asyncio.get_running_loop().call_soon(self._asked.pop, asked)
            self._asked[asked] = asyncio.create_task(work())
        return await asyncio.shield(self._asked[asked])


INTERVAL = 1.0
"""Seconds between two polls, a tenth more or less, so that processes do not ask together."""

MOST = 1_000
"""Users in a statement."""

log = structlog.get_logger("doorstep.polls")


class Poll:
    """Compares each counter with that of the last look; a user seen for the first time is woken too.

    A user who is no longer active is woken each time, until no stream is left.
    """

    def __init__(self, database: Connection, hub: Hub) -> None:
        self._database = database
        self._hub = hub
        self._known: dict[int, int] = {}

    async def look(self) -> None:
        """Wakes the streams of this process whose logs have grown, or whose user has left."""
        users, known = self._hub.users(), self._known
        self._known = found = {}
        for start in range(0, len(users), MOST):
            asked = users[start : start + MOST]
            found.update({end.user_id: end.seq for end in await LOG_SIZES.all(self._database, asked)})
            self._hub.wake_here(user for user in asked if user not in found or found[user] != known.get(user))

    async def keep(self) -> None:
        """Runs for ever; a failed look is logged, and the next one follows as usual."""
        while True:
            await asyncio.sleep(INTERVAL * random.uniform(0.9, 1.1))
            self._hub.counts["polls"] += 1
            try:
                await self.look()
            except Exception as error:
                self._hub.counts["polls_failed"] += 1
                log.warning("not polled", error=type(error).__name__)
