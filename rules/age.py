"""The minimum age, computed from the birth date when it matters, and the age of accounts."""

from dataclasses import dataclass
from datetime import MAXYEAR, UTC, date, datetime, time

from rules.policy import Policy


@dataclass(frozen=True, slots=True)
class Birth:
    """What the host tells of a user's age; no date counts as under age."""

    date: date | None
    region: str | None


def is_old_enough_to_send(birth: Birth, now: datetime, policy: Policy) -> bool:
    """From 00:00 UTC of the birthday on."""
    day = _day_of_age(birth, policy)
    return day is not None and day <= now.date()


def is_old_enough_to_receive(birth: Birth, now: datetime, policy: Policy, delay: float) -> bool:
    """From a moment of the user's own after the birthday on.

    `delay`, 0 ≤ delay < 1, is the share of `Policy.receiving_age_delay` that this user waits: others can
    then not read the birthday off the first message that gets through.
    """
    day = _day_of_age(birth, policy)
    if day is None:
        return False
    return datetime.combine(day, time(), UTC) <= now - policy.receiving_age_delay * delay


def latest_birth(now: datetime, policy: Policy) -> date:
    """Nobody who was born later is old enough yet, wherever; who was born before may be too young all the same."""
    years = min([policy.minimum_age, *policy.minimum_age_by_region.values()])
    return date.fromordinal(max(1, now.toordinal() - 365 * years))


def whole_months(since: datetime, now: datetime) -> int:
    """How often the day of the month has come round, UTC; 0 for a time to come."""
    months = (now.year - since.year) * 12 + now.month - since.month
    is_short = (now.day, now.time()) < (since.day, since.time())
    return max(0, months - is_short)


def _day_of_age(birth: Birth, policy: Policy) -> date | None:
    if birth.date is None:
        return None
    years = policy.minimum_age_by_region.get(birth.region or "", policy.minimum_age)
    born = birth.date if (birth.date.month, birth.date.day) != (2, 29) else date(birth.date.year, 3, 1)
    year = born.year + years
    return born.replace(year=year) if year <= MAXYEAR else None
