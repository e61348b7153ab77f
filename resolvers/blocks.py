"""Block and unblock, both silent."""

from collections.abc import Sequence

from models.blocks import BLOCK, END_REQUESTS, MARK_BLOCKED, mark_unblocked, remove_block
from models.requests import FIND_OPEN
from models.threads import ANSWER
from models.users import is_known
from resolvers.mutation import Fields, Step, on_user
from resolvers.threads import leaving
from rules.problems import NotFound, Refusal
from rules.requests import Act, State, outcome
from schema.types.blocks import (
    BlockInput,
    BlockResult,
    BlockSuccess,
    UnblockInput,
    UnblockResult,
    UnblockSuccess,
)
from schema.types.context import Given, Info


async def block(info: Info, input: Given[BlockInput]) -> BlockResult | None:
    """The blocked user's rows, log and answers stay as they are (behaviour 8)."""
    return await on_user(info.context, input.user_id, block_peer, BlockSuccess)


async def block_peer(step: Step) -> Fields | Refusal:
    """Gives what left the viewer's lists. Also a step of a report."""
    if not await is_known(step.tx, step.peer_id):
        return NotFound()
    row = await ANSWER.first(step.tx, step.viewer_id, step.peer_id)
    await block_all(step, [step.peer_id])
    return {"removed": leaving(row) if row else []}


async def block_all(step: Step, users: Sequence[int]) -> None:
    """Ends the pending requests from these users; an undo does not bring back their deleted ones."""
    blocked = {user.id for user in await BLOCK.all(step.tx, step.viewer_id, step.now, users)}
    for user_id in users:
        if user_id in blocked:
            step.log(outcome(Act.BLOCK, State.NONE), peer_id=user_id)
    await END_REQUESTS.run(step.tx, step.viewer_id, users)
    await MARK_BLOCKED.run(step.tx, step.viewer_id, users)
    await step.move_fence()


async def unblock(info: Info, input: Given[UnblockInput]) -> UnblockResult | None:
    """Brings back the thread that was in the inbox, in its old place (behaviour 8.7)."""
    return await on_user(info.context, input.user_id, _unblock, UnblockSuccess)


async def _unblock(step: Step) -> Refusal | None:
    if not await is_known(step.tx, step.peer_id):
        return NotFound()
    if await remove_block(step.tx, step.viewer_id, step.peer_id):
        step.log(outcome(Act.UNBLOCK, State.NONE), peer_id=step.peer_id)
    await mark_unblocked(step.tx, step.viewer_id, step.peer_id)
    row = await ANSWER.first(step.tx, step.viewer_id, step.peer_id)
    if row and row.is_open and outcome(Act.LEARN, row.side.state).state is not row.side.state:
        await FIND_OPEN.run(step.tx, row.membership_id)
    await step.move_fence()
    return None
