"""Sealed ids and cursors by themselves."""

import asyncio
from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.event_log import EventCursor
from models.installation import read_secrets, rotate_secrets
from schema.types.ids import FIRST, LAST, Kind, ListCursor, Places, Sealer
from server.chores import keep, renew_seals
from tests.databases import PATIENCE
from tests.world import World

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
    sealed = SEALER.seal_list_cursors("inbox", user_id, Places.of(page))
    assert sealed == [SEALER.seal_list_cursors("inbox", user_id, Places.of([one]))[0] for one in page]
    assert {len(one) for one in sealed} <= {64}


@given(list_cursors, users, st.integers(0, 31), st.integers(1, 255))
def test_no_changed_list_cursor_opens(cursor: ListCursor, user_id: int, at: int, change: int) -> None:
    [sealed] = SEALER.seal_list_cursors("inbox", user_id, Places.of([cursor]))
    data = bytearray.fromhex(sealed)
    data[at] ^= change
    assert SEALER.open_list_cursor("inbox", user_id, data.hex()) is None


@given(list_cursors, list_cursors, users)
def test_no_halves_of_two_list_cursors_open(one: ListCursor, other: ListCursor, user_id: int) -> None:
    first, second = SEALER.seal_list_cursors("inbox", user_id, Places.of([one, other]))
    opened = SEALER.open_list_cursor("inbox", user_id, first[:32] + second[32:])
    assert opened is None or (one.order, one.key) == (other.order, other.key)


@given(list_cursors, users)
def test_no_list_cursor_with_changed_sides_opens(cursor: ListCursor, user_id: int) -> None:
    [sealed] = SEALER.seal_list_cursors("inbox", user_id, Places.of([cursor]))
    assert SEALER.open_list_cursor("inbox", user_id, sealed[32:] + sealed[:32]) is None


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
    [sealed] = SEALER.seal_list_cursors("inbox", user_id, Places.of([cursor]))
    assert SEALER.open_list_cursor("inbox", user_id, sealed) == cursor
    assert SEALER.open_list_cursor("requests", user_id, sealed) is None
    assert SEALER.open_list_cursor("inbox", user_id - 1, sealed) is None
    assert OTHER.open_list_cursor("inbox", user_id, sealed) is None


def test_equal_ends_of_different_things_look_different() -> None:
    assert len({SEALER.seal(kind, 1) for kind in Kind}) == len(Kind)
    assert (
        len(
            set(
                SEALER.seal_list_cursors(
                    "inbox", 1, Places.of([FIRST, LAST, ListCursor(1, 1), ListCursor(1, 1, 1)])
                )
            )
        )
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


@pytest.mark.shows("1.5")
@given(st.sampled_from(Kind), keys, event_cursors, list_cursors)
def test_older_secrets_open_and_seal_no_more(
    kind: Kind, key: int, event: EventCursor, place: ListCursor
) -> None:
    sealer, user_id = Sealer(b"older   " * 4), event.user_id
    id, cursor, undo = sealer.seal(kind, key), sealer.seal_event_cursor(event), sealer.seal_undo(event)
    [listed] = sealer.seal_list_cursors("inbox", user_id, Places.of([place]))
    sealer.use(b"a secret" * 4, b"another " * 4, b"older   " * 4)
    assert sealer.seal(kind, key) == SEALER.seal(kind, key) != id
    assert sealer.open(sealer.seal(kind, key)) == sealer.open(id) == (kind, key)
    assert sealer.open_event_cursor(user_id, cursor) == sealer.open_undo(user_id, undo) == event
    assert sealer.open_list_cursor("inbox", user_id, listed) == place
    assert sealer.open_event_cursor(user_id - 1, cursor) is None
    assert sealer.open_list_cursor("requests", user_id, listed) is None
    sealer.use(b"a secret" * 4)
    assert sealer.open(id) is None
    assert sealer.open_list_cursor("inbox", user_id, listed) is None


@pytest.mark.shows("1.5")
async def test_a_process_takes_a_new_secret_while_it_runs(world: World) -> None:
    sealer, database, hour = world.services.sealer, world.database, timedelta(hours=1)
    sealer.use(*await read_secrets(database, world.clock.now))
    old = sealer.seal(Kind.USER, 1)
    keeping = asyncio.create_task(keep(world.services, "seals", renew_seals, 0.001))

    async def until(is_so: Callable[[], bool]) -> None:
        async with asyncio.timeout(PATIENCE):
            while not is_so():  # noqa: ASYNC110
                await asyncio.sleep(0.001)

    await database.transaction(lambda tx: rotate_secrets(tx, world.clock.now, hour))
    await until(lambda: sealer._older is not None)
    assert sealer.seal(Kind.USER, 1) == old, "it is known first"
    world.clock.advance(minutes=1)
    await until(lambda: sealer.seal(Kind.USER, 1) != old)
    assert sealer.open(old) == (Kind.USER, 1)
    world.clock.advance(hours=1)
    await until(lambda: sealer.open(old) is None)
    keeping.cancel()
