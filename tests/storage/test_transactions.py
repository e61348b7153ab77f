"""Transactions: all or nothing, repeated when that may help, and without blocking others."""

import asyncio
import os
import signal
from time import monotonic

import asyncpg
import pytest

from models.db.connection import REPEATS, ConnectionLost, DatabaseBusy, Limits, Stale, Transaction
from models.db.database import Database
from models.db.lease import Lease
from models.db.pool import Gate
from models.db.postgres import PostgresClient
from tests.databases import PATIENCE, opened

ADD = "INSERT INTO users (id, host_id, display_name, account_created_at) VALUES ($1, $2, '', 0)"
RENAME = "UPDATE users SET display_name = $2 WHERE id = $1"


class Broken(Exception):
    """Errors that a step may raise."""


async def test_a_step_commits_what_it_did(database: Database) -> None:
    async def step(tx: Transaction) -> int:
        return await tx.execute(ADD, (1, "a"))

    assert await database.transaction(step) == 1
    assert await _names(database) == ["a"]


async def test_a_step_that_raises_leaves_nothing(database: Database) -> None:
    async def step(tx: Transaction) -> None:
        await tx.execute(ADD, (1, "a"))
        raise Broken

    with pytest.raises(Broken):
        await database.transaction(step)
    assert await _names(database) == []
    await database.execute(ADD, (2, "b"))
    assert await _names(database) == ["b"]


async def test_a_stale_step_is_run_again_from_the_start(database: Database) -> None:
    runs: list[int] = []

    async def step(tx: Transaction) -> str:
        runs.append(len(runs))
        await tx.execute(ADD, (len(runs), f"run {len(runs)}"))
        if len(runs) <= REPEATS:
            raise Stale
        return "done"

    assert await database.transaction(step) == "done"
    assert await _names(database) == [f"run {REPEATS + 1}"]


async def test_a_step_that_stays_stale_gives_up(database: Database) -> None:
    runs: list[int] = []

    async def step(tx: Transaction) -> None:
        runs.append(1)
        raise Stale

    with pytest.raises(DatabaseBusy):
        await database.transaction(step)
    assert len(runs) == 1 + REPEATS


async def test_two_steps_that_lock_crosswise_both_commit(database: Database) -> None:
    await database.execute(ADD, (1, "a"))
    await database.execute(ADD, (2, "b"))
    met = asyncio.Barrier(2)

    async def rename(first: int, second: int, name: str) -> int:
        runs = 0

        async def step(tx: Transaction) -> int:
            nonlocal runs
            runs += 1
            await tx.execute(RENAME, (first, name))
            if runs == 1 and database.dialect == "postgres":
                await met.wait()
            await tx.execute(RENAME, (second, name))
            return runs

        return await database.transaction(step)

    runs = await asyncio.gather(rename(1, 2, "one"), rename(2, 1, "two"))
    # At least one was the victim; its repeat may take the row before the other gets it, and meet it once more.
    assert sum(runs) > 2 if database.dialect == "postgres" else sum(runs) == 2
    names = {row[0] for row in await database.fetch("SELECT display_name FROM users", ())}
    assert len(names) == 1


async def test_a_writer_does_not_hold_up_a_reader(database: Database) -> None:
    await database.execute(ADD, (1, "a"))

    async def step(tx: Transaction) -> list[str]:
        await tx.execute(ADD, (2, "b"))
        return await asyncio.wait_for(_names(database), PATIENCE)

    assert await database.transaction(step) == ["a"]
    assert await _names(database) == ["a", "b"]


async def test_a_reader_sees_each_commit_at_once(database: Database) -> None:
    for number in range(200):
        await database.execute(ADD, (number, f"{number:03}"))
        assert (await database.fetch("SELECT max(id) FROM users", ()))[0][0] == number


async def test_a_step_sees_its_own_writes(database: Database) -> None:
    async def step(tx: Transaction) -> int:
        await tx.execute(ADD, (1, "a"))
        return len(await tx.fetch("SELECT id FROM users", ()))

    assert await database.transaction(step) == 1


async def test_writers_take_turns(database: Database) -> None:
    await database.execute(ADD, (1, "a"))

    async def step(tx: Transaction) -> None:
        rows = await tx.fetch("UPDATE users SET audience = COALESCE(audience, 0) + 1 RETURNING audience", ())
        assert rows[0][0] > 0

    await asyncio.gather(*[database.transaction(step) for _ in range(50)])
    assert (await database.fetch("SELECT audience FROM users", ()))[0][0] == 50


