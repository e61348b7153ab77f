"""How a user keeps a thread: mute it, delete it, bring it back."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from events.kinds import EventKind
from events.stream import EventCursor
from models.db.statements import Select
from models.requests import DELETE, DELETED_MEMBERSHIP, DELETED_THREAD, DELETED_TOGETHER, RECOUNT, UNDO
from models.threads import (
    ANSWER,
    MUTE,
    PEER_BY_MEMBERSHIP,
    PEER_BY_THREAD,
    REQUEST_FOLDERS,
    AnswerRow,
    Folder,
    ThreadRow,
)
from resolvers.mutation import Concerned, Step, concerning, mutate, on_thread, peer_by
from rules.refusals import InvalidInput, InvalidInputReason, NotFound, Refusal, UndoExpired
from schema.types.context import Context, Given, Info
from schema.types.ids import Kind
from schema.types.problems import problem_of
from schema.types.threads import (
    DeleteInput,
    DeleteResult,
    DeleteSuccess,
    MuteInput,
    MuteResult,
    MuteSuccess,
    Thread,
    UndoDeleteInput,
    UndoDeleteResult,
    UndoDeleteSuccess,
)


async def mute(info: Info, input: Given[MuteInput]) -> MuteResult | None:
    """Nobody else is told."""

    def show(cursor: EventCursor, row: ThreadRow) -> MuteSuccess:
        return MuteSuccess(event_cursor=cursor, thread=Thread.of(row))

    return await on_thread(info.context, input.thread_id, partial(_mute, muted=input.muted), show)


async def _mute(step: Step, muted: bool) -> int | Refusal:
    row = await ANSWER.first(step.tx, step.viewer_id, step.peer_id)
    if row is None or row.folder == Folder.NONE:
        return NotFound()
    await MUTE.run(step.tx, row.membership_id, muted)
    step.tell(step.viewer_id, EventKind.THREAD_MUTED, row.thread_id)
    return row.thread_id


async def delete(info: Info, input: Given[DeleteInput]) -> DeleteResult | None:
    """For the viewer only (behaviour 5)."""
    peer_id = await _peer_of(info.context, input.id)
    if peer_id is None:
        return problem_of(InvalidInput("id", InvalidInputReason.UNKNOWN))

    async def succeed(undo_until: datetime, cursor: EventCursor) -> DeleteSuccess:
        return DeleteSuccess(event_cursor=cursor, deleted_id=input.id, undo_until=undo_until)

    step = partial(delete_thread, never=input.never)
    return await mutate(info.context, Concerned(peer_id), step, succeed)


async def delete_thread(step: Step, never: bool) -> datetime | Refusal:
    """Also a step of a report. When it can be undone until."""
    row = await ANSWER.first(step.tx, step.viewer_id, step.peer_id)
    if row is None or row.folder == Folder.NONE:
        return NotFound()
    if never and row.folder not in REQUEST_FOLDERS:
        return InvalidInput("never", InvalidInputReason.NOT_APPLICABLE)
    return await delete_all(step, [row], never)


async def delete_all(step: Step, rows: Sequence[AnswerRow], never: bool) -> datetime:
    """One undo brings all of them back. When it can be undone until."""
    undo_until = step.now + step.policy.undo_window
    memberships = [row.membership_id for row in rows]
    await DELETE.all(step.tx, memberships, undo_until, step.event_cursor.seq, never)
    for row in rows:
        is_request = row.folder in REQUEST_FOLDERS
        kind = EventKind.REQUEST_DELETED if is_request else EventKind.THREAD_DELETED
        step.tell(step.viewer_id, kind, row.thread_id)
    await step.move_fence()
    return undo_until


async def _peer_of(context: Context, id: str) -> int | None:
    """The other one of a thread named in any of its ways; None: the id names no thread."""
    match context.open(id):
        case (Kind.THREAD, key):
            return await peer_by(PEER_BY_THREAD, context, key)
        case (Kind.REQUEST | Kind.SENT_REQUEST, key):
            return await peer_by(PEER_BY_MEMBERSHIP, context, key)
    return None


_Named = tuple[Select[AnswerRow], int]


async def undo_delete(info: Info, input: Given[UndoDeleteInput]) -> UndoDeleteResult | None:
    """Within the time that the delete named."""
    context = info.context
    statement, key = named = _named(context, input.id)
    rows = await statement.all(context.services.database, context.require_viewer(), key)

    async def succeed(count: int, cursor: EventCursor) -> UndoDeleteSuccess:
        return UndoDeleteSuccess(event_cursor=cursor, count=count)

    concerned = concerning([row.peer_id for row in rows])
    return await mutate(context, concerned, partial(_undo, named=named), succeed)


def _named(context: Context, id: str) -> _Named:
    """How to find what the id of a thread, in any of its ways, or of a delete names."""
    match context.open(id):
        case (Kind.THREAD, key):
            return DELETED_THREAD, key
        case (Kind.REQUEST | Kind.SENT_REQUEST, key):
            return DELETED_MEMBERSHIP, key
    deleted = context.services.sealer.open_undo(context.require_viewer(), id)
    return DELETED_TOGETHER, deleted.seq if deleted else -1


async def _undo(step: Step, named: _Named) -> int | Refusal:
    statement, key = named
    rows = [row for row in await statement.all(step.tx, step.viewer_id, key) if row.peer_id in step.held]
    if not rows:
        return NotFound()
    if any(row.undo_until and row.undo_until <= step.now for row in rows):
        return UndoExpired()
    return await _restore(step, [row.membership_id for row in rows if row.undo_until])


async def _restore(step: Step, memberships: list[int]) -> int:
    if not memberships:
        return 0
    restored = await UNDO.all(step.tx, memberships)
    await RECOUNT.all(step.tx, memberships)
    for row in sorted(restored, key=lambda row: row.membership_id):
        is_request = row.folder in REQUEST_FOLDERS
        kind = EventKind.REQUEST_RESTORED if is_request else EventKind.THREAD_RESTORED
        step.tell(step.viewer_id, kind, row.thread_id)
    await step.move_fence()
    return len(restored)
