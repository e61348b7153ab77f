"""A database that was set back begins a new epoch when it is opened; one that was not keeps its own."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime

import pytest

from models.db.database import Database
from models.db.epochs import EPOCHS, begin_epoch
from models.installation import Installation
from models.users import UserStream
from tests.databases import PostgresSource, opened
from tests.users import User

MOVE = "UPDATE installation SET home = 'elsewhere'"


async def epochs(database: Database) -> tuple[int, set[int]]:
    """That of the installation, and those of all users."""
    here = await Installation.get(id=1, using_db=database.orm)
    found = await UserStream.all(using_db=database.orm).values_list("epoch", flat=True)
    return here.epoch, {int(str(epoch)) for epoch in found}


async def add_user(database: Database, host_id: str) -> None:
    await User.create(
        host_id=host_id, display_name="U", account_created_at=datetime.now(UTC), using_db=database.orm
    )


@pytest.mark.shows("9.28")
async def test_rows_from_elsewhere_begin_an_epoch_for_all_users(database_url: str) -> None:
    async with opened(database_url) as database:
        await add_user(database, "u1")
    async with opened(database_url) as database:
        assert await epochs(database) == (1, {1})
        if database.dialect == "postgres":
            await database.execute(MOVE, ())
    if database_url.startswith("sqlite"):
        # The process that ended has noted in the file that it was the last.
        with closing(sqlite3.connect(database_url.removeprefix("sqlite:///"))) as file, file:
            file.execute(MOVE)
    async with opened(database_url) as database:
        epoch, of_users = await epochs(database)
        assert epoch in EPOCHS
        assert (epoch == 1, of_users) == (False, {epoch})
        await add_user(database, "u2")
        assert await epochs(database) == (epoch, {epoch})


@pytest.mark.shows("9.28")
async def test_a_copy_of_a_postgres_database_is_another_one(postgres_source: PostgresSource) -> None:
    url = await postgres_source.make()
    async with opened(url):
        pass
    name = url.partition("?")[0].rpartition("/")[2]
    copy = await postgres_source._create(f"TEMPLATE {name} STRATEGY FILE_COPY")
    for place, is_same in ((url, True), (copy, False)):
        async with opened(place) as database:
            assert ((await epochs(database))[0] == 1) == is_same
    for place in (url, copy):
        await postgres_source.drop(place)


async def test_a_role_without_privileges_opens_its_database(postgres_source: PostgresSource) -> None:
    url = await postgres_source.make_empty()
    name = url.partition("?")[0].rpartition("/")[2]
    await postgres_source._run("CREATE ROLE plain LOGIN", f"ALTER DATABASE {name} OWNER TO plain")
    async with opened(url.replace("//postgres:", "//plain:")) as database:
        assert await epochs(database) == (1, set())
        [[user]] = await database.fetch("SELECT current_user", ())
    assert user == "plain"
    await postgres_source.drop(url)
    await postgres_source._run("DROP ROLE plain")


async def test_no_epoch_comes_again_that_is_known(database_url: str) -> None:
    async with opened(database_url) as database:
        spared = EPOCHS[-1]
        used = [epoch for epoch in EPOCHS if epoch not in (1, spared)]
        assert await database.transaction(lambda tx: begin_epoch(tx, used)) == spared
        assert await database.transaction(lambda tx: begin_epoch(tx, used)) == 1
