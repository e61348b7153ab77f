"""Ends blocks and quiet times whose time is over, while the service runs."""

import asyncio

import structlog

from models.blocks import next_end
from models.filtering import next_pause_end
from resolvers.blocks import end_blocks
from resolvers.filtering import end_pauses
from schema.types.context import Services

PAUSE = 5.0
"""The most seconds between two looks: another process may have made one that ends sooner than those known here."""

LEAST_PAUSE = 0.05

log = structlog.get_logger("doorstep.ends")


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
