"""Trouble of all kinds, one after another by chance, as long as a block lasts."""

import asyncio
import random
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import asyncpg
import psutil
from redis.asyncio import Redis

from tests.faults.installations import Installation
from tests.faults.of_stores import OTHERS

LONGEST = 1.0
"""Seconds between two, at most."""


async def kill_worker(installation: Installation) -> None:
    with suppress(psutil.NoSuchProcess):
        random.choice(installation.service.workers()).kill()
    await installation.service.until_healthy()


async def end_connections(installation: Installation) -> None:
    assert installation.postgres
    with suppress(asyncpg.PostgresError, OSError):
        for _ in range(4):
            await installation.postgres.execute(OTHERS)


async def flush_broker(installation: Installation) -> None:
    assert installation.broker
    async with Redis.from_url(f"redis://127.0.0.1:{installation.broker.port}") as redis:
        await redis.flushall()
        await redis.client_kill_filter(_type="pubsub")


async def crash_database(installation: Installation) -> None:
    assert installation.postgres
    await installation.postgres.crash()


TROUBLE = {kill_worker: 3, end_connections: 6, flush_broker: 2, crash_database: 1}
"""How often each, of all."""


@asynccontextmanager
async def troubled(installation: Installation) -> AsyncIterator[Counter[str]]:
    """How often each came so far. Afterwards a worker serves."""
    done = Counter[str]()

    async def trouble() -> None:
        while True:
            await asyncio.sleep(random.uniform(0, LONGEST))
            [one] = random.choices(list(TROUBLE), list(TROUBLE.values()))
            await one(installation)
            done[one.__name__.replace("_", " ")] += 1

    task = asyncio.create_task(trouble())
    try:
        yield done
    finally:
        task.cancel()
        died = await asyncio.gather(task, return_exceptions=True)
        assert isinstance(died[0], asyncio.CancelledError), died
        await installation.service.until_healthy()
