"""The states of one side of a thread, and the one table that decides what each act does to them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, IntEnum

from rules.events import EventKind
from rules.problems import (
    InvalidInput,
    InvalidInputReason,
    NotFound,
    Refusal,
    UndoExpired,
    YouBlockedThisUser,
)


class Folder(IntEnum):
    """The list in which a user finds a thread; NONE: in no list. The numbers are stored."""

    NONE = 0
    INBOX = 1
    SENT = 2
    REQUESTS = 3
    HIDDEN = 4


REQUEST_FOLDERS = frozenset({Folder.REQUESTS, Folder.HIDDEN})
"""The folders of a pending request, on its recipient's side."""

THREAD_FOLDERS = frozenset({Folder.INBOX, Folder.SENT})
"""The folders that the inbox lists."""


class State(Enum):
    """One side of a thread, as its user has it."""

    NONE = "in no list: never there, deleted or ended"
    DISCARDED = "own pending thread, deleted: an accept brings it back"
    SENT = "own pending thread"
    REQUESTED = "request in Requests"
    KEPT = "request that the user moved to Requests: no later message hides it"
    HIDDEN = "request in Hidden"
    OPEN = "open thread"

    @property
    def folder(self) -> Folder:
        """The folder in which the user finds it."""
        return _FOLDERS[self]

    @classmethod
    def of(cls, folder: Folder, deleted_from: Folder, *, is_moved: bool) -> "State":
        """The state that is stored as these columns; `deleted_from`: the folder of the last delete."""
        match folder:
            case Folder.NONE if deleted_from == Folder.SENT:
                return cls.DISCARDED
            case Folder.REQUESTS if is_moved:
                return cls.KEPT
        return _STORED[folder]


_STORED = {
    Folder.NONE: State.NONE,
    Folder.INBOX: State.OPEN,
    Folder.SENT: State.SENT,
    Folder.REQUESTS: State.REQUESTED,
    Folder.HIDDEN: State.HIDDEN,
}

_FOLDERS = {state: folder for folder, state in _STORED.items()} | {
    State.DISCARDED: Folder.NONE,
    State.KEPT: Folder.REQUESTS,
}


class Hold(Enum):
    """The users whose stream rows an act locks: those of the logs and sides that it writes.

    A silent act of a recipient locks no row of the sender, who would otherwise feel the wait (behaviour 10).
    """

    ACTOR = "the user"
    BOTH = "both, whatever the outcome"
    RECEIPT = "the user; the peer too where both have read receipts on"
    RECIPIENTS = "the peer, and every user whose side of a thread with a message of the peer is not open"


class Act(Enum):
    """An act on one side, and the rows that it locks; None: it is the effect of another act, which locks them."""

    SEND_REQUEST = "sends a message that stays pending", Hold.BOTH
    SEND = "sends a message in an open thread", Hold.BOTH
    ANSWER = "sends a message that accepts the peer's request", Hold.BOTH
    ACCEPT = "accepts", Hold.BOTH
    DELETE = "deletes", Hold.ACTOR
    NEVER = "deletes with never", Hold.ACTOR
    UNDO = "undoes a delete", Hold.ACTOR
    MOVE = "moves to Requests", Hold.ACTOR
    MUTE = "mutes or unmutes", Hold.ACTOR
    READ = "reads", Hold.RECEIPT
    MARK_UNREAD = "marks as unread", Hold.ACTOR
    BLOCK = "blocks the peer", Hold.ACTOR
    UNBLOCK = "unblocks the peer", Hold.ACTOR
    LEARN = "unblocks the peer, and the thread is open"
    DELIVER = "gets a message of an open thread"
    DELIVER_REQUEST = "gets a pending message"
    DELIVER_HIDDEN = "gets a pending message that a filter caught"
    SINK = "does not get a sunk message"
    ACCEPTED = "is accepted"
    SEEN = "is read by the peer, with receipts"
    WITHDRAW = "has a peer who is restricted, deactivated or erased", Hold.RECIPIENTS

    def __init__(self, text: str, hold: Hold | None = None) -> None:
        self.text, self.hold = text, hold


