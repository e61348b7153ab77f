"""Names folded: whoever types one in another case or width, or without accents, finds it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.searching import fold_name


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Alice", "alice"),
        ("ALICE  Archer ", "alice archer"),
        ("Zoë", "zoe"),
        ("Zoe\u0308", "zoe"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("ＡＬＩＣＥ", "alice"),  # noqa: RUF001
        ("ΣΊΣΥΦΟΣ", "σισυφοσ"),
        ("İstanbul", "istanbul"),
        ("Йосиф", "иосиф"),
        ("100%_\\", "100%_\\"),
        ("", ""),
    ],
)
def test_a_name_folded(name: str, folded: str) -> None:
    assert fold_name(name) == folded


@given(st.text())
def test_folding_again_changes_nothing(name: str) -> None:
    assert fold_name(fold_name(name)) == fold_name(name)


@given(st.text(st.characters(max_codepoint=0x24F)))
def test_case_does_not_count(name: str) -> None:
    assert fold_name(name.upper()) == fold_name(name.upper().lower())
