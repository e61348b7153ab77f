"""Whether an account may act, and who may start a thread with a user: restriction, age, phone, rate, audience."""

from dataclasses import dataclass
from datetime import MAXYEAR, UTC, date, datetime, time, timedelta

from rules.policy import SECOND, Audience, Policy, same_region
from rules.problems import (
    AgeRestricted,
    MessagingRestricted,
    PhoneVerificationRequired,
    RateLimited,
    Refusal,
    ReportReason,
)

NEVER = datetime.max.replace(tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Birth:
    """The host app's facts about a user's age; an account without a date counts as under age."""

    date: date | None
    region: str | None


def is_old_enough_to_send(birth: Birth, now: datetime, policy: Policy) -> bool:
    """Starts at 00:00 UTC of the birthday."""
    day = _day_of_age(birth, policy)
    return day is not None and day <= now.date()


def is_old_enough_to_receive(birth: Birth, now: datetime, policy: Policy, share: float) -> bool:
    """Starts at a moment of the user's own after the birthday.

    `share`, 0 ≤ share ≤ 1, is the part of `Policy.receiving_age_delay` that this user waits. So others cannot
    read the birthday off the first message that gets through. `receiving_ages` says the same for SQL.
    """
    day = _day_of_age(birth, policy)
    return day is not None and share * micros(policy.receiving_age_delay) <= micros(now - _midnight(day))


@dataclass(frozen=True, slots=True)
class ReceivingAge:
    """Users of this region born until `born` were of age by `since`;

    region "" is every region without an own age.
    """

    region: str
    born: date
    since: datetime


def receiving_ages(now: datetime, policy: Policy) -> list[ReceivingAge]:
    """Users who are old enough to receive: their share of the delay has passed since one of these entries.

    Each region has its days back to the first one since which the whole delay has passed. Users born before
    all of them are old enough everywhere.
    """
    first = now - policy.receiving_age_delay
    days = [date.fromordinal(number) for number in range(max(1, first.toordinal()), now.toordinal() + 1)]
    ages = {"": policy.minimum_age, **policy.minimum_age_by_region}
    return [_age_on(day, region, years) for region, years in ages.items() for day in days]


def _age_on(day: date, region: str, years: int) -> ReceivingAge:
    if day.year <= years:
        # No one is that old. The region is still listed, since an unlisted region has the age of all others.
        return ReceivingAge(region, date.min, NEVER)
    # A user born on 29 February is of age on 1 March, in leap years too.
    number = 28 if (day.month, day.day) == (2, 29) else day.day
    return ReceivingAge(region, day.replace(year=day.year - years, day=number), _midnight(day))


def micros(time: timedelta) -> int:
    """Microseconds since the epoch, as the databases store times."""
    return time // _MICROSECOND


def whole_months(since: datetime, now: datetime) -> int:
    """How often the day of the month has recurred, UTC; 0 for a time in the future."""
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


def effective_audience(
    chosen: Audience | None, *, is_verified: bool, default_if_verified: Audience
) -> Audience:
    """The choice, or the default of a verified or any other account (behaviour 3.6, 3.7)."""
    if chosen is not None:
        return chosen
    return default_if_verified if is_verified else Audience.EVERYONE


def admits(audience: Audience, *, follows_sender: bool, followed_by_sender: bool) -> bool:
    """Whether the audience lets this sender start a thread; `follows_sender`: the recipient follows the sender."""
    match audience:
        case Audience.EVERYONE:
            return True
        case Audience.PEOPLE_I_FOLLOW:
            return follows_sender
        case Audience.FRIENDS:
            return follows_sender and followed_by_sender
        case Audience.NO_ONE:
            return False


@dataclass(frozen=True, slots=True)
class Account:
    """The account's own facts; `restriction` is the reason of the last one, `restricted_until` its end if any."""

    birth: Birth
    phone_verified: bool
    created_at: datetime
    restriction: ReportReason | None
    restricted_until: datetime | None


def refuse_restricted(account: Account, now: datetime) -> MessagingRestricted | None:
    """A moderator's restriction that is still in force (behaviour 8)."""
    if account.restriction is None or (
        account.restricted_until is not None and account.restricted_until <= now
    ):
        return None
    return MessagingRestricted(account.restricted_until, account.restriction)


def refuse_accepting(account: Account, now: datetime, policy: Policy) -> Refusal | None:
    """Accepting does not need a verified phone."""
    is_old_enough = is_old_enough_to_send(account.birth, now, policy)
    return refuse_restricted(account, now) or (None if is_old_enough else AgeRestricted())


def refuse_sending(account: Account, now: datetime, policy: Policy) -> Refusal | None:
    """The refusal that any send of this account gets, to every recipient; None if there is none."""
    return refuse_accepting(account, now, policy) or _refuse_phone(account, policy)


def _refuse_phone(account: Account, policy: Policy) -> Refusal | None:
    return PhoneVerificationRequired() if policy.phone_required and not account.phone_verified else None


def last_full_at(now: datetime, policy: Policy) -> datetime:
    """The latest full-again time at which one more message still fits."""
    return now + policy.bucket_refill * (policy.bucket_size - 1)


def empty_full_at(now: datetime, policy: Policy) -> datetime:
    """The full-again time of an empty bucket.

    Nothing that is charged goes beyond it. A later one was written before the clock was set back or the policy was
    changed: it says nothing, and the bucket counts as full.
    """
    return now + policy.bucket_refill * policy.bucket_size


def seconds_to_wait(full_at: datetime, now: datetime, policy: Policy) -> int:
    """0 if a message fits now, else whole seconds until one fits."""
    over = _from(full_at, now, policy) - last_full_at(now, policy)
    return max(0, -(-over // SECOND))


def charged(full_at: datetime, now: datetime, policy: Policy) -> datetime:
    """The bucket after one more message."""
    return _from(full_at, now, policy) + policy.bucket_refill


def messages_left(full_at: datetime, now: datetime, policy: Policy) -> int:
    """How many messages fit now, 0 to the bucket's size."""
    room = last_full_at(now, policy) - _from(full_at, now, policy)
    return max(0, room // policy.bucket_refill + 1)


def _from(full_at: datetime, now: datetime, policy: Policy) -> datetime:
    """The time from which the bucket refills what is charged now."""
    return full_at if now < full_at <= empty_full_at(now, policy) else now


def obstacles(account: Account, bucket_full_at: datetime, now: datetime, policy: Policy) -> list[Refusal]:
    """All refusals that every send would meet now, in the order of the checks; empty: sends may go out."""
    seconds = seconds_to_wait(bucket_full_at, now, policy)
    found = (
        refuse_restricted(account, now),
        None if is_old_enough_to_send(account.birth, now, policy) else AgeRestricted(),
        _refuse_phone(account, policy),
        RateLimited(seconds) if seconds else None,
    )
    return [one for one in found if one]


def outlasts(account: Account, until: datetime | None, now: datetime) -> bool:
    """Whether a restriction until then ends later than the present one: a later one never shortens it."""
    standing = refuse_restricted(account, now)
    if standing is None:
        return True
    return standing.until is not None and (until is None or until > standing.until)
