"""Stores the host app's follows, a whole batch or nothing."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from models.provisioning import (
    ADD_FOLLOWS,
    MOVE_FENCES,
    PAIRS,
    REMOVE_FOLLOWS,
    FollowPair,
    Found,
    find_subjects,
)
from resolvers.mutation import Done, of_host
from resolvers.provisioning.users import commit_batch
from resolvers.step import Step
from rules.events import EventKind
from rules.problems import Flaw, InvalidInput, InvalidInputReason, Refusal
from rules.provisioning import HostFollow, refuse_follows
from schema.types.context import Services

_SIDES = ("follower", "followee")


async def store_follows(
    services: Services, add: Sequence[HostFollow], remove: Sequence[HostFollow]
) -> Done[int | Refusal]:
    """Gives how many follows are stored as given: all but those to add for erased users (behaviour 2)."""
    if refusal := refuse_follows(add, remove):
        return of_host(refusal)
    step = partial(_store, add=add, remove=remove)
    return await commit_batch(services, step, _subjects([*add, *remove]))


async def _store(step: Step, add: Sequence[HostFollow], remove: Sequence[HostFollow]) -> int | Refusal:
    found = await find_subjects(step.tx, _subjects([*add, *remove]))
    if refusal := _refuse_unknown(add, found):
        return refusal
    living = {subject: known.id for subject, known in found.items() if not known.is_erased}
    added, removed = _pairs(add, living), _pairs(remove, living)
    changed = {
        *await ADD_FOLLOWS.all(step.tx, PAIRS.rows(added), step.now),
        *await REMOVE_FOLLOWS.all(step.tx, PAIRS.rows(removed)),
    }
    if changed:
        await MOVE_FENCES.run(step.tx, list({pair.follower_id for pair in changed}))
    for pair in dict.fromkeys([*added, *removed]):
        if pair in changed:
            step.tell(pair.follower_id, EventKind.FOLLOW_CHANGED, peer_id=pair.followee_id)
    return len(added) + len(remove)


def _subjects(follows: Iterable[HostFollow]) -> set[str]:
    return {subject for follow in follows for subject in (follow.follower, follow.followee)}


def _refuse_unknown(add: Sequence[HostFollow], found: Mapping[str, Found]) -> InvalidInput | None:
    unknown = Flaw(InvalidInputReason.UNKNOWN)
    sides = ((entry, side, getattr(follow, side)) for entry, follow in enumerate(add) for side in _SIDES)
    return InvalidInput.of(
        (f"add[{entry}].{side}", unknown) for entry, side, subject in sides if subject not in found
    )


def _pairs(follows: Sequence[HostFollow], living: Mapping[str, int]) -> list[FollowPair]:
    """Only pairs without an erased user."""
    return [
        FollowPair(living[follow.follower], living[follow.followee])
        for follow in follows
        if follow.follower in living and follow.followee in living
    ]
