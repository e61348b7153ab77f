"""Work at intervals while the service runs: expired rows are deleted, blocks and quiet times end."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import TypeVar

import structlog

from models import retention
from models.blocks import next_end
from models.db.connection import Connection, Transaction
from models.db.database import Database
from models.filtering import next_pause_end
from resolvers.blocks import end_blocks
from resolvers.filtering import end_pauses
from resolvers.reports import close_unseen
from rules.policy import Policy
from schema.types.context import Services

T = TypeVar("T")

INTERVAL = timedelta(hours=1)
"""Between two times at which expired rows are deleted."""

PAUSE = 5.0
"""The most seconds between two looks for ends: another process may have made one that is sooner than those known."""

LEAST_PAUSE = 0.05

MARGIN = timedelta(days=1)
"""Rows stay a day longer than they count.

So a stream that resumed at the last moment never meets a gap, and no clock of another process needs to agree.
"""

log = structlog.get_logger("doorstep.chores")


async def sweep(database: Database, now: datetime, policy: Policy) -> int:
    """Deletes expired rows, and returns their number; the reports' copies of users erased long ago are among them.

    So are pushes that wait, while pushes are off. Processes do not delete at the same time: one that finds another at
    it leaves that kind of rows to the other.
    """
    before = now - MARGIN
    return (
        await _delete(database, retention.drop_events, before - policy.event_lifetime)
        + await _delete(database, retention.drop_client_keys, before - policy.client_key_lifetime)
        + await _delete(database, retention.drop_stream_starts, before - policy.event_lifetime)
        + await _delete(database, retention.drop_stream_tickets, before)
        + await _delete(database, retention.drop_marks, before)
        + await _delete(database, retention.drop_quotas, before.date())
        + await _delete(database, retention.DROP_EVIDENCE.run, before - policy.evidence_lifetime)
        + await _delete(database, retention.DROP_PROFILES.run, before - policy.evidence_lifetime)
        + (0 if policy.pushes else await _delete(database, retention.DROP_PUSHES.run, 0))
    )


async def _delete(database: Database, drop: Callable[[Connection, T], Awaitable[int]], before: T) -> int:
    """Deletes one window at a time, so that no sender waits for all of them."""

    async def drop_window(tx: Transaction) -> int:
        return await drop(tx, before) if await retention.has_turn(tx) else 0

    total = 0
    while gone := await database.transaction(drop_window):
        total += gone
    return total


async def keep_sweeping(services: Services) -> None:
    """Runs for ever, the first time at once; a failure is logged and tried again later."""
    while True:
        try:
            gone = await sweep(services.database, services.clock(), services.policy)
            log.info("swept", rows=gone)
            await close_unseen(services)
        except Exception as error:
            log.warning("not swept", error=type(error).__name__)
        await asyncio.sleep(INTERVAL.total_seconds())


async def keep_ending(services: Services) -> None:
    """Runs for ever, each time when the next end has come; a failure is logged and tried again later."""
    while True:
        pause = PAUSE
        try:
            await end_all(services)
            pause = await seconds_left(services)
        except Exception as error:
            log.warning("not ended", error=type(error).__name__)
        await asyncio.sleep(pause)


async def end_all(services: Services) -> None:
    """One that fails does not keep the other from its end."""
    try:
        await end_blocks(services)
    finally:
        await end_pauses(services)


async def seconds_left(services: Services) -> float:
    """Until the next end that is known, PAUSE at most."""
    ends = [await next_end(services.database), await next_pause_end(services.database)]
    now = services.clock()
    left = min(((end - now).total_seconds() for end in ends if end), default=PAUSE)
    return min(max(left, LEAST_PAUSE), PAUSE)
