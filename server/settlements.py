"""Rates that all processes share: what one has counted is settled with the others through Redis or Valkey."""

import asyncio
import math
import time
from collections.abc import Mapping
from hashlib import blake2b
from itertools import islice

import structlog
from redis.asyncio import Redis

from server.rates import Key, Meters

PAUSE = 0.01
"""Seconds between two settlements, so that they cost a hundred a second at most."""

PATIENCE = 0.5
"""Seconds that the broker may take for an answer."""

AWAY = 1.0
"""Seconds until the next attempt after trouble."""

MOST = 500
"""Counts in a settlement; the broker does nothing else for that time, some 2 ms."""

_SETTLE = """
local now = redis.call('TIME')
now = now[1] * 1000000 + now[2]
local left = {}
for i, key in ipairs(KEYS) do
  local full = math.max(tonumber(redis.call('GET', key)) or 0, now) + ARGV[i]
  left[i] = full - now
  redis.call('SET', key, string.format('%.0f', full), 'PX', string.format('%.0f', math.ceil(left[i] / 1000)))
end
return left
"""
"""Adds microseconds to each count, and returns those until all of it has come back, by the broker's clock alone."""

log = structlog.get_logger("doorstep.settlements")


class Settlements:
    """No request waits: each is decided by the counts in this process, and settled after it.

    The counts of others are known once this process has counted the same and settled it, so an asker that turns
    to several processes at once gets more than the limit for the time of one settlement. While the broker is
    away each process goes on with its own counts, and counts that it could not settle are forgotten.
    """

    def __init__(self, url: str, meters: Meters) -> None:
        self._redis: Redis = Redis.from_url(url, socket_timeout=PATIENCE, socket_connect_timeout=PATIENCE)
        self._settle = self._redis.register_script(_SETTLE)
        self._meters = meters
        self._has_charges = asyncio.Event()
        self._is_away = False

    async def run(self) -> None:
        """Runs until it is cancelled."""
        self._meters.unsettled.on_charge = self._has_charges.set
        task = asyncio.current_task()
        assert task
        try:
            # The client swallows a cancellation that comes at the end of its connect.
            while not task.cancelling():
                await self._has_charges.wait()
                self._has_charges.clear()
                await self._try_all(self._meters.unsettled.take())
                await asyncio.sleep(AWAY if self._is_away else PAUSE)
        finally:
            self._meters.unsettled.on_charge = None
            await self._redis.aclose()

    async def _try_all(self, charges: Mapping[Key, float]) -> None:
        waiting = iter(charges.items())
        try:
            while part := dict(islice(waiting, MOST)):
                async with asyncio.timeout(PATIENCE):
                    await self._settled(part)
        except Exception as error:
            if not self._is_away:
                log.warning("rates are not shared", error=type(error).__name__)
            self._is_away = True
            return
        if self._is_away:
            log.info("rates are shared")
        self._is_away = False

    async def _settled(self, charges: Mapping[Key, float]) -> None:
        keys = [name_of(key) for key in charges]
        # At least one, since the broker keeps nothing for no time.
        micros = [math.ceil(seconds * 1_000_000) for seconds in charges.values()]
        left = await self._settle(keys, micros)
        now = time.monotonic()
        for key, micro in zip(charges, left, strict=True):
            self._meters.learn(key, now + micro / 1_000_000)


def name_of(key: Key) -> str:
    """The broker sees no user and no address."""
    meter, asker = key
    return f"doorstep:rate:{meter}:{blake2b(asker.encode(), digest_size=12).hexdigest()}"
