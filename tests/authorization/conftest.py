"""One stage a database for all cells."""

from collections.abc import AsyncIterator

import pytest

from tests.authorization.stage import Stage, running_stage
from tests.databases import Source


@pytest.fixture(scope="package", params=["sqlite", "postgres"])
def stage_source(request: pytest.FixtureRequest) -> Source:
    found: Source = request.getfixturevalue(f"{request.param}_source")
    return found


@pytest.fixture(scope="package")
async def stage(stage_source: Source) -> AsyncIterator[Stage]:
    async with running_stage(stage_source) as stage:
        yield stage
