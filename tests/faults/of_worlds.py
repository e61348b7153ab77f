"""The worlds of `tests/blindness` on two processes: all of them, of which the tests play some."""

import asyncio

from tests.blindness.acts import Fact
from tests.blindness.conftest import Reference
from tests.blindness.plays import Play, differences
from tests.blindness.test_private_facts import CASES
from tests.databases import PostgresSource, postgres_server
from tests.faults.reports import Row

NAME = "the sender sees no private fact of the recipient, who is at another process"


async def worlds() -> list[Row]:
    """A row for all of them.

    On asyncio's own loop: uvloop takes what comes on two connections in an order by chance, so the number of sets that
    a play makes differs between two runs of one world.
    """
    return await asyncio.to_thread(asyncio.run, _worlds())


async def _worlds() -> list[Row]:
    wrong: list[str] = []
    with postgres_server() as server:
        source = PostgresSource(server)
        await source.prepare()
        reference = Reference()
        for case in CASES:
            play, fact = case.values
            assert isinstance(play, Play)
            assert isinstance(fact, Fact)
            expected = await reference.seen(play, source, is_shared=True)
            if differences(expected, await play.seen(source, fact, is_shared=True)):
                wrong.append(str(case.id))
        await source.close()
    return [Row("worlds", NAME, f"failed: {wrong}" if wrong else "passed", {"worlds": len(CASES)})]
