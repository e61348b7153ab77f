"""What a user does with many requests at once: the single mutations' steps, each statement for all of them."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial

import strawberry

from models.viewer import OWN_ACCOUNT
from resolvers.answering import accept_all, delete_all
from resolvers.mutation import Concerned, Step, concerning, mutate
from resolvers.picking import Pick, Taken
from resolvers.reporting import report_all
from resolvers.safety import block_all
from rules.refusals import InvalidInput, Refusal
from rules.standing import refuse_accepting
from schema.types.bulk import (
    AcceptRequestsInput,
    AcceptRequestsResult,
    AcceptRequestsSuccess,
    DeleteRequestsInput,
    DeleteRequestsResult,
    DeleteRequestsSuccess,
)
from schema.types.context import Context, Given, Info
from schema.types.ids import StreamPosition
from schema.types.problems import problem_of


async def accept_requests(info: Info, input: Given[AcceptRequestsInput]) -> AcceptRequestsResult | None:
    """Each sender is told, in the same transaction."""
    pick = Pick.of(info.context, input)
    if isinstance(pick, InvalidInput):
        return problem_of(pick)

    async def succeed(taken: Taken, position: StreamPosition) -> AcceptRequestsSuccess:
        return AcceptRequestsSuccess(position=position, count=len(taken.rows), remaining=taken.remaining)

    return await mutate(
        info.context, await _senders(info.context, pick), partial(_accept, pick=pick), succeed
    )


async def _accept(step: Step, pick: Pick) -> Taken | Refusal:
    own = await OWN_ACCOUNT.first(step.tx, step.viewer_id)
    taken = await pick.take(step)
    refusal = own and refuse_accepting(own, step.now, step.policy)
    if isinstance(taken, InvalidInput) or refusal:
        return refusal or taken
    if taken.rows:
        await accept_all(step, taken.rows)
    return taken


@dataclass(frozen=True, slots=True)
class _Undo:
    """Where the log stood before the delete, which names it, and until when it can be undone."""

    position: StreamPosition
    until: datetime


@dataclass(frozen=True, slots=True)
class _Deleted:
    """`undo` None: nothing was deleted."""

    taken: Taken
    undo: _Undo | None = None


async def delete_requests(info: Info, input: Given[DeleteRequestsInput]) -> DeleteRequestsResult | None:
    """For the viewer only (behaviour 5)."""
    context, seal = info.context, info.context.services.sealer.seal_undo
    pick = Pick.of(context, input)
    if isinstance(pick, InvalidInput):
        return problem_of(pick)

    async def succeed(deleted: _Deleted, position: StreamPosition) -> DeleteRequestsSuccess:
        taken, undo = deleted.taken, deleted.undo
        return DeleteRequestsSuccess(
            position=position,
            count=len(taken.rows),
            remaining=taken.remaining,
            undo_id=strawberry.ID(seal(undo.position)) if undo else None,
            undo_until=undo.until if undo else None,
        )

    step = partial(_delete, pick=pick, input=input)
    return await mutate(context, await _senders(context, pick), step, succeed)


async def _delete(step: Step, pick: Pick, input: DeleteRequestsInput) -> _Deleted | Refusal:
    taken = await pick.take(step)
    if isinstance(taken, InvalidInput):
        return taken
    if not taken.rows:
        return _Deleted(taken)
    senders = [row.peer_id for row in taken.rows]
    if input.also_report is not None:
        await report_all(step, senders, input.also_report)
    undo_until = await delete_all(step, taken.rows, input.never)
    if input.also_block:
        await block_all(step, senders)
    return _Deleted(taken, _Undo(step.position, undo_until))


async def _senders(context: Context, pick: Pick) -> Concerned:
    return concerning([row.answer.peer_id for row in await pick.find(context.services.database)])
