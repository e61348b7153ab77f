"""Follow and unfollow, by a user or by the host app; block and unblock, both silent."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import partial

from models import relations as tables
from models.provisioning import find_subjects
from models.relations import FollowPair
from models.requests import FIND_OPEN
from models.threads import ANSWER
from models.users import MOVE_FENCES, is_known
from resolvers.mutation import (
    Concerned,
    Done,
    Fields,
    Step,
    answer,
    commit,
    hold_absent,
    not_allowed,
    of_host,
    on_user,
)
from resolvers.provisioning import commit_batch, counted
from resolvers.threads import leaving
from rules.events import EventKind
from rules.problems import InvalidInput, NotFound, Refusal, flaw_of_end
from rules.provisioning import HostFollow, refuse_follows, refuse_many
from rules.requests import Act, State, outcome
from schema.types import relations as types
from schema.types.context import Given, Info, Services
from schema.types.problems import problem_of


async def follow(info: Info, input: Given[types.FollowInput]) -> types.FollowResult | None:
    """Follow a user."""
    return await on_user(info.context, input.user_id, _follow, types.FollowSuccess)


async def _follow(step: Step) -> Refusal | None:
    if not await tables.HOLD_FOLLOWEE.first(step.tx, step.peer_id):
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
        *await tables.ADD_FOLLOWS.all(step.tx, tables.PAIRS.rows(add), step.now),
        *await tables.REMOVE_FOLLOWS.all(step.tx, tables.PAIRS.rows(remove)),
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
