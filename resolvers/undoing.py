"""Undo: what one delete took comes back, with all that came meanwhile."""

from functools import partial

from events.kinds import EventKind
from models.answering import AnswerRow
from models.membership import REQUEST_FOLDERS
from models.sql import Select
from models.undoing import DELETED_MEMBERSHIP, DELETED_THREAD, DELETED_TOGETHER, RECOUNT, UNDO
from resolvers.mutation import Step, concerning, mutate
from rules.refusals import NotFound, Refusal, UndoExpired
from schema.types.answering import UndoDeleteInput, UndoDeleteResult, UndoDeleteSuccess
from schema.types.context import Context, Given, Info
from schema.types.ids import Kind, StreamPosition

_Named = tuple[Select[AnswerRow], int]


async def undo_delete(info: Info, input: Given[UndoDeleteInput]) -> UndoDeleteResult | None:
    """Within the time that the delete named."""
    context = info.context
    statement, key = named = _named(context, input.id)
    rows = await statement.all(context.services.database, context.require_viewer(), key)

    async def succeed(count: int, position: StreamPosition) -> UndoDeleteSuccess:
        return UndoDeleteSuccess(position=position, count=count)

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
