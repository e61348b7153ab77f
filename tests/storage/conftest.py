"""One long history for all tests of a file that only read it: to write it takes half a second of a processor."""

from collections.abc import AsyncIterator

import pytest

from models.db.database import Database
from tests.databases import Source, opened
from tests.storage.history import remember


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def history_source(request: pytest.FixtureRequest) -> Source:
    found: Source = request.getfixturevalue(f"{request.param}_source")
    return found


@pytest.fixture(scope="module")
async def history(history_source: Source) -> AsyncIterator[Database]:
    url = await history_source.make()
    async with opened(url) as database:
        await remember(database)
        yield database
    await history_source.drop(url)
