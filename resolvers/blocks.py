"""Block and unblock, both silent."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from models import blocks as tables
from models.requests import FIND_OPEN
from models.threads import ANSWER
from models.users import is_known
from resolvers.mutation import Fields, commit, on_user
from resolvers.step import Concerned, Step, hold_absent
from resolvers.threads import leaving
from rules.problems import InvalidInput, NotFound, Refusal, flaw_of_end
from rules.requests import Act, State, outcome
from schema.types import blocks as types
from schema.types.context import Given, Info, Services
from schema.types.problems import problem_of


async def block(info: Info, input: Given[types.BlockInput]) -> types.BlockResult | None:
    """Block a user. The user sees no change."""
    # The blocked user's rows, log and answers stay as they are (behaviour 8).
    info.context.require_viewer()
    if input.until and (flaw := flaw_of_end(input.until, info.context.now)):
        return problem_of(InvalidInput("until", flaw))
    return await on_user(
        info.context, input.user_id, partial(block_peer, until=input.until), types.BlockSuccess
    )


async def block_peer(step: Step, until: datetime | None = None) -> Fields | Refusal:
    """Gives what left the viewer's lists. Also a step of a report."""
    if not await is_known(step.tx, step.peer_id):
        return NotFound()
    row = await ANSWER.first(step.tx, step.viewer_id, step.peer_id)
    await block_all(step, [step.peer_id], until)
    return {"removed": leaving(row) if row else []}


async def block_all(step: Step, users: Sequence[int], until: datetime | None = None) -> None:
    """Ends the pending requests from these users; an undo does not bring back their deleted ones.

    `until` replaces the end that a block had.
    """
    blocked = set(await tables.BLOCK.all(step.tx, step.viewer_id, step.now, until, users))
    for user_id in users:
        if user_id in blocked:
            step.log(outcome(Act.BLOCK, State.NONE), peer_id=user_id)
    await tables.END_REQUESTS.run(step.tx, step.viewer_id, users)
    await tables.MARK_BLOCKED.run(step.tx, step.viewer_id, users)
    await step.move_fence()


async def unblock(info: Info, input: Given[types.UnblockInput]) -> types.UnblockResult | None:
    """Lift a block. Messages that the user sent during the block stay unseen."""
    # Brings back the thread that was in the inbox, in its old place (behaviour 8.7).
    return await on_user(info.context, input.user_id, _unblock, types.UnblockSuccess)


async def _unblock(step: Step) -> Refusal | None:
    if not await is_known(step.tx, step.peer_id):
        return NotFound()
    if await tables.remove_block(step.tx, step.viewer_id, step.peer_id):
        step.log(outcome(Act.UNBLOCK, State.NONE), peer_id=step.peer_id)
    await tables.mark_unblocked(step.tx, step.viewer_id, step.peer_id)
    row = await ANSWER.first(step.tx, step.viewer_id, step.peer_id)
    if row and row.is_open and outcome(Act.LEARN, row.side.state).state is not row.side.state:
        await FIND_OPEN.run(step.tx, row.membership_id)
    await step.move_fence()
    return None


async def end_blocks(services: Services) -> int:
    """Lifts the blocks whose time is over, each as `unblock` does. Any number of processes may run it."""
    ended = await tables.ended_blocks(services.database, services.clock())
    for blocker_id, blocked_id in ended:
        await commit(services, blocker_id, Concerned(blocked_id, hold_absent), _unblock_if_over)
    return len(ended)


async def _unblock_if_over(step: Step) -> Refusal | None:
    is_due = await tables.is_over(step.tx, step.viewer_id, step.peer_id, step.now)
    return await _unblock(step) if is_due else None
