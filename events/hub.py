"""Wakes the streams of this process: a flag for each open stream, no queue of payloads."""

import asyncio
from collections.abc import Callable, Coroutine, Hashable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

T = TypeVar("T")


class Hub:
    """The log in the database is the truth; a flag only says that there may be more to read."""

    def __init__(self) -> None:
        self._flags: dict[int, set[asyncio.Event]] = {}
        self._asked: dict[Hashable, asyncio.Task[Any]] = {}

    @contextmanager
    def listen(self, user_id: int) -> Iterator[asyncio.Event]:
        """A flag that every wake of the user sets, until the block is left.

        Clear it, then read, then wait.
        """
        flag = asyncio.Event()
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

    async def together(self, asked: Hashable, work: Callable[[], Coroutine[Any, Any, T]]) -> T:
        """Runs the work once for all callers in one turn of the loop, such as streams that woke together.

        The work begins in the next turn, when no caller can join, so no value is older than its call.
        A cancelled caller leaves the work to the others.
        """
        if asked not in self._asked:
            asyncio.get_running_loop().call_soon(self._asked.pop, asked)
            self._asked[asked] = asyncio.create_task(work())
        return await asyncio.shield(self._asked[asked])
