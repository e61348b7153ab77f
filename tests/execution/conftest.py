"""How many operations are compared."""

import gc
from collections.abc import Iterator
from datetime import timedelta

import pytest

from tests.live.acts import act
from tests.world import World

SHORT = 30


def pytest_addoption(parser: pytest.Parser) -> None:
    """Known when this folder is named on the command line, as `make differences` does."""
    parser.addoption("--examples", type=int, default=SHORT, help="operations of each kind that are compared")


@pytest.fixture(autouse=True)
def collected() -> Iterator[None]:
    """Coroutines that a test leaves unawaited are told of while it runs, where it may expect them.

    What stays is looked at once: all schemas and plans of the process take longer than most tests here.
    """
    yield
    gc.collect()
    gc.freeze()


@pytest.fixture
def few(examples: int) -> int:
    """For schemas whose answers take long."""
    return examples if examples <= SHORT else examples // 10


@pytest.fixture
def examples(request: pytest.FixtureRequest) -> int:
    return int(request.config.getoption("--examples", SHORT))


@pytest.fixture
async def inhabited(world: World) -> World:
    """Threads, requests and messages; the clock does not move, so that two runs see the same."""
    await world.cast("alice", "bob", "carol", "dave")
    for line in (
        "alice requests bob",
        "bob accepts alice",
        "bob sends alice",
        "carol requests alice",
        "alice requests dave",
    ):
        await act(world, line)
    world.clock.tick = timedelta(0)
    return world
