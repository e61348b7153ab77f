"""A server process dies at any instant: what it acknowledged is there, and nothing is half there."""

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from models.db.database import Database
from rules.policy import Policy
from server.contexts import make_services
from tests.databases import opened
from tests.races.conftest import POLICY
from tests.races.invariants import violations
from tests.races.workers import worker
from tests.world import Clock, Person, World

KILLS = 8
LANES = 4
LONGEST = 0.25
"""Seconds of work before a kill, at most."""

GONE = (aiohttp.ClientError, ConnectionError)


@dataclass
class Ledger:
    """The knowledge of the clients: the texts that were acknowledged, and the sends that are not answered yet."""

    acknowledged: set[str] = field(default_factory=set)
    unanswered: dict[str, tuple[Person, Person]] = field(default_factory=dict)
    accepted: list[tuple[Person, Person]] = field(default_factory=list)
    numbers: "count[int]" = field(default_factory=count)

    async def request(self, sender: Person, peer: Person) -> None:
        """Something new."""
        text = f"message {next(self.numbers)}"
        self.unanswered[text] = (sender, peer)
        await self.send(text)

    async def send(self, text: str) -> None:
        """Also again: the text is its own key."""
        sender, peer = self.unanswered[text]
        result = await sender.request(peer, text, clientKey=text)
        assert result["__typename"] == "SendRequestSuccess"
        self.acknowledged.add(text)
        del self.unanswered[text]


async def _live(ledger: Ledger, alice: Person, bob: Person) -> None:
    """Everything that two may do, until the server is gone."""
    with suppress(*GONE):
        await ledger.request(alice, bob)
        await ledger.request(alice, bob)
        assert (await bob.accept(alice))["__typename"] == "AcceptSuccess"
        ledger.accepted.append((alice, bob))
        while True:
            await ledger.request(bob, alice)
            await ledger.request(alice, bob)
            thread_id = await bob.thread_id(alice)
            await bob.do("delete", id=thread_id)
            await bob.do("undoDelete", id=thread_id)


@pytest.fixture
def kills(rounds: int) -> int:
    return max(rounds // 2, KILLS)


@pytest.fixture
async def couples(database_url: str, kills: int) -> AsyncIterator[list[list[Person]]]:
    """Two for each lane of each life of a server; the address of their world is that of the server."""
    async with opened(database_url) as database, aiohttp.ClientSession() as client:
        services = await make_services(database, Policy())
        world = World(services, Clock(datetime.now(UTC)), "", client)
        found = [await world.cast(f"alice{number}", f"bob{number}") for number in range(kills * LANES)]
        await database.close()
        yield found


async def test_a_killed_server_loses_nothing(
    couples: list[list[Person]], kills: int, database_url: str, tmp_path: Path, record_property: Any
) -> None:
    ledger, world = Ledger(), couples[0][0].world
    while couples:
        async with worker(database_url, tmp_path / "log", POLICY) as server:
            world.url = server.url
            await _recover(ledger)
            lanes = [asyncio.create_task(_live(ledger, *couples.pop())) for _ in range(LANES)]
            await asyncio.sleep(random.uniform(0, LONGEST))
            await server.kill()
            await asyncio.gather(*lanes)
        async with opened(database_url) as database:
            await _check(ledger, database)
    assert ledger.acknowledged
    figure = f"{kills}, with {len(ledger.acknowledged)} acknowledged messages before them"
    record_property(f"kills on {database_url.partition(':')[0]}", figure)


async def _recover(ledger: Ledger) -> None:
    """By the server that comes after: accepts are kept, and each send without an answer is sent again by its key."""
    for alice, bob in ledger.accepted:
        assert (await alice.user(bob))["threadWithMe"]["state"] == "OPEN"
    ledger.accepted.clear()
    for key in list(ledger.unanswered):
        await ledger.send(key)


async def _check(ledger: Ledger, database: Database) -> None:
    texts = sorted(row[0] for row in await database.fetch("SELECT text FROM messages", ()))
    assert len(texts) == len(set(texts))
    assert ledger.acknowledged <= set(texts) <= ledger.acknowledged | set(ledger.unanswered)
    assert await violations(database) == {}
    if database.dialect == "sqlite":
        assert [tuple(row) for row in await database.fetch("PRAGMA integrity_check", ())] == [("ok",)]
