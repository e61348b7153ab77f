"""How a user keeps their own side in order: mute a thread, move a request out of Hidden."""

from functools import partial

from events.kinds import EventKind
from models.answering import ANSWER, MOVE, MUTE
from models.membership import REQUEST_FOLDERS, Folder
from models.rows import ThreadRow
from resolvers.mutation import Step
from resolvers.targets import on_request, on_thread
from rules.refusals import NotFound, Refusal
from schema.types.answering import (
    MoveRequestInput,
    MoveRequestResult,
    MoveRequestSuccess,
    MuteInput,
    MuteResult,
    MuteSuccess,
)
from schema.types.context import Given, Info
from schema.types.ids import StreamPosition
from schema.types.request import Request
from schema.types.thread import Thread


async def mute(info: Info, input: Given[MuteInput]) -> MuteResult | None:
    """Nobody else is told."""

    def show(position: StreamPosition, row: ThreadRow) -> MuteSuccess:
        return MuteSuccess(position=position, thread=Thread.of(row))

    return await on_thread(info.context, input.thread_id, partial(_mute, muted=input.muted), show)


async def _mute(step: Step, muted: bool) -> int | Refusal:
    row = await ANSWER.first(step.tx, step.viewer_id, step.peer_id)
    if row is None or row.folder == Folder.NONE:
        return NotFound()
    await MUTE.run(step.tx, row.membership_id, muted)
    step.tell(step.viewer_id, EventKind.THREAD_MUTED, row.thread_id)
    return row.thread_id


async def move_request(info: Info, input: Given[MoveRequestInput]) -> MoveRequestResult | None:
    """Nobody else is told (behaviour 6)."""

    def show(position: StreamPosition, row: ThreadRow) -> MoveRequestSuccess:
        return MoveRequestSuccess(position=position, request=Request.of(row))

    return await on_request(info.context, input.request_id, _move, show)


async def _move(step: Step) -> int | Refusal:
    row = await ANSWER.first(step.tx, step.viewer_id, step.peer_id)
    if row is None or row.folder not in REQUEST_FOLDERS or row.blocks_peer:
        return NotFound()
    await MOVE.run(step.tx, row.membership_id)
    if row.folder == Folder.HIDDEN:
        step.tell(step.viewer_id, EventKind.REQUEST_MOVED, row.thread_id)
    await step.move_fence()
    return row.thread_id
