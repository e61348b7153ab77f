"""Shared by all mutations: the streams to hold, one transaction with its step and events, the wake-up, the answer."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Generic, Self, TypeVar

from msgspec.structs import replace

from models import event_log
from models.db.connection import OutcomeUnknown, Stale, Transaction
from models.event_log import NO_LOG, NOBODY, Event, EventCursor, Mark, RowMark
from models.pushes import QUEUE
from models.users import MOVE_FENCES
from models.viewer import VIEWER_ROW
from resolvers.nodes import read_viewer
from resolvers.pagination import read
from rules.events import EventKind
from rules.policy import Policy
from rules.problems import InvalidInput, InvalidInputReason, NotAllowed, Refusal
from rules.pushes import PUSHED
from rules.requests import Act, Hold, Transition
from schema.types.context import Context, Services
from schema.types.errors import Unauthenticated
from schema.types.ids import Kind
from schema.types.problems import problem_of
from schema.types.scalars import SealedEventCursor
from schema.types.threads import Thread
from schema.types.users import User


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

    async def move_fence(self) -> None:
        """Sends from or to the viewer that were decided before this step are decided again.

        Only the viewer's fence moves, so no peer waits: a send compares the fences of both.
        """
        await MOVE_FENCES.run(self.tx, [self.viewer_id])


async def hold_viewer(tx: Transaction, viewer_id: int, peer_id: int) -> list[EventCursor]:
    """For a silent act: a peer does not wait for it."""
    return await event_log.HOLD_VIEWER.all(tx, viewer_id)


async def hold_both(tx: Transaction, viewer_id: int, peer_id: int) -> list[EventCursor]:
    """For an act that writes the peer's side or log too."""
    return await event_log.HOLD.all(tx, viewer_id, [peer_id])


async def hold_absent(tx: Transaction, viewer_id: int, peer_id: int) -> list[EventCursor]:
    """For an act of the clock on the side of a user, who may be inactive."""
    return await event_log.HOLD.all(tx, NOBODY, [viewer_id])


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
        return await event_log.HOLD.all(tx, viewer_id, peer_ids)

    return Concerned(NOBODY, hold)


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """The outcome of a step; `told`: users whose logs it wrote; `mark`: finds the commit if its answer is lost."""

    outcome: T
    event_cursor: EventCursor
    told: frozenset[int]
    mark: Mark | RowMark | None = None


def of_host(outcome: T) -> Done[T]:
    """Of an act that tells no one, or a refusal of one that was not begun."""
    return Done(outcome, NO_LOG, frozenset())


Fields = dict[str, Any]
"""The fields of a success, without its event cursor."""

Show = Callable[[Context, Any], Awaitable[Fields]]
"""Makes the fields of a success from the outcome of a step; None: the outcome is the fields."""


async def shown_thread(context: Context, key: int) -> Fields:
    """The thread after the commit."""
    return {"thread": Thread.of(await context.loaders.threads.load(key))}


async def shown_user(context: Context, key: int) -> Fields:
    """The user after the commit."""
    return {"user": User.of(await context.loaders.users.load(key))}


async def mutate(
    context: Context,
    concerned: Concerned,
    step: Callable[[Step], Awaitable[Any | Refusal]],
    success: Callable[..., Any],
    show: Show | None = None,
) -> Any:
    """Runs the step in a transaction with its events, wakes their readers, and answers with the state after it."""
    done = await commit(context.services, context.require_viewer(), concerned, step)
    return await answer(context, done, success, show)


async def answer(
    context: Context, done: Done[Any], success: Callable[..., Any], show: Show | None = None
) -> Any:
    """The problem, or the success as everything is after the step."""
    context.refresh()
    if isinstance(done.outcome, Refusal):
        return problem_of(done.outcome)
    context.committed(done.event_cursor)
    fields = await show(context, done.outcome) if show else done.outcome
    return success(event_cursor=done.event_cursor, **fields)


async def not_allowed(context: Context) -> Any:
    """The answer to a viewer without the role, whatever the input is; Unauthenticated comes first."""
    await read(context, VIEWER_ROW)
    return problem_of(NotAllowed())


