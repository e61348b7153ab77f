"""The work of a search: it grows with the text alone, for every list of words."""

import random
import sys
from collections.abc import Callable
from functools import partial
from types import FrameType

import pytest

from rules.filtering.spellings import Reading
from rules.filtering.words import MOST_NEAR, MOST_WORDS, Places, Words
from tests.rules.filtering import FILTER, is_in

chance = random.Random(5)


def drawn(letters: str, length: int, between: str = "") -> list[str]:
    return [between.join(chance.choices(letters, k=length)) for _ in range(200)]


LISTS = {
    "one letter but the last": [" ".join("a" * count + "b") for count in range(1, 32)],
    "two letters": drawn("ab", 32, " "),
    "i and l, apart": drawn("il", 32, " "),
    "i and l, together": drawn("il", 64),
    "each a bit longer": [" ".join("i" * count + "l") for count in range(1, 32)],
    "leet": drawn("1il!", 64),
    "ideographs": drawn("傻瓜", 64),
    "Thai": drawn("กขิ", 64),
    "signs": drawn("+#a", 64),
}
TEXTS = {
    "a": "a " * 1000,
    "i": "i " * 1000,
    "1": "1 " * 1000,
    "i and 1": "i1" * 1000,
    "i and l": " ".join(chance.choices("il", k=1000)),
    "ideographs": "傻" * 2000,
    "Thai": "กิ" * 1000,
    "signs": "+#" * 1000,
}


def steps_of(work: Callable[[], object]) -> int:
    """Calls of functions, ours and built-in ones."""
    count = 0

    def see(frame: FrameType, event: str, arg: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(see)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def read(text: str) -> list[Reading]:
    return list(FILTER.readings(text))


@pytest.mark.shows("6.21")
@pytest.mark.parametrize("words", LISTS.values(), ids=LISTS)
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_no_list_makes_a_search_long(words: list[str], text: str) -> None:
    compiled = FILTER.compile(words)
    longest = 2 * 64 + 2
    for reading in FILTER.readings(text):
        assert steps_of(partial(compiled.are_in, reading)) <= MOST_NEAR * (longest + 10)


@pytest.mark.shows("6.21")
@pytest.mark.parametrize("words", LISTS.values(), ids=LISTS)
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_no_list_of_a_recipient_makes_a_search_long(words: list[str], text: str) -> None:
    needles = "\n".join(map(FILTER.needle, words))
    assert steps_of(partial(Places(FILTER.readings(text)).have, needles)) <= 10 * (MOST_WORDS + MOST_NEAR)


@pytest.mark.shows("6.21")
def test_making_a_text_ready_asks_for_no_list() -> None:
    for text in TEXTS.values():
        half = steps_of(partial(read, text[:1000]))
        assert steps_of(partial(read, text)) <= 2 * half + 100


@pytest.mark.shows("6.21")
def test_making_its_places_ready_grows_with_the_text() -> None:
    for text in TEXTS.values():
        half = steps_of(partial(Places, read(text[:1000])))
        assert steps_of(partial(Places, read(text))) <= 2 * half + 100


@pytest.mark.parametrize("count", [MOST_NEAR, MOST_NEAR + 1])
def test_a_text_that_is_near_a_word_too_often_has_it(count: int) -> None:
    assert is_in(" ".join(["bail"] * count), "ball") is (count > MOST_NEAR)


def same(text: str, word: str) -> bool:
    """Letter by letter; a digit in a word that has letters may be either."""
    return len(text) == len(word) and all(
        a == b or ("1" in {a, b} and {a, b} <= set("il1")) for a, b in zip(text, word, strict=True)
    )


@pytest.mark.shows("6.3")
def test_a_one_is_an_i_or_an_l_in_each_place_by_itself() -> None:
    spellings = ["".join(chance.choices("il1", k=6)) for _ in range(40)]
    for word in spellings:
        found = [text for text in spellings if is_in(f"x{text}x", f"x{word}x")]
        assert found == [text for text in spellings if same(text, word)]


def test_an_empty_list_finds_nothing() -> None:
    assert not any(map(Words([]).are_in, FILTER.readings("anything")))
    assert not any(map(Words([""]).are_in, FILTER.readings("anything")))
