"""The numbers that an installation may choose; docs/behaviour.md names the default of each."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import IntEnum
from operator import itemgetter
from typing import Annotated, Any


@dataclass(frozen=True, slots=True)
class Between:
    """Bounds in an annotation, both inclusive and of the number's type."""

    least: Any
    most: Any


UNITS = (("day", timedelta(days=1)), ("hour", timedelta(hours=1)), ("minute", timedelta(minutes=1)))
SECOND = timedelta(seconds=1)


def in_words(span: timedelta) -> str:
    """In the largest unit that divides it without a rest, else in seconds: `10 minutes`, `90 days`, `1.5 seconds`."""
    for unit, length in UNITS:
        if span and not span % length:
            return _counted(span // length, unit)
    return _counted(span / SECOND, "second")


def _counted(number: float, unit: str) -> str:
    return f"{number:,.10g} {unit}" + ("" if number == 1 else "s")


same_region = str.upper
"""Regions compare without regard to case."""


class Audience(IntEnum):
    """The user's own choice; `None` in its place means never chosen."""

    EVERYONE = 0
    PEOPLE_I_FOLLOW = 1
    FRIENDS = 2
    NO_ONE = 3


PENDING_LIMIT = 3
"""Unaccepted messages from a sender to a recipient, for ever. Texts name the number, so it is no setting."""
BADGE_LIMIT = 1_000
"""The most that a count of the badge says."""

_SECOND, _LONG = timedelta(seconds=1), timedelta(days=36_500)

Length = Annotated[int, Between(1, 2_000)]
Age = Annotated[int, Between(0, 99)]
Count = Annotated[int, Between(0, 1_000_000)]
Wait = Annotated[timedelta, Between(timedelta(), _LONG)]
Size = Annotated[int, Between(1, 1_000_000)]
Refill = Annotated[timedelta, Between(_SECOND / 1_000, timedelta(days=1))]
Quiet = Annotated[timedelta, Between(_SECOND / 100, timedelta(seconds=25))]
Lifetime = Annotated[timedelta, Between(_SECOND, _LONG)]


@dataclass(frozen=True, slots=True)
class Policy:
    """Passed to every rule that needs a number. Lengths are code points, ages whole years."""

    request_length: Length = 500
    message_length: Length = 2_000
    minimum_age: Age = 16
    minimum_age_by_region: Mapping[str, Age] = field(default_factory=dict, hash=False)
    receiving_age_delay: Wait = timedelta(days=14)
    phone_required: bool = True
    verified_audience: Audience = Audience.PEOPLE_I_FOLLOW
    bucket_size: Size = 20
    bucket_refill: Refill = timedelta(seconds=3)
    new_pairs_a_day: Count = 20
    new_pairs_a_day_young: Count = 5
    young_account: Wait = timedelta(days=3)
    young_account_requests: Count = 5
    recent_account: Wait = timedelta(days=30)
    pause_suggested_at: Size = 50
    client_key_lifetime: Lifetime = timedelta(days=30)
    undo_window: Lifetime = timedelta(minutes=10)
    archive_after: Lifetime = timedelta(days=90)
    evidence_lifetime: Wait = timedelta(days=180)
    event_lifetime: Lifetime = timedelta(days=7)
    position_interval: Quiet = timedelta(seconds=20)
    pushes: bool = False

    def __post_init__(self) -> None:
        # A region that is named twice gets the higher age.
        by_age = sorted(self.minimum_age_by_region.items(), key=itemgetter(1))
        ages = {same_region(region): years for region, years in by_age}
        object.__setattr__(self, "minimum_age_by_region", ages)
