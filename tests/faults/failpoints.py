"""The command, with points at which it fails: a file says which, and in which share of all cases.

`python -m tests.faults.failpoints` serves as `python -m server` does until the file FAILPOINTS names a point.
"""

import asyncio
import json
import os
import random
import signal
import sys
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta, tzinfo
from pathlib import Path
from typing import Any
from zlib import crc32

import resolvers.send_sets as sets
import server.contexts
from events.hub import Hub
from events.stream import Found, Ticks
from models.db.connection import Connection, Transaction, only_reads
from models.db.database import Database
from models.db.pool import Gate
from models.event_log import Entry, Place
from models.sending import write
from server.__main__ import main

POINTS = Path(os.environ["FAILPOINTS"])
BLOCKED = 5.0
"""Seconds for which the event loop is blocked."""

SLOW = 0.01
"""Seconds between a hint that is too early and its commit."""


def value_of(point: str) -> float:
    """The word that the file gives this point now."""
    with suppress(OSError, ValueError):
        return float(json.loads(POINTS.read_text()).get(point, 0))
    return 0.0


def hits(point: str) -> bool:
    """Whether it fails this time."""
    return random.random() < value_of(point)


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


class Undone(Exception):
    """Rolls back what is said to be done."""

    def __init__(self, value: Any) -> None:
        self.value = value


class Moved(datetime):
    """A clock that runs `clock` seconds ahead."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
        return datetime.now(tz) + timedelta(seconds=value_of("clock"))


_wake, _once, _read = Hub.wake, Database._once, Ticks._read
_fetch, _execute = Gate.fetch, Gate.execute
_at_once, _in_turn = write.write_at_once, write.write_in_turn
HUBS: list[Hub] = []


def wake(hub: Hub, user_ids: Iterable[int]) -> None:
    """The steps after each commit."""
    if hits("die between commit and hint"):
        die()
    if hits("block"):
        time.sleep(BLOCKED)
    if not value_of("hint before commit"):
        _wake(hub, user_ids)


async def hint_early(sends: Sequence[Any]) -> None:
    """Before the commit, which takes its time."""
    if value_of("hint before commit"):
        for hub in HUBS:
            _wake(hub, [user for one in sends for user in (one.viewer_id, one.recipient_id)])
        await asyncio.sleep(SLOW)


async def once(database: Database, step: Any) -> Any:
    async def undone(tx: Transaction) -> Any:
        value = await step(tx)
        if hits("roll back"):
            raise Undone(value)
        return value

    try:
        return await _once(database, undone)
    except Undone as error:
        return error.value


async def at_once(database: Connection, sends: Any, **options: Any) -> Any:
    await hint_early(sends)
    if hits("roll back") and isinstance(database, Database):

        async def step(tx: Transaction) -> Any:
            raise Undone(await _at_once(tx, sends, **options))

        try:
            return await _once(database, step)
        except Undone as error:
            return error.value
    return await _at_once(database, sends, **options)


async def in_turn(tx: Transaction, sends: Any, **options: Any) -> Any:
    await hint_early(sends)
    return await _in_turn(tx, sends, **options)


async def read(ticks: Ticks, places: Sequence[Place]) -> dict[Place, Found]:
    share = value_of("skip events") * 1000
    found = await _read(ticks, places)
    if not share:
        return found
    return {
        place: replace(one, entries=[entry for entry in one.entries if _stays(place, entry, share)])
        for place, one in found.items()
    }


def _stays(place: Place, entry: Entry, share: float) -> bool:
    return crc32(b"%d %d" % (place.user_id, entry.seq)) % 1000 >= share


async def fetch(connection: Any, query: str, *args: Any, **options: Any) -> Any:
    if not only_reads(query) and hits("die before commit"):
        die()
    return await _fetch(connection, query, *args, **options)


async def execute(connection: Any, query: str, *args: Any, **options: Any) -> Any:
    if query.startswith("COMMIT") and hits("die before commit"):
        die()
    return await _execute(connection, query, *args, **options)


def remember(hub: Hub) -> None:
    _init(hub)
    HUBS.append(hub)


def plant() -> None:
    """Puts the points in place."""
    replaced: tuple[tuple[Any, str, Any], ...] = (
        (Hub, "__init__", remember),
        (Hub, "wake", wake),
        (Database, "_once", once),
        (Ticks, "_read", read),
        (Gate, "fetch", fetch),
        (Gate, "execute", execute),
        (sets, "write_at_once", at_once),
        (sets, "write_in_turn", in_turn),
        (server.contexts, "datetime", Moved),
    )
    for owner, name, value in replaced:
        setattr(owner, name, value)


_init = Hub.__init__

if __name__ == "__main__":
    plant()
    sys.exit(main())
