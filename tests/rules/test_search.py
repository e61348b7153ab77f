"""Folded names: each is found by the ways in which people type it."""

from cProfile import Profile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.search import LONGEST_FOLDED, MOST_WORDS, fold_name, word_starts


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Alice", "alice"),
        ("ALICE  Archer ", "alice archer"),
        ("Zoë", "zoe"),
        ("Zoe\u0308", "zoe"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("ＡＬＩＣＥ", "alice"),
        ("ΣΊΣΥΦΟΣ", "σισυφοσ"),
        ("İstanbul", "istanbul"),
        ("Йосиф", "иосиф"),
        ("100%_\\", "100%_\\"),
        ("...", "..."),
        ("'", "'"),
        ("\u200b", ""),
        ("", ""),
    ],
)
def test_a_name_folded(name: str, folded: str) -> None:
    assert fold_name(name) == folded


ALIKE = [
    *[("Sean O'Brien", f"sean o{mark}brien") for mark in "'’‘ʼʻ`´＇′׳"],
    ("Sean O’Brien", "sean obrien"),
    ("D’Angelo", "d'angelo"),
    ("Kaʻiulani", "kaiulani"),
    ("Søren", "soren"),
    ("Łukasz", "lukasz"),
    ("Đặng", "dang"),
    ("Işık", "isik"),
    ("ISIK", "ışık"),
    ("Øystein", "oystein"),
    ("Æsir", "aesir"),
    ("Œuvre", "oeuvre"),
    ("Groß", "GROSS"),
    ("GROẞ", "gross"),
    ("Þór", "thor"),
    ("Guðrún", "gudrun"),
    ("Għajn Ħal", "ghajn hal"),
    ("Paraŀlel", "parallel"),
    ("Paral·lel", "parallel"),
    ("Ŧor Ɖeku Ɓala Ƙano Ɗan Ɨŋ Ⱥ", "tor deku bala kano dan in a"),
    ("Əliyev", "eliyev"),
    ("Müller", "muller"),
    ("Åse", "ase"),
    ("Nguyễn Thị Ánh", "nguyen thi anh"),
    ("Ơn Ưng", "on ung"),
    ("ʙᴏʙ", "bob"),
    ("𝓑𝓸𝓫", "bob"),
    ("Ⓑⓞⓑ", "bob"),
    ("ﬁona", "fiona"),
    ("أحمد", "احمد"),
    ("إبراهيم", "ابراهيم"),
    ("آمنة", "امنه"),
    ("مُحَمَّد", "محمد"),
    ("محمـــد", "محمد"),
    ("ليلى", "ليلي"),
    ("علی", "علي"),
    ("کریم", "كريم"),
    ("مؤمن", "مومن"),
    ("أسماء", "اسما"),
    ("ٱلرحمن", "الرحمن"),
    ("می\u200cنا", "مینا"),
    ("יֶלֶד", "ילד"),
    ("שָׁלוֹם", "שלום"),
    ("ג׳ורג׳", "ג'ורג'"),
    ("サクラ", "さくら"),
    ("ｻｸﾗ", "さくら"),
    ("ガク", "がく"),
    ("ｶﾞｸ", "がく"),
    ("か\u3099く", "がく"),
    ("か゛く", "がく"),
    ("ユーキ", "ゆーき"),
    ("ﾕｰｷ", "ゆーき"),
    ("ヴァン", "ゔぁん"),
    ("ジョン・スミス", "じょん すみす"),
    ("김철수", "김철수"),
    ("Ёлка", "елка"),
    ("Ґалаґан", "галаган"),
    ("Қазақ", "казак"),
    ("Σίσυφος", "ΣΙΣΥΦΟΣ"),
    ("Νίκος", "νικοσ"),
    ("Al\u200bice", "alice"),
    ("Al\u00adice", "alice"),
    ("Al\u200dice", "alice"),
    ("\u202eAlice\u2066", "alice"),
    ("Al\ufe0fice\U000e0100", "alice"),
    ("Al\u034fice", "alice"),
    ("@bob", "bob"),
    ("＠bob", "bob"),
    ("Bob @baker", "bob baker"),
    ("Jean-Luc", "jean luc"),
    ("Jean‑Luc", "jean-luc"),
    ("Bob\u00a0\u3000 Baker", "bob baker"),
    ("Baker, Bob", "baker bob"),
    ("Dr. No", "dr no"),
    ("Agent ٠٠٧", "agent 007"),
    ("s⃠p⃠a⃠m⃠", "spam"),
]


