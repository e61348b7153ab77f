"""Follows a user's log: all entries after a cursor in order, then new ones as they come."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum
from functools import partial

from events.hub import Hub
from models.db.connection import Connection
from models.event_log import LOG_END, READ, Entry, LogEnd
from models.scope import rows_of

BATCH = 100


class Broken(Enum):
    """The reason why a log cannot be followed from a cursor."""

    EXPIRED = "EXPIRED"
    EPOCH_CHANGED = "EPOCH_CHANGED"
    CURSOR_AHEAD = "CURSOR_AHEAD"
    UNKNOWN = "UNKNOWN"


@dataclass(frozen=True, slots=True)
class EventCursor:
    """A place in a user's event log: `seq` is that of the last event before it.

    `epoch` changes when the log was restored from a backup.
    """

    user_id: int
    epoch: int
    seq: int


class ViewerGone(Exception):
    """The log's user is no longer active."""


@dataclass(frozen=True, slots=True)
class Log:
    """One user's log in this process."""

    database: Connection
    hub: Hub
    user_id: int

    async def now(self) -> EventCursor:
        """The end of the log: a stream from here gets only new events."""
        end = await self._end(0)
        return EventCursor(self.user_id, end.epoch, end.last_seq)

    async def resume(self, after: EventCursor, expired_before: datetime) -> Broken | None:
        """Why the entries since the cursor cannot all be read; None if they can."""
        end = await self._end(after.seq + 1)
        if after.epoch != end.epoch:
            return Broken.EPOCH_CHANGED
        if after.seq > end.last_seq:
            return Broken.CURSOR_AHEAD
        is_kept = end.next_at is not None and end.next_at >= expired_before
        return None if after.seq == end.last_seq or is_kept else Broken.EXPIRED

    async def _end(self, seq: int) -> LogEnd:
        end = await LOG_END.first(self.database, self.user_id, seq)
        if end is None:
            raise ViewerGone
        return end

    async def follow(
        self, after: EventCursor, patience: Callable[[], timedelta]
    ) -> AsyncGenerator[Entry | EventCursor, None]:
        """Entries after the cursor, without end; a bare cursor when none comes within the reader's patience.

        The flag is set before the log is read, so a commit between the two is not missed. A wake-up without
        an entry delays nothing: readers must not notice what is kept from them.
        """
        with self.hub.listen(self.user_id) as flag:
            until = _after(patience())
            while True:
                flag.clear()
                entries = await self._read(after)
                for entry in entries:
                    after = replace(after, seq=entry.seq)
                    yield entry
                if entries:
                    until = _after(patience())
                if len(entries) < BATCH and not await _is_set_before(flag, until):
                    yield after
                    until = _after(patience())

    async def _read(self, after: EventCursor) -> list[Entry]:
        """One read for all the user's streams that wait at this cursor."""
        read = partial(READ.all, self.database, self.user_id, after.seq, BATCH)
        rows = await self.hub.together((self.user_id, after.seq), read)
        if not rows:
            raise ViewerGone
        return rows_of(rows)


def _after(time: timedelta) -> float:
    """On the event loop's clock, which no one can set back."""
    return asyncio.get_running_loop().time() + time.total_seconds()


async def _is_set_before(flag: asyncio.Event, end: float) -> bool:
    """Once the time is over, a flag that is set does not count."""
    if asyncio.get_running_loop().time() >= end:
        return False
    try:
        async with asyncio.timeout_at(end):
            await flag.wait()
    except TimeoutError:
        return False
    return True
