"""Quiet time: the requests that it hides, when it is suggested, and its end."""

from datetime import UTC, datetime, timedelta

import pytest

from rules.filtering.choices import pause_reasons, suggests_pause
from rules.filtering.reasons import NONE, HiddenReason
from rules.policy import Policy
from rules.problems import InvalidInputReason, flaw_of_end, last_end

NOW = datetime(2026, 3, 4, tzinfo=UTC)
TICK = timedelta(microseconds=1)
ARCHIVED_AT = NOW - Policy().archive_after - TICK


@pytest.mark.shows("6.28", "6.29")
@pytest.mark.parametrize(
    ("until", "waits_since", "is_hidden"),
    [
        (None, None, False),
        (NOW + TICK, None, True),
        (NOW, None, False),
        (NOW - TICK, None, False),
        (NOW + TICK, NOW - TICK, False),
        (NOW + TICK, ARCHIVED_AT + TICK, False),
        (NOW + TICK, ARCHIVED_AT, True),
        (NOW, ARCHIVED_AT, False),
    ],
)
def test_what_begins_in_quiet_time_is_hidden(
    until: datetime | None, waits_since: datetime | None, is_hidden: bool
) -> None:
    found = pause_reasons(until, waits_since, NOW, Policy())
    assert found == (HiddenReason.PAUSED if is_hidden else NONE)


@pytest.mark.shows("6.31")
def test_a_pause_is_suggested_for_many_unless_one_is_on() -> None:
    assert suggests_pause(50, None, NOW, Policy())
    assert not suggests_pause(49, None, NOW, Policy())
    assert not suggests_pause(50, NOW + TICK, NOW, Policy())
    assert suggests_pause(50, NOW, NOW, Policy())


@pytest.mark.shows("6.32")
def test_what_a_user_chooses_ends_in_the_future_within_ten_years() -> None:
    assert flaw_of_end(NOW, NOW) == InvalidInputReason.NOT_IN_FUTURE
    assert flaw_of_end(NOW + TICK, NOW) is None
    in_ten_years = NOW.replace(year=2036)
    assert flaw_of_end(in_ten_years, NOW) is None
    assert flaw_of_end(in_ten_years + TICK, NOW) == InvalidInputReason.TOO_FAR


@pytest.mark.shows("6.32")
def test_ten_years_after_the_29th_of_february_is_the_1st_of_march() -> None:
    leap = datetime(2028, 2, 29, 23, 59, tzinfo=UTC)
    assert last_end(leap) == datetime(2038, 3, 1, 23, 59, tzinfo=UTC)
