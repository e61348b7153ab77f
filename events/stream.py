"""Follows a user's log: all entries after a cursor in order, then new ones as they come. Logs are read together."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum
from itertools import islice
from typing import TypeAlias

from events.hub import Hub
from models.db.connection import Connection
from models.event_log import BATCH, ENTRIES, LOG_END, PLACES, Entry, EventCursor, LogEnd, Place

MOST = 256
"""Places in a read; more wait for the next."""


class ViewerGone(Exception):
    """The log's user is no longer active."""


class Broken(Enum):
    """The reason why a log cannot be followed from a cursor."""

    EXPIRED = "EXPIRED"
    EPOCH_CHANGED = "EPOCH_CHANGED"
    CURSOR_AHEAD = "CURSOR_AHEAD"
    UNKNOWN = "UNKNOWN"


@dataclass(frozen=True, slots=True)
class Found:
    """Up to BATCH entries after a place, in order, and the end of their log."""

    epoch: int
    last_seq: int
    entries: list[Entry] = field(default_factory=list)

    def goes_on_after(self, seq: int) -> bool:
        """Whether entries that follow are known or likely: some of these, or those after a full read."""
        return len(self.entries) == BATCH or (self.entries != [] and seq < self.entries[-1].seq)


@dataclass(frozen=True, slots=True)
class SetBack:
    """The log was set back under its reader, who may have missed something; it goes on from this end."""

    epoch: int
    seq: int
    reason: Broken


_Waiting: TypeAlias = "dict[Place, list[asyncio.Future[Found | None]]]"


class Ticks:
    """A tick begins in the turn after its first caller, or when the one before has ended: no timer delays it."""

    def __init__(self, database: Connection) -> None:
        self.database = database
        self._waiting: _Waiting = {}
        self._running: asyncio.Task[None] | None = None

    async def after(self, place: Place) -> Found:
        """The entries after the place; callers with an equal place share them.

        They are read after the call, never before. A caller that is cancelled leaves the others alone.
        """
        future: asyncio.Future[Found | None] = asyncio.get_running_loop().create_future()
        self._waiting.setdefault(place, []).append(future)
        if self._running is None:
            self._running = asyncio.create_task(self._run())
        return _present(await future)

    async def alone(self, place: Place) -> Found:
        """The same in a statement of its own: a reader with many entries to read delays no other."""
        return _present((await self._read([place])).get(place))

    async def _run(self) -> None:
        try:
            while self._waiting:
                places = list(islice(self._waiting, MOST))
                await self._tick({place: self._waiting.pop(place) for place in places})
        finally:
            self._running = None

    async def _tick(self, waiting: _Waiting) -> None:
        found: dict[Place, Found] = {}
        failed: Exception | None = None
        try:
            found = await self._read(list(waiting))
        except Exception as error:
            failed = error
        for place, futures in waiting.items():
            for future in futures:
                if not future.done():
                    future.set_exception(failed) if failed else future.set_result(found.get(place))

    async def _read(self, places: Sequence[Place]) -> dict[Place, Found]:
        """A place whose user is not active is left out."""
        found: dict[Place, Found] = {}
        for row in await ENTRIES.all(self.database, PLACES.rows(places), len(places)):
            place = Place(row.user_id, row.seq)
            if place not in found:
                found[place] = Found(row.epoch, row.last_seq)
            if row.entry:
                found[place].entries.append(row.entry)
        return found


def _present(found: Found | None) -> Found:
    if found is None:
        raise ViewerGone
    return found


@dataclass(frozen=True, slots=True)
class Log:
    """One user's log in this process.

    Rows of a read are shown while the hub calls them fresh; a slow client's further entries are read again. A wake-up
    without an entry delays nothing: a reader must not notice a hidden one.
    """

    ticks: Ticks
    hub: Hub
    user_id: int

    async def now(self) -> EventCursor:
        """The end of the log: a stream from here gets only new events."""
        end = await self._end(0)
        return EventCursor(self.user_id, end.epoch, end.last_seq)

    async def resume(self, after: EventCursor, expired_before: datetime) -> Broken | None:
        """Why the entries since the cursor cannot all be read; None if they can."""
        end = await self._end(after.seq + 1)
        if broken := _set_back(after, end):
            return broken
        return None if end.has_all_since(after.seq, expired_before) else Broken.EXPIRED

    async def _end(self, seq: int) -> LogEnd:
        end = await LOG_END.first(self.ticks.database, self.user_id, seq)
        if end is None:
            raise ViewerGone
        return end

    async def follow(
        self, after: EventCursor, patience: Callable[[], timedelta], *, is_behind: bool = False
    ) -> AsyncGenerator[Entry | EventCursor | SetBack, None]:
        """Entries after the cursor, without end; a bare cursor when none comes within the reader's patience.

        The flag is cleared before the log is read, so a commit between the two is not missed.
        """
        with self.hub.listen(self.user_id) as flag:
            until = _after(patience())
            while True:
                flag.clear()
                found = await self._read(after, is_behind)
                if isinstance(found, SetBack):
                    after = EventCursor(self.user_id, found.epoch, found.seq)
                    yield found
                    continue
                fresh_until = _time() + self.hub.fresh
                for entry in found.entries:
                    after = EventCursor(self.user_id, after.epoch, entry.seq)
                    yield entry
                    del entry
                    if _time() > fresh_until:
                        break
                if found.entries:
                    until = _after(patience())
                is_behind = found.goes_on_after(after.seq)
                del found
                if not is_behind and not await flag.wait_until(until):
                    yield after
                    until = _after(patience())

    async def _read(self, after: EventCursor, is_behind: bool) -> Found | SetBack:
        """`SetBack` where the log is no longer the one that was followed, as after a failover under a running process.

        A reader with many entries to read reads alone until it has caught up.
        """
        read = self.ticks.alone if is_behind else self.ticks.after
        found = await read(Place(self.user_id, after.seq))
        broken = _set_back(after, found)
        return SetBack(found.epoch, found.last_seq, broken) if broken else found


def _set_back(after: EventCursor, end: LogEnd | Found) -> Broken | None:
    """Whether the cursor is of another time of the log, which a restored database brought back."""
    if after.epoch != end.epoch:
        return Broken.EPOCH_CHANGED
    return Broken.CURSOR_AHEAD if after.seq > end.last_seq else None


def _time() -> float:
    """The event loop's clock, which no one can set back."""
    return asyncio.get_running_loop().time()


def _after(time: timedelta) -> float:
    return _time() + time.total_seconds()
