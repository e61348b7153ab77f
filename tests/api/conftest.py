"""What must hold after every test of the API."""

from collections.abc import AsyncIterator

import pytest

from tests.races.invariants import INVARIANTS, MARKS
from tests.world import World


@pytest.fixture
async def world(world: World) -> AsyncIterator[World]:
    """The mark of a block, which lists read, says what `blocks` says."""
    yield world
    assert await world.database.fetch(INVARIANTS[MARKS], ()) == []
