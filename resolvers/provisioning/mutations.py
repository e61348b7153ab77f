"""The mutations of the host app, for tokens with the role `service`; and its follows, a whole batch or nothing."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from models import provisioning as tables
from models.db.connection import Transaction
from models.event_log import NOBODY, Held
from models.follows import FollowPair
from models.moderation import Action, ModerationAction
from models.viewer import Revocation, find_valid_from, revoke
from resolvers.follows import change_follows
from resolvers.mutation import Done, Fields, answer, commit, not_allowed, of_host
from resolvers.provisioning.users import commit_batch, erase_subject, store_users
from resolvers.step import Concerned, Step
from rules import provisioning as facts
from rules.problems import Flaw, InvalidInput, InvalidInputReason, Refusal
from rules.provisioning import HostFollow, refuse_follows, refuse_revocation
from schema.types import provisioning as types
from schema.types.context import Context, Given, Info, Services


async def upsert_users(info: Info, input: Given[types.UpsertUsersInput]) -> types.UpsertUsersResult | None:
    """For the host app: create users, or overwrite the fields that it owns."""
    # Takes effect at once, for open subscriptions too (behaviour 2).
    if not info.context.is_service:
        return await not_allowed(info.context)
    users = [facts.HostUser(**vars(user)) for user in input.users]
    done = await store_users(info.context.services, users)
    return await answer(info.context, done, types.UpsertUsersSuccess, _counted)


async def set_follows(info: Info, input: Given[types.SetFollowsInput]) -> types.SetFollowsResult | None:
    """For the host app: add and remove follows."""
    if not info.context.is_service:
        return await not_allowed(info.context)
    add, remove = _follows(input.add), _follows(input.remove)
    done = await store_follows(info.context.services, add, remove)
    return await answer(info.context, done, types.SetFollowsSuccess, _counted)


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
    found = await tables.find_subjects(step.tx, _subjects([*add, *remove]))
    if refusal := _refuse_unknown(add, found):
        return refusal
    living = {subject: known.id for subject, known in found.items() if known.erased_at is None}
    added = _pairs(add, living)
    await change_follows(step, added, _pairs(remove, living))
    return len(added) + len(remove)


def _subjects(follows: Iterable[HostFollow]) -> set[str]:
    return {subject for follow in follows for subject in (follow.follower, follow.followee)}


def _refuse_unknown(add: Sequence[HostFollow], found: Container[str]) -> InvalidInput | None:
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


async def erase_user(info: Info, input: Given[types.EraseUserInput]) -> types.EraseUserResult | None:
    """For the host app: erase a user. Their messages in threads with others stay."""
    # Takes effect at once, for open subscriptions too (behaviour 2 and 14).
    if not info.context.is_service:
        return await not_allowed(info.context)
    done = await erase_subject(info.context.services, input.subject)
    return await answer(info.context, done, types.EraseUserSuccess, _nothing)


async def _counted(_: Context, count: int) -> Fields:
    return {"count": count}


async def _nothing(_: Context, erased: bool) -> Fields:
    return {}


def _follows(given: list[types.HostFollow]) -> list[facts.HostFollow]:
    return [facts.HostFollow(**vars(follow)) for follow in given]


@dataclass(frozen=True, slots=True)
class _Revoked:
    """`revocation` None: the call changed nothing."""

    valid_from: datetime | None
    revocation: Revocation | None


async def revoke_tokens(info: Info, input: Given[types.RevokeTokensInput]) -> types.RevokeTokensResult | None:
    """Refuse a user's tokens that were issued before a time, at once, for the host app."""
    # Every process is told after the commit (behaviour 2).
    context = info.context
    if not context.is_service:
        return await not_allowed(context)

    async def hold(tx: Transaction, viewer_id: int, peer_id: int) -> list[Held]:
        return await tables.hold_subjects(tx, [input.subject])

    async def step(step: Step) -> _Revoked | Refusal:
        return refuse_revocation(input.subject, input.before, step.now) or await _revoke(step, input)

    done = await commit(context.services, NOBODY, Concerned(NOBODY, hold), step)
    if isinstance(done.outcome, _Revoked) and done.outcome.revocation:
        context.services.revocations.tell(done.outcome.revocation)
    return await answer(context, done, types.RevokeTokensSuccess, _shown)


async def _revoke(step: Step, input: types.RevokeTokensInput) -> _Revoked | InvalidInput:
    found = await tables.find_subjects(step.tx, [input.subject])
    if input.subject not in found:
        return InvalidInput("subject", InvalidInputReason.UNKNOWN)
    user_id = found[input.subject].id
    revocation = await revoke(step.tx, user_id, input.before)
    if revocation is None:
        return _Revoked(await find_valid_from(step.tx, user_id), None)
    await ModerationAction.create(
        actor_id=None, user_id=user_id, action=Action.REVOKE_TOKENS, at=step.now, using_db=step.tx.orm
    )
    return _Revoked(input.before, revocation)


async def _shown(_: Context, revoked: _Revoked) -> Fields:
    return {"valid_from": revoked.valid_from}
