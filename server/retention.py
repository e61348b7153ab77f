"""Deletes what has had its time, now and then, while the service runs."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import TypeVar

import structlog

from models import retention
from models.db.database import Database
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
    """How many rows went: what nothing reads any more, and what reports kept of users erased long ago."""
    before = now - MARGIN
    return (
        await _delete(database, retention.drop_events, before - policy.event_lifetime)
        + await _delete(database, retention.drop_client_keys, before - policy.client_key_lifetime)
        + await _delete(database, retention.drop_quotas, before.date())
        + await _delete(database, retention.drop_evidence, before - policy.evidence_lifetime)
        + await _delete(database, retention.drop_profiles, before - policy.evidence_lifetime)
    )


async def _delete(database: Database, drop: Callable[[Database, T], Awaitable[int]], before: T) -> int:
    """A window at a time: whoever sends does not wait for all of them."""
    total = 0
    while gone := await drop(database, before):
        total += gone
    return total


async def keep_sweeping(services: Services) -> None:
    """For ever, first of all at once; what fails is logged, and tried again later."""
    while True:
        try:
            gone = await sweep(services.database, services.clock(), services.policy)
            log.info("swept", rows=gone)
        except Exception as error:
            log.warning("not swept", error=type(error).__name__)
        await asyncio.sleep(PAUSE.total_seconds())
