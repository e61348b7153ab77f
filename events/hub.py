"""Wakes the streams of this process: a flag for each open stream, no queue of payloads."""

import asyncio
from collections.abc import Callable, Coroutine, Hashable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

T = TypeVar("T")


class Flag:
    """Says that a log may have more than its one reader has read."""

    __slots__ = ("_is_set", "_waiter")

    def __init__(self) -> None:
        self._is_set = False
        self._waiter: asyncio.Future[None] | None = None

    def is_set(self) -> bool:
        """Since it was cleared."""
        return self._is_set

    def set(self) -> None:
        """Wake the reader, also one that waits later."""
        self._is_set = True
        self._wake()

    def clear(self) -> None:
        """Call it before the log is read."""
        self._is_set = False

    async def wait_until(self, end: float) -> bool:
        """Whether it is set before this time of the loop's clock; once the time is over, a set flag does not count."""
        loop = asyncio.get_running_loop()
        if loop.time() >= end or self._is_set:
            return loop.time() < end
        self._waiter = loop.create_future()
        timer = loop.call_at(end, self._wake)
        try:
            await self._waiter
        finally:
            timer.cancel()
            self._waiter = None
        return self._is_set and loop.time() < end

    def _wake(self) -> None:
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)


class Hub:
    """The log in the database is the truth; a flag only says that there may be more to read."""

    def __init__(self) -> None:
        self._flags: dict[int, set[Flag]] = {}
        self._asked: dict[Hashable, asyncio.Task[Any]] = {}

    @contextmanager
    def listen(self, user_id: int) -> Iterator[Flag]:
        """A flag that every wake of the user sets, until the block is left.

        Clear it, then read, then wait.
        """
        flag = Flag()
        self._flags.setdefault(user_id, set()).add(flag)
        try:
            yield flag
        finally:
            self._flags[user_id].discard(flag)
            if not self._flags[user_id]:
                del self._flags[user_id]

    def wake(self, user_ids: Iterable[int]) -> None:
        """Call it after the commit that wrote to these users' logs, never before."""
        for user_id in user_ids:
            for flag in self._flags.get(user_id, ()):
                flag.set()

    async def together(self, user_id: int, asked: Hashable, work: Callable[[], Coroutine[Any, Any, T]]) -> T:
        """Runs the work once for all of a user's streams that ask in one turn of the loop, since they woke together.

        The work begins in the next turn, when no caller can join, so no value is older than its call.
        A cancelled caller leaves the work to the others.
        """
        if len(self._flags.get(user_id, ())) < 2:
            return await work()
        if asked not in self._asked:
            asyncio.get_running_loop().call_soon(self._asked.pop, asked)
            self._asked[asked] = asyncio.create_task(work())
        return await asyncio.shield(self._asked[asked])
