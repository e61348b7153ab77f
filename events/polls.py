"""Asks the database which of the logs that this process follows have grown: the net under the hints."""

import asyncio
import random
from collections.abc import Sequence

import structlog

from events.hub import Hub
from models.db.connection import Connection
from models.event_log import LOG_SIZES

INTERVAL = 1.0
"""Seconds between two polls, a tenth more or less, so that processes do not ask together."""

MOST = 1_000
"""Users in a statement."""

log = structlog.get_logger("doorstep.polls")


class Poll:
    """Compares each counter with that of the last look; a user seen for the first time is woken too.

    A user who is no longer active is woken each time, until no stream is left.
    """

    def __init__(self, database: Connection, hub: Hub) -> None:
        self._database = database
        self._hub = hub
        self._known: dict[int, int] = {}

    async def look(self) -> None:
        """Wakes the streams of this process whose logs have grown, or whose user has left."""
        users, known = self._hub.users(), self._known
        self._known = found = {}
        for start in range(0, len(users), MOST):
            asked = users[start : start + MOST]
            found.update(await self._sizes(asked))
            self._hub.wake_here(user for user in asked if user not in found or found[user] != known.get(user))

    async def _sizes(self, users: Sequence[int]) -> dict[int, int]:
        return {size.user_id: size.last_seq for size in await LOG_SIZES.all(self._database, users)}

    async def keep(self) -> None:
        """Runs for ever; a failed look is logged, and the next one follows as usual."""
        while True:
            await asyncio.sleep(INTERVAL * random.uniform(0.9, 1.1))
            self._hub.counts["polls"] += 1
            try:
                await self.look()
            except Exception as error:
                self._hub.counts["polls_failed"] += 1
                log.warning("not polled", error=type(error).__name__)
