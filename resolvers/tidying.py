"""How a user keeps their own side in order: mute a thread, move a request out of Hidden."""

from functools import partial

from events.kinds import EventKind
from models.answering import ANSWER, MOVE, MUTE, PEER_BY_MEMBERSHIP, PEER_BY_THREAD
from models.membership import REQUEST_FOLDERS, Folder
from resolvers.mutation import Step, mutate
from rules.refusals import InvalidInput, NotFound, Refusal
from schema.types.answering import (
    MoveRequestInput,
    MoveRequestResult,
    MoveRequestSuccess,
    MuteInput,
    MuteResult,
    MuteSuccess,
)
from schema.types.context import Given, Info
from schema.types.ids import Kind, StreamPosition
from schema.types.problems import problem_of
from schema.types.request import Request
from schema.types.thread import Thread


async def mute(info: Info, input: Given[MuteInput]) -> MuteResult | None:
    """Nobody else is told."""
    context = info.context
    thread_id = context.services.sealer.key_of(Kind.THREAD, input.thread_id)
    if thread_id is None:
        return problem_of(InvalidInput("threadId"))
    peer = await PEER_BY_THREAD.first(context.services.database, context.require_viewer(), thread_id)

    async def succeed(thread_id: int, position: StreamPosition) -> MuteSuccess:
        row = await context.loaders.threads.load(thread_id)
        return MuteSuccess(position=position, thread=Thread.of(row))

    step = partial(_mute, muted=input.muted)
    return await mutate(context, peer.peer_id if peer else 0, step, succeed)


async def _mute(step: Step, muted: bool) -> int | Refusal:
    row = await ANSWER.first(step.tx, step.viewer_id, step.peer_id)
    if row is None or row.folder == Folder.NONE:
        return NotFound()
    await MUTE.run(step.tx, row.membership_id, muted)
    step.tell(step.viewer_id, EventKind.THREAD_MUTED, row.thread_id)
    return row.thread_id


async def move_request(info: Info, input: Given[MoveRequestInput]) -> MoveRequestResult | None:
    """Nobody else is told (behaviour 6)."""
    context = info.context
    key = context.services.sealer.key_of(Kind.REQUEST, input.request_id)
    if key is None:
        return problem_of(InvalidInput("requestId"))
    peer = await PEER_BY_MEMBERSHIP.first(context.services.database, context.require_viewer(), key)

    async def succeed(thread_id: int, position: StreamPosition) -> MoveRequestSuccess:
        row = await context.loaders.threads.load(thread_id)
        return MoveRequestSuccess(position=position, request=Request.of(row))

    return await mutate(context, peer.peer_id if peer else 0, _move, succeed)


async def _move(step: Step) -> int | Refusal:
    row = await ANSWER.first(step.tx, step.viewer_id, step.peer_id)
    if row is None or row.folder not in REQUEST_FOLDERS or row.blocks_peer:
        return NotFound()
    await MOVE.run(step.tx, row.membership_id)
    if row.folder == Folder.HIDDEN:
        step.tell(step.viewer_id, EventKind.REQUEST_MOVED, row.thread_id)
    await step.move_fence()
    return row.thread_id
