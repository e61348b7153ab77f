"""A caller may vanish at any instant: its transaction is whole or not there, and no connection is lost."""

import asyncio
import random
from collections.abc import Coroutine
from datetime import UTC, datetime
from typing import Any

import asyncpg
import pytest

from models.db.connection import Transaction, is_closed
from models.db.database import Database
from models.db.lease import Lease
from models.streams import StreamStart, keep_start
from tests.databases import PATIENCE, opened
from tests.streams import QUIET

ROUNDS = 150
POOL = 16
ADD = "INSERT INTO users (id, host_id, display_name, account_created_at) VALUES ($1, $2, '', 0)"
MARK = "UPDATE users SET audience = 1 WHERE id = $1"


class Signups:
    """Steps that add a user in two statements, and which of them were begun."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.begun: list[int] = []

    async def add(self, number: int) -> None:
        async def step(tx: Transaction) -> None:
            self.begun.append(number)
            await tx.execute(ADD, (number, str(number)))
            await asyncio.sleep(0.001)
            await tx.execute(MARK, (number,))

        await self.database.transaction(step)

    async def committed(self) -> list[int]:
        rows = await self.database.fetch("SELECT id FROM users WHERE audience = 1 ORDER BY id", ())
        return [row[0] for row in rows]


async def vanish_once_begun(signups: Signups, number: int) -> None:
    """In the middle, as some of the others do by chance."""
    task = asyncio.create_task(signups.add(number))
    while number not in signups.begun:  # noqa: ASYNC110
        await asyncio.sleep(0)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def test_a_cancelled_transaction_is_whole_or_not_there(database: Database) -> None:
    await every_connection_works(database)
    signups, chance = Signups(database), random.Random(7)
    await asyncio.gather(
        *[vanish_after(chance.random() / 20, signups.add(number)) for number in range(ROUNDS)],
        return_exceptions=True,
    )
    await vanish_once_begun(signups, ROUNDS)
    rows = await database.fetch("SELECT id FROM users ORDER BY id", ())
    assert await signups.committed() == [row[0] for row in rows]
    assert len(rows) < len(signups.begun)
    await every_connection_works(database)


async def test_cancelled_statements_leave_every_connection_usable(database: Database) -> None:
    await every_connection_works(database)
    chance = random.Random(8)
    await asyncio.gather(
        *[
            vanish_after(chance.random() / 20, database.execute(ADD, (number, str(number))))
            for number in range(ROUNDS)
        ],
        return_exceptions=True,
    )
    await every_connection_works(database)


async def test_a_cancelled_row_of_an_object_leaves_no_transaction_open(database: Database) -> None:
    """A client that opens a stream and leaves at once."""
    await every_connection_works(database)
    await database.execute(ADD, (1, "1"))
    chance = random.Random(10)

    def start(number: int) -> StreamStart:
        return StreamStart(user_id=1, name=str(number), epoch=1, seq=number, began_at=datetime.now(UTC))

    await asyncio.gather(
        *[
            vanish_after(chance.random() / 20, keep_start(database, start(number)))
            for number in range(ROUNDS)
        ],
        return_exceptions=True,
    )
    await every_connection_works(database)
    await database.transaction(lambda tx: tx.execute(MARK, (1,)))
    await every_connection_works(database)


async def test_a_caller_that_vanishes_gives_the_one_connection_back(database: Database) -> None:
    await every_connection_works(database)
    signups, chance = Signups(database), random.Random(9)

    async def mutate(number: int) -> None:
        async with Lease():
            await signups.add(number)
            await asyncio.gather(*[signups.committed() for _ in range(3)])

    await asyncio.gather(
        *[vanish_after(chance.random() / 10, mutate(number)) for number in range(ROUNDS)],
        return_exceptions=True,
    )
    rows = await database.fetch("SELECT id FROM users ORDER BY id", ())
    assert await signups.committed() == [row[0] for row in rows]
    await every_connection_works(database)


@pytest.mark.parametrize("source", ["postgres"], indirect=True)
async def test_one_connection_serves_one_statement_after_another(database_url: str) -> None:
    async with opened(database_url, pool_size=1) as database, Lease():
        signups = Signups(database)
        await asyncio.gather(*[signups.add(number) for number in range(5)], signups.committed())
        assert await signups.committed() == [0, 1, 2, 3, 4]


CUT_OTHERS = """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()"""


@pytest.mark.parametrize("source", ["postgres"], indirect=True)
async def test_one_connection_that_was_cut_while_idle_is_replaced(database_url: str) -> None:
    """Between the write of a mutation and the reads of its answer."""
    async with opened(database_url, pool_size=1) as database:
        signups = Signups(database)
        for number in range(3):
            async with Lease():
                await signups.add(number)
                await cut_others(database_url)
                assert await signups.committed() == list(range(number + 1))


@pytest.mark.parametrize("source", ["postgres"], indirect=True)
async def test_giving_back_a_connection_that_was_cut_is_not_an_error(database_url: str) -> None:
    """The task that had it may have committed."""
    async with opened(database_url, pool_size=1) as database:
        client: Any = database.orm
        connection = await client.acquire()
        asyncio.get_running_loop().call_soon(connection.terminate)
        await client.give_back(connection)
        await asyncio.sleep(0)
        assert is_closed(connection)
        await Signups(database).add(1)


async def cut_others(url: str) -> None:
    """Until this process knows what became of its connections."""
    connection = await asyncpg.connect(url)
    await connection.fetch(CUT_OTHERS)
    await connection.close()
    await asyncio.sleep(QUIET)


async def vanish_after(seconds: float, work: Coroutine[Any, Any, object]) -> None:
    async with asyncio.timeout(seconds):
        await work


async def every_connection_works(database: Database) -> None:
    """SQLite's one writer, or all of the pool at once, hold a transaction."""
    together = asyncio.Barrier(POOL if database.dialect == "postgres" else 1)

    async def step(tx: Transaction) -> None:
        await together.wait()
        await tx.fetch("SELECT 1", ())

    async with asyncio.timeout(PATIENCE):
        await asyncio.gather(*[database.transaction(step) for _ in range(together.parties)])


@pytest.mark.parametrize("source", ["postgres"], indirect=True)
async def test_a_part_of_a_mutation_that_is_given_up_is_rolled_back(database_url: str) -> None:
    """The next part has another connection, or it would be in the same transaction."""

    async def part(tx: Transaction) -> None:
        await tx.execute(ADD, (1, "1"))
        await tx.fetch("SELECT pg_sleep(60)", ())

    async with opened(database_url, pool_size=1) as database, Lease():
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.2):
                await database.transaction(part)
        await database.transaction(lambda tx: tx.execute(ADD, (2, "2")))
        async with opened(database_url, pool_size=1) as other:
            assert [row[0] for row in await other.fetch("SELECT id FROM users", ())] == [2]
