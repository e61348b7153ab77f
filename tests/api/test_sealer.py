"""Sealed ids and cursors by themselves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.stream import EventCursor
from schema.types.ids import FIRST, LAST, Kind, ListCursor, Sealer

SEALER = Sealer(b"a secret" * 4)
OTHER = Sealer(b"another " * 4)

keys = st.integers(0, 2**63 - 1)
places = st.integers(-(2**63), 2**63 - 1)
users = st.integers(1, 2**63 - 1)
list_cursors = st.builds(ListCursor, places, places, st.integers(0, 255))
event_cursors = st.builds(EventCursor, users, st.integers(0, 2**16 - 1), st.integers(0, 2**48 - 1))


@given(st.sampled_from(Kind), keys)
def test_an_id_opens_to_what_was_sealed(kind: Kind, key: int) -> None:
    sealed = SEALER.seal(kind, key)
    assert len(sealed) == 32
    assert SEALER.open(sealed) == (kind, key)
    assert SEALER.seal(kind, key) == sealed
    assert OTHER.open(sealed) is None


@given(st.lists(list_cursors), users)
def test_a_page_of_cursors_is_sealed_as_each_alone(page: list[ListCursor], user_id: int) -> None:
    sealed = SEALER.seal_list_cursors("inbox", user_id, page)
    assert sealed == [SEALER.seal_list_cursors("inbox", user_id, [one])[0] for one in page]
    assert {len(one) for one in sealed} <= {64}


@given(list_cursors, users, st.integers(0, 31), st.integers(1, 255))
def test_no_changed_list_cursor_opens(cursor: ListCursor, user_id: int, at: int, change: int) -> None:
    [sealed] = SEALER.seal_list_cursors("inbox", user_id, [cursor])
    data = bytearray.fromhex(sealed)
    data[at] ^= change
    assert SEALER.open_list_cursor("inbox", user_id, data.hex()) is None


@given(list_cursors, list_cursors, users)
def test_no_halves_of_two_list_cursors_open(one: ListCursor, other: ListCursor, user_id: int) -> None:
    first, second = SEALER.seal_list_cursors("inbox", user_id, [one, other])
    opened = SEALER.open_list_cursor("inbox", user_id, first[:32] + second[32:])
    assert opened is None or (one.order, one.key) == (other.order, other.key)


@given(st.binary(min_size=32, max_size=32), users)
def test_no_forged_list_cursor_opens(data: bytes, user_id: int) -> None:
    assert SEALER.open_list_cursor("inbox", user_id, data.hex()) is None


@given(st.text())
def test_no_text_opens(text: str) -> None:
    assert SEALER.open(text) is None
    assert SEALER.open_event_cursor(1, text) is None
    assert SEALER.open_list_cursor("inbox", 1, text) is None


@given(st.binary(min_size=16, max_size=16))
def test_no_forged_block_opens(block: bytes) -> None:
    """A block of anybody's choice has 56 zero bits or the viewer's key in it by chance only."""
    forged = block.hex()
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
    [sealed] = SEALER.seal_list_cursors("inbox", user_id, [cursor])
    assert SEALER.open_list_cursor("inbox", user_id, sealed) == cursor
    assert SEALER.open_list_cursor("requests", user_id, sealed) is None
    assert SEALER.open_list_cursor("inbox", user_id - 1, sealed) is None
    assert OTHER.open_list_cursor("inbox", user_id, sealed) is None


def test_equal_ends_of_different_things_look_different() -> None:
    assert len({SEALER.seal(kind, 1) for kind in Kind}) == len(Kind)
    assert (
        len(set(SEALER.seal_list_cursors("inbox", 1, [FIRST, LAST, ListCursor(1, 1), ListCursor(1, 1, 1)])))
        == 4
    )
    assert SEALER.seal_event_cursor(EventCursor(1, 1, 1)) != SEALER.seal_event_cursor(EventCursor(1, 1, 2))


@pytest.mark.parametrize("length", [0, 1, 15, 17, 32, 96])
def test_other_lengths_do_not_open(length: int) -> None:
    text = bytes(length).hex()
    assert SEALER.open(text) is None
    assert SEALER.open_event_cursor(1, text) is None
    assert SEALER.open_list_cursor("inbox", 1, text) is None


def test_every_spelling_but_one_is_refused() -> None:
    sealed = SEALER.seal(Kind.USER, 1)
    letters = next(at for at, letter in enumerate(sealed) if letter in "abcdef")
    upper = sealed[:letters] + sealed[letters].upper() + sealed[letters + 1 :]
    spaced = sealed[:2] + "  " + sealed[4:]
    for other in (upper, spaced, sealed + "\n", " " + sealed, sealed + "a", sealed[:-1]):
        assert SEALER.open(other) is None


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_share_is_the_users_for_ever(subject: str) -> None:
    assert 0 <= SEALER.share_of(subject) < 1
    assert SEALER.share_of(subject) == SEALER.share_of(subject) != OTHER.share_of(subject)
