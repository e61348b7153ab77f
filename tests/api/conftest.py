"""What must hold after every test of the API."""

from collections.abc import AsyncIterator

import pytest

from tests.races.invariants import INVARIANTS, LAST, MARKS, NEWEST
from tests.world import World


@pytest.fixture
async def world(world: World) -> AsyncIterator[World]:
    """What lists read of a side says what `blocks` and `messages` say."""
    yield world
    for rule in (MARKS, NEWEST, LAST):
        assert await world.database.fetch(INVARIANTS[rule], ()) == [], rule
