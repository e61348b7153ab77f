"""The bucket of twenty messages, one more every three seconds."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.eligibility import charged, last_full_at, messages_left, seconds_to_wait
from rules.policy import Policy

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
NEVER_USED = datetime(1970, 1, 1, tzinfo=UTC)
POLICY = Policy()


def after(sends: int, now: datetime = NOON) -> datetime:
    """The bucket after so many sends at once."""
    full_at = NEVER_USED
    for _ in range(sends):
        full_at = charged(full_at, now, POLICY)
    return full_at


@pytest.mark.shows("4.27")
@pytest.mark.parametrize(
    ("sends", "later", "wait"),
    [
        (0, 0.0, 0),
        (19, 0.0, 0),
        (20, 0.0, 3),
        (20, 0.001, 3),
        (20, 1.0, 2),
        (20, 2.999, 1),
        (20, 3.0, 0),
        (20, 3600.0, 0),
    ],
)
def test_how_long_a_sender_waits(sends: int, later: float, wait: int) -> None:
    assert seconds_to_wait(after(sends), NOON + timedelta(seconds=later), POLICY) == wait


@pytest.mark.shows("4.27")
def test_a_long_rest_fills_twenty_and_no_more() -> None:
    rested = NOON + timedelta(days=1)
    full_at = after(20)
    for _ in range(20):
        assert seconds_to_wait(full_at, rested, POLICY) == 0
        full_at = charged(full_at, rested, POLICY)
    assert seconds_to_wait(full_at, rested, POLICY) == 3


@pytest.mark.shows("4.62")
@given(st.integers(0, 20), st.timedeltas(timedelta(), timedelta(days=400)))
def test_a_clock_that_was_set_back_keeps_no_one_waiting(sends: int, back: timedelta) -> None:
    """A sender who waits as long as the refusal says can send, and no wait is longer than an empty bucket takes."""
    full_at, now = after(sends), NOON - back
    wait = seconds_to_wait(full_at, now, POLICY)
    assert timedelta(seconds=wait) <= POLICY.bucket_size * POLICY.bucket_refill
    assert seconds_to_wait(full_at, now + timedelta(seconds=wait), POLICY) == 0


@pytest.mark.shows("4.62")
def test_a_bucket_of_another_time_is_full() -> None:
    before = NOON - timedelta(days=220)
    assert messages_left(after(20), before, POLICY) == 20
    assert messages_left(charged(after(20), before, POLICY), before, POLICY) == 19


PAUSES = st.lists(st.timedeltas(timedelta(), timedelta(seconds=20)), min_size=1, max_size=120)


@pytest.mark.shows("4.28")
@given(PAUSES, st.integers(1, 20), st.timedeltas(timedelta(milliseconds=1), timedelta(seconds=10)))
def test_one_who_waits_as_told_is_let_through_and_no_sooner(
    pauses: list[timedelta], size: int, refill: timedelta
) -> None:
    policy = Policy(bucket_size=size, bucket_refill=refill)
    full_at, now, sent = NEVER_USED, NOON, []
    for pause in pauses:
        now += pause
        wait = seconds_to_wait(full_at, now, policy)
        assert (wait == 0) == (full_at <= last_full_at(now, policy))
        assert seconds_to_wait(full_at, now + timedelta(seconds=wait), policy) == 0
        assert wait == 0 or seconds_to_wait(full_at, now + timedelta(seconds=wait - 1), policy) > 0
        if wait == 0:
            full_at = charged(full_at, now, policy)
            sent.append(now)
    for first, last in zip(sent, sent[size:], strict=False):
        assert last - first >= refill


@given(st.integers(0, 25), st.integers(0, 100))
def test_what_is_left_is_what_still_fits(sends: int, seconds: int) -> None:
    full_at, now = after(sends), NOON + timedelta(seconds=seconds)
    left = messages_left(full_at, now, POLICY)
    fitting = 0
    while not seconds_to_wait(full_at, now, POLICY):
        full_at, fitting = charged(full_at, now, POLICY), fitting + 1
    assert left == fitting
