"""When a young account with many requests is hidden, and which words a user may filter by."""

from datetime import UTC, datetime, timedelta

import pytest

from rules.filtering.reasons import NONE, HiddenReason, account_reasons
from rules.filtering.words import OwnWords, own_words
from rules.policy import Policy
from rules.problems import Flaw, InvalidInputReason

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


@pytest.mark.parametrize(
    ("given", "stored"),
    [
        ([], ()),
        ([" ass ", "ASS", "ass"], ("ass", "ASS")),
        (["x" * 64], ("x" * 64,)),
        (["x" * 65], None),
        (["fine", " "], None),
        (["a\0b"], None),
        (["\ud800"], None),
        ([f"w{n}" for n in range(200)], tuple(f"w{n}" for n in range(200))),
        ([f"w{n}" for n in range(201)], None),
        (["🍆"], ("🍆",)),
    ],
)
def test_own_words_are_trimmed_and_bounded(given: list[str], stored: tuple[str, ...] | None) -> None:
    own = own_words(given, str.lower)
    assert (own.words if isinstance(own, OwnWords) else None) == stored


def test_own_words_bring_what_is_looked_for_each_once() -> None:
    assert own_words(["ass", "ASS", "b"], str.lower) == OwnWords(("ass", "ASS", "b"), "ass\nb")
    assert own_words([], str.lower) == OwnWords((), "")


def test_a_word_that_cannot_be_looked_for_spoils_the_list() -> None:
    assert own_words(["ass", "!!!"], lambda word: word.strip("!")) == Flaw(InvalidInputReason.UNMATCHABLE)
