"""The life of a serving process: its health and its memory; listen, wait for a signal, drain, leave.

`/healthz` says that the loop answers, `/readyz` whether writes can succeed.
"""

import asyncio
import ctypes
import gc
import signal
import time
from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from http import HTTPStatus
from socket import fromfd, socket
from typing import Any, TypeAlias

import structlog
from aiohttp import web

from models.db.client import Unready
from server.assets import GRAPHIQL
from server.logs import TROUBLE, Trouble, tell
from server.operations import Schema
from server.service import PATH
from server.settings import Settings, SettingsError
from server.transport.wire import Runner

Assemble: TypeAlias = Callable[[Settings], Awaitable[web.Application]]

BACKLOG = 1024
"""Clients that may wait for a connection: the kernel refuses further ones, without a word from us."""

NO_ADDRESS = (OSError, UnicodeError)
"""The errors of an address on which no one can listen; a name may have a label that no name of a machine has."""

ACCEPTED = 8
"""Connections that are taken in one turn of the event loop. A busy loop turns a hundred times a second."""

log = structlog.get_logger("doorstep.readiness")


async def serve(settings: Settings, assemble: Assemble, shared: Sequence[socket] = ()) -> None:
    """Serve until SIGTERM, SIGINT or the end of its terminal; sockets get 1012 and requests five seconds to end.

    `shared` are sockets that listen already, for several processes. SettingsError if the process cannot listen on the
    address.
    """
    starting, stopped = asyncio.ensure_future(assemble(settings)), asyncio.Event()

    def stop() -> None:
        # The start may be over, though no one has noticed it yet.
        stopped.set()
        starting.cancel()

    for number in _ends():
        asyncio.get_running_loop().add_signal_handler(number, stop)
    try:
        runner = Runner(await starting)
    except asyncio.CancelledError:
        return
    await runner.setup()
    try:
        if shared:
            await listen(runner, shared)
        else:
            tell(addresses(settings, await _listen(runner, settings)))
        freeze_heap()
        await stopped.wait()
    finally:
        await runner.cleanup()


def _ends() -> Sequence[signal.Signals]:
    """The signals that end the process; one that runs with nohup outlives its terminal."""
    has_terminal = signal.getsignal(signal.SIGHUP) is signal.SIG_DFL
    return signal.SIGTERM, signal.SIGINT, *([signal.SIGHUP] if has_terminal else [])


async def _listen(runner: Runner, settings: Settings) -> int:
    try:
        await web.TCPSite(runner, settings.host, settings.port, backlog=BACKLOG).start()
    except NO_ADDRESS as error:
        raise cannot_listen(settings, error) from error
    port: int = runner.addresses[0][1]
    await _widen(runner)
    return port


def cannot_listen(settings: Settings, error: OSError | UnicodeError) -> SettingsError:
    """The one line for the operator."""
    address = f"{settings.host}:{settings.port}"
    why = error.strerror if isinstance(error, OSError) else "no name of a machine"
    return SettingsError(f"DOORSTEP_HOST, DOORSTEP_PORT: cannot listen on {address}: {why}")


async def listen(runner: Runner, shared: Sequence[socket]) -> None:
    """On sockets that listen already."""
    for one in shared:
        await web.SockSite(runner, one, backlog=BACKLOG).start()
    await _widen(runner)


async def _widen(runner: Runner) -> None:
    """libuv takes one connection a turn from each of its handles: so each address gets several of them."""
    for site in list(runner.sites):
        listens: Any = site._server
        for one in listens.sockets:
            for _ in range(ACCEPTED - 1):
                twin = fromfd(one.fileno(), one.family, one.type)
                await web.SockSite(runner, twin, backlog=BACKLOG).start()


def addresses(settings: Settings, port: int) -> str:
    """The service's one line: where it listens, and in a demo where its pages are."""
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    line = f"Doorstep listens on http://{host}:{port}{PATH}"
    pages = f", the example client on http://{host}:{port}/ and GraphiQL on http://{host}:{port}{GRAPHIQL}"
    return line + pages if settings.demo else line


YOUNG, LOOKS = 10_000, 3
"""The collector looks at new objects once there are so many, and after so many looks also at those that stayed.

Each object takes some 0.2 microseconds.
"""


def freeze_heap() -> None:
    """Objects that exist now live as long as the process, so the collector need not visit them again.

    Nor is it asked more than once in some requests, which make no cycles: their objects are gone before it comes.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG, LOOKS)


async def prepare(schema: Schema, texts: Sequence[str]) -> None:
    """Compiles the operations that will be asked for, and gives back the memory that the start has freed."""
    await schema.prepare(_freezing(texts))
    _keep_new()
    trim_heap()


def _freezing(texts: Iterable[str]) -> Iterator[str]:
    """Compiled operations stay: gathered until the collector comes, they take ten milliseconds to look at."""
    for text in texts:
        yield text
        _keep_new()


def _keep_new() -> None:
    """Freezes the objects made since the last time, and first frees their garbage, such as source that was compiled."""
    gc.collect(1)
    gc.freeze()


def trim_heap() -> None:
    """glibc keeps freed pages, some 6 MB after the start; other libraries give them back themselves."""
    if trim := getattr(ctypes.CDLL(None), "malloc_trim", None):
        trim(0)


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
