"""Acts on one thread of the viewer: how each is run, and mute, delete, undo the delete."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from models import requests as tables
from models.db.connection import Stale
from models.db.statements import Select
from models.event_log import NOBODY, is_since
from models.requests import Restored
from models.threads import ANSWER, AnswerRow, find_peer, set_muted
from resolvers.mutation import Concerned, Fields, Show, Step, mutate, shown_thread
from rules.problems import InvalidInput, InvalidInputReason, NotFound, Refusal, UndoExpired, flaw_of_end
from rules.requests import REQUEST_FOLDERS, Act, Folder, State, Transition, decide, decide_undo, outcome
from schema.types import threads as types
from schema.types.context import Context, Given, Info
from schema.types.ids import Kind
from schema.types.problems import problem_of


async def decide_in(step: Step, act: Act) -> tuple[AnswerRow, Transition] | Refusal:
    """The viewer's side of the thread with the peer, and its change by the act; NotFound without a thread."""
    row = await ANSWER.first(step.tx, step.viewer_id, step.peer_id)
    if row is None:
        return NotFound()
    change = decide(act, row.side)
    return change if isinstance(change, Refusal) else (row, change)


@dataclass(frozen=True, slots=True)
class Work:
    """An act on a thread: what it writes once it is decided. `refuse` looks at the viewer's own facts before that."""

    act: Act
    write: Callable[[Step, AnswerRow, Transition], Awaitable[None]]
    refuse: Callable[[Step], Awaitable[Refusal | None]] | None = None

    async def run(self, step: Step) -> int | Refusal:
        """The key of the thread."""
        refusal = await self.refuse(step) if self.refuse else None
        found = await decide_in(step, self.act)
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


async def peer_of(context: Context, kind: Kind, key: int) -> int:
    """The peer in a thread of the viewer, by a key of this kind; NOBODY if the viewer has no such thread."""
    side = {"thread_id" if kind is Kind.THREAD else "id": key}
    return await find_peer(context.services.database, context.require_viewer(), **side) or NOBODY


async def mute(info: Info, input: Given[types.MuteInput]) -> types.MuteResult | None:
    """Mute a thread, or unmute it."""
    if flaw := _flaw_of_mute(info.context, input):
        return problem_of(InvalidInput("until", flaw))

    async def write(step: Step, row: AnswerRow, change: Transition) -> None:
        await set_muted(step.tx, row.membership_id, input.muted, input.until)
        step.log(change, row.thread_id)

    work = Work(Act.MUTE, write)
    return await on_thread(info.context, Kind.THREAD, input.thread_id, work, types.MuteSuccess)


def _flaw_of_mute(context: Context, input: types.MuteInput) -> InvalidInputReason | None:
    context.require_viewer()
    if input.until is None:
        return None
    return flaw_of_end(input.until, context.now) if input.muted else InvalidInputReason.NOT_APPLICABLE


async def delete(info: Info, input: Given[types.DeleteInput]) -> types.DeleteResult | None:
    """Remove a request or a thread for the viewer only; no one is told."""
    # Changes the viewer's side only (behaviour 5.18, 5.19).
    peer_id = await _peer_of(info.context, input.id)
    if peer_id is None:
        return problem_of(InvalidInput("id", InvalidInputReason.UNKNOWN))

    step = partial(_delete, input=input)
    return await mutate(info.context, Concerned.by(Act.DELETE, peer_id), step, types.DeleteSuccess)


async def _delete(step: Step, input: types.DeleteInput) -> Fields | Refusal:
    deleted = await delete_thread(step, input.never)
    return deleted if isinstance(deleted, Refusal) else {"deleted_id": input.id} | deleted


async def delete_thread(step: Step, never: bool) -> Fields | Refusal:
    """Gives what left the viewer's lists, and the time until which it can be undone. Also a step of a report."""
    found = await decide_in(step, Act.NEVER if never else Act.DELETE)
    if isinstance(found, Refusal):
        return found
    row, _ = found
    return {"removed": leaving(row), "undo_until": await delete_all(step, [row], never)}


