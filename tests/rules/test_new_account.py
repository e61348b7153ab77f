"""When a young account with many requests is hidden."""

from datetime import UTC, datetime, timedelta

import pytest

from rules.filtering.reasons import NONE, HiddenReason, account_reasons
from rules.policy import Policy

NOW = datetime(2026, 3, 4, tzinfo=UTC)
YOUNG = timedelta(days=3)
TICK = timedelta(microseconds=1)


@pytest.mark.shows("6.7")
@pytest.mark.parametrize(
    ("age", "others", "is_hidden"),
    [
        (YOUNG - TICK, 5, True),
        (YOUNG - TICK, 4, False),
        (YOUNG, 5, False),
        (timedelta(), 0, False),
        (YOUNG * 100, 1000, False),
    ],
)
def test_a_young_account_with_more_than_five_requests(age: timedelta, others: int, is_hidden: bool) -> None:
    found = account_reasons(NOW - age, others, NOW, Policy())
    assert found == (HiddenReason.NEW_ACCOUNT if is_hidden else NONE)