@pytest.mark.parametrize("source", ["postgres"], indirect=True)
async def test_an_exhausted_pool_says_so(database_url: str) -> None:
    release = asyncio.Event()
    async with opened(database_url, 1, Limits(connection=0.5)) as database:
        holder = asyncio.create_task(database.transaction(lambda tx: release.wait()))
        await asyncio.sleep(0.05)
        with pytest.raises(DatabaseBusy):
            await database.fetch("SELECT 1", ())
        release.set()
        await holder
        assert [tuple(row) for row in await database.fetch("SELECT 1", ())] == [(1,)]


@pytest.mark.parametrize("source", ["postgres"], indirect=True)
async def test_a_lost_connection_is_replaced(database_url: str) -> None:
    runs = []

    async def step(tx: Transaction) -> int:
        runs.append(1)
        if len(runs) < 3:
            await tx.fetch("SELECT pg_terminate_backend(pg_backend_pid())", ())
        return len(runs)

    async with opened(database_url, pool_size=1) as database:
        assert await database.transaction(step) == 3
        backend = (await database.fetch("SELECT pg_backend_pid()", ()))[0][0]
        async with opened(database_url, pool_size=1) as other:
            await other.fetch("SELECT pg_terminate_backend($1)", (backend,))
        assert await _names(database) == []


@pytest.mark.parametrize("source", ["postgres"], indirect=True)
@pytest.mark.parametrize("word", ["BEGIN", "ROLLBACK"])
async def test_a_transaction_that_did_not_begin_or_end_is_not_in_the_way_of_the_next(
    database_url: str, word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when a starved server gives the word up: the connection itself works."""
    execute, said = Gate.execute, list[str]()

    async def given_up(self: Gate, query: str, *args: object, **options: object) -> str:
        said.append(query)
        if query.startswith(word):
            raise asyncpg.QueryCanceledError("canceling statement due to statement timeout")
        return await execute(self, query, *args, **options)

    async def fails(tx: Transaction) -> None:
        raise Broken

    async with opened(database_url, pool_size=1) as database, Lease():
        monkeypatch.setattr(Gate, "execute", given_up)
        with pytest.raises((DatabaseBusy, Broken)):
            await database.transaction(fails)
        monkeypatch.undo()
        assert any(query.startswith(word) for query in said)
        await database.transaction(lambda tx: tx.execute(ADD, (1, "a")))
    async with opened(database_url) as database:
        assert await _names(database) == ["a"]


@pytest.mark.parametrize("source", ["postgres"], indirect=True)
async def test_a_connection_that_is_lost_every_time_is_given_up(database_url: str) -> None:
    async def step(tx: Transaction) -> None:
        await tx.fetch("SELECT pg_terminate_backend(pg_backend_pid())", ())

    async with opened(database_url, pool_size=1) as database:
        with pytest.raises(DatabaseBusy):
            await database.transaction(step)


@pytest.mark.parametrize("source", ["postgres"], indirect=True)
@pytest.mark.parametrize(("answer", "patience"), [(0.2, PATIENCE), (PATIENCE, 0.2)])
async def test_a_server_that_falls_silent_is_given_up(
    database_url: str, answer: float, patience: float
) -> None:
    client = PostgresClient("default", database_url, 1, Limits(answer=answer))
    await client.create_connection(with_db=True)
    backend = (await client.fetch("SELECT pg_backend_pid()", ()))[0][0]
    os.kill(backend, signal.SIGSTOP)
    asked_at = monotonic()
    try:
        with pytest.raises((TimeoutError, ConnectionLost)):
            async with asyncio.timeout(patience):
                await client.fetch("SELECT 1", ())
        assert monotonic() - asked_at < PATIENCE
        assert [tuple(row) for row in await client.fetch("SELECT 2", ())] == [(2,)]
    finally:
        os.kill(backend, signal.SIGCONT)
        await client.close()


@pytest.mark.parametrize("source", ["postgres"], indirect=True)
async def test_a_session_has_its_limits(database_url: str) -> None:
    async with opened(database_url, limits=Limits()) as database:
        limits = await database.fetch(
            """SELECT name, setting FROM pg_settings WHERE name IN ('lock_timeout', 'statement_timeout')
            ORDER BY name""",
            (),
        )
    assert [tuple(row) for row in limits] == [("lock_timeout", "400"), ("statement_timeout", "1500")]


async def _names(database: Database) -> list[str]:
    return [row[0] for row in await database.fetch("SELECT host_id FROM users ORDER BY host_id", ())]
