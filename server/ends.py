"""Ends what users chose for a time, while the service runs: blocks and quiet time."""

import asyncio

import structlog

from resolvers.blocks import end_blocks
from resolvers.filtering import end_pauses
from schema.types.context import Services

PAUSE = 5.0
"""Seconds between two looks."""

log = structlog.get_logger("doorstep.ends")


async def keep_ending(services: Services) -> None:
    """Runs for ever; a failure is logged and tried again later."""
    while True:
        for end in (end_blocks, end_pauses):
            try:
                await end(services)
            except Exception as error:
                log.warning("not ended", part=end.__name__, error=type(error).__name__)
        await asyncio.sleep(PAUSE)
