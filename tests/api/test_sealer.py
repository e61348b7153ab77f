"""Sealed ids and cursors by themselves."""

from base64 import urlsafe_b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.stream import EventCursor
from schema.types.ids import FIRST, LAST, Kind, ListCursor, Sealer

SEALER = Sealer(b"a secret" * 4)
OTHER = Sealer(b"another " * 4)

keys = st.integers(-(2**63), 2**63 - 1)
users = st.integers(1, 2**63 - 1)
list_cursors = st.builds(ListCursor, keys, keys)
event_cursors = st.builds(EventCursor, users, st.integers(0, 2**16 - 1), st.integers(0, 2**48 - 1))


@given(st.sampled_from(Kind), keys)
def test_an_id_opens_to_what_was_sealed(kind: Kind, key: int) -> None:
    sealed = SEALER.seal(kind, key)
    assert len(sealed) == 22
    assert SEALER.open(sealed) == (kind, key)
    assert SEALER.seal(kind, key) == sealed
    assert OTHER.open(sealed) is None


@given(st.text())
def test_no_text_opens(text: str) -> None:
    assert SEALER.open(text) is None
    assert SEALER.open_event_cursor(1, text) is None
    assert SEALER.open_list_cursor("inbox", 1, text) is None


@given(st.binary(min_size=16, max_size=16))
def test_no_forged_block_opens(block: bytes) -> None:
    """A block of anybody's choice has 56 zero bits or the viewer's key in it by chance only."""
    forged = urlsafe_b64encode(block)[:22].decode()
    assert SEALER.open(forged) is None
    assert SEALER.open_event_cursor(1, forged) is None


@given(event_cursors)
def test_an_event_cursor_is_its_users_alone(cursor: EventCursor) -> None:
    sealed = SEALER.seal_event_cursor(cursor)
    assert SEALER.open_event_cursor(cursor.user_id, sealed) == cursor
    assert SEALER.open_event_cursor(cursor.user_id - 1, sealed) is None
    assert OTHER.open_event_cursor(cursor.user_id, sealed) is None
    assert SEALER.open(sealed) is None


@given(list_cursors, users)
def test_a_list_cursor_is_of_one_list_of_one_user(cursor: ListCursor, user_id: int) -> None:
    sealed = SEALER.seal_list_cursor("inbox", user_id, cursor)
    assert SEALER.open_list_cursor("inbox", user_id, sealed) == cursor
    assert SEALER.open_list_cursor("requests", user_id, sealed) is None
    assert SEALER.open_list_cursor("inbox", user_id - 1, sealed) is None
    assert OTHER.open_list_cursor("inbox", user_id, sealed) is None


def test_equal_ends_of_different_things_look_different() -> None:
    assert len({SEALER.seal(kind, 1) for kind in Kind}) == len(Kind)
    assert SEALER.seal_list_cursor("inbox", 1, FIRST) != SEALER.seal_list_cursor("inbox", 1, LAST)
    assert SEALER.seal_event_cursor(EventCursor(1, 1, 1)) != SEALER.seal_event_cursor(EventCursor(1, 1, 2))


@pytest.mark.parametrize("length", [0, 1, 15, 17, 32, 96])
def test_other_lengths_do_not_open(length: int) -> None:
    text = urlsafe_b64encode(bytes(length)).rstrip(b"=").decode()
    assert SEALER.open(text) is None
    assert SEALER.open_event_cursor(1, text) is None
    assert SEALER.open_list_cursor("inbox", 1, text) is None


def test_every_spelling_but_one_is_refused() -> None:
    sealed = SEALER.seal(Kind.USER, 1)
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    opening = [sealed[:-1] + last for last in alphabet if SEALER.open(sealed[:-1] + last)]
    assert opening == [sealed]
    for other in (sealed + "=", sealed + "==", sealed + "\n", " " + sealed, sealed + "A", sealed[:-1]):
        assert SEALER.open(other) is None


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_share_is_the_users_for_ever(subject: str) -> None:
    assert 0 <= SEALER.share_of(subject) < 1
    assert SEALER.share_of(subject) == SEALER.share_of(subject) != OTHER.share_of(subject)
