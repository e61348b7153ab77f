"""Marks on letters: decoration makes no difference, what makes another word does."""

import unicodedata

import pytest

from rules.filtering.characters import bare
from tests.rules.filtering import is_in

FOREIGN = {
    "above": "\u0301\u0306\u0310\u0342\u0346\u036f\u1dc4\u1dff\u1ab0\u1abd",
    "through": "\u0334\u0335\u0336\u0337\u0338\u20d2\u20d3\u20e5\u20ea\u20eb",
    "around": "\u20dd\u20de\u20df\u20e0\u20e2\u20e3\u20e4\u1abe\u0488\u0489",
    "vectors and dots": "\u20d0\u20d1\u20d6\u20d7\u20db\u20dc\u20e1\u20e8\u20f0",
    "halves": "\ufe20\ufe21\ufe26\ufe27\ufe2f",
    "Cyrillic": "\u0483\u0487\u2de0\u2dff\ua66f\ua670\ua67c\ua69e",
    "music": "\U0001d165\U0001d167\U0001d16e\U0001d17b\U0001d1aa\U0001d242",
    "points": "\u064b\u0651\u0670\u06d6\u06e5\u05b0\u05bc\u0591\u05c1\u0730\u0816",
    "India": "\u093f\u0941\u094d\u093c\u0951\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca\u1cd0\ua8e0",
    "South-east Asia": "\u0e34\u0e38\u0e49\u0e4c\u0eb4\u0ec8\u17b7\u17d2\u1036\u1039\u103a\u1a60\u1b34\ua980",
    "others": "\u0f71\u0f39\u07eb\u135f\u302a\u302e\u3099\u309a\u2d7f\ua6f0\u07b0\U0001e8d0\U0001e944\u180b",
    "unseen": "\ufe00\ufe0f\U000e0100\U000e01ef\u034f\u17b4",
}
MARKS = [mark for group in FOREIGN.values() for mark in group if unicodedata.category(mark)[0] == "M"]


def decorated(word: str, mark: str) -> str:
    return "".join(letter + mark for letter in word)


@pytest.mark.shows("6.17", "6.3")
@pytest.mark.parametrize("mark", MARKS, ids=[f"U+{ord(mark):04X}" for mark in MARKS])
@pytest.mark.parametrize("word", ["spam", "спам", "500", "σπαμ"])
def test_a_mark_of_another_script_makes_no_difference(word: str, mark: str) -> None:
    assert is_in(f"buy {decorated(word, mark)} now", word)
    assert is_in(f"buy {word} now", decorated(word, mark))
    assert is_in(word[0] + mark * 3 + word[1:], word)
    assert not is_in(f"x{decorated(word, mark)}x", word)


POINTED = [
    ("مُحَمَّد", "محمد"),
    ("مُحَمَّدٌ", "محمد"),
    ("كِتَابٌ", "كتاب"),
    ("هٰذَا", "هذا"),
    ("رَحْمَٰن", "رحمن"),
    ("مـــحـــمـــد", "محمد"),
    ("أَحْمَد", "احمد"),
    ("إسلام", "اسلام"),
    ("ٱلْكِتَٰبُ", "الكتب"),
    ("علی", "علي"),
    ("יֶלֶד", "ילד"),
    ("שָׁלוֹם", "שלום"),
    ("בְּרֵאשִׁ֖ית", "בראשית"),
    ("סְפָּאם", "ספאם"),
    ("ܫܠܳܡܳܐ", "ܫܠܡܐ"),
    ("ס⃠פ⃠א⃠ם", "ספאם"),
    ("م⃠ح⃠م⃠د", "محمد"),
]


@pytest.mark.shows("6.17")
@pytest.mark.parametrize(("pointed", "plain"), POINTED)
def test_points_are_left_out(pointed: str, plain: str) -> None:
    assert is_in(pointed, plain)
    assert is_in(plain, pointed)
    assert is_in(plain, plain)


OTHERS = [
    ("कल", "कुल"),
    ("कल", "काल"),
    ("दिन", "दीन"),
    ("फल", "फूल"),
    ("कम", "क्रम"),
    ("বল", "বিল"),
    ("কল", "কুল"),
    ("ਕਲ", "ਕੁਲ"),
    ("કલ", "કુલ"),
    ("கல்", "கால்"),
    ("படம்", "பாடம்"),
    ("కల", "కాల"),
    ("ಕಲ", "ಕಾಲ"),
    ("മല", "മാല"),
    ("මල", "මාල"),
    ("คน", "คืน"),
    ("มา", "ม้า"),
    ("ไม", "ไม้"),
    ("ຄນ", "ຄົນ"),
    ("កម", "កុម"),
    ("လ", "လူ"),
    ("ハ", "バ"),
    ("ハ", "パ"),
    ("か", "が"),
    ("ދވ", "ދިވެ"),
]


@pytest.mark.shows("6.17")
@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_marks_of_the_letters_own_script_make_another_word(one: str, other: str) -> None:
    assert is_in(one, one)
    assert is_in(other, other)
    assert not is_in(one, other)
    assert not is_in(other, one)


@pytest.mark.shows("6.17")
@pytest.mark.parametrize("word", ["कुल", "கால்", "คืน", "ក្រុម", "လူ", "ガチャ"])
@pytest.mark.parametrize("mark", ["\u20e0", "\u0301", "\u0336", "\u0489", "\u064b"])
def test_decoration_after_own_marks_goes_and_they_stay(word: str, mark: str) -> None:
    assert is_in("".join(part + mark for part in word), word)


@pytest.mark.shows("6.17")
@pytest.mark.parametrize("text", ["1️⃣8️⃣", "1⃣8⃣", "1⃝8⃝"])
def test_keycaps_are_digits(text: str) -> None:
    assert is_in(text, "18")


@pytest.mark.shows("6.17", "6.21")
@pytest.mark.parametrize(("letter", "marks"), [("क", "\u093c\u094d"), ("ཀ", "\u0f73"), ("ག", "\u0f71\u0f39")])
def test_no_more_marks_are_read_than_any_letter_has(letter: str, marks: str) -> None:
    """To put many of them in order takes NFKC a time that grows with their square."""
    assert len(bare(letter + marks * 1_000 + letter)) < 100


@pytest.mark.shows("6.17")
@pytest.mark.parametrize("marks", ["\u0323\u0301", "\u093c\u094d", "\U0001e8d0\U0001e94a"])
def test_a_letter_with_many_marks_is_a_letter(marks: str) -> None:
    assert is_in("".join(letter + marks * 20 for letter in "spam"), "spam")
