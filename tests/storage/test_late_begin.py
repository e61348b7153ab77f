"""A mutation whose time is over takes no good connection along."""

import asyncio
from dataclasses import replace

import pytest

from models.db.connection import DatabaseBusy, Transaction
from models.db.lease import Lease
from models.db.postgres import PostgresClient
from tests.databases import PATIENT, PostgresSource, opened


async def test_a_transaction_that_is_too_late_keeps_its_connection(postgres_source: PostgresSource) -> None:
    async def step(tx: Transaction) -> None:
        await tx.fetch("SELECT 1", ())

    url = await postgres_source.make()
    async with opened(url, 1, replace(PATIENT, whole=0.1)) as database:
        client = database.orm
        assert isinstance(client, PostgresClient)
        [[before]] = await database.fetch("SELECT pg_backend_pid()", ())
        async with Lease():
            await database.fetch("SELECT 1", ())
            await asyncio.sleep(0.2)
            with pytest.raises(DatabaseBusy):
                await database.transaction(step)
        assert await database.fetch("SELECT pg_backend_pid()", ()) == [(before,)]
    await postgres_source.drop(url)
