"""The host app's mutation that ends a user's tokens before their time."""

from dataclasses import dataclass
from datetime import datetime

from models.db.connection import Transaction
from models.event_log import NOBODY, Held
from models.moderation import Action, ModerationAction
from models.provisioning import find_subjects, hold_subjects
from models.revocations import Revocation, find_valid_from, revoke
from resolvers.mutation import Answer, Concerned, Fields, Step, answer, commit
from resolvers.permissions import is_service, not_allowed
from rules.problems import InvalidInput, InvalidInputReason, Refusal
from rules.revocations import refuse_revocation
from schema.types.context import Context, Given, Info
from schema.types.revocations import RevokeTokensInput, RevokeTokensResult, RevokeTokensSuccess


@dataclass(frozen=True, slots=True)
class _Revoked:
    """`revocation` None: the call changed nothing."""

    valid_from: datetime | None
    revocation: Revocation | None


async def revoke_tokens(info: Info, input: Given[RevokeTokensInput]) -> RevokeTokensResult | None:
    """Every process is told after the commit (behaviour 2)."""
    context = info.context
    if not is_service(context):
        return await not_allowed(context)

    async def hold(tx: Transaction, viewer_id: int, peer_id: int) -> list[Held]:
        return await hold_subjects(tx, [input.subject])

    async def step(step: Step) -> _Revoked | Refusal:
        return refuse_revocation(input.subject, input.before, step.now) or await _revoke(step, input)

    done = await commit(context.services, NOBODY, Concerned(NOBODY, hold), step)
    if isinstance(done.outcome, _Revoked) and done.outcome.revocation:
        context.services.revocations.tell(done.outcome.revocation)
    return await answer(context, done, Answer(RevokeTokensSuccess, _shown))


async def _revoke(step: Step, input: RevokeTokensInput) -> _Revoked | InvalidInput:
    found = await find_subjects(step.tx, [input.subject])
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
