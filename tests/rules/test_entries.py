"""Filter words with an end or for names: the allowed ones, and the words in force at a time."""

from datetime import UTC, datetime, timedelta

import pytest

from rules.filtering.choices import FilterEntry, FilterPlace, needles_in, own_entries
from rules.problems import Flaw, InvalidInputReason, last_end

NOW = datetime(2026, 3, 4, tzinfo=UTC)
TICK = timedelta(microseconds=1)
TEXT, NAME = FilterPlace.TEXT, FilterPlace.NAME


def prepared(word: str) -> str:
    return word.strip("!").lower()


def test_they_are_trimmed_and_bring_what_is_looked_for_each_once() -> None:
    given = [
        FilterEntry(" Spam ", NAME, None),
        FilterEntry("Spam", NAME, None),
        FilterEntry("Spam", TEXT, NOW + TICK),
    ]
    found = own_entries(given, prepared, NOW)
    assert found == (FilterEntry("Spam", NAME, None, "spam"), FilterEntry("Spam", TEXT, NOW + TICK, "spam"))


@pytest.mark.shows("6.34")
@pytest.mark.parametrize(
    ("entry", "flaw"),
    [
        (FilterEntry("", TEXT, None), Flaw(InvalidInputReason.EMPTY)),
        (FilterEntry("x" * 65, NAME, None), Flaw(InvalidInputReason.TOO_LONG, 64)),
        (FilterEntry("!!!", NAME, None), Flaw(InvalidInputReason.UNMATCHABLE)),
        (FilterEntry("spam", TEXT, NOW), Flaw(InvalidInputReason.NOT_IN_FUTURE)),
        (FilterEntry("spam", TEXT, last_end(NOW) + TICK), Flaw(InvalidInputReason.TOO_FAR)),
    ],
)
def test_one_that_cannot_be_used_spoils_the_list(entry: FilterEntry, flaw: Flaw) -> None:
    assert own_entries([FilterEntry("fine", TEXT, None), entry], prepared, NOW) == flaw


@pytest.mark.shows("6.34")
def test_their_number_is_bounded() -> None:
    entries = [FilterEntry(f"w{number}", TEXT, None) for number in range(201)]
    assert own_entries(entries, prepared, NOW) == Flaw(InvalidInputReason.TOO_MANY, 200)
    assert len(own_entries(entries[:200], prepared, NOW)) == 200  # type: ignore[arg-type]


@pytest.mark.shows("6.33")
def test_each_is_looked_for_in_its_place_until_its_end() -> None:
    entries = [
        FilterEntry("a", TEXT, None, "a"),
        FilterEntry("b", TEXT, NOW + TICK, "b"),
        FilterEntry("c", TEXT, NOW, "c"),
        FilterEntry("d", NAME, NOW + TICK, "d"),
        FilterEntry("e", NAME, NOW, "e"),
    ]
    assert needles_in(entries, TEXT, NOW) == "a\nb"
    assert needles_in(entries, NAME, NOW) == "d"


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
def test_words_without_end_are_trimmed_and_bounded(given: list[str], stored: tuple[str, ...] | None) -> None:
    own = own_entries([FilterEntry(word, TEXT, None) for word in given], str.lower, NOW)
    assert (None if isinstance(own, Flaw) else tuple(one.word for one in own)) == stored


@pytest.mark.parametrize("entry", [FilterEntry("x" * 65, TEXT, None), FilterEntry("spam", TEXT, NOW)])
def test_what_is_looked_for_is_made_of_good_words_alone(entry: FilterEntry) -> None:
    made: list[str] = []

    def needle(word: str) -> str:
        made.append(word)
        return word

    assert isinstance(own_entries([FilterEntry("fine", TEXT, None), entry], needle, NOW), Flaw)
    assert made == ["fine"]