@dataclass(frozen=True, slots=True)
class Transition:
    """The state that follows, what the user's log gets, and what happens to the peer's side.

    A peer who blocks the user is left out, like a peer who had the thread open before.
    """

    state: State
    events: tuple[EventKind, ...] = ()
    peer: Act | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """One side as it is stored; `undo_until` None: there is no delete to undo."""

    folder: Folder
    is_moved: bool
    undo_folder: Folder
    undo_moved: bool
    undo_until: datetime | None
    blocks_peer: bool

    @property
    def state(self) -> State:
        """The state that these columns store."""
        return State.of(self.folder, self.undo_folder, is_moved=self.is_moved)

    @property
    def deleted(self) -> State:
        """The state before the last delete."""
        return State.of(self.undo_folder, Folder.NONE, is_moved=self.undo_moved)


_REQUESTS = (State.REQUESTED, State.KEPT, State.HIDDEN)
_OWN_PENDING = (State.SENT, State.DISCARDED)
_LISTED = (State.SENT, *_REQUESTS, State.OPEN)

_Row = Mapping[State, Transition | Refusal]


def _to(
    state: State | None, *events: EventKind, of: Iterable[State] = State, peer: Act | None = None
) -> _Row:
    """From each of these states; None: it stays."""
    return {one: Transition(state or one, events, peer) for one in of}


TABLE: Mapping[Act, _Row] = {
    Act.SEND_REQUEST: _to(State.SENT, EventKind.MESSAGE_SENT, of=(State.NONE, *_OWN_PENDING)),
    Act.SEND: _to(State.OPEN, EventKind.MESSAGE_SENT),
    Act.ANSWER: _to(
        State.OPEN,
        *(EventKind.THREAD_OPENED, EventKind.MESSAGE_SENT),
        of=(State.NONE, *_REQUESTS),
        peer=Act.ACCEPTED,
    ),
    Act.ACCEPT: {
        **_to(State.OPEN, EventKind.THREAD_OPENED, of=_REQUESTS, peer=Act.ACCEPTED),
        State.OPEN: Transition(State.OPEN),
    },
    Act.DELETE: {
        **_to(State.NONE, EventKind.REQUEST_DELETED, of=_REQUESTS),
        State.OPEN: Transition(State.NONE, (EventKind.THREAD_DELETED,)),
        State.SENT: Transition(State.DISCARDED, (EventKind.THREAD_DELETED,)),
    },
    Act.NEVER: {
        **_to(State.NONE, EventKind.REQUEST_DELETED, of=_REQUESTS),
        **dict.fromkeys((State.OPEN, State.SENT), InvalidInput("never", InvalidInputReason.NOT_APPLICABLE)),
    },
    Act.MOVE: {
        **_to(State.KEPT, of=_REQUESTS),
        State.HIDDEN: Transition(State.KEPT, (EventKind.REQUEST_MOVED,)),
    },
    Act.MUTE: _to(None, EventKind.THREAD_MUTED, of=_LISTED),
    Act.READ: {
        **_to(None, EventKind.THREAD_READ, of=_LISTED),
        State.OPEN: Transition(State.OPEN, (EventKind.THREAD_READ,), Act.SEEN),
    },
    Act.MARK_UNREAD: _to(None, EventKind.THREAD_MARKED_UNREAD, of=(State.OPEN,)),
    Act.BLOCK: {**_to(None, EventKind.USER_BLOCKED), **_to(State.NONE, EventKind.USER_BLOCKED, of=_REQUESTS)},
    Act.UNBLOCK: _to(None, EventKind.USER_UNBLOCKED),
    Act.LEARN: {**_to(None), **_to(State.OPEN, of=_OWN_PENDING)},
    Act.DELIVER: {
        **_to(State.OPEN, EventKind.MESSAGE_ADDED),
        **_to(State.OPEN, EventKind.THREAD_OPENED, EventKind.MESSAGE_ADDED, of=_REQUESTS),
    },
    Act.DELIVER_REQUEST: {
        **_to(None, EventKind.REQUEST_UPDATED, of=_REQUESTS),
        State.NONE: Transition(State.REQUESTED, (EventKind.REQUEST_RECEIVED,)),
        State.HIDDEN: Transition(State.HIDDEN, (EventKind.REQUEST_HIDDEN,)),
    },
    Act.DELIVER_HIDDEN: {
        **_to(State.HIDDEN, EventKind.REQUEST_HIDDEN, of=(State.NONE, State.HIDDEN)),
        State.REQUESTED: Transition(State.HIDDEN, (EventKind.REQUEST_MOVED,)),
        State.KEPT: Transition(State.KEPT, (EventKind.REQUEST_UPDATED,)),
    },
    Act.SINK: _to(None),
    Act.ACCEPTED: _to(State.OPEN, EventKind.REQUEST_ACCEPTED, of=_OWN_PENDING),
    Act.SEEN: _to(None, EventKind.THREAD_SEEN),
    Act.WITHDRAW: {
        **_to(None),
        **_to(State.NONE, EventKind.REQUEST_WITHDRAWN, of=_REQUESTS),
        State.HIDDEN: Transition(State.NONE),
    },
}
"""By act and state. An act that names a thread is NotFound where there is no entry; a message never gets there.

UNDO is the one act that two states decide: `decide_undo`.
"""

