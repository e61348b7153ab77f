"""Properties of the filter for every text."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from rules.filtering.reasons import HiddenReason
from server.filtering import make_filter

FILTER = make_filter()
WORDS = ("slimy", "grifter", "zebra", "quick")
COMPILED = FILTER.compile(WORDS)
TWINS = {
    "a": "аạ４@",
    "e": "еé３",
    "i": "іí1!",
    "s": "ѕ$５",
    "y": "уý",
    "b": "Ь８",
    "c": "сç",
    "k": "ⓚ",
    "r": "ｒ",
}
untimed = settings(deadline=None)
UNSEEN = ["", "", "\u200b", "\u2060", "\u202e", "\u00ad", "\ufe0f", "\u0336"]
GAPS = ["", " ", ".", "-", "_", " * ", "\u3000"]
EDGES = st.text(st.sampled_from(" .,;:()?\n\u2014"), min_size=1, max_size=3)
LETTERS = st.text(st.characters(categories=["Lu", "Ll"], max_codepoint=127), min_size=1, max_size=5)


@st.composite
def disguises(draw: st.DrawFn) -> str:
    """A word of the list with other letters, unseen marks and gaps."""
    word = draw(st.sampled_from(WORDS))
    gap = draw(st.sampled_from(GAPS))
    shown = [
        draw(st.sampled_from([letter, letter.upper(), *TWINS.get(letter, "")]))
        + draw(st.sampled_from(UNSEEN))
        for letter in word
    ]
    return draw(EDGES) + gap.join(shown) + draw(EDGES)


def is_in(text: str) -> bool:
    return any(COMPILED.are_in(reading) for reading in FILTER.readings(text))


@untimed
@given(st.text())
@example("\u1100\u200b\u1161")
@example("\U0001d1b9\U0001d165")
@example("\u0e51\u0e31")
@example("\u0e2f\u0e31")
def test_folding_a_folded_text_changes_nothing(text: str) -> None:
    folded = FILTER.folding.fold(text)
    assert FILTER.folding.fold(folded) == folded


@untimed
@given(disguises(), st.text(st.sampled_from("漢字🍆 "), max_size=20))
def test_every_disguise_is_found(word: str, around: str) -> None:
    assert is_in(f"{around} {word} {around}")


@untimed
@given(st.sampled_from(WORDS), LETTERS, LETTERS, st.booleans())
def test_a_word_inside_a_word_is_not(word: str, before: str, after: str, spaced: bool) -> None:
    joined = before + word + after
    text = " ".join(f"Z{joined}Z") if spaced else joined
    assert not is_in(f"One {text}, two.")


@untimed
@given(st.text(max_size=300))
def test_any_text_is_borne(text: str) -> None:
    assert isinstance(FILTER.reasons(text, " own "), HiddenReason)
