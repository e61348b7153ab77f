"""The figures of a user's requests."""

from datetime import UTC, datetime, timedelta

import pytest

from rules.drafts import NO_HINTS, DraftHint, Insights, Tally

MONDAY = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
Outcome = tuple[datetime, datetime | None, DraftHint]


def _insights(*outcomes: Outcome) -> Insights:
    insights = Insights()
    for outcome in outcomes:
        insights.add(*outcome)
    return insights


def _outcome(at: datetime = MONDAY, seconds: float | None = None, hints: DraftHint = NO_HINTS) -> Outcome:
    return at, None if seconds is None else at + timedelta(seconds=seconds), hints


def test_none() -> None:
    nothing = _insights()
    assert (nothing.rate, nothing.median_seconds_to_accept, dict(nothing.slots)) == (None, None, {})
    assert nothing.by_hint == {hint: Tally() for hint in DraftHint}


@pytest.mark.shows("13.3")
@pytest.mark.parametrize(
    ("seconds", "rate", "median"),
    [([None], 0, None), ([7.9], 1, 7), ([1, None, 100, 5], 0.75, 5), ([4, 2], 1, 3), ([0], 1, 0)],
)
def test_rate_and_median(seconds: list[float | None], rate: float, median: int | None) -> None:
    found = _insights(*(_outcome(MONDAY, one) for one in seconds))
    assert (found.rate, found.median_seconds_to_accept) == (rate, median)
    assert found.total.sent == len(seconds)


@pytest.mark.shows("13.4")
def test_slots_are_the_hours_of_a_week() -> None:
    later = MONDAY + timedelta(days=7, minutes=20)
    sunday = MONDAY - timedelta(hours=9, minutes=31)
    found = _insights(_outcome(), _outcome(later, 5), _outcome(sunday), _outcome(MONDAY + timedelta(hours=1)))
    assert found.slots == {(1, 9): Tally(2, 1), (1, 10): Tally(1), (7, 23): Tally(1)}


@pytest.mark.shows("13.4")
def test_a_request_counts_for_each_of_its_hints() -> None:
    greeting, word = DraftHint.BARE_GREETING, DraftHint.ONE_WORD
    found = _insights(_outcome(MONDAY, 5, greeting | word), _outcome(MONDAY, None, word), _outcome())
    counted = {hint: tally for hint, tally in found.by_hint.items() if tally.sent}
    assert counted == {greeting: Tally(1, 1), word: Tally(2, 1)}
