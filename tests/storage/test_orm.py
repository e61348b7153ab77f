"""Tortoise's own way, for seeds and cold paths: over the same clients, in the same transactions."""

import asyncio
from contextvars import Context
from datetime import UTC, date, datetime

import pytest
from tortoise.exceptions import IntegrityError

from models.db.connection import Transaction
from models.db.database import Database
from models.relations import Follow
from models.reports import Report, ReportStatus, SubjectKind
from models.users import UserStream
from tests.users import User

NOON = datetime(2024, 5, 17, 12, 0, 0, 123457, tzinfo=UTC)


async def test_no_user_is_without_its_stream(database: Database) -> None:
    user = await _sign_up("a", database)
    stream = await UserStream.get(user_id=user.id, using_db=database.orm)
    assert (stream.last_seq, stream.fence, stream.epoch) == (0, 0, 1)
    user.region = "DE"
    await user.save(using_db=database.orm)
    assert await UserStream.all(using_db=database.orm).count() == 1


async def test_values_come_back_as_they_went(database: Database) -> None:
    await _sign_up("a", database)
    found = await User.get(host_id="a", using_db=database.orm)
    assert found.account_created_at == NOON
    assert found.birth_date == date(2004, 2, 29)
    assert found.is_active is True
    assert found.is_verified is False
    assert found.erased_at is None
    assert found.audience is None


async def test_a_task_of_another_context_may_use_it(database: Database) -> None:
    async def elsewhere() -> None:
        await _sign_up("a", database)
        assert await User.filter(host_id="a").using_db(database.orm).count() == 1

    await asyncio.create_task(elsewhere(), context=Context())


async def test_times_are_compared_as_moments(database: Database) -> None:
    await _sign_up("a", database)
    users = User.all(using_db=database.orm)
    assert await users.filter(account_created_at__lte=NOON, birth_date__gte=date(2004, 2, 29)).count() == 1
    assert await users.filter(account_created_at__lt=NOON).count() == 0
    assert await users.filter(birth_date__gt=date(2004, 2, 29)).count() == 0


async def test_enums_come_back_as_enums(database: Database) -> None:
    alice, bob = await _sign_up("a", database), await _sign_up("b", database)
    await Report.create(
        reporter=alice,
        user=bob,
        subject_kind=SubjectKind.USER,
        subject_id=bob.id,
        status=ReportStatus.CLAIMED,
        created_at=NOON,
        username="b",
        display_name="B",
        using_db=database.orm,
    )
    report = await Report.get(user__host_id="b", using_db=database.orm).select_related("reporter")
    assert (report.status, report.subject_kind) == (ReportStatus.CLAIMED, SubjectKind.USER)
    assert report.reporter.host_id == "a"
    assert report.resolution is None


async def test_it_shares_the_transaction_of_the_statements(database: Database) -> None:
    async def step(tx: Transaction) -> None:
        alice, bob = await _sign_up("a", tx), await _sign_up("b", tx)
        await Follow.create(follower=alice, followee=bob, created_at=NOON, using_db=tx.orm)
        rows = await tx.fetch("SELECT followee_id FROM follows WHERE follower_id = $1", (alice.id,))
        assert [row[0] for row in rows] == [bob.id]
        carol, made = await User.get_or_create(
            host_id="c", defaults={"display_name": "C", "account_created_at": NOON}, using_db=tx.orm
        )
        assert made
        assert await Follow.filter(follower_id=alice.id).using_db(tx.orm).delete() == 1
        assert await User.filter(id=carol.id).using_db(tx.orm).update(region="DE") == 1
        raise RuntimeError

    with pytest.raises(RuntimeError):
        await database.transaction(step)
    assert await User.all(using_db=database.orm).count() == 0
    assert await UserStream.all(using_db=database.orm).count() == 0


async def test_a_broken_key_is_the_same_error_on_either_way(database: Database) -> None:
    await _sign_up("a", database)
    with pytest.raises(IntegrityError):
        await _sign_up("a", database)
    with pytest.raises(IntegrityError):
        await database.execute(
            "INSERT INTO users (host_id, display_name, account_created_at) VALUES ('a', '', 0)", ()
        )


async def test_many_are_made_at_once(database: Database) -> None:
    async def step(tx: Transaction) -> None:
        users = [User(host_id=str(n), display_name="", account_created_at=NOON) for n in range(500)]
        await User.bulk_create(users, using_db=tx.orm)

    await database.transaction(step)
    assert await User.all(using_db=database.orm).count() == 500


async def _sign_up(name: str, db: Database | Transaction) -> User:
    return await User.create(
        host_id=name,
        display_name=name.upper(),
        birth_date=date(2004, 2, 29),
        account_created_at=NOON,
        using_db=db.orm,
    )