WHILE_BLOCKING: Mapping[Act, Refusal] = {
    Act.ACCEPT: YouBlockedThisUser(),
    Act.MOVE: NotFound(),
    Act.UNDO: NotFound(),
}
"""The refusal for a user who blocks the peer, in every state."""


def decide(act: Act, side: Side) -> Transition | Refusal:
    """The transition of the act of a side's own user, or its refusal."""
    if side.blocks_peer and act in WHILE_BLOCKING:
        return WHILE_BLOCKING[act]
    return TABLE[act].get(side.state, NotFound())


def decide_undo(side: Side, now: datetime) -> Transition | Refusal:
    """One state from the deleted state and what arrived since (behaviour 6.16)."""
    if side.undo_until is None or side.blocks_peer:
        return WHILE_BLOCKING[Act.UNDO]
    if side.undo_until <= now:
        return UndoExpired()
    state = restored(side.deleted, side.state)
    is_request = state.folder in REQUEST_FOLDERS
    return Transition(state, (EventKind.REQUEST_RESTORED if is_request else EventKind.THREAD_RESTORED,))


def restored(deleted: State, since: State) -> State:
    """A thread that opened since stays open; the folder that the user chose wins over the filter's."""
    strongest = (State.OPEN, State.KEPT, State.HIDDEN)
    return next((state for state in strongest if state in (deleted, since)), deleted)


def outcome(act: Act, state: State) -> Transition:
    """The transition of a side that no refusal can meet: for a message, or the peer's act."""
    found = TABLE[act][state]
    assert isinstance(found, Transition)
    return found


def receive(state: State, acts: Iterable[Act]) -> Transition:
    """The state of a side after acts of the peer, one after another."""
    events: tuple[EventKind, ...] = ()
    for act in acts:
        change = outcome(act, state)
        state, events = change.state, events + change.events
    return Transition(state, events)


def arrival(*, is_open: bool, is_sunk: bool, is_filtered: bool) -> Act:
    """The act of a message on its recipient's side."""
    if is_sunk:
        return Act.SINK
    if is_open:
        return Act.DELIVER
    return Act.DELIVER_HIDDEN if is_filtered else Act.DELIVER_REQUEST


def folders_left(act: Act) -> set[Folder]:
    """The folders from which the act takes a side, for a statement about many sides."""
    return {state.folder for state in TABLE[act] if outcome(act, state).state.folder != state.folder}
