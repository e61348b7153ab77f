"""Deletes expired rows, and closes reports about nothing, at intervals while the service runs."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import TypeVar

import structlog

from models import retention
from models.db.connection import Connection, Transaction
from models.db.database import Database
from resolvers.reports import close_unseen
from rules.policy import Policy
from schema.types.context import Services

T = TypeVar("T")


PAUSE = timedelta(hours=1)
MARGIN = timedelta(days=1)
"""Rows stay a day longer than they count.

So a stream that resumed at the last moment never meets a gap, and no clock of another process needs to agree.
"""

log = structlog.get_logger("doorstep.retention")


async def sweep(database: Database, now: datetime, policy: Policy) -> int:
    """Deletes expired rows, and returns their number; the reports' copies of users erased long ago are among them.

    Processes do not delete at the same time: one that finds another at it leaves that kind of rows to the other.
    """
    before = now - MARGIN
    return (
        await _delete(database, retention.drop_events, before - policy.event_lifetime)
        + await _delete(database, retention.drop_client_keys, before - policy.client_key_lifetime)
        + await _delete(database, retention.drop_stream_starts, before - policy.event_lifetime)
        + await _delete(database, retention.drop_stream_tickets, before)
        + await _delete(database, retention.drop_marks, before)
        + await _delete(database, retention.drop_quotas, before.date())
        + await _delete(database, retention.drop_evidence, before - policy.evidence_lifetime)
        + await _delete(database, retention.drop_profiles, before - policy.evidence_lifetime)
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
        await asyncio.sleep(PAUSE.total_seconds())
