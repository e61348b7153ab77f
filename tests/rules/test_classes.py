"""Requests of which senders a recipient's own policy puts into Hidden."""

from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from rules.filtering.choices import Destination, RequestPolicy, SenderTies, policy_reasons
from rules.filtering.reasons import NONE, HiddenReason
from rules.policy import Policy

NOW = datetime(2026, 3, 4, tzinfo=UTC)
MONTH = timedelta(days=30)
TICK = timedelta(microseconds=1)
OLD = NOW - timedelta(days=400)
SHOWN, HIDDEN = Destination.REQUESTS, Destination.HIDDEN
STRANGER = SenderTies(OLD, is_verified=False, follows_recipient=False, has_mutual_follows=False)
EVERY = [RequestPolicy(*choices) for choices in product((None, SHOWN, HIDDEN), repeat=5)]


@pytest.mark.shows("6.24", "6.25")
@pytest.mark.parametrize(
    ("policy", "sender", "is_hidden"),
    [
        (RequestPolicy(), STRANGER, False),
        (RequestPolicy(strangers=HIDDEN), STRANGER, True),
        (RequestPolicy(strangers=SHOWN), STRANGER, False),
        (RequestPolicy(unverified=HIDDEN), STRANGER, True),
        (RequestPolicy(unverified=HIDDEN), SenderTies(OLD, True, False, False), False),
        (RequestPolicy(unverified=SHOWN, strangers=HIDDEN), STRANGER, False),
        (RequestPolicy(unverified=SHOWN, strangers=HIDDEN), SenderTies(OLD, True, False, False), True),
        (RequestPolicy(followers=SHOWN, strangers=HIDDEN), SenderTies(OLD, False, True, False), False),
        (RequestPolicy(followers=SHOWN, strangers=HIDDEN), STRANGER, True),
        (RequestPolicy(followers=HIDDEN, unverified=SHOWN), SenderTies(OLD, False, True, False), True),
        (RequestPolicy(recent_accounts=HIDDEN), SenderTies(NOW - MONTH + TICK, True, True, False), True),
        (RequestPolicy(recent_accounts=HIDDEN), SenderTies(NOW - MONTH, True, True, False), False),
        (RequestPolicy(recent_accounts=HIDDEN, followers=SHOWN), SenderTies(NOW, True, True, False), True),
        (RequestPolicy(SHOWN, HIDDEN, HIDDEN, HIDDEN, HIDDEN), SenderTies(NOW, False, True, True), False),
        (RequestPolicy(mutual_follows=HIDDEN), SenderTies(OLD, True, True, True), True),
        (RequestPolicy(mutual_follows=HIDDEN), SenderTies(OLD, True, True, False), False),
    ],
)
def test_the_first_class_with_a_choice_decides(
    policy: RequestPolicy, sender: SenderTies, is_hidden: bool
) -> None:
    found = policy_reasons(policy.number, sender, NOW, Policy())
    assert found == (HiddenReason.POLICY if is_hidden else NONE)


def test_a_policy_is_one_number() -> None:
    assert [RequestPolicy.of(policy.number) for policy in EVERY] == EVERY
    assert RequestPolicy().number == 0
    assert len({policy.number for policy in EVERY}) == 3**5
    assert max(policy.number for policy in EVERY) < 2**15


def test_a_stranger_is_unverified_and_a_stranger() -> None:
    assert STRANGER.classes(NOW, Policy()) == (False, False, False, True, True)
