"""The host app takes pushes under leases, and hears when some wait."""

import asyncio
import re
import secrets
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing
from datetime import timedelta
from typing import Any

import strawberry

from models.db.connection import Transaction
from models.event_log import NO_LOG, NOBODY, EventCursor
from models.inbox import Counts
from models.pushes import BADGES, HELD_BY, TAKE, TAKEN, PushRow, settle, until_due
from resolvers.mutation import Fields, answer, not_allowed, of_host
from resolvers.subscriptions import follow_nothing
from rules.filtering.choices import HOUR
from rules.problems import InvalidInput, InvalidInputReason
from rules.pushes import BATCH, KINDS, LEASE, SILENT
from schema.types import pushes as types
from schema.types.context import Context, Given, Info, Services
from schema.types.ids import Kind
from schema.types.requests import archived_before
from schema.types.streams import Event, Position
from schema.types.viewer import Badge

LEASE_BYTES = 16
_LEASE = re.compile(f"[0-9a-f]{{{2 * LEASE_BYTES}}}")

PAUSE = 0.05
"""Seconds between two items at least: events in between are taken together."""


async def take_pushes(info: Info, input: Given[types.TakePushesInput]) -> types.TakePushesResult | None:
    """For the host app: take the pushes that wait, under a lease."""
    # At least once, in order for each recipient (behaviour 16).
    if not info.context.is_service:
        return await not_allowed(info.context)
    outcome = _refuse(input) or await _take(info.context, input)
    return await answer(info.context, of_host(outcome), types.TakePushesSuccess)


async def acknowledge_pushes(
    info: Info, input: Given[types.AcknowledgePushesInput]
) -> types.AcknowledgePushesResult | None:
    """For the host app: say that the pushes of a lease are delivered."""
    # No event of a lease that others have taken over (behaviour 16).
    if not info.context.is_service:
        return await not_allowed(info.context)
    is_lease = _LEASE.fullmatch(input.lease_id)
    count = await _end(info.context.services, input.lease_id) if is_lease else 0
    return await answer(info.context, of_host({"count": count}), types.AcknowledgePushesSuccess)


def _refuse(input: types.TakePushesInput) -> InvalidInput | None:
    for field, value, bounds in (("first", input.first, BATCH), ("leaseSeconds", input.lease_seconds, LEASE)):
        if not bounds.least <= value <= bounds.most:
            return InvalidInput(field, InvalidInputReason.BAD_FORMAT)
    return None


async def _take(context: Context, input: types.TakePushesInput) -> Fields:
    """Users with nothing to push are settled at once, and further ones taken while no other is found.

    Whatever cannot be read after that, others are not given these pushes until the lease ends.
    """
    database = context.services.database
    while True:
        context.refresh()
        now, since = context.now, archived_before(context)
        lease, ends_at = secrets.token_hex(LEASE_BYTES), now + timedelta(seconds=input.lease_seconds)
        users = await TAKE.all(database, lease, ends_at, now, input.first)
        if users:
            context.committed(NO_LOG)
        rows = await TAKEN.all(database, lease, since, now) if users else []
        ringing = sorted({row.user_id for row in rows})
        if len(ringing) < len(users):
            await _end(context.services, lease, ringing)
        if rows or not users:
            break
    badges = await BADGES.all(database, since, now - HOUR, now, ringing) if ringing else []
    counts = {row.user_id: row.counts for row in badges}
    pushes = [_push(context, row, counts[row.user_id]) for row in rows]
    return {"lease_id": lease, "lease_ends_at": ends_at, "pushes": pushes}


async def _end(services: Services, lease: str, kept: Sequence[int] = ()) -> int:
    """Settles all users of the lease but those that are kept under it, and gives their number."""

    async def run(tx: Transaction) -> int:
        users = [user for user in await HELD_BY.all(tx, lease) if user not in kept]
        if users:
            await settle(tx, lease, users, services.clock())
        return len(users)

    return await services.database.transaction(run)


async def pushes_waiting(info: Info) -> AsyncGenerator[types.PushesWaitingItem | None, None]:
    """For the host app: an item whenever pushes wait to be taken. To all others it is silent."""
    # Any token without the role `service` gets a stream without items, like that of a quiet log (behaviour 16).
    follow: Callable[[Context], AsyncGenerator[Any, None]] = (
        _waiting if info.context.is_service else follow_nothing
    )
    items = follow(info.context)
    async with aclosing(items):
        async for item in items:
            yield item


async def _waiting(context: Context) -> AsyncGenerator[Event, None]:
    """An item when something can be taken that could not at the last look, or when a lease may have ended since.

    The flag is cleared before the look, so no commit between the two is missed. Wakes of many sends make one item.
    """
    services, longest = context.services, context.services.policy.position_interval
    with services.hub.listen(NOBODY) as flag:
        yield Position(event_cursor=NO_LOG, at=context.now)
        while True:
            flag.clear()
            context.refresh()
            left = await until_due(services.database, context.now)
            if left is not None and not left:
                yield types.PushesWaiting(event_cursor=NO_LOG, at=context.now)
                await asyncio.sleep(PAUSE)
                left = longest
            loop = asyncio.get_running_loop()
            is_woken = await flag.wait_until(loop.time() + min(left or longest, longest).total_seconds())
            if not is_woken and left is None:
                yield Position(event_cursor=NO_LOG, at=context.now)


def _push(context: Context, row: PushRow, counts: Counts) -> types.Push:
    seal, seal_event_cursor = context.services.sealer.seal, context.services.sealer.seal_event_cursor
    return types.Push(
        id=strawberry.ID(seal_event_cursor(EventCursor(row.user_id, row.epoch, row.seq))),
        subject=row.subject,
        kind=KINDS[row.kind],
        thread_id=strawberry.ID(seal(Kind.THREAD, row.thread_id)) if row.thread_id else None,
        sender_id=strawberry.ID(seal(Kind.USER, row.sender_id)) if row.sender_id else None,
        sender_subject=row.sender_subject,
        notify=row.kind not in SILENT,
        at=row.at,
        badge=Badge.of(counts),
    )
