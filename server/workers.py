"""Several processes on one address: gunicorn starts them, replaces those that die, and passes on its signals."""

import asyncio
import os
import signal
from functools import partial
from importlib import import_module
from socket import AF_INET, AF_INET6, create_server, socket
from typing import Any

import structlog
import uvloop
from aiohttp import web
from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter
from gunicorn.workers.base import Worker as BaseWorker

from server.app import Known, assemble, know, open_database, refuse_traces, usable
from server.contexts import make_services
from server.logs import tell
from server.process import BACKLOG, NO_ADDRESS, addresses, cannot_listen, freeze_heap, serve
from server.settings import Settings, SettingsError, wants_traces

BEAT = 1.0
"""Seconds between two signs of life to the process that started this one."""

FROZEN_AFTER = 30
"""Seconds without a sign of life after which a worker is killed and replaced."""

DRAIN = 10
"""Seconds that a worker has to end after a signal."""


PAUSE = 1.0
"""Seconds until a worker that cannot start tries again."""

log = structlog.get_logger("doorstep.workers")


class Worker(BaseWorker):  # type: ignore[misc]
    """One serving process: it listens on the sockets of the first one."""

    def init_signals(self) -> None:
        """Signals are those of the event loop."""

    def run(self) -> None:
        """Serve until a signal, or until the first process is gone."""
        uvloop.run(self._run())

    async def _run(self) -> None:
        asyncio.get_running_loop().add_signal_handler(
            signal.SIGQUIT, partial(signal.raise_signal, signal.SIGTERM)
        )
        beat = asyncio.create_task(self._beat())
        await serve(self.app.settings, self._assemble, [one.sock for one in self.sockets])
        beat.cancel()

    async def _assemble(self, settings: Settings) -> web.Application:
        """Waits for a database that is away now: one that took the place of this process would wait too."""
        while True:
            try:
                return await assemble(settings, self.app.known)
            except SettingsError as error:
                log.warning("not started", error=str(error))
                await asyncio.sleep(PAUSE)

    async def _beat(self) -> None:
        while os.getppid() == self.ppid:
            self.notify()
            await asyncio.sleep(BEAT)
        signal.raise_signal(signal.SIGTERM)


def serve_shared(settings: Settings) -> int:
    """Serve until a signal; the exit status.

    SettingsError if the database or the address cannot be used: both are opened here, so workers find it migrated.
    """
    known = know(settings)
    uvloop.run(_prepare(settings, known))
    # The collector of a worker need not visit it, which would copy it.
    freeze_heap()
    shared = _listening(settings)
    try:
        _Workers(settings, known, shared).run()
    except SystemExit as exit:
        return int(exit.code or 0)
    return 0


async def _prepare(settings: Settings, known: Known) -> None:
    """Makes documents, tables of the filter and modules, so that a new worker has them and is ready soon."""
    database = await open_database(settings)
    try:
        with usable():
            await make_services(database, settings.policy)
    finally:
        await database.close()
    await known.schema.prepare(known.texts)
    if settings.redis_url:
        import_module("events.broker")
        import_module("server.settlements")
    if settings.metrics_port:
        import_module("server.metrics")
    if wants_traces():
        refuse_traces()


def _listening(settings: Settings) -> socket:
    family = AF_INET6 if ":" in settings.host else AF_INET
    try:
        return create_server((settings.host, settings.port), family=family, backlog=BACKLOG)
    except NO_ADDRESS as error:
        raise cannot_listen(settings, error) from error


class _Workers(BaseApplication):  # type: ignore[misc]
    """The first process."""

    def __init__(self, settings: Settings, known: Known, shared: socket) -> None:
        self.settings = settings
        self.known = known
        self._port: int = shared.getsockname()[1]
        self._file = shared.detach()
        super().__init__()

    def load_config(self) -> None:
        """Gunicorn's settings, from ours."""
        chosen: dict[str, Any] = {
            "bind": [f"fd://{self._file}"],
            "workers": self.settings.workers,
            "worker_class": "server.workers.Worker",
            "backlog": BACKLOG,
            "timeout": FROZEN_AFTER,
            "graceful_timeout": DRAIN,
            "proc_name": "doorstep",
            "loglevel": "warning",
            "control_socket_disable": True,
            "when_ready": self._say,
        }
        for name, value in chosen.items():
            self.cfg.set(name, value)

    def load(self) -> None:
        """Each worker builds its own application, once its event loop runs."""

    def _say(self, _: Arbiter) -> None:
        tell(addresses(self.settings, self._port))
