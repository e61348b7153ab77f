"""A whole service whose database goes away: it says so, and says when it is back."""

import asyncio
import os
from contextlib import AsyncExitStack

import pytest

from models.db.sqlite import SqliteClient
from rules.policy import Policy
from tests.databases import PATIENCE, Source, opened, postgres_server
from tests.services import running_world
from tests.world import World


async def asked(world: World, page: str) -> tuple[int, dict[str, str]]:
    async with world.client.get(world.url.replace("graphql", page)) as answer:
        return answer.status, await answer.json()


async def until_ready(world: World) -> None:
    async with asyncio.timeout(PATIENCE):
        while (await asked(world, "readyz"))[0] != 200:  # noqa: ASYNC110
            await asyncio.sleep(0.1)


@pytest.mark.shows("15.21")
async def test_a_file_that_is_removed_under_a_service(sqlite_source: Source) -> None:
    url = await sqlite_source.make()
    async with opened(url) as database, running_world(database, Policy()) as world:
        client = database.orm
        assert isinstance(client, SqliteClient)
        os.rename(client.filename, away := f"{client.filename}.away")
        assert await asked(world, "readyz") == (503, {"status": "unavailable", "reason": "DATABASE_GONE"})
        assert await asked(world, "healthz") == (200, {"status": "ok"})
        os.rename(away, client.filename)
        await until_ready(world)
    await sqlite_source.drop(url)


@pytest.mark.shows("15.21")
async def test_a_server_that_stops_under_a_service() -> None:
    async with AsyncExitStack() as stack:
        with postgres_server() as url:
            database = await stack.enter_async_context(opened(url))
            world = await stack.enter_async_context(running_world(database, Policy()))
            assert await asked(world, "readyz") == (200, {"status": "ready"})
        async with asyncio.timeout(PATIENCE):
            while (said := await asked(world, "readyz"))[0] == 200:  # noqa: ASYNC110
                await asyncio.sleep(0.1)
        assert said == (503, {"status": "unavailable", "reason": "DATABASE_UNREACHABLE"})
        assert await asked(world, "healthz") == (200, {"status": "ok"})
