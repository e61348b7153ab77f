"""How many mutations a process takes at once: as many as end soon. The rest is refused before anything is done."""

import asyncio
import time
from collections.abc import Callable
from functools import partial
from typing import Any

from server.errors import Overloaded

SOON = 0.5
"""Seconds that mutations may take on average; a mutation that waits for longer waits in vain."""

WINDOW = 0.25
"""Seconds over which it is averaged at least; a change of the limit shows after the time that a mutation takes."""

LEAST, FIRST, MOST = 32, 128, 1_024
"""Mutations under way: always allowed, allowed before any has ended, and never exceeded. A full set is 32 sends."""

LONGEST_WINDOW = 1.0

GROWTH, FALL = 1.25, 0.5
"""The largest change of the limit after a window."""


class Pressure:
    """Of one process, from all that a mutation waits for: the event loop, other mutations, connections, the database.

    `limit`: mutations that may be under way. It falls while they take too long or none ends, and grows while they do
    not and there are more of them. Queries and streams are always taken: readers come before writers.
    """

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self.limit: float = FIRST
        self.under_way = 0
        self._now = now
        self._ended_at = self._until = now()
        self._begin_window()

    def refuse(self) -> Overloaded | None:
        """The refusal of one more mutation, if there is no room for it."""
        self._adjust()
        if not self.under_way:
            # The slow ones are gone: a crowd that comes now finds an idle service.
            self.limit = max(self.limit, FIRST)
        if self.under_way < self.limit:
            return None
        self._was_full = True
        return Overloaded()

    def take(self, mutation: asyncio.Future[Any]) -> None:
        """It is under way from now on until it is done."""
        began = self._now()
        if not self.under_way:
            self._ended_at = began
        self.under_way += 1
        mutation.add_done_callback(partial(self._end, began))

    def _end(self, began: float, _: object) -> None:
        self.under_way -= 1
        self._ended_at = self._now()
        self._ends += 1
        self._spent += self._ended_at - began

    def _adjust(self) -> None:
        now = self._now()
        if now < self._until:
            return
        seconds = self._seconds(now)
        if seconds > SOON and (self.under_way or self._ends):
            taken = min(self.limit, max(self.under_way, self._ends))
            self.limit = max(LEAST, taken * max(FALL, SOON / seconds))
        elif self.under_way and not self._ends:
            return
        elif self._was_full:
            self.limit = min(MOST, self.limit * GROWTH)
        self._until = now + max(WINDOW, min(seconds, LONGEST_WINDOW))
        self._begin_window()

    def _seconds(self, now: float) -> float:
        """That a mutation takes now, as far as it is known."""
        return self._spent / self._ends if self._ends else now - self._ended_at

    def _begin_window(self) -> None:
        self._ends, self._spent, self._was_full = 0, 0.0, False
