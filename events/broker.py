"""Hints between processes by Redis or Valkey: publish and subscribe, nothing is stored."""

import asyncio
import secrets
from collections import Counter
from collections.abc import Callable, Iterable
from hashlib import blake2b
from typing import Any

import structlog
from redis.asyncio import Redis
from redis.asyncio.client import PubSub

from events.hub import Broker, Hub

ALL = "doorstep"
"""The channel that every process subscribes: of calls, that some tokens were revoked."""

CHANNELS = 65_536
MOST = 10_000
"""Users whose hints may wait for the broker; hints about further ones are dropped."""

MOST_DIGITS = 19
"""Of a user's number: others may publish to our channels too."""

PATIENCE = 2.0
"""Seconds that the broker may take for an answer."""

QUIET = 5.0
"""Seconds without a message after which the broker is asked whether it is there."""

PAUSE = 1.0
"""Seconds until the next attempt after trouble."""

log = structlog.get_logger("doorstep.broker")


class RedisBroker(Broker):
    """One connection listens, one publishes; each comes back by itself after trouble.

    Many users share a channel, so a process also hears of a few that it does not follow. A hint is the process that
    wrote and the user, so that a process does not follow its own. `called` hears of calls, its own too.
    """

    def __init__(self, url: str, hub: Hub, called: Callable[[], None]) -> None:
        self._redis: Redis = Redis.from_url(url, socket_timeout=None, socket_connect_timeout=PATIENCE)
        self._hub = hub
        self._called = called
        self._is_calling = False
        self._counts = hub.counts
        self._self = secrets.token_hex(4)
        self._followed: Counter[str] = Counter()
        self._told: set[int] = set()
        self._has_told = asyncio.Event()
        self._has_changed = asyncio.Event()

    def tell(self, user_ids: Iterable[int]) -> None:
        """As `Broker.tell`; what comes in one turn of the loop is published together."""
        if len(self._told) < MOST:
            self._told.update(user_ids)
        else:
            self._counts["hints_lost"] += len(list(user_ids))
        self._has_told.set()

    def follow(self, user_id: int) -> None:
        """As `Broker.follow`; what comes in one turn of the loop is subscribed together."""
        self._followed[channel_of(user_id)] += 1
        self._has_changed.set()

    def leave(self, user_id: int) -> None:
        """As `Broker.leave`."""
        self._followed[channel_of(user_id)] -= 1
        self._has_changed.set()

    def call(self) -> None:
        """As `Broker.call`."""
        self._is_calling = True
        self._has_told.set()

    async def run(self) -> None:
        """Runs for ever."""
        try:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(_kept("publish", self._publish))
                tasks.create_task(_kept("listen", self._listen))
        finally:
            await self._redis.aclose()

    async def _publish(self) -> None:
        while True:
            await self._has_told.wait()
            self._has_told.clear()
            told, self._told = self._told, set()
            try:
                await self._send(told)
            except BaseException:
                self._counts["hints_lost"] += len(told)
                raise
            self._counts["hints_sent"] += len(told)

    async def _send(self, told: Iterable[int]) -> None:
        is_calling, self._is_calling = self._is_calling, False
        async with asyncio.timeout(PATIENCE), self._redis.pipeline(transaction=False) as pipeline:
            if is_calling:
                pipeline.publish(ALL, self._self)
            for user_id in told:
                pipeline.publish(channel_of(user_id), f"{self._self} {user_id}")
            await pipeline.execute()

    async def _listen(self) -> None:
        async with self._redis.pubsub() as pubsub, asyncio.TaskGroup() as tasks:
            async with asyncio.timeout(PATIENCE):
                await pubsub.subscribe(ALL)
            tasks.create_task(self._subscribe(pubsub))
            tasks.create_task(self._hear(pubsub))

    async def _subscribe(self, pubsub: PubSub) -> None:
        """One command for all channels that are newly followed, and one for all that are no longer followed."""
        known: set[str] = set()
        while True:
            self._followed = +self._followed
            wanted = set(self._followed)
            for command, names in ((pubsub.subscribe, wanted - known), (pubsub.unsubscribe, known - wanted)):
                if names:
                    async with asyncio.timeout(PATIENCE):
                        await command(*names)
            known = wanted
            await self._has_changed.wait()
            self._has_changed.clear()

    async def _hear(self, pubsub: PubSub) -> None:
        """TimeoutError when the broker says nothing, not even to a ping."""
        is_asked = False
        while True:
            message = await pubsub.get_message(timeout=QUIET)
            if message is None and is_asked:
                raise TimeoutError
            is_asked = message is None
            if is_asked:
                async with asyncio.timeout(PATIENCE):
                    await pubsub.ping()
            elif message["type"] == "message":
                self._take(message["channel"], message["data"])

    def _take(self, channel: Any, data: Any) -> None:
        if bytes(channel) == ALL.encode():
            self._called()
            return
        sender, _, user_id = bytes(data).partition(b" ")
        if (
            len(user_id) <= MOST_DIGITS
            and user_id.isdigit()
            and sender.decode(errors="replace") != self._self
        ):
            self._counts["hints_heard"] += 1
            self._hub.wake_here([int(user_id)])


def channel_of(user_id: int) -> str:
    """The channel of this user's hints."""
    return f"doorstep:{int.from_bytes(blake2b(b'%d' % user_id, digest_size=4).digest()) % CHANNELS}"


async def _kept(name: str, work: Callable[[], Any]) -> None:
    """Runs the work again after any error; each attempt that fails is one line in the log."""
    while True:
        try:
            await work()
        except* Exception as trouble:
            log.warning("no broker", part=name, error=said(trouble))
        await asyncio.sleep(PAUSE)


def said(error: BaseException) -> str:
    """The first error, which a group of a group may hold."""
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return f"{type(error).__name__}: {error}"
