"""Follow and unfollow, by a user or by the host app."""

from collections.abc import Sequence

from models.follows import ADD_FOLLOWS, HOLD_FOLLOWEE, PAIRS, REMOVE_FOLLOWS, FollowPair
from models.users import MOVE_FENCES, is_known
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
    await change_follows(step, [FollowPair(step.viewer_id, step.peer_id)], [])
    return None


async def unfollow(info: Info, input: Given[types.UnfollowInput]) -> types.UnfollowResult | None:
    """Unfollow a user."""
    return await on_user(info.context, input.user_id, _unfollow, types.UnfollowSuccess)


async def _unfollow(step: Step) -> Refusal | None:
    if not await is_known(step.tx, step.peer_id):
        return NotFound()
    await change_follows(step, [], [FollowPair(step.viewer_id, step.peer_id)])
    return None


async def change_follows(step: Step, add: Sequence[FollowPair], remove: Sequence[FollowPair]) -> None:
    """Tells each follower of a change; the step holds the streams of all."""
    changed = {
        *await ADD_FOLLOWS.all(step.tx, PAIRS.rows(add), step.now),
        *await REMOVE_FOLLOWS.all(step.tx, PAIRS.rows(remove)),
    }
    if changed:
        await MOVE_FENCES.run(step.tx, list({pair.follower_id for pair in changed}))
    for pair in dict.fromkeys([*add, *remove]):
        if pair in changed:
            step.tell(pair.follower_id, EventKind.FOLLOW_CHANGED, peer_id=pair.followee_id)
