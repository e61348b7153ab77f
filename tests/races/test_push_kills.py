"""Server and takers die at any instant: each push is rung in order, again only after its lease, none once read."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from models.db.files import SQLITE
from rules.policy import Policy
from server.contexts import make_services
from tests.databases import opened
from tests.races.rings import flaws
from tests.races.takers import killed
from tests.races.writers import Story, meant_by_the_logs
from tests.world import Clock, World

PAIRS, CALLS = 6, 4
"""Writers, and requests to each second one of a pair in a short run."""
KILLS = 12
"""Enough to find what is planted."""


@pytest.fixture
async def story(database_url: str, rounds: int) -> AsyncIterator[Story]:
    async with opened(database_url) as database, aiohttp.ClientSession() as client:
        services = await make_services(database, Policy())
        world = World(services, Clock(datetime.now(UTC)), "", client)
        pairs = [await world.cast(f"alice{number}", f"bob{number}") for number in range(PAIRS)]
        names = [f"carol{number}" for number in range(max(CALLS, rounds // 10))]
        callers = [await world.cast(*(f"{name}x{number}" for name in names)) for number in range(PAIRS)]
        await database.close()
        yield Story(pairs, callers)


@pytest.mark.shows("16.2", "16.5", "16.6")
async def test_no_push_is_lost_or_out_of_order(
    story: Story, rounds: int, database_url: str, tmp_path: Path, record_property: Any
) -> None:
    rung = await killed(story, rounds, database_url, tmp_path)
    meant = await meant_by_the_logs(database_url, story.world)
    assert list(flaws(meant, rung, story.reads)) == []
    heard = {ring.id for ring in rung}
    record_property(
        f"on {database_url.partition(':')[0]}",
        f"{rounds} kills; {len(meant)} events, of which {len(heard)} were rung and the others read before; "
        f"{len(rung) - len(heard)} pushes came again, each after a lease that ran out",
    )


PLANTED = {
    "lost": """AFTER UPDATE OF last_seq ON waiting_pushes WHEN NEW.lease IS NOT NULL BEGIN
        UPDATE waiting_pushes SET last_seq = OLD.last_seq WHERE user_id = OLD.user_id; END""",
    "twice within a lease": """AFTER UPDATE OF lease ON waiting_pushes WHEN NEW.lease IS NOT NULL BEGIN
        UPDATE waiting_pushes SET due_at = due_at - 5000000 WHERE user_id = OLD.user_id; END""",
    "rung though read": """AFTER UPDATE OF read_seq ON memberships WHEN NEW.read_seq > OLD.read_seq + 1 BEGIN
        UPDATE memberships SET read_seq = OLD.read_seq WHERE id = OLD.id; END""",
}
"""Triggers, by the flaw: what comes under a lease is forgotten; a lease ends at once; some read marks are lost."""


@pytest.mark.parametrize("flaw", PLANTED)
@pytest.mark.parametrize("source", ["sqlite"], indirect=True)
async def test_a_planted_mistake_is_found(story: Story, flaw: str, database_url: str, tmp_path: Path) -> None:
    with closing(sqlite3.connect(database_url.removeprefix(SQLITE))) as database:
        database.execute(f"CREATE TRIGGER planted {PLANTED[flaw]}")
    rung = await killed(story, KILLS, database_url, tmp_path)
    found = list(flaws(await meant_by_the_logs(database_url, story.world), rung, story.reads))
    assert any(line.startswith(flaw) for line in found), found
