"""How far the viewer has read, and the receipts that follow from it."""

from collections.abc import Sequence
from functools import partial

from models.db.connection import Stale, Transaction
from models.event_log import LOG_END, NOBODY, EventCursor
from models.receipts import MARK_READ, MARK_SEEN, MARKED, MARKS, UNREAD_BY, MarkedRow, ReadMark
from models.threads import AnswerRow, set_marked_unread
from resolvers.mutation import (
    UNKNOWN_CURSOR,
    Concerned,
    Fields,
    Step,
    concerning,
    hold_both,
    mutate,
    own_cursor,
    shown_thread,
)
from resolvers.threads import Work, on_thread, peer_of
from rules.problems import InvalidInput, InvalidInputReason, NotFound, Refusal
from rules.requests import Act, State, Transition, decide, outcome
from schema.types import receipts as types
from schema.types.context import Given, Info
from schema.types.ids import Kind
from schema.types.problems import problem_of


async def mark_read(info: Info, input: Given[types.MarkReadInput]) -> types.MarkReadResult | None:
    """Mark a thread as read up to a message."""
    # The read mark never moves back; the receipt mark follows it only while both users want receipts (behaviour 7).
    context = info.context
    thread_id = context.key_of(Kind.THREAD, input.thread_id)
    message_id = context.key_of(Kind.MESSAGE, input.up_to)
    if not (thread_id and message_id):
        field = "upTo" if thread_id else "threadId"
        return problem_of(InvalidInput(field, InvalidInputReason.UNKNOWN))

    peer_id = await peer_of(context, Kind.THREAD, thread_id)
    concerned = Concerned(peer_id, partial(_hold, message_id=message_id))
    step = partial(_mark_read, message_id=message_id)
    return await mutate(context, concerned, step, types.MarkReadSuccess, shown_thread)


async def _hold(tx: Transaction, viewer_id: int, peer_id: int, message_id: int) -> list[EventCursor]:
    """Holds the peer's stream if both have read receipts on, also where none moves any more.

    One that a block by the peer keeps back would move at each later mark, and only then the reader would wait.
    """
    row = await MARKED.first(tx, viewer_id, peer_id, message_id)
    return await hold_both(tx, viewer_id, peer_id if row and _may_move_receipt(row) else NOBODY)


def _may_move_receipt(row: MarkedRow) -> bool:
    change = decide(Act.READ, row.side)
    return (
        isinstance(change, Transition)
        and change.peer is Act.SEEN
        and not row.side.blocks_peer
        and row.both_want
    )


def _moves_receipt(row: MarkedRow) -> bool:
    return _may_move_receipt(row) and row.is_newly_seen


async def _mark_read(step: Step, message_id: int) -> int | Refusal:
    row = await MARKED.first(step.tx, step.viewer_id, step.peer_id, message_id)
    if row is None:
        return NotFound()
    change = decide(Act.READ, row.side)
    if isinstance(change, Refusal):
        return change
    if _may_move_receipt(row) and step.peer_id not in step.held:
        raise Stale
    await _mark(step, [row])
    return row.thread_id


async def mark_unread(info: Info, input: Given[types.MarkUnreadInput]) -> types.MarkUnreadResult | None:
    """Mark an open thread as unread, to come back to it."""
    # Changes the viewer's side only; receipts stay (behaviour 7).
    work = Work(Act.MARK_UNREAD, _mark_unread)
    return await on_thread(info.context, Kind.THREAD, input.thread_id, work, types.MarkUnreadSuccess)


async def _mark_unread(step: Step, row: AnswerRow, change: Transition) -> None:
    if await set_marked_unread(step.tx, row.membership_id):
        step.log(change, row.thread_id)


async def mark_threads_read(
    info: Info, input: Given[types.MarkThreadsReadInput]
) -> types.MarkThreadsReadResult | None:
    """Mark up to 500 threads as read as of a cursor, those with the newest activity first."""
    # Marks and receipts of all threads are two statements, and the events a third (behaviour 7).
    context = info.context
    up_to = own_cursor(context, input.up_to)
    if up_to is None:
        return problem_of(UNKNOWN_CURSOR)
    found = await UNREAD_BY.all(context.services.database, up_to.user_id, up_to.seq)
    writers = [row.marked.peer_id for row in found if _may_move_receipt(row.marked)]
    step = partial(_mark_threads_read, up_to=up_to)
    return await mutate(context, concerning(writers), step, types.MarkThreadsReadSuccess)


async def _mark_threads_read(step: Step, up_to: EventCursor) -> Fields | Refusal:
    """A thread whose receipts are on only now is left for the next call, since its writer is not held.

    Messages after the cursor are known by their events, so an expired cursor is refused: else a receipt might lie.
    """
    end = await LOG_END.first(step.tx, step.viewer_id, up_to.seq + 1)
    expired_before = step.now - step.policy.event_lifetime
    if not step.has_reached(up_to) or not (end and end.has_all_since(up_to.seq, expired_before)):
        return UNKNOWN_CURSOR
    found = await UNREAD_BY.all(step.tx, step.viewer_id, up_to.seq)
    rows = [row.marked for row in found]
    taken = [row for row in rows if row.peer_id in step.held or not _may_move_receipt(row)]
    if taken:
        await _mark(step, taken)
    return {
        "count": len(taken),
        "remaining": found[0].total - len(taken) if found else 0,
        "thread_keys": [row.thread_id for row in taken],
    }


async def _mark(step: Step, rows: Sequence[MarkedRow]) -> None:
    """Runs the same statements whether a peer blocks the reader, wants no receipts, or neither."""
    writers = {
        row.thread_id: NOBODY if row.peer_blocks or not _moves_receipt(row) else row.peer_id for row in rows
    }
    marks = MARKS.rows(
        ReadMark(row.membership_id, row.seq, row.thread_id, writers[row.thread_id], row.seen_seq)
        for row in rows
    )
    read = await MARK_READ.all(step.tx, marks)
    await MARK_SEEN.run(step.tx, marks)
    for row in rows:
        if row.membership_id in read:
            step.log(outcome(Act.READ, row.side.state), row.thread_id)
        for kind in outcome(Act.SEEN, State.OPEN).events:
            step.tell(writers[row.thread_id], kind, row.thread_id)
