"""The data set of the benchmarks is what the service itself could have written."""

from benchmarks.bench.dataset import OPEN, PENDING, fill
from models.db.database import Database
from tests.races.invariants import violations

USERS = 300
BEGAN = 1_790_000_000_000_000


async def test_the_data_set_breaks_no_rule(database: Database) -> None:
    await fill(database, BEGAN, USERS)
    [[threads]] = await database.fetch("SELECT COUNT(*) FROM threads", ())
    assert threads == USERS * (OPEN + PENDING)
    assert await violations(database) == {}
