"""The users of the installation: made in its database, before it serves."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import aiohttp
import asyncpg

from rules.policy import Policy
from server.contexts import make_services
from tests.databases import opened
from tests.faults.installations import Installation
from tests.faults.listeners import GONE
from tests.world import Clock, Person, World

PATIENCE = aiohttp.ClientTimeout(total=8)
"""A client gives up an answer after so many seconds, and asks again."""


@dataclass(frozen=True)
class Tables:
    """The rows of the database, read past the service."""

    url: str

    async def fetch(self, sql: str, args: Sequence[Any]) -> list[Sequence[Any]]:
        """All rows, as `models.db.Connection.fetch`, without arguments."""
        assert not args
        if self.url.startswith("sqlite:"):
            path = self.url.removeprefix("sqlite:///")
            with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=10)) as connection:
                return connection.execute(sql).fetchall()
        connection = await asyncpg.connect(self.url)
        try:
            return list(await connection.fetch(sql))
        finally:
            await connection.close()


@asynccontextmanager
async def cast(installation: Installation, names: Sequence[str]) -> AsyncIterator[list[Person]]:
    """The people of these names; then the service starts. A connection for each request, so all workers are asked."""
    connector = aiohttp.TCPConnector(limit=0, force_close=True)
    async with aiohttp.ClientSession(connector=connector, timeout=PATIENCE) as client:
        async with opened(installation.database_url) as database:
            services = await make_services(database, Policy())
            world = World(services, Clock(datetime.now(UTC)), installation.service.url, client)
            people = await world.cast(*names)
        await installation.service.start()
        yield people


async def befriend(people: Sequence[Person]) -> list[tuple[Person, Person, str]]:
    """Each two with an open thread, and its id."""
    turns = asyncio.Semaphore(8)

    async def pair(one: Person, other: Person) -> tuple[Person, Person, str]:
        async with turns:
            key = f"{one.name} to {other.name}"
            sent = await insist(one, "sendRequest", recipientId=other.id, text="Hello!", clientKey=key)
            thread_id = sent["thread"]["id"]
            await insist(other, "sendMessage", threadId=thread_id, text="Welcome.", clientKey=key)
            return one, other, thread_id

    return await asyncio.gather(*map(pair, people[::2], people[1::2]))


async def insist(person: Person, name: str, **given: Any) -> Any:
    """The result of a mutation that may be repeated, as often as trouble is answered, for a minute."""
    async with asyncio.timeout(60):
        while True:
            try:
                return await person.do(name, **given)
            except (AssertionError, *GONE):
                await asyncio.sleep(0.5)
