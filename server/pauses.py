"""Tells users that their quiet time is over, while the service runs."""

import asyncio

import structlog

from resolvers.filtering import end_pauses
from schema.types.context import Services

PAUSE = 5.0
"""Seconds between two looks."""

log = structlog.get_logger("doorstep.pauses")


async def keep_ending_pauses(services: Services) -> None:
    """Runs for ever; a failure is logged and tried again later."""
    while True:
        try:
            await end_pauses(services)
        except Exception as error:
            log.warning("pauses not ended", error=type(error).__name__)
        await asyncio.sleep(PAUSE)
