"""How far a user has read."""

from functools import partial

from events.kinds import EventKind
from events.stream import EventCursor
from models.event_log import NOBODY
from models.receipts import MARK_READ, MARK_SEEN, MARKED, NEWLY_SEEN, MarkedRow
from models.requests import RECOUNT
from models.threads import PEER_BY_THREAD, Folder, ThreadRow
from resolvers.mutation import Step, on_peer, peer_by
from rules.refusals import InvalidInput, InvalidInputReason, NotFound, Refusal
from schema.types.context import Given, Info
from schema.types.ids import Kind
from schema.types.problems import problem_of
from schema.types.threads import MarkReadInput, MarkReadResult, MarkReadSuccess, Thread


async def mark_read(info: Info, input: Given[MarkReadInput]) -> MarkReadResult | None:
    """Private, and never back; the receipt mark follows where both want it (behaviour 7)."""
    context = info.context
    thread_id = context.key_of(Kind.THREAD, input.thread_id)
    message_id = context.key_of(Kind.MESSAGE, input.up_to)
    if thread_id is None or message_id is None:
        field = "threadId" if thread_id is None else "upTo"
        return problem_of(InvalidInput(field, InvalidInputReason.UNKNOWN))

    def show(cursor: EventCursor, row: ThreadRow) -> MarkReadSuccess:
        return MarkReadSuccess(event_cursor=cursor, thread=Thread.of(row))

    peer_id = await peer_by(PEER_BY_THREAD, context, thread_id)
    return await on_peer(context, peer_id, partial(_mark_read, message_id=message_id), show)


async def _mark_read(step: Step, message_id: int) -> int | Refusal:
    row = await MARKED.first(step.tx, step.viewer_id, step.peer_id, message_id)
    if row is None:
        return NotFound()
    if await MARK_READ.run(step.tx, row.membership_id, row.seq):
        await RECOUNT.all(step.tx, [row.membership_id])
        step.tell(step.viewer_id, EventKind.THREAD_READ, row.thread_id)
    if row.folder == Folder.INBOX and not row.blocks_peer:
        await _mark_seen(step, row)
    return row.thread_id


async def _mark_seen(step: Step, row: MarkedRow) -> None:
    """The same statements whether the peer blocks the reader, or wants no receipts, or neither."""
    writer_id = NOBODY if row.peer_blocks else step.peer_id
    newly_seen = await NEWLY_SEEN.first(step.tx, row.thread_id, writer_id, row.seen_seq)
    await MARK_SEEN.run(step.tx, row.thread_id, writer_id, row.seen_seq)
    step.tell(writer_id if newly_seen else NOBODY, EventKind.THREAD_SEEN, row.thread_id)
