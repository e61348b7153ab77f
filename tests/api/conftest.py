"""Invariants of every test of the API."""

from collections.abc import AsyncIterator

import pytest

from tests.races.invariants import INVARIANTS, LAST, MARKS, NEWEST
from tests.world import World


@pytest.fixture
async def world(world: World) -> AsyncIterator[World]:
    """The columns that lists read of a side agree with `blocks` and `messages`."""
    yield world
    for rule in (MARKS, NEWEST, LAST):
        assert await world.database.fetch(INVARIANTS[rule], ()) == [], rule