async def delete_all(
    step: Step, rows: Sequence[AnswerRow], never: bool, also_block: bool = False
) -> datetime:
    """Gives the time until which it can be undone; one undo brings all of the rows back, unless a block follows."""
    undo_until = step.now + step.policy.undo_window
    memberships = [row.membership_id for row in rows]
    await tables.DELETE.run(step.tx, undo_until, step.event_cursor.seq, never, also_block, memberships)
    for row in rows:
        step.log(outcome(Act.DELETE, row.side.state), row.thread_id)
    await step.move_fence()
    return undo_until


def leaving(row: AnswerRow) -> list[tuple[Kind, int]]:
    """The nodes by which the viewer's lists show a thread, before it leaves them."""
    folder = Folder.NONE if row.side.blocks_peer else row.side.folder
    thread, member = (Kind.THREAD, row.thread_id), row.membership_id
    if folder in REQUEST_FOLDERS:
        return [thread, (Kind.REQUEST, member)]
    if folder == Folder.SENT:
        return [thread, (Kind.SENT_REQUEST, member)]
    return [thread] if folder == Folder.INBOX else []


async def _peer_of(context: Context, id: str) -> int | None:
    """The peer of the thread that a Thread, Request or SentRequest id names; None for any other id."""
    match context.open(id):
        case (Kind.THREAD | Kind.REQUEST | Kind.SENT_REQUEST as kind, key):
            return await peer_of(context, Kind(kind), key)
    return None


_Named = tuple[Select[AnswerRow], int]


async def undo_delete(info: Info, input: Given[types.UndoDeleteInput]) -> types.UndoDeleteResult | None:
    """Undo a delete, single or bulk."""
    context = info.context
    step = partial(_undo, named=_named(context, input.id))
    return await mutate(context, Concerned.by(Act.UNDO, NOBODY), step, types.UndoDeleteSuccess)


def _named(context: Context, id: str) -> _Named:
    """The statement and key that find the deleted threads of an id, single or bulk."""
    match context.open(id):
        case (Kind.THREAD, key):
            return tables.DELETED_THREAD, key
        case (Kind.REQUEST | Kind.SENT_REQUEST, key):
            return tables.DELETED_MEMBERSHIP, key
    deleted = context.services.sealer.open_undo(context.require_viewer(), id)
    return tables.DELETED_TOGETHER, deleted.seq if deleted else -1


async def _undo(step: Step, named: _Named) -> Fields | Refusal:
    """Restores all that can return; UndoExpired if any is too late, NotFound if a single one cannot return.

    Of many it ends never for those too that cannot return (behaviour 5.34).
    """
    statement, key = named
    rows = await statement.all(step.tx, step.viewer_id, key)
    changes = [(row, decide_undo(row.side, step.now)) for row in rows]
    refusals = [change for _, change in changes if isinstance(change, Refusal)]
    if UndoExpired() in refusals:
        return UndoExpired()
    if not rows or (refusals and statement is not tables.DELETED_TOGETHER):
        return NotFound()
    restored = [(row, to) for row, to in changes if isinstance(to, Transition)]
    await _restore(step, restored)
    await _end_never(step, key, [row.membership_id for row, to in changes if isinstance(to, Refusal)])
    return {"count": len(restored), "thread_keys": [row.thread_id for row, _ in restored]}


async def _end_never(step: Step, key: int, left: Sequence[int]) -> None:
    """Of those that were deleted together, and cannot be restored. The time to undo begins with the first event."""
    is_in_time = left and await is_since(step.tx, step.viewer_id, key + 1, step.now - step.policy.undo_window)
    if is_in_time and await tables.END_NEVER.run(step.tx, left):
        await step.move_fence()


async def _restore(step: Step, changes: Sequence[tuple[AnswerRow, Transition]]) -> None:
    if not changes:
        return
    restored = [
        Restored(row.membership_id, row.side.folder, to.state.folder, to.state is State.KEPT)
        for row, to in changes
    ]
    if len(await tables.UNDO.all(step.tx, tables.RESTORED.rows(restored))) < len(restored):
        raise Stale
    for row, to in changes:
        step.log(to, row.thread_id)
    await step.move_fence()
