"""The step of a mutation: its open transaction, whose streams it holds, what it decides and whom it tells."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Self

from models.db.connection import Stale, Transaction
from models.event_log import HOLD, HOLD_VIEWER, NOBODY, Event, EventCursor
from models.threads import ANSWER, AnswerRow
from models.users import MOVE_FENCES
from rules.events import EventKind
from rules.policy import Policy
from rules.problems import NotFound, Refusal
from rules.requests import Act, Hold, Transition, decide


@dataclass(frozen=True, slots=True)
class Step:
    """A mutation's open transaction, which holds the viewer's stream and those that it writes, as it found them."""

    tx: Transaction
    viewer_id: int
    peer_id: int
    held: Mapping[int, EventCursor]
    now: datetime
    policy: Policy
    told: list[Event] = field(default_factory=list)
    ends: dict[int, int] = field(default_factory=dict)

    @property
    def event_cursor(self) -> EventCursor:
        """The end of the viewer's log before this step."""
        return self.held[self.viewer_id]

    def has_reached(self, cursor: EventCursor) -> bool:
        """Whether a cursor of the viewer is of the log's present epoch, and not ahead of its end."""
        return cursor.epoch == self.event_cursor.epoch and cursor.seq <= self.event_cursor.seq

    def tell(
        self, user_id: int, kind: EventKind, thread_id: int | None = None, peer_id: int | None = None
    ) -> None:
        """Append an event to this user's log, at the end of the step, in the order of the calls.

        Stale if its stream is not held. NOBODY runs the same statements for an event that the peer may not get.
        """
        if user_id not in self.held:
            raise Stale
        self.ends[user_id] = seq = self.end_of(user_id) + 1
        self.told.append(Event(user_id, seq, kind, self.now, thread_id, peer_id))

    def end_of(self, user_id: int) -> int:
        """The seq of the last event of this user's log, with those of this step."""
        return self.ends.get(user_id, self.held[user_id].seq)

    def log(self, change: Transition, thread_id: int | None = None, peer_id: int | None = None) -> None:
        """Append the events of a change of the viewer's own side to the viewer's log."""
        for kind in change.events:
            self.tell(self.viewer_id, kind, thread_id, peer_id)

    async def decide(self, act: Act) -> tuple[AnswerRow, Transition] | Refusal:
        """The viewer's side of the thread with the peer, and its change by the act; NotFound without a thread."""
        row = await ANSWER.first(self.tx, self.viewer_id, self.peer_id)
        if row is None:
            return NotFound()
        change = decide(act, row.side)
        return change if isinstance(change, Refusal) else (row, change)

    async def move_fence(self) -> None:
        """Sends from or to the viewer that were decided before this step are decided again.

        Only the viewer's fence moves, so no peer waits: a send compares the fences of both.
        """
        await MOVE_FENCES.run(self.tx, [self.viewer_id])


async def hold_viewer(tx: Transaction, viewer_id: int, peer_id: int) -> list[EventCursor]:
    """For a silent act: a peer does not wait for it."""
    return await HOLD_VIEWER.all(tx, viewer_id)


async def hold_both(tx: Transaction, viewer_id: int, peer_id: int) -> list[EventCursor]:
    """For an act that writes the peer's side or log too."""
    return await HOLD.all(tx, viewer_id, [peer_id])


async def hold_absent(tx: Transaction, viewer_id: int, peer_id: int) -> list[EventCursor]:
    """For an act of the clock on the side of a user, who may be inactive."""
    return await HOLD.all(tx, NOBODY, [viewer_id])


_HOLDING = {Hold.ACTOR: hold_viewer, Hold.BOTH: hold_both}


@dataclass(frozen=True, slots=True)
class Concerned:
    """The peer (NOBODY: none, or several), and how to hold the streams to be written, at least the viewer's."""

    peer_id: int
    hold: Callable[[Transaction, int, int], Awaitable[list[EventCursor]]] = hold_viewer

    @classmethod
    def by(cls, act: Act, peer_id: int) -> Self:
        """Holds the streams that the act locks."""
        assert act.hold
        return cls(peer_id, _HOLDING[act.hold])


def concerning(peer_ids: Sequence[int]) -> Concerned:
    """Holds the viewer's stream and those of any number of peers."""

    async def hold(tx: Transaction, viewer_id: int, _: int) -> list[EventCursor]:
        return await HOLD.all(tx, viewer_id, peer_ids)

    return Concerned(NOBODY, hold)
