"""Block and unblock, both silent."""

from events.kinds import EventKind
from models.pairs import BLOCK, END_REQUEST, FIND_OPENED, FORGET_UNDO, KNOWN, UNBLOCK
from resolvers.mutation import Step
from resolvers.targets import on_user
from rules.refusals import NotFound, Refusal
from schema.types.context import Given, Info
from schema.types.safety import (
    BlockInput,
    BlockResult,
    BlockSuccess,
    UnblockInput,
    UnblockResult,
    UnblockSuccess,
)


async def block(info: Info, input: Given[BlockInput]) -> BlockResult | None:
    """The blocked user's rows, log and answers stay as they are (behaviour 8)."""
    return await on_user(info.context, input.user_id, block_peer, BlockSuccess)


async def block_peer(step: Step) -> Refusal | None:
    """Also a step of a report; a request that waits from this user ends."""
    if await KNOWN.first(step.tx, step.peer_id) is None:
        return NotFound()
    if await BLOCK.run(step.tx, step.viewer_id, step.peer_id, step.now):
        step.tell(step.viewer_id, EventKind.USER_BLOCKED, peer_id=step.peer_id)
    await END_REQUEST.run(step.tx, step.viewer_id, step.peer_id)
    await FORGET_UNDO.run(step.tx, step.viewer_id, step.peer_id)
    await step.move_fence()
    return None


async def unblock(info: Info, input: Given[UnblockInput]) -> UnblockResult | None:
    """Brings back what stood in the inbox, in its old place."""
    return await on_user(info.context, input.user_id, _unblock, UnblockSuccess)


async def _unblock(step: Step) -> Refusal | None:
    if await KNOWN.first(step.tx, step.peer_id) is None:
        return NotFound()
    if await UNBLOCK.run(step.tx, step.viewer_id, step.peer_id):
        step.tell(step.viewer_id, EventKind.USER_UNBLOCKED, peer_id=step.peer_id)
    await FIND_OPENED.run(step.tx, step.viewer_id, step.peer_id)
    await step.move_fence()
    return None
