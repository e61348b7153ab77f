"""Users who are old enough to receive: the list of `people` and the rule of a send say the same."""

import random
from datetime import UTC, date, datetime, timedelta

import pytest

from models.db.database import Database
from models.db.statements import Page
from models.people import AGES, OLD_ENOUGH
from models.users import User
from rules.eligibility import NEVER, Birth, ReceivingAge, is_old_enough_to_receive, micros, receiving_ages
from rules.policy import Policy

OLD = Page(
    int,
    f"SELECT p.id FROM users p WHERE {OLD_ENOUGH}".replace("$6", "$1")
    .replace("$9", "$2")
    .replace("$8", "$3"),
)
POLICIES = [
    Policy(),
    Policy(minimum_age_by_region={"KR": 14, "XX": 17, "YY": 0}),
    Policy(minimum_age_by_region={"kr": 18}, receiving_age_delay=timedelta()),
    Policy(
        minimum_age=18, minimum_age_by_region={"KR": 5000}, receiving_age_delay=timedelta(days=400, hours=5)
    ),
    Policy(minimum_age=0, receiving_age_delay=timedelta(seconds=1)),
    Policy(minimum_age=5000),
]
MOMENTS = [
    datetime(2026, 3, 4, 12, tzinfo=UTC),
    datetime(2024, 2, 29, tzinfo=UTC),
    datetime(2024, 3, 1, tzinfo=UTC),
    datetime(2025, 3, 1, 0, 0, 0, 1, tzinfo=UTC),
    datetime(2026, 1, 1, 23, 59, 59, 999_999, tzinfo=UTC),
]
SHARES = (0.0, 0.25, 0.5, 1 / 3, 0.9999999999, 1.0)
chance = random.Random(7)


def _born(now: datetime) -> date | None:
    """Mostly some days before or after a user's birthday, often 29 February."""
    years = chance.choice([0, 14, 16, 16, 17, 18, 30])
    near = (now - timedelta(days=chance.randint(-20, 20))).date()
    year = max(1, near.year - years)
    return chance.choice(
        [date(year, near.month, min(near.day, 28)), date(year // 4 * 4, 2, 29), date.min, None]
    )


async def _crowd(database: Database) -> dict[int, tuple[Birth, float]]:
    births = {}
    for key in range(1, 1001):
        birth = Birth(_born(chance.choice(MOMENTS)), chance.choice([None, "KR", "XX", "YY", "ZZ"]))
        births[key] = (birth, chance.choice([*SHARES, chance.random()]))
    users = [
        User(
            id=key,
            host_id=str(key),
            display_name="",
            account_created_at=MOMENTS[0],
            birth_date=birth.date,
            region=birth.region,
            age_share=share,
        )
        for key, (birth, share) in births.items()
    ]
    await User.bulk_create(users, 100, using_db=database.orm)
    return births


@pytest.mark.shows("2.13", "2.16", "2.18", "7.28")
async def test_the_rule_in_sql_is_the_rule(database: Database) -> None:
    births = await _crowd(database)
    for policy in POLICIES:
        for moment in MOMENTS:
            # At the very moment of a share of the delay, and just before.
            at = moment + policy.receiving_age_delay * chance.choice(SHARES)
            for now in (at, at - timedelta(microseconds=1)):
                meant = {
                    key
                    for key, (birth, share) in births.items()
                    if is_old_enough_to_receive(birth, now, policy, share)
                }
                ages = AGES.rows(receiving_ages(now, policy))
                found = await OLD.all(database, ages, micros(policy.receiving_age_delay), now)
                assert set(found) == meant, (policy, now)


def test_a_region_whose_age_no_one_has_is_listed_all_the_same() -> None:
    ages = receiving_ages(MOMENTS[0], Policy(minimum_age_by_region={"KR": 5000}))
    assert ReceivingAge("KR", date.min, NEVER) in ages
