"""Secrets of ids and cursors: each is known before it seals, and opened for a time after it."""

from datetime import datetime, timedelta

from models.db.database import Database
from models.db.fields import EPOCH
from models.installation import NOTICE, SealingSecret, read_secrets, rotate_secrets
from tests.world import START

MONTH = timedelta(days=30)
SECOND = timedelta(seconds=1)


async def rotate(database: Database, now: datetime, keep: timedelta = MONTH) -> datetime:
    return await database.transaction(lambda tx: rotate_secrets(tx, now, keep))


async def test_the_first_secret_is_made_once(database: Database) -> None:
    [secret] = await read_secrets(database, START)
    assert len(secret) == 32
    assert await read_secrets(database, START) == [secret]


async def test_a_new_one_is_known_then_seals_and_the_old_one_ends(database: Database) -> None:
    [old] = await read_secrets(database, START)
    seals_from = await rotate(database, START)
    assert seals_from == START + NOTICE
    before, after = [await read_secrets(database, seals_from + moment) for moment in (-SECOND, SECOND)]
    assert (before[0], after[1], sorted(before)) == (old, old, sorted(after))
    [new] = await read_secrets(database, seals_from + MONTH)
    assert new == after[0] != old


async def test_several_that_overlap_and_what_has_ended_goes(database: Database) -> None:
    [first] = await read_secrets(database, START)
    await rotate(database, START, keep=2 * NOTICE)
    [second, _] = await read_secrets(database, START + NOTICE)
    await rotate(database, START + NOTICE, keep=MONTH)
    third, *others = await read_secrets(database, START + 2 * NOTICE)
    assert set(others) == {first, second}
    assert await read_secrets(database, START + 3 * NOTICE) == [third, second]
    await rotate(database, START + 2 * MONTH)
    assert await SealingSecret.all(database.orm).count() == 2


async def test_what_was_stolen_opens_no_longer_than_was_said(database: Database) -> None:
    """The secrets of earlier rotations were in the same backup."""
    await read_secrets(database, START)
    await rotate(database, START, keep=MONTH)
    seals_from = await rotate(database, START + timedelta(days=1), keep=timedelta())
    assert len(await read_secrets(database, seals_from - SECOND)) == 3
    assert len(await read_secrets(database, seals_from)) == 1


async def test_one_asked_for_twice_leaves_one_that_seals(database: Database) -> None:
    [old] = await read_secrets(database, EPOCH)
    for moment in (timedelta(), SECOND):
        await rotate(database, START + moment)
    secrets = await read_secrets(database, START + NOTICE + SECOND)
    assert len(set(secrets)) == 3
    assert secrets[-1] == old


async def test_a_process_that_starts_before_a_secret_begins_has_one(database: Database) -> None:
    """The first rotation of all may come before the first start; a clock may be slower than that of another machine."""
    await rotate(database, START, keep=timedelta())
    _, second = await read_secrets(database, START)
    assert await read_secrets(database, START + NOTICE) == [second]
    await rotate(database, START + MONTH)
    assert (await read_secrets(database, START))[0] == second
