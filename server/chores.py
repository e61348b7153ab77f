"""Work at intervals: expired rows are deleted, blocks and quiet times end, new secrets are taken."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from typing import TypeAlias, TypeVar

import structlog

from models import retention
from models.db.connection import Connection, Transaction
from models.db.database import Database
from models.filtering import next_pause_end
from models.installation import read_secrets
from models.relations import next_end
from resolvers.filtering import end_pauses
from resolvers.relations import end_blocks
from resolvers.reports import close_unseen
from rules.policy import Policy
from schema.types.context import Services

T = TypeVar("T")

Chore: TypeAlias = Callable[[Services], Awaitable[float | None]]
"""It may return the seconds until it shall run again."""

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


async def keep(services: Services, name: str, chore: Chore, usual: float) -> None:
    """Runs a chore for ever, the first time at once; a failure is logged and tried again after the usual seconds."""
    while True:
        pause = usual
        try:
            pause = await chore(services) or usual
        except Exception as error:
            log.warning("chore failed", chore=name, error=type(error).__name__)
        await asyncio.sleep(pause)


async def sweep_all(services: Services) -> None:
    """As `sweep`; reports that no one can see are closed too."""
    gone = await sweep(services.database, services.clock(), services.policy)
    log.info("swept", rows=gone)
    await close_unseen(services)


async def renew_seals(services: Services) -> None:
    """Takes a new secret, if there is one."""
    services.sealer.use(*await read_secrets(services.database, services.clock()))


async def end_due(services: Services) -> float:
    """Seconds until the next end. One that fails does not keep the other from its end."""
    try:
        await end_blocks(services)
    finally:
        await end_pauses(services)
    return await seconds_left(services)


async def seconds_left(services: Services) -> float:
    """Until the next end that is known, PAUSE at most."""
    ends = [await next_end(services.database), await next_pause_end(services.database)]
    now = services.clock()
    left = min(((end - now).total_seconds() for end in ends if end), default=PAUSE)
    return min(max(left, LEAST_PAUSE), PAUSE)


CHORES: Sequence[tuple[str, Chore, float]] = (
    ("sweep", sweep_all, 3600.0),
    ("end", end_due, PAUSE),
    ("seals", renew_seals, 10.0),
)
"""Each with its usual pause. A process knows a new secret for a minute before it seals."""
