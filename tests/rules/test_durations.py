"""Spans of time in words."""

from datetime import timedelta

import pytest

from rules.policy import in_words


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (timedelta(), "0 seconds"),
        (timedelta(seconds=1), "1 second"),
        (timedelta(seconds=1.5), "1.5 seconds"),
        (timedelta(seconds=90), "90 seconds"),
        (timedelta(minutes=10), "10 minutes"),
        (timedelta(minutes=90), "90 minutes"),
        (timedelta(hours=24), "1 day"),
        (timedelta(hours=36), "36 hours"),
        (timedelta(days=90), "90 days"),
        (timedelta(days=36_500), "36,500 days"),
        (timedelta(milliseconds=1), "0.001 seconds"),
    ],
)
def test_the_largest_unit_without_a_rest(span: timedelta, words: str) -> None:
    assert in_words(span) == words
