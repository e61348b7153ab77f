"""Several processes on one address: gunicorn starts them, replaces those that die, and passes on its signals."""

import asyncio
import os
import signal
from functools import partial
from typing import Any

import uvloop
from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter
from gunicorn.workers.base import Worker as BaseWorker

from server.assembly import Known, assemble, know, open_database
from server.heap import freeze_heap
from server.process import BACKLOG, addresses, serve
from server.settings import Settings

BEAT = 1.0
"""Seconds between two signs of life to the process that started this one."""

FROZEN_AFTER = 30
"""Seconds without a sign of life after which a worker is killed and replaced."""

DRAIN = 10
"""Seconds that a worker has to end after a signal."""


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
        known = partial(assemble, known=self.app.known)
        await serve(self.app.settings, known, [one.sock for one in self.sockets])
        beat.cancel()

    async def _beat(self) -> None:
        while os.getppid() == self.ppid:
            self.notify()
            await asyncio.sleep(BEAT)
        signal.raise_signal(signal.SIGTERM)


def serve_shared(settings: Settings) -> int:
    """Serve until a signal; the exit status.

    SettingsError if the database cannot be used: it is opened once here, so that workers find it migrated. They find
    the documents planned too, so that one that is killed is replaced soon.
    """
    known = know(settings)
    uvloop.run(_prepare(settings, known))
    freeze_heap()
    try:
        _Workers(settings, known).run()
    except SystemExit as exit:
        return int(exit.code or 0)
    return 0


async def _prepare(settings: Settings, known: Known) -> None:
    await (await open_database(settings)).close()
    schema, texts = known
    await schema.prepare(texts)


class _Workers(BaseApplication):  # type: ignore[misc]
    """The first process."""

    def __init__(self, settings: Settings, known: Known) -> None:
        self.settings = settings
        self.known = known
        super().__init__()

    def load_config(self) -> None:
        """Gunicorn's settings, from ours."""
        host = f"[{self.settings.host}]" if ":" in self.settings.host else self.settings.host
        chosen: dict[str, Any] = {
            "bind": [f"{host}:{self.settings.port}"],
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

    def _say(self, arbiter: Arbiter) -> None:
        print(addresses(self.settings, arbiter.LISTENERS[0].sock.getsockname()[1]), flush=True)
