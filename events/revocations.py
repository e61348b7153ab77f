"""Tells this process of tokens that were revoked, in whichever process: at once by hints, within a second without."""

import asyncio
import math
import random
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from contextvars import Context

import structlog

from events.hub import Hub
from models.db.connection import Connection
from models.viewer import Revocation, last_revocation, revoked_after

INTERVAL = 1.0
"""Seconds between two looks, a tenth more or less, so that processes do not look together."""

FRESH = 4.0
"""Seconds since the last look for which a process may let tokens in: one that was frozen or cut off looks first."""

Listener = Callable[[Sequence[Revocation]], None]

log = structlog.get_logger("doorstep.revocations")


class Revocations:
    """Nothing is kept here: listeners drop what they know of a user whose tokens were revoked.

    The same revocation may be told several times.
    """

    def __init__(self, database: Connection, hub: Hub) -> None:
        self.listeners: list[Listener] = []
        self._database = database
        self._hub = hub
        self._number: int | None = None
        self._fresh_until = -math.inf
        self._called = asyncio.Event()
        self._renewing: asyncio.Task[None] | None = None

    @property
    def is_fresh(self) -> bool:
        """Whether a look was late enough; else `renew` comes before a token is let in."""
        return time.monotonic() < self._fresh_until

    def tell(self, revoked: Revocation) -> None:
        """Call it after the commit. Other processes get a hint."""
        self._tell([revoked])
        self._hub.broker.call()

    def call(self) -> None:
        """Look soon: another process has revoked tokens, or may have."""
        self._called.set()

    async def renew(self) -> None:
        """Look once for all callers that find the last look too old. DatabaseBusy if the database cannot be read."""
        if self._renewing is None or self._renewing.done():
            # With a new context: the look is not part of the operation that happened to need it.
            self._renewing = asyncio.create_task(self.look(), context=Context())
        await asyncio.shield(self._renewing)

    async def look(self) -> None:
        """Tells what was revoked since the last look; the first look tells nothing: no token is known before it."""
        began = time.monotonic()
        if self._number is None:
            self._number = await last_revocation(self._database)
        while found := await revoked_after(self._database, self._number):
            self._number = max(self._number, found[-1].number)
            self._tell(found)
        self._fresh_until = began + FRESH

    async def keep(self) -> None:
        """Runs for ever; a failed look is logged, and the next one follows as usual."""
        while True:
            with suppress(TimeoutError):
                async with asyncio.timeout(INTERVAL * random.uniform(0.9, 1.1)):
                    await self._called.wait()
            self._called.clear()
            try:
                await self.look()
            except Exception as error:
                log.warning("not looked", error=type(error).__name__)

    def _tell(self, revoked: Sequence[Revocation]) -> None:
        for listener in self.listeners:
            listener(revoked)
