"""The worlds of `tests/blindness` on two processes: all of them, of which the tests play some."""

import traceback

from tests.blindness.conftest import Reference
from tests.blindness.plays import differences
from tests.blindness.test_private_facts import CASES
from tests.databases import PostgresSource, postgres_server
from tests.faults.reports import Row

NAME = "the sender sees no private fact of the recipient, who is at another process"


async def worlds() -> list[Row]:
    """A row for all of them."""
    wrong: list[str] = []
    with postgres_server() as server:
        source = PostgresSource(server)
        await source.prepare()
        reference = Reference()
        for case in CASES:
            play, fact = case.values
            try:
                expected = await reference.seen(play, source, is_shared=True)  # type: ignore[arg-type]
                found = differences(expected, await play.seen(source, fact, is_shared=True))  # type: ignore[union-attr]
            except Exception:
                traceback.print_exc()
                found = [None]
            if found:
                wrong.append(str(case.id))
        await source.close()
    return [Row("worlds", NAME, f"failed: {wrong}" if wrong else "passed", {"worlds": len(CASES)})]
