"""Shared by all mutations: the target, one transaction with its step and events, the wake-up, the answer."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from msgspec.structs import replace

from models.db.connection import OutcomeUnknown, Transaction
from models.event_log import (
    ADVANCE,
    APPEND,
    EVENTS,
    NO_LOG,
    NOBODY,
    EventCursor,
    Mark,
    RowMark,
    leave_mark,
    was_kept,
)
from models.pushes import QUEUE
from models.threads import AnswerRow, find_peer
from models.viewer import VIEWER_ROW
from resolvers.nodes import read_viewer
from resolvers.pagination import read
from resolvers.step import Concerned, Step
from rules.problems import InvalidInput, InvalidInputReason, NotAllowed, Refusal
from rules.pushes import PUSHED
from rules.requests import Act, Transition
from schema.types.context import Context, Services
from schema.types.errors import Unauthenticated
from schema.types.ids import Kind
from schema.types.problems import problem_of
from schema.types.scalars import SealedEventCursor
from schema.types.threads import Thread
from schema.types.users import User

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
    services: Services,
    viewer_id: int,
    concerned: Concerned,
    step: Callable[[Step], Awaitable[T | Refusal]],
) -> Done[T | Refusal]:
    """Runs the step in a transaction with its events, then wakes their readers; viewer NOBODY is the host app.

    A commit without an answer is looked up, and repeated if it was not kept.
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
        if await was_kept(services.database, latest[-1].mark, error):
            return latest[-1]
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
    mark: Mark | RowMark | None = await _append(step) if step.told else None
    if not step.told and not isinstance(outcome, Refusal):
        mark = await leave_mark(step.tx, step.now)
    end = replace(step.event_cursor, seq=step.end_of(step.viewer_id))
    return Done(outcome, end, frozenset(step.ends), mark)


async def _append(step: Step) -> Mark | None:
    """Two statements for any number of events, a third if the host app may push one; one event as the mark."""
    rows = EVENTS.rows(step.told)
    await APPEND.run(step.tx, rows)
    await ADVANCE.run(step.tx, rows)
    if step.policy.pushes and any(event.kind in PUSHED for event in step.told):
        await QUEUE.run(step.tx, rows)
    return next((Mark(one.user_id, one.seq, one.at) for one in step.told if one.user_id != NOBODY), None)


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


@dataclass(frozen=True, slots=True)
class Work:
    """An act on a thread: what it writes once it is decided. `refuse` looks at the viewer's own facts before that."""

    act: Act
    write: Callable[[Step, AnswerRow, Transition], Awaitable[None]]
    refuse: Callable[[Step], Awaitable[Refusal | None]] | None = None

    async def run(self, step: Step) -> int | Refusal:
        """The key of the thread."""
        refusal = await self.refuse(step) if self.refuse else None
        found = await step.decide(self.act)
        if refusal:
            return refusal
        if isinstance(found, Refusal):
            return found
        row, change = found
        await self.write(step, row, change)
        return row.thread_id


_NAMED = {Kind.THREAD: "threadId", Kind.REQUEST: "requestId"}


async def on_thread(
    context: Context, kind: Kind, id: str, work: Work, success: Callable[..., Any], show: Show = shown_thread
) -> Any:
    """InvalidInput for an id of another kind, which is that of a Thread or a Request."""
    key = context.key_of(kind, id)
    if not key:
        return problem_of(InvalidInput(_NAMED[kind], InvalidInputReason.UNKNOWN))
    concerned = Concerned.by(work.act, await peer_of(context, kind, key))
    return await mutate(context, concerned, work.run, success, show)


UNKNOWN_CURSOR = InvalidInput("upTo", InvalidInputReason.UNKNOWN)
"""A cursor `upTo` of another user or epoch, or ahead of the log."""


def own_cursor(context: Context, sealed: SealedEventCursor) -> EventCursor | None:
    """None for a cursor that was not sealed for the viewer. Unauthenticated comes first."""
    return context.services.sealer.open_event_cursor(context.require_viewer(), sealed)


async def peer_of(context: Context, kind: Kind, key: int) -> int:
    """The peer in a thread of the viewer, by a key of this kind; NOBODY if the viewer has no such thread."""
    side = {"thread_id" if kind is Kind.THREAD else "id": key}
    return await find_peer(context.services.database, context.require_viewer(), **side) or NOBODY
