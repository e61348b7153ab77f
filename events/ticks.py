"""Reads the logs of all users that were woken in this process together, one read at a time."""

import asyncio
from collections.abc import Sequence
from itertools import islice
from typing import TypeAlias

from models.db.connection import Connection
from models.entries import ENTRIES, PLACES, Entry, Place

MOST = 256
"""Places in a read; more wait for the next."""

Found: TypeAlias = "list[Entry] | None"
_Waiting: TypeAlias = "dict[Place, list[asyncio.Future[Found]]]"


class ViewerGone(Exception):
    """The log's user is no longer active."""


class Ticks:
    """A tick begins in the turn after its first caller, or when the one before has ended: no timer delays it."""

    def __init__(self, database: Connection) -> None:
        self.database = database
        self._waiting: _Waiting = {}
        self._running: asyncio.Task[None] | None = None

    async def after(self, place: Place) -> list[Entry]:
        """Up to BATCH entries after the place, in order; callers with an equal place share them.

        They are read after the call, never before. A caller that is cancelled leaves the others alone.
        """
        future: asyncio.Future[Found] = asyncio.get_running_loop().create_future()
        self._waiting.setdefault(place, []).append(future)
        if self._running is None:
            self._running = asyncio.create_task(self._run())
        return _present(await future)

    async def alone(self, place: Place) -> list[Entry]:
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
        futures = [(place, future) for place, many in waiting.items() for future in many]
        try:
            found = await self._read(list(waiting))
        except Exception as error:
            for _, future in futures:
                _end(future, error)
            return
        for place, future in futures:
            if not future.done():
                future.set_result(found.get(place))

    async def _read(self, places: Sequence[Place]) -> dict[Place, list[Entry]]:
        """A place whose user is not active is left out."""
        found: dict[Place, list[Entry]] = {}
        for row in await ENTRIES.all(self.database, PLACES.rows(places), len(places)):
            entries = found.setdefault(Place(row.user_id, row.seq), [])
            if row.entry:
                entries.append(row.entry)
        return found


def _end(future: "asyncio.Future[Found]", error: Exception) -> None:
    if not future.done():
        future.set_exception(error)


def _present(found: Found) -> list[Entry]:
    if found is None:
        raise ViewerGone
    return found
