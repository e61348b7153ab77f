"""The servers that are measured, each a process on a database of its own."""

import asyncio
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from benchmarks.bench import workloads
from benchmarks.bench.clusters import FOLDER, PEERS, Cluster
from benchmarks.bench.load import ask_once
from benchmarks.bench.processes import ROOT, start, stop
from benchmarks.bench.workloads import SECRET, Ask, Dialect, Requests
from tests.ports import free_port

START_SECONDS = 30


@dataclass
class Server:
    """A process to ask. `keys`: the keys that its ids of users and threads mean; empty if they are keys themselves."""

    name: str
    database: str
    template: str
    command: list[str]
    folder: Path
    environment: Callable[[str, int], Mapping[str, str]]
    requests: Requests
    keys: Mapping[str, int] = field(default_factory=dict)
    port: int = 0
    seconds_to_start: float = 0.0
    process: asyncio.subprocess.Process | None = None

    @property
    def pid(self) -> int:
        """Of the running process."""
        assert self.process
        return self.process.pid

    async def start(self, cluster: Cluster) -> None:
        """On a fresh copy of its data; until it answers, and the time until then is kept."""
        url = await cluster.fresh(self.database, self.template)
        await self.start_on(url)

    async def start_on(self, url: str) -> None:
        """On the database at this url."""
        self.port = free_port()
        log = FOLDER / f"{self.name.replace(' ', '_')}.log"
        began = time.perf_counter()
        self.process = await start(self.command, self.folder, self.environment(url, self.port), log)
        async with asyncio.timeout(START_SECONDS):
            while b"Query" not in await self._first_answer():
                if self.process.returncode is not None:
                    raise RuntimeError(f"{self.name} did not start: see {log}")
                await asyncio.sleep(0.005)
        self.seconds_to_start = time.perf_counter() - began

    async def _first_answer(self) -> bytes:
        try:
            return await self.ask("ping", Ask(1, 1))
        except (OSError, asyncio.IncompleteReadError):
            return b""

    async def ask(self, workload: str, ask: Ask) -> bytes:
        """The body of one answer."""
        return await ask_once(self.port, self.requests.one(workload, ask))

    async def stop(self) -> None:
        """Nothing if it does not run."""
        if self.process:
            await stop(self.process)
            self.process = None


@dataclass(frozen=True, slots=True)
class Program:
    """The part of a checkout that is run, and its address."""

    name: str = "doorstep"
    checkout: Path = ROOT
    module: str = "server"
    path: str = "/graphql"


async def doorstep(cluster: Cluster, program: Program = Program()) -> Server:
    """One process as in production, with limits that let the load through; they are still checked."""
    template = await cluster.doorstep_template(program.checkout)
    return of_manifest(program, cluster.manifests[template], template)


def with_settings(server: Server, settings: Mapping[str, str]) -> Server:
    """The same with further environment variables."""

    def environment(url: str, port: int) -> Mapping[str, str]:
        return {**server.environment(url, port), **settings}

    return replace(server, environment=environment)


async def limit(cluster: Cluster) -> Server:
    """No GraphQL: the least that Doorstep's own statements cost."""
    return await doorstep(cluster, Program("limit", ROOT, "benchmarks.bench.limit", "/{workload}"))


def of_manifest(program: Program, manifest: dict[str, Any], template: str) -> Server:
    """The ids and settings of a checkout are in the manifest."""
    users, threads = manifest["users"], manifest["threads"]
    keys = {id: key for ids in (users, threads) for key, id in enumerate(ids, 1)}

    def environment(url: str, port: int) -> Mapping[str, str]:
        own = {
            "DATABASE_URL": url,
            "PORT": str(port),
            "JWT_SECRET": SECRET,
            "LOG_LEVEL": "warning",
            "DOCUMENTS": "open",
        }
        return {**{f"DOORSTEP_{key}": value for key, value in own.items()}, **manifest["environment"]}

    requests = Requests(workloads.doorstep(users, threads), program.path)
    command = [sys.executable, "-m", program.module]
    name = program.name
    return Server(name, f"run_{name}", template, command, program.checkout, environment, requests, keys)


async def mercurius(cluster: Cluster) -> Server | None:
    """None, with a line that says why, where node or its packages are missing."""
    folder = PEERS / "mercurius"
    node = shutil.which("node")
    if reason := "node is not here" if not node else _installed(folder):
        print(f"mercurius is left out: {reason}", flush=True)
        return None
    return await _peer(cluster, "mercurius", ["node", "server.mjs"], folder)


async def stock(cluster: Cluster) -> Server:
    """Strawberry and Tortoise as their guides show them."""
    return await _peer(cluster, "stock", [sys.executable, "app.py"], PEERS / "stock")


async def _peer(cluster: Cluster, name: str, command: list[str], folder: Path) -> Server:
    template = await cluster.peers_template()

    def environment(url: str, port: int) -> Mapping[str, str]:
        """All over the same socket, as Doorstep."""
        [host] = parse_qs(urlsplit(url).query)["host"]
        of_postgres = {"PGHOST": host, "PGUSER": "postgres", "PGDATABASE": f"run_{name}"}
        return of_postgres | {"PORT": str(port), "JWT_SECRET": SECRET}

    dialect: Dialect = workloads.peers()
    return Server(name, f"run_{name}", template, command, folder, environment, Requests(dialect))


def _installed(folder: Path) -> str:
    """The obstacle, or nothing."""
    if (folder / "node_modules").is_dir():
        return ""
    if not shutil.which("npm"):
        return "npm is not here"
    command = ["npm", "ci", "--no-audit", "--no-fund", "--loglevel", "error"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return f"npm ci failed: {done.stderr.strip()[-200:]}" if done.returncode else ""


async def chosen(cluster: Cluster, names: list[str], others: list[Path]) -> list[Server]:
    """The servers in the order of the names; other checkouts of Doorstep come after the first."""
    makes = {"doorstep": doorstep, "mercurius": mercurius, "limit": limit, "stock": stock}
    found = [await makes[name](cluster) for name in names]
    found[1:1] = [
        await doorstep(cluster, Program(f"doorstep_{number}", path)) for number, path in enumerate(others, 2)
    ]
    return [server for server in found if server]


def templates(servers: list[Server]) -> Iterator[str]:
    """The settings of the run."""
    return (server.template for server in servers)
