"""The minimum age, computed from the birth date when it matters, and the age of accounts."""

from dataclasses import dataclass
from datetime import MAXYEAR, UTC, date, datetime, time, timedelta

from rules.policy import Policy
from rules.region import same_region

NEVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Birth:
    """What the host tells of a user's age; no date counts as under age."""

    date: date | None
    region: str | None


def is_old_enough_to_send(birth: Birth, now: datetime, policy: Policy) -> bool:
    """From 00:00 UTC of the birthday on."""
    day = _day_of_age(birth, policy)
    return day is not None and day <= now.date()


def is_old_enough_to_receive(birth: Birth, now: datetime, policy: Policy, share: float) -> bool:
    """From a moment of the user's own after the birthday on.

    `share`, 0 ≤ share ≤ 1, is that of `Policy.receiving_age_delay` which this user waits: others can then not
    read the birthday off the first message that gets through. `receiving_ages` says the same for SQL.
    """
    day = _day_of_age(birth, policy)
    return day is not None and share * micros(policy.receiving_age_delay) <= micros(now - _midnight(day))


@dataclass(frozen=True, slots=True)
class ReceivingAge:
    """Who was born in this region until `born` was of age by `since`; region "": any that has none of its own."""

    region: str
    born: date
    since: datetime


def receiving_ages(now: datetime, policy: Policy) -> list[ReceivingAge]:
    """Who is old enough to receive: whoever's share of the delay has passed since one of these.

    Of each region the days, back to the one since which the whole delay has passed. Who was born before all
    of them is old enough everywhere.
    """
    first = now - policy.receiving_age_delay
    days = [date.fromordinal(number) for number in range(max(1, first.toordinal()), now.toordinal() + 1)]
    ages = {"": policy.minimum_age, **policy.minimum_age_by_region}
    return [_age_on(day, region, years) for region, years in ages.items() for day in days]


def _age_on(day: date, region: str, years: int) -> ReceivingAge:
    if day.year <= years:
        # Nobody is so old: the region is listed all the same, since one that is not has the age of all others.
        return ReceivingAge(region, date.min, NEVER)
    # Who was born on 29 February is of age on 1 March, also where there is a 29 February.
    number = 28 if (day.month, day.day) == (2, 29) else day.day
    return ReceivingAge(region, day.replace(year=day.year - years, day=number), _midnight(day))


def micros(time: timedelta) -> int:
    """As databases keep times."""
    return time // timedelta(microseconds=1)


def whole_months(since: datetime, now: datetime) -> int:
    """How often the day of the month has come round, UTC; 0 for a time to come."""
    months = (now.year - since.year) * 12 + now.month - since.month
    is_short = (now.day, now.time()) < (since.day, since.time())
    return max(0, months - is_short)


def _day_of_age(birth: Birth, policy: Policy) -> date | None:
    if birth.date is None:
        return None
    years = policy.minimum_age_by_region.get(same_region(birth.region or ""), policy.minimum_age)
    born = birth.date if (birth.date.month, birth.date.day) != (2, 29) else date(birth.date.year, 3, 1)
    year = born.year + years
    return born.replace(year=year) if year <= MAXYEAR else None


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