@pytest.mark.shows("7.36")
@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_names_that_are_typed_alike(one: str, other: str) -> None:
    assert fold_name(one) == fold_name(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [("कल", "कुल"), ("ばん", "はん"), ("สมชาย", "สมชย"), ("김", "감"), ("o", "0"), ("rn", "m")],
)
def test_names_that_are_others(one: str, other: str) -> None:
    assert not fold_name(other).startswith(fold_name(one))


@given(st.text())
def test_folding_again_changes_nothing(name: str) -> None:
    assert fold_name(fold_name(name)) == fold_name(name)


@given(st.text(st.characters(max_codepoint=0x24F)))
def test_case_does_not_count(name: str) -> None:
    assert fold_name(name.upper()) == fold_name(name.upper().lower())


WORDS = [
    ("Bob Baker", ["bob baker", "baker"]),
    ("Joe van Beek", ["joe van beek", "van beek", "beek"]),
    ("Jean-Luc", ["jean luc", "luc"]),
    ("Sean O’Brien", ["sean obrien", "obrien", "brien"]),
    ('Robert "Bob" Baker', ["robert bob baker", "bob baker", "baker"]),
    ("🌸Anna🌸 ♥", ["🌸anna🌸 ♥", "anna🌸 ♥", "♥"]),
    ("A\u200bnna", ["anna"]),
    ("山田太郎", ["山田太郎", "田太郎", "太郎", "郎"]),
    ("ジョン・スミス", ["じょん すみす", "すみす"]),
    ("हिन्दी कुल", ["हिन्दी कुल", "कुल"]),
    ("No No", ["no no", "no"]),
    ("...", ["..."]),
    ("\u200b", []),
]


@pytest.mark.shows("7.37")
@pytest.mark.parametrize(("name", "starts"), WORDS)
def test_a_name_from_each_of_its_words_on(name: str, starts: list[str]) -> None:
    assert word_starts(name) == starts


@given(st.text(max_size=100))
def test_what_is_kept_of_a_name_is_bounded_and_folded(name: str) -> None:
    starts = word_starts(name)
    assert len(starts) <= MOST_WORDS
    assert all(start and len(start) <= LONGEST_FOLDED and fold_name(start) == start for start in starts)
    assert starts[:1] == [folded for folded in [fold_name(name)] if folded]


def test_a_name_of_phrases_is_cut() -> None:
    assert len(fold_name("\ufdfa" * 100)) <= LONGEST_FOLDED
    assert len(word_starts("a b c d e f g h i j k l m n o p q r s t")) == MOST_WORDS


@pytest.mark.parametrize("name", ["\ufdfa" * 100, "\ufdfa a" * 33])
def test_the_work_on_a_name_of_phrases_is_bounded(name: str) -> None:
    """Each of these letters unfolds to four words: counted in calls, it took two millions of them."""
    profile = Profile()
    profile.runcall(word_starts, name)
    assert sum(entry.callcount for entry in profile.getstats()) < 4_000


def test_what_is_kept_of_a_name_of_phrases_is_bounded() -> None:
    assert sum(map(len, word_starts("\ufdfa" * 100))) <= 1_000
    assert sum(map(len, word_starts("\ufdfa a" * 33))) <= 1_000
