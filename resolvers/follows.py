"""Follow and unfollow, by a user or by the host app."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from models.follows import ADD_FOLLOWS, HOLD_FOLLOWEE, PAIRS, REMOVE_FOLLOWS, FollowPair
from models.provisioning import find_subjects
from models.users import MOVE_FENCES, is_known
from resolvers.mutation import Done, answer, not_allowed, of_host, on_user
from resolvers.provisioning import commit_batch, counted
from resolvers.step import Step
from rules.events import EventKind
from rules.problems import NotFound, Refusal
from rules.provisioning import HostFollow, refuse_follows, refuse_many
from schema.types import follows as types
from schema.types.context import Given, Info, Services


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


async def set_follows(info: Info, input: Given[types.SetFollowsInput]) -> types.SetFollowsResult | None:
    """For the host app: add and remove follows."""
    if not info.context.is_service:
        return await not_allowed(info.context)
    add, remove = _follows(input.add), _follows(input.remove)
    done = await store_follows(info.context.services, add, remove)
    return await answer(info.context, done, types.SetFollowsSuccess, counted)


async def store_follows(
    services: Services, add: Sequence[HostFollow], remove: Sequence[HostFollow]
) -> Done[int | Refusal]:
    """Gives how many follows are stored as given: all but those to add for erased users (behaviour 2)."""
    if refusal := refuse_many(add, remove):
        return of_host(refusal)
    step = partial(_store, add=add, remove=remove)
    return await commit_batch(services, step, _subjects([*add, *remove]))


async def _store(step: Step, add: Sequence[HostFollow], remove: Sequence[HostFollow]) -> int | Refusal:
    found = await find_subjects(step.tx, _subjects([*add, *remove]))
    if refusal := refuse_follows(add, remove, found):
        return refusal
    living = {subject: known.id for subject, known in found.items() if known.erased_at is None}
    added = _pairs(add, living)
    await change_follows(step, added, _pairs(remove, living))
    return len(added) + len(remove)


def _subjects(follows: Iterable[HostFollow]) -> set[str]:
    return {subject for follow in follows for subject in (follow.follower, follow.followee)}


def _pairs(follows: Sequence[HostFollow], living: Mapping[str, int]) -> list[FollowPair]:
    """Only pairs without an erased user."""
    return [
        FollowPair(living[follow.follower], living[follow.followee])
        for follow in follows
        if follow.follower in living and follow.followee in living
    ]


def _follows(given: list[types.HostFollow]) -> list[HostFollow]:
    return [HostFollow(**vars(follow)) for follow in given]
