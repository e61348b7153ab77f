"""A minute of the bench: some faults of each kind, and mistakes that its checks must find."""

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import suppress

import psutil
import pytest

from tests.databases import fast_folder
from tests.faults import of_answers, of_stores
from tests.faults.benches import Bench, bench
from tests.faults.installations import Installation, many
from tests.faults.planted import PLANTED, Planted, find, find_in_lists

OFTEN = 10
"""Times that a mistake is made for each time that it is named for: there are fewer sends."""
SPARE = 4
"""And so many times more, since a busy machine makes sets of a dozen sends, with one commit each."""


@pytest.fixture
async def served() -> AsyncIterator[Bench]:
    """Two workers on PostgreSQL and a broker."""
    with fast_folder() as folder:
        async with many(folder, 2, direct=True) as installation, bench(installation, 6, 20) as found:
            yield found


async def test_nothing_is_lost_whatever_is_killed(served: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FAULTS_BACKENDS", "10")
    monkeypatch.setattr(of_stores, "FLUSHES", 1)
    for _ in range(2):
        await asyncio.sleep(random.uniform(0.5, 1))
        with suppress(psutil.NoSuchProcess):
            random.choice(served.installation.service.workers()).kill()
        await served.installation.service.until_healthy()
    await of_stores.terminate_backends(served)
    await of_stores.flush_broker(served)
    await of_stores.crash_backend(served, times=1)
    found = await served.verdict()
    assert found.wrong == {}
    assert found.figures["deliveries"] > 0


async def test_workers_that_start_wait_for_a_database_that_is_away() -> None:
    """With a line a second each. A signal ends them then too."""
    with fast_folder() as folder:
        async with many(folder, 2, direct=True) as installation:
            service, database = installation.service, installation.postgres
            assert database
            await service.start()
            await _kill_with_workers(installation)
            await database.start()
            await service.until_healthy()
            await _kill_with_workers(installation)
            assert service.process
            service.process.terminate()
            assert await asyncio.wait_for(service.process.wait(), 5) == 0
            lines = service.log.read_text().splitlines()
            assert sum("not started" in line for line in lines) in range(4, 25)
            assert not [line for line in lines if "Traceback" in line]


async def _kill_with_workers(installation: Installation) -> None:
    assert installation.postgres
    await installation.postgres.kill()
    for worker in installation.service.workers():
        worker.kill()
    await asyncio.sleep(3)


async def test_answers_have_an_order_and_lists_are_kept(
    served: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each kind of mutation comes up in time: a few by chance here, all in the long form."""
    monkeypatch.setenv("FAULTS_PAIRS", "4")
    monkeypatch.setenv("FAULTS_ACTS", "6")
    await of_answers.order_calls(served)
    figures = await of_answers.keep_lists(served)
    assert figures["clients"] > 6
    assert (await served.verdict()).wrong == {}


async def test_skipped_events_are_found_in_lists() -> None:
    row = await find_in_lists()
    assert row.is_passed, row


@pytest.mark.parametrize("planted", PLANTED, ids=lambda planted: planted.point)
async def test_each_planted_mistake_is_found(planted: Planted) -> None:
    row = await find(planted, OFTEN, SPARE)
    assert row.is_passed, row
