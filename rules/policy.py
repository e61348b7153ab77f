"""The numbers that an installation may choose; each has the default that docs/behaviour.md names."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from operator import itemgetter

from rules.audience import Audience
from rules.region import same_region

PENDING_LIMIT = 3
"""Unaccepted messages a sender and recipient, for ever: the texts name it, so it is no setting."""


@dataclass(frozen=True, slots=True)
class Policy:
    """Handed to every rule that needs a number. Lengths are code points, ages whole years."""

    request_length: int = 500
    message_length: int = 2_000
    minimum_age: int = 16
    minimum_age_by_region: Mapping[str, int] = field(default_factory=dict)
    receiving_age_delay: timedelta = timedelta(days=14)
    phone_required: bool = True
    verified_audience: Audience = Audience.PEOPLE_I_FOLLOW
    bucket_size: int = 20
    bucket_refill: timedelta = timedelta(seconds=3)
    new_pairs_a_day: int = 20
    new_pairs_a_day_young: int = 5
    young_account: timedelta = timedelta(days=3)
    young_account_requests: int = 5
    client_key_lifetime: timedelta = timedelta(days=30)
    undo_window: timedelta = timedelta(minutes=10)
    archive_after: timedelta = timedelta(days=90)
    evidence_lifetime: timedelta = timedelta(days=180)
    event_lifetime: timedelta = timedelta(days=7)
    position_interval: timedelta = timedelta(seconds=20)

    def __post_init__(self) -> None:
        # Of a region that is named twice the higher age counts.
        by_age = sorted(self.minimum_age_by_region.items(), key=itemgetter(1))
        ages = {same_region(region): years for region, years in by_age}
        object.__setattr__(self, "minimum_age_by_region", ages)
