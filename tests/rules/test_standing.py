"""Whether an account may act at all."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import combinations

import pytest

from rules.eligibility import (
    Account,
    Birth,
    obstacles,
    outlasts,
    refuse_accepting,
    refuse_restricted,
    refuse_sending,
)
from rules.policy import Policy
from rules.problems import (
    AgeRestricted,
    MessagingRestricted,
    PhoneVerificationRequired,
    Refusal,
    ReportReason,
)

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
LAST = timedelta(microseconds=1)
FREE = Account(Birth(date(1990, 1, 1), None), True, NOON - timedelta(days=400), None, None)

Change = Callable[[Account], Account]
OBSTACLES: dict[str, tuple[Change, Refusal]] = {
    "restricted": (
        lambda account: replace(account, restriction=ReportReason.SPAM),
        MessagingRestricted(None, ReportReason.SPAM),
    ),
    "age": (lambda account: replace(account, birth=Birth(None, None)), AgeRestricted()),
    "phone": (lambda account: replace(account, phone_verified=False), PhoneVerificationRequired()),
}


def test_a_free_account_has_no_obstacle() -> None:
    assert refuse_sending(FREE, NOON, Policy()) is None


@pytest.mark.shows("4.24", "4.25", "4.26")
@pytest.mark.parametrize("name", OBSTACLES)
def test_each_obstacle_has_its_answer(name: str) -> None:
    change, refusal = OBSTACLES[name]
    assert refuse_sending(change(FREE), NOON, Policy()) == refusal


@pytest.mark.shows("4.13")
@pytest.mark.parametrize(("first", "second"), list(combinations(OBSTACLES, 2)))
def test_of_two_obstacles_the_first_answers(first: str, second: str) -> None:
    both = OBSTACLES[second][0](OBSTACLES[first][0](FREE))
    assert refuse_sending(both, NOON, Policy()) == OBSTACLES[first][1]


@pytest.mark.shows("2.19")
def test_a_policy_can_do_without_phones() -> None:
    unverified = OBSTACLES["phone"][0](FREE)
    assert refuse_sending(unverified, NOON, Policy(phone_required=False)) is None


def test_accepting_needs_no_phone_but_the_age() -> None:
    assert refuse_accepting(OBSTACLES["phone"][0](FREE), NOON, Policy()) is None
    assert refuse_accepting(OBSTACLES["age"][0](FREE), NOON, Policy()) == AgeRestricted()


@pytest.mark.shows("4.24")
@pytest.mark.parametrize(
    ("reason", "until", "stands"),
    [
        (None, None, False),
        (ReportReason.SCAM, None, True),
        (ReportReason.SCAM, NOON + LAST, True),
        (ReportReason.SCAM, NOON, False),
        (ReportReason.SCAM, NOON - timedelta(days=1), False),
    ],
)
def test_a_restriction_ends_at_its_time(
    reason: ReportReason | None, until: datetime | None, stands: bool
) -> None:
    found = refuse_restricted(replace(FREE, restriction=reason, restricted_until=until), NOON)
    assert found == (MessagingRestricted(until, reason) if stands and reason is not None else None)


@pytest.mark.parametrize("names", [names for size in range(4) for names in combinations(OBSTACLES, size)])
def test_all_obstacles_are_told_in_their_order(names: tuple[str, ...]) -> None:
    account = FREE
    for name in names:
        account = OBSTACLES[name][0](account)
    found = obstacles(account, NOON, NOON, Policy())
    assert found == [OBSTACLES[name][1] for name in names]
    assert refuse_sending(account, NOON, Policy()) == (found[0] if found else None)


@pytest.mark.parametrize(
    ("standing", "later", "longer"),
    [
        (timedelta(0), timedelta(seconds=1), True),
        (timedelta(days=1), timedelta(hours=1), False),
        (timedelta(days=1), timedelta(days=1), False),
        (timedelta(days=1), timedelta(days=2), True),
        (timedelta(days=1), None, True),
        (None, timedelta(days=1), False),
        (None, None, False),
    ],
)
def test_a_restriction_is_never_shortened(
    standing: timedelta | None, later: timedelta | None, longer: bool
) -> None:
    def end(after: timedelta | None) -> datetime | None:
        return None if after is None else NOON + after

    account = replace(FREE, restriction=ReportReason.SPAM, restricted_until=end(standing))
    assert outlasts(account, end(later), NOON) is longer
