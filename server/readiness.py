"""Health for machines: `/healthz` says that the loop answers, `/readyz` whether writes can succeed."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import TypeAlias

import structlog
from aiohttp import web

from models.db.client import Unready
from server.logs import TROUBLE, Trouble

Probe: TypeAlias = Callable[[], Awaitable[Unready | None]]
"""Why the database takes no write; None if it does. Any exception counts as a database that is away."""

DEADLINE = 2.5
"""Seconds that a probe may take."""

KEPT = 1.0
"""Seconds for which an answer is kept: more questions ask the database no more often."""

EXHAUSTED = 10.0
"""Seconds for which connections must be missing before it counts: a crowd that is refused early is no outage."""

FULL = 10.0
"""Seconds for which a write that met a full disk counts, where no probe can see the disk."""

DRAINING = "DRAINING"

log = structlog.get_logger("doorstep.readiness")


class Readiness:
    """One probe at a time, shared by all that ask while it runs."""

    def __init__(
        self, probe: Probe, trouble: Trouble = TROUBLE, now: Callable[[], float] = time.monotonic
    ) -> None:
        self._probe = probe
        self._trouble = trouble
        self._now = now
        self._is_draining = False
        self._asked: asyncio.Task[str | None] | None = None
        self._kept_until = -KEPT
        self._exhausted_since: float | None = None
        self._last: str | None = None

    async def reason(self) -> str | None:
        """Why this process should get no requests now, at most a second old; None if it should."""
        if self._is_draining:
            return DRAINING
        if self._asked is None or (self._asked.done() and self._now() >= self._kept_until):
            self._asked = asyncio.create_task(self._ask())
        return await asyncio.shield(self._asked)

    def drain(self) -> None:
        """From now on the answer is no: the process is about to end."""
        self._is_draining = True

    async def _ask(self) -> str | None:
        found = self._counted(await self._probed())
        reason = found.name if found else None
        if reason != self._last:
            log.warning("not ready", reason=reason) if reason else log.info("ready")
        self._last = reason
        self._kept_until = self._now() + KEPT
        return reason

    async def _probed(self) -> Unready | None:
        try:
            async with asyncio.timeout(DEADLINE):
                found = await self._probe()
        except Exception:
            return Unready.DATABASE_UNREACHABLE
        is_full = self._now() - self._trouble.full_disk_at < FULL
        return found or (Unready.DISK_FULL if is_full else None)

    def _counted(self, found: Unready | None) -> Unready | None:
        if found is not Unready.POOL_EXHAUSTED:
            self._exhausted_since = None
            return found
        since = self._exhausted_since = self._exhausted_since or self._now()
        return found if self._now() - since >= EXHAUSTED else None


READINESS = web.AppKey("readiness", Readiness)


def add_health(app: web.Application, probe: Probe) -> None:
    """Both addresses are open to all: they tell one word."""
    readiness = app[READINESS] = Readiness(probe)

    async def drain(_: web.Application) -> None:
        readiness.drain()

    app.on_shutdown.append(drain)
    app.router.add_get("/healthz", _is_alive)
    app.router.add_get("/readyz", _is_ready)


async def _is_alive(_: web.Request) -> web.Response:
    return web.json_response({"status": "ok"})


async def _is_ready(request: web.Request) -> web.Response:
    reason = await request.app[READINESS].reason()
    if reason is None:
        return web.json_response({"status": "ready"})
    said = {"status": "unavailable", "reason": reason}
    return web.json_response(said, status=HTTPStatus.SERVICE_UNAVAILABLE)