async def commit(
    services: Services, viewer_id: int, concerned: Concerned, step: Callable[[Step], Awaitable[T | Refusal]]
) -> Done[T | Refusal]:
    """Runs the step in a transaction with its events, then wakes their readers; viewer NOBODY is the host app.

    A commit without an answer is looked up, and repeated if it was not kept; that of a refusal wrote nothing.
    """
    latest: list[Done[T | Refusal]] = []

    async def run(tx: Transaction) -> Done[T | Refusal]:
        held = await _hold(tx, viewer_id, concerned)
        # The clock is read under the locks, so the time is after all that was written before.
        now = services.clock()
        latest.append(await _run(Step(tx, viewer_id, concerned.peer_id, held, now, services.policy), step))
        return latest[-1]

    try:
        return await services.database.transaction(run)
    except OutcomeUnknown as error:
        last = latest[-1]
        if isinstance(last.outcome, Refusal) or await event_log.was_kept(services.database, last.mark, error):
            return last
        return await services.database.transaction(run)
    finally:
        # Also after an unknown outcome: a reader that is woken without an event finds nothing.
        services.wake({user_id for done in latest for user_id in done.told})


async def _hold(tx: Transaction, viewer_id: int, concerned: Concerned) -> dict[int, EventCursor]:
    rows = await concerned.hold(tx, viewer_id, concerned.peer_id)
    held = {NOBODY: NO_LOG} | {row.user_id: row for row in rows}
    if viewer_id not in held:
        raise Unauthenticated
    return held


async def _run(step: Step, work: Callable[[Step], Awaitable[T | Refusal]]) -> Done[T | Refusal]:
    outcome = await work(step)
    if step.told:
        await _append(step)
    mark = None if isinstance(outcome, Refusal) else await _mark(step)
    end = replace(step.event_cursor, seq=step.end_of(step.viewer_id))
    return Done(outcome, end, frozenset(step.ends), mark)


async def _append(step: Step) -> None:
    """Two statements for any number of events, a third if the host app may push one."""
    rows = event_log.EVENTS.rows(step.told)
    await event_log.APPEND.run(step.tx, rows)
    await event_log.ADVANCE.run(step.tx, rows)
    if step.policy.pushes and any(event.kind in PUSHED for event in step.told):
        await QUEUE.run(step.tx, rows)


async def _mark(step: Step) -> Mark | RowMark | None:
    """An event of the viewer's own, of any user for the host app; else a row.

    An event of a peer is none: whether there is one may depend on a block, and so would the statements.
    """
    for one in step.told:
        if one.user_id == (step.viewer_id or one.user_id) != NOBODY:
            return Mark(one.user_id, one.seq, one.at)
    return await event_log.leave_mark(step.tx, step.now)


OwnWork = Callable[[Step], Awaitable[Fields | Refusal | None]]
"""The writes of an act. Gives its refusal, or the fields that a success tells, None for no fields."""


async def on_viewer(context: Context, work: OwnWork, success: Callable[..., Any]) -> Any:
    """The refusal of the work, or its fields and the viewer after the commit."""

    async def show(context: Context, fields: Fields | None) -> Fields:
        return (fields or {}) | {"viewer": await read_viewer(context)}

    return await mutate(context, Concerned(NOBODY), work, success, show)


async def on_user(context: Context, id: str, work: OwnWork, success: Callable[..., Any]) -> Any:
    """InvalidInput for an id that names no other User; else the refusal of the work, or its fields and the user."""
    user_id = context.key_of(Kind.USER, id)
    if not user_id:
        return problem_of(InvalidInput("userId", InvalidInputReason.UNKNOWN))
    if user_id == context.require_viewer():
        return problem_of(InvalidInput("userId", InvalidInputReason.SAME_USER))

    async def show(context: Context, fields: Fields | None) -> Fields:
        return (fields or {}) | await shown_user(context, user_id)

    return await mutate(context, Concerned(user_id), work, success, show)


UNKNOWN_CURSOR = InvalidInput("upTo", InvalidInputReason.UNKNOWN)
"""A cursor `upTo` of another user or epoch, or ahead of the log."""


def own_cursor(context: Context, sealed: SealedEventCursor) -> EventCursor | None:
    """None for a cursor that was not sealed for the viewer. Unauthenticated comes first."""
    return context.services.sealer.open_event_cursor(context.require_viewer(), sealed)
