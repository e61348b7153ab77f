"""Client keys, and the fingerprints by which they are compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.sending import KEY_LENGTH, fingerprint
from rules.text import flaw_of_kept


@pytest.mark.shows("4.2")
@pytest.mark.parametrize(
    ("key", "is_one"),
    [
        ("", False),
        ("k", True),
        (" ", True),
        ("k" * 64, True),
        ("\U0001f511" * 64, True),
        ("k" * 65, False),
        ("a\0", False),
        ("\ud800", False),
    ],
)
def test_what_a_key_is(key: str, is_one: bool) -> None:
    assert (flaw_of_kept(key, KEY_LENGTH) is None) is is_one


PARTS = st.lists(st.text(max_size=4), min_size=3, max_size=3)


@pytest.mark.shows("4.6")
@given(PARTS, PARTS)
def test_equal_inputs_and_no_others_have_one_fingerprint(one: list[str], other: list[str]) -> None:
    assert (fingerprint(*one) == fingerprint(*other)) == (one == other)


@pytest.mark.shows("4.6")
@pytest.mark.parametrize(
    "other",
    [
        ("ab", "c", "d"),
        ("a", "bc", "d"),
        ("a", "b", "cd"),
        ("a", "b", "c"),
        ("", "abc", "d"),
        ("a", "bcd", ""),
    ],
)
def test_parts_do_not_run_into_each_other(other: tuple[str, str, str]) -> None:
    assert fingerprint("abc", "", "d") != fingerprint(*other)


def test_a_text_that_no_database_holds_has_a_fingerprint() -> None:
    assert fingerprint("sendRequest", "x", "\ud800") != fingerprint("sendRequest", "x", "\udfff")
