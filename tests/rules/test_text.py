"""The form of a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.text import flaw_of_text, is_storable

LIMIT = 500
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"


@pytest.mark.shows("4.16", "4.19", "4.20")
@pytest.mark.parametrize(
    ("text", "can_be_sent"),
    [
        pytest.param("", False, id="nothing"),
        pytest.param("x", True, id="one"),
        pytest.param("x" * LIMIT, True, id="the limit"),
        pytest.param("x" * (LIMIT + 1), False, id="one more"),
        pytest.param("\U0001f642" * LIMIT, True, id="code points, neither bytes nor UTF-16"),
        pytest.param("e\u0301" * (LIMIT // 2), True, id="a letter in two code points"),
        pytest.param("e\u0301" * (LIMIT // 2) + "e", False, id="one of 501 code points and 251 letters"),
        pytest.param(FAMILY * (LIMIT // 5), True, id="one picture is five code points"),
        pytest.param(FAMILY * (LIMIT // 5) + "x", False, id="and one more is too many"),
        pytest.param("\u200b", False, id="zero-width space"),
        pytest.param("\u200c\u200d\u2060\ufeff", False, id="joiners and marks of order"),
        pytest.param("\u200e\u202e\u2066", False, id="marks of direction"),
        pytest.param("\u00a0\u2003\u3000", False, id="wide spaces"),
        pytest.param("\u3164\u115f\u2800\uffa0", False, id="letters that draw nothing"),
        pytest.param("\u2065\ufff0\U000e0fff", False, id="unassigned ones that draw nothing"),
        pytest.param("\U0001d159", False, id="a note without a head"),
        pytest.param("\U0001f3fd", True, id="a skin tone alone"),
        pytest.param("\u0301\ufe0f", False, id="marks on nothing"),
        pytest.param("\x1b\x07", False, id="controls"),
        pytest.param("\u200b.", True, id="zero-width beside something"),
        pytest.param("a\0b", False, id="NUL"),
        pytest.param("a\ud800", False, id="high surrogate"),
        pytest.param("\udc00a", False, id="low surrogate"),
        pytest.param("\u06cc\u0645", True, id="another script"),
    ],
)
def test_what_can_be_sent(text: str, can_be_sent: bool) -> None:
    assert (flaw_of_text(text, LIMIT) is None) is can_be_sent


@given(st.text(st.characters(codec=None, categories=None), max_size=20))
def test_storable_is_what_utf8_can_hold_but_nul(text: str) -> None:
    try:
        holds = b"\0" not in text.encode()
    except UnicodeEncodeError:
        holds = False
    assert is_storable(text) is holds
