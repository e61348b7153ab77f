"""The table of acts on one side of a thread, written out again."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from rules.events import EventKind
from rules.problems import (
    InvalidInput,
    InvalidInputReason,
    NotFound,
    Refusal,
    UndoExpired,
    YouBlockedThisUser,
)
from rules.requests import (
    REQUEST_FOLDERS,
    TABLE,
    Act,
    Folder,
    Hold,
    Side,
    State,
    Transition,
    arrival,
    decide,
    decide_undo,
    folders_left,
    outcome,
    receive,
    restored,
)

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
SIDE = Side(
    Folder.NONE,
    is_moved=False,
    undo_folder=Folder.NONE,
    undo_moved=False,
    undo_until=None,
    blocks_peer=False,
)
LETTERS = {state.name[0]: state for state in State}
STATES = "NDSRKHO"
AFTER = {
    Act.SEND_REQUEST: "SSS----",
    Act.SEND: "OOOOOOO",
    Act.ANSWER: "O--OOO-",
    Act.ACCEPT: "---OOOO",
    Act.DELETE: "--DNNNN",
    Act.NEVER: "--!NNN!",
    Act.MOVE: "---KKK-",
    Act.MUTE: "--SRKHO",
    Act.READ: "--SRKHO",
    Act.MARK_UNREAD: "------O",
    Act.BLOCK: "NDSNNNO",
    Act.UNBLOCK: "NDSRKHO",
    Act.LEARN: "NOORKHO",
    Act.DELIVER: "OOOOOOO",
    Act.DELIVER_REQUEST: "R--RKH-",
    Act.DELIVER_HIDDEN: "H--HKH-",
    Act.SINK: "NDSRKHO",
    Act.ACCEPTED: "-OO----",
    Act.SEEN: "NDSRKHO",
    Act.WITHDRAW: "NDSNNNO",
}
"""A letter a state, in the order of STATES; `-`: no entry, `!`: another refusal."""

TOLD = {
    (Act.ACCEPT, "R"): [EventKind.THREAD_OPENED],
    (Act.ACCEPT, "O"): [],
    (Act.ACCEPTED, "S"): [EventKind.REQUEST_ACCEPTED],
    (Act.ANSWER, "H"): [EventKind.THREAD_OPENED, EventKind.MESSAGE_SENT],
    (Act.DELETE, "H"): [EventKind.REQUEST_DELETED],
    (Act.DELETE, "O"): [EventKind.THREAD_DELETED],
    (Act.MOVE, "H"): [EventKind.REQUEST_MOVED],
    (Act.MOVE, "R"): [],
    (Act.MARK_UNREAD, "O"): [EventKind.THREAD_MARKED_UNREAD],
    (Act.BLOCK, "R"): [EventKind.USER_BLOCKED],
    (Act.DELIVER, "O"): [EventKind.MESSAGE_ADDED],
    (Act.DELIVER, "H"): [EventKind.THREAD_OPENED, EventKind.MESSAGE_ADDED],
    (Act.DELIVER_REQUEST, "N"): [EventKind.REQUEST_RECEIVED],
    (Act.DELIVER_REQUEST, "R"): [EventKind.REQUEST_UPDATED],
    (Act.DELIVER_REQUEST, "H"): [EventKind.REQUEST_HIDDEN],
    (Act.DELIVER_HIDDEN, "R"): [EventKind.REQUEST_MOVED],
    (Act.DELIVER_HIDDEN, "K"): [EventKind.REQUEST_UPDATED],
    (Act.DELIVER_HIDDEN, "N"): [EventKind.REQUEST_HIDDEN],
    (Act.SINK, "O"): [],
    (Act.WITHDRAW, "R"): [EventKind.REQUEST_WITHDRAWN],
    (Act.WITHDRAW, "H"): [],
}


def side(state: State, *, blocks_peer: bool = False) -> Side:
    """As it is stored."""
    undo_folder = Folder.SENT if state is State.DISCARDED else Folder.NONE
    return replace(
        SIDE,
        folder=state.folder,
        is_moved=state is State.KEPT,
        undo_folder=undo_folder,
        blocks_peer=blocks_peer,
    )


def letter(found: Transition | Refusal | None) -> str:
    if isinstance(found, Transition):
        return found.state.name[0]
    return "!" if found else "-"


@pytest.mark.parametrize("state", State)
def test_a_state_is_what_is_stored_of_it(state: State) -> None:
    assert side(state).state is state


@pytest.mark.shows("5.9", "5.18", "5.19", "5.28", "6.11", "6.12", "6.13", "6.14", "8.1", "8.5", "8.7", "8.26")
@pytest.mark.parametrize("act", Act)
def test_the_state_after_an_act(act: Act) -> None:
    if act is not Act.UNDO:
        assert "".join(letter(TABLE[act].get(LETTERS[name])) for name in STATES) == AFTER[act]


@pytest.mark.shows("5.10", "5.14", "6.10", "6.11")
@pytest.mark.parametrize(("act", "before"), TOLD)
def test_what_the_log_gets(act: Act, before: str) -> None:
    assert list(outcome(act, LETTERS[before]).events) == TOLD[act, before]


@pytest.mark.shows("5.15", "5.28", "12.11")
@pytest.mark.parametrize(
    ("act", "before", "refusal"),
    [
        (Act.ACCEPT, side(State.NONE), NotFound()),
        (Act.ACCEPT, side(State.SENT), NotFound()),
        (Act.ACCEPT, side(State.OPEN, blocks_peer=True), YouBlockedThisUser()),
        (Act.ACCEPT, side(State.NONE, blocks_peer=True), YouBlockedThisUser()),
        (Act.NEVER, side(State.OPEN), InvalidInput("never", InvalidInputReason.NOT_APPLICABLE)),
        (Act.NEVER, side(State.NONE), NotFound()),
        (Act.MOVE, side(State.HIDDEN, blocks_peer=True), NotFound()),
        (Act.MUTE, side(State.DISCARDED), NotFound()),
    ],
)
def test_a_refusal(act: Act, before: Side, refusal: Refusal) -> None:
    assert decide(act, before) == refusal


def test_a_block_of_ones_own_stops_no_delete() -> None:
    assert isinstance(decide(Act.DELETE, side(State.OPEN, blocks_peer=True)), Transition)


@pytest.mark.shows("5.24", "5.36")
@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({"undo_until": None}, NotFound()),
        ({"blocks_peer": True}, NotFound()),
        ({"undo_until": NOON}, UndoExpired()),
        ({}, Transition(State.REQUESTED, (EventKind.REQUEST_RESTORED,))),
        ({"folder": Folder.INBOX}, Transition(State.OPEN, (EventKind.THREAD_RESTORED,))),
        ({"undo_folder": Folder.SENT}, Transition(State.SENT, (EventKind.THREAD_RESTORED,))),
        ({"undo_moved": True}, Transition(State.KEPT, (EventKind.REQUEST_RESTORED,))),
    ],
)
def test_an_undo(given: dict[str, object], found: Transition | Refusal) -> None:
    until = NOON + timedelta(seconds=1)
    deleted = replace(SIDE, undo_folder=Folder.REQUESTS, undo_until=until)
    assert decide_undo(replace(deleted, **given), NOON) == found  # type: ignore[arg-type]


@pytest.mark.shows("6.16")
@pytest.mark.parametrize(
    ("deleted", "after"), {"S": "S-KHO", "R": "RRKHO", "K": "KKKKO", "H": "HHKHO", "O": "O---O"}.items()
)
def test_what_was_deleted_and_what_came_since_are_in_one_state(deleted: str, after: str) -> None:
    found = [restored(LETTERS[deleted], LETTERS[since]).name[0] for since in "NRKHO"]
    assert all(want in ("-", name) for want, name in zip(after, found, strict=True))


@pytest.mark.shows("4.51", "4.54", "4.55")
def test_what_a_message_is_for_its_recipient() -> None:
    found = {
        flags: arrival(is_open=flags[0], is_sunk=flags[1], is_filtered=flags[2])
        for flags in product([False, True], repeat=3)
    }
    assert {act for (_, is_sunk, _), act in found.items() if is_sunk} == {Act.SINK}
    assert found[True, False, False] is found[True, False, True] is Act.DELIVER
    assert (found[False, False, False], found[False, False, True]) == (
        Act.DELIVER_REQUEST,
        Act.DELIVER_HIDDEN,
    )


@pytest.mark.shows("5.11")
def test_an_answer_is_an_accept_and_a_message() -> None:
    found = receive(State.SENT, [Act.ACCEPTED, Act.DELIVER])
    assert found == Transition(State.OPEN, (EventKind.REQUEST_ACCEPTED, EventKind.MESSAGE_ADDED))


@pytest.mark.shows("10.1", "10.3", "10.5", "10.6", "10.7")
def test_only_accepts_messages_and_receipts_reach_the_peer() -> None:
    reaching = {
        act for act, row in TABLE.items() for to in row.values() if isinstance(to, Transition) and to.peer
    }
    assert reaching == {Act.ACCEPT, Act.ANSWER, Act.READ}
    silent = {act for act in Act if act.hold is Hold.ACTOR}
    assert silent == {act for act in Act if act.hold} - reaching - {Act.SEND, Act.SEND_REQUEST, Act.WITHDRAW}


def test_what_statements_about_many_sides_take_from_the_table() -> None:
    assert folders_left(Act.BLOCK) == folders_left(Act.WITHDRAW) == REQUEST_FOLDERS
