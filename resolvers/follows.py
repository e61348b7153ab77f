"""Follow and unfollow."""

from models.follows import HOLD_FOLLOWEE, add_follow, remove_follow
from models.users import is_known
from resolvers.mutation import on_user
from resolvers.step import Step
from rules.events import EventKind
from rules.problems import NotFound, Refusal
from schema.types import follows as types
from schema.types.context import Given, Info


async def follow(info: Info, input: Given[types.FollowInput]) -> types.FollowResult | None:
    """Follow a user."""
    return await on_user(info.context, input.user_id, _follow, types.FollowSuccess)


async def _follow(step: Step) -> Refusal | None:
    if not await HOLD_FOLLOWEE.first(step.tx, step.peer_id):
        return NotFound()
    if await add_follow(step.tx, step.viewer_id, step.peer_id, step.now):
        step.tell(step.viewer_id, EventKind.FOLLOW_CHANGED, peer_id=step.peer_id)
    await step.move_fence()
    return None


async def unfollow(info: Info, input: Given[types.UnfollowInput]) -> types.UnfollowResult | None:
    """Unfollow a user."""
    return await on_user(info.context, input.user_id, _unfollow, types.UnfollowSuccess)


async def _unfollow(step: Step) -> Refusal | None:
    if not await is_known(step.tx, step.peer_id):
        return NotFound()
    if await remove_follow(step.tx, step.viewer_id, step.peer_id):
        step.tell(step.viewer_id, EventKind.FOLLOW_CHANGED, peer_id=step.peer_id)
    await step.move_fence()
    return None
