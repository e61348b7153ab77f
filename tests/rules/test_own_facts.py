"""Refusals by the sender's own facts: their order, and the facts they need."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import combinations

import pytest

from rules.policy import Audience
from rules.problems import (
    AgeRestricted,
    DailyLimitReached,
    MessagingRestricted,
    PendingLimitReached,
    PhoneVerificationRequired,
    RateLimited,
    RecipientUnavailable,
    Refusal,
    ReportReason,
    YouBlockedThisUser,
)
from rules.sending import (
    Landing,
    Pair,
    Recipient,
    Sender,
    decide_send,
    next_midnight,
    pairs_limit,
)
from tests.rules.send_facts import ACCOUNT, CHILD, NOON, PAIR, POLICY, RECIPIENT, SENDER

MIDNIGHT = datetime(2026, 3, 5, tzinfo=UTC)

Change = Callable[[Sender], Sender]
OBSTACLES: dict[str, tuple[Change, Refusal]] = {
    "restricted": (
        lambda s: replace(s, account=replace(s.account, restriction=ReportReason.HATE)),
        MessagingRestricted(None, ReportReason.HATE),
    ),
    "age": (lambda s: replace(s, account=replace(s.account, birth=CHILD)), AgeRestricted()),
    "phone": (
        lambda s: replace(s, account=replace(s.account, phone_verified=False)),
        PhoneVerificationRequired(),
    ),
    "bucket": (lambda s: replace(s, bucket_full_at=NOON + timedelta(minutes=1)), RateLimited(3)),
    "blocks": (lambda s: replace(s, blocks_recipient=True), YouBlockedThisUser()),
    "cap": (lambda s: replace(s, unaccepted=3), PendingLimitReached(3)),
    "day": (lambda s: replace(s, pairs_today=20), DailyLimitReached(20, MIDNIGHT)),
}
RECIPIENTS: list[Recipient | None] = [
    RECIPIENT,
    None,
    replace(RECIPIENT, is_active=False),
    replace(RECIPIENT, is_erased=True),
    replace(RECIPIENT, birth=CHILD),
    replace(RECIPIENT, audience=Audience.NO_ONE),
]
PAIRS = [
    PAIR,
    replace(PAIR, has_asked=True),
    replace(PAIR, recipient_follows=True),
    replace(PAIR, recipient_blocks=True),
    replace(PAIR, recipient_said_never=True),
]


def decide(sender: Sender, recipient: Recipient | None = RECIPIENT, pair: Pair = PAIR) -> Refusal | Landing:
    return decide_send(sender, recipient, pair, NOON, POLICY)


@pytest.mark.shows("4.13")
@pytest.mark.parametrize(("first", "second"), list(combinations(OBSTACLES, 2)))
def test_of_two_obstacles_the_first_answers(first: str, second: str) -> None:
    both = OBSTACLES[second][0](OBSTACLES[first][0](SENDER))
    assert decide(both) == OBSTACLES[first][1]


@pytest.mark.shows("4.13", "4.14")
@pytest.mark.parametrize("name", OBSTACLES)
def test_an_obstacle_answers_the_same_for_every_recipient(name: str) -> None:
    change, refusal = OBSTACLES[name]
    assert {decide(change(SENDER), recipient, pair) for recipient in RECIPIENTS for pair in PAIRS} == {
        refusal
    }


@pytest.mark.shows("4.35")
@pytest.mark.parametrize("name", OBSTACLES)
def test_an_open_thread_lifts_the_cap_and_the_day_alone(name: str) -> None:
    change, refusal = OBSTACLES[name]
    found = decide(change(SENDER), RECIPIENT, replace(PAIR, is_open=True))
    assert found == (Landing(True, False, False) if name in {"cap", "day"} else refusal)


@pytest.mark.shows("4.35")
@pytest.mark.parametrize("recipient", [r for r in RECIPIENTS if r and not r.is_erased])
def test_an_open_thread_lifts_the_bit(recipient: Recipient) -> None:
    found = decide(SENDER, recipient, replace(PAIR, is_open=True))
    assert found == Landing(is_open=True, is_sunk=recipient.birth == CHILD, accepts=False)


@pytest.mark.shows("2.25")
@pytest.mark.parametrize("pair", [*PAIRS, replace(PAIR, is_open=True)])
def test_nothing_lifts_an_erasure(pair: Pair) -> None:
    assert decide(SENDER, replace(RECIPIENT, is_erased=True), pair) == RecipientUnavailable()
    assert decide(SENDER, None, pair) == RecipientUnavailable()


@pytest.mark.shows("4.33")
@pytest.mark.parametrize(
    ("age", "limit"),
    [
        (timedelta(), 5),
        (timedelta(days=3) - timedelta(microseconds=1), 5),
        (timedelta(days=3), 20),
        (timedelta(days=400), 20),
    ],
)
def test_new_pairs_of_a_day_by_the_age_of_the_account(age: timedelta, limit: int) -> None:
    young = replace(ACCOUNT, created_at=NOON - age)
    assert pairs_limit(young, NOON, POLICY) == limit
    assert isinstance(decide(replace(SENDER, account=young, pairs_today=limit - 1)), Landing)
    assert decide(replace(SENDER, account=young, pairs_today=limit)) == DailyLimitReached(limit, MIDNIGHT)


@pytest.mark.shows("4.31", "4.34")
def test_what_costs_a_pair() -> None:
    known = replace(SENDER, may_cost_a_pair=False, pairs_today=20)
    assert SENDER.costs_a_pair(is_open=False)
    assert not known.costs_a_pair(is_open=False)
    assert not SENDER.costs_a_pair(is_open=True)
    assert isinstance(decide(known), Landing)


@pytest.mark.shows("1.3", "4.32")
@pytest.mark.parametrize(
    ("now", "midnight"),
    [
        (datetime(2026, 3, 4, tzinfo=UTC), datetime(2026, 3, 5, tzinfo=UTC)),
        (datetime(2026, 3, 4, 23, 59, 59, 999999, tzinfo=UTC), datetime(2026, 3, 5, tzinfo=UTC)),
        (datetime(2028, 2, 28, 12, tzinfo=UTC), datetime(2028, 2, 29, tzinfo=UTC)),
        (datetime(2026, 12, 31, 12, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)),
    ],
)
def test_the_day_ends_at_the_next_midnight(now: datetime, midnight: datetime) -> None:
    assert next_midnight(now) == midnight
