"""The mutation `markRead`, and the receipts that it gives."""

from functools import partial

from models.db.connection import Stale, Transaction
from models.event_log import NOBODY, Held
from models.receipts import MARK_READ, MARKED, MarkedRow, mark_seen
from models.threads import peer_by_thread
from resolvers.mutation import Answer, Concerned, Step, hold_both, mutate, peer_by, shown_thread
from rules.problems import InvalidInput, InvalidInputReason, NotFound, Refusal
from rules.requests import Act, State, Transition, decide, outcome
from schema.types.context import Given, Info
from schema.types.ids import Kind
from schema.types.problems import problem_of
from schema.types.threads import MarkReadInput, MarkReadResult, MarkReadSuccess


async def mark_read(info: Info, input: Given[MarkReadInput]) -> MarkReadResult | None:
    """The read mark never moves back; the receipt mark follows it only while both users want receipts (behaviour 7)."""
    context = info.context
    thread_id = context.key_of(Kind.THREAD, input.thread_id)
    message_id = context.key_of(Kind.MESSAGE, input.up_to)
    if thread_id is None or message_id is None:
        field = "threadId" if thread_id is None else "upTo"
        return problem_of(InvalidInput(field, InvalidInputReason.UNKNOWN))

    concerned = Concerned(
        await peer_by(peer_by_thread, context, thread_id), partial(_hold, message_id=message_id)
    )
    step = partial(_mark_read, message_id=message_id)
    return await mutate(context, concerned, step, Answer(MarkReadSuccess, shown_thread))


async def _hold(tx: Transaction, viewer_id: int, peer_id: int, message_id: int) -> list[Held]:
    """Holds the peer's stream only if a receipt would move; that does not depend on a block by the peer."""
    row = await MARKED.first(tx, viewer_id, peer_id, message_id)
    return await hold_both(tx, viewer_id, peer_id if row and _moves_receipt(row) else NOBODY)


def _moves_receipt(row: MarkedRow) -> bool:
    change = decide(Act.READ, row.side)
    return (
        isinstance(change, Transition)
        and change.peer is Act.SEEN
        and not row.side.blocks_peer
        and row.is_newly_seen
    )


async def _mark_read(step: Step, message_id: int) -> int | Refusal:
    row = await MARKED.first(step.tx, step.viewer_id, step.peer_id, message_id)
    if row is None:
        return NotFound()
    change = decide(Act.READ, row.side)
    if isinstance(change, Refusal):
        return change
    if await MARK_READ.run(step.tx, row.membership_id, row.seq):
        step.log(change, row.thread_id)
    await _mark_seen(step, row)
    return row.thread_id


async def _mark_seen(step: Step, row: MarkedRow) -> None:
    """Runs the same statements whether the peer blocks the reader, wants no receipts, or neither."""
    moves = _moves_receipt(row)
    if moves and step.peer_id not in step.held:
        raise Stale
    writer_id = NOBODY if row.peer_blocks or not moves else step.peer_id
    await mark_seen(step.tx, row.thread_id, writer_id, row.seen_seq)
    for kind in outcome(Act.SEEN, State.OPEN).events:
        step.tell(writer_id, kind, row.thread_id)
