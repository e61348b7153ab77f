"""Prints the page of states: `python -m tests.states`."""

from collections.abc import Iterable, Iterator, Sequence

from rules.problems import NotFound, Refusal
from rules.requests import TABLE, WHILE_BLOCKING, Act, State, Transition, restored

_HEAD = """# States of a pair

`make states` prints this page from the table in `rules/requests.py`, which decides every act. Each of two users has a
side of their thread, and each side is in one state:
"""

_ACTS = """
## Acts

A row is an act of a side's own user, or what an act of the peer does to the side. A column is the state before. A cell
has the state after, if it is another one, then the events in the user's log. A name with a `!` is the refusal. An empty
cell cannot be. Brackets name what the act is for the peer's side; it does not reach a peer who blocks the user, nor a
peer whose side was open before.
"""

_BLOCKING = """
A user who blocks the peer is refused, whatever the state:
"""

_UNDO = """
## Undo

A row is the state that was deleted, a column the state that the side has got since. The refusal after the undo
window is UndoExpired. Without a delete that can be undone it is NotFound.
"""

_HOLDS = """
## Whose rows an act holds

A transaction that writes a user's side of a thread or a user's log holds that user's row of `user_streams`. It locks
these rows in ascending order of users. A recipient's silent act holds no row of the sender, or the sender would have
to wait for it.
"""

_MESSAGES = {
    Act.SEND_REQUEST,
    Act.SEND,
    Act.ANSWER,
    Act.DELIVER,
    Act.DELIVER_REQUEST,
    Act.DELIVER_HIDDEN,
    Act.ACCEPTED,
}
"""Acts that never meet a state for which they have no entry."""

_DELETED = (State.SENT, State.REQUESTED, State.KEPT, State.HIDDEN, State.OPEN)
_SINCE = (State.NONE, State.REQUESTED, State.KEPT, State.HIDDEN, State.OPEN)


def page() -> str:
    """The whole page, as Markdown."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield _HEAD
    yield from (f"- {state.name}: {state.value}" for state in State)
    yield _ACTS
    yield from _table(["act", *_names(State)], [[act.text, *_cells(act)] for act in Act if act in TABLE])
    yield _BLOCKING
    yield from (f"- {act.text}: {_name(refusal)}" for act, refusal in WHILE_BLOCKING.items())
    yield _UNDO
    undone = [[old.name, *_names(restored(old, new) for new in _SINCE)] for old in _DELETED]
    yield from _table(["deleted", *_names(_SINCE)], undone)
    yield _HOLDS
    yield from _table(["act", "holds"], [[act.text, act.hold.value] for act in Act if act.hold])


def _names(states: Iterable[State]) -> list[str]:
    return [state.name for state in states]


def _cells(act: Act) -> list[str]:
    return [_cell(act, state) for state in State]


def _cell(act: Act, state: State) -> str:
    found = TABLE[act].get(state, None if act in _MESSAGES else NotFound())
    if isinstance(found, Transition):
        return _change(found, state)
    return _name(found) if found else ""


def _change(change: Transition, before: State) -> str:
    after = [change.state.name] if change.state is not before else []
    peer = [f"({change.peer.text})"] if change.peer else []
    return " ".join([*after, *(f"`{event.name}`" for event in change.events), *peer]) or "stays"


def _name(refusal: Refusal) -> str:
    return f"{type(refusal).__name__}!"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    for cells in (head, ["---"] * len(head), *rows):
        yield f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    print(page(), end="")
