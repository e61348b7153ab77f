"""What a user does with a request: accept it, delete it."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from events.kinds import EventKind
from models.answering import (
    ANSWER,
    DELETE,
    OPEN,
    PEER_BY_MEMBERSHIP,
    PEER_BY_THREAD,
    TO_INBOX,
    AnswerRow,
)
from models.log import NOBODY
from models.membership import REQUEST_FOLDERS, Folder
from models.rows import ThreadRow
from models.viewer import OWN_ACCOUNT
from resolvers.mutation import Concerned, Step, mutate
from resolvers.targets import on_request, peer_by
from rules.refusals import InvalidInput, NotFound, Refusal, YouBlockedThisUser
from rules.standing import refuse_accepting
from schema.types.answering import (
    AcceptInput,
    AcceptResult,
    AcceptSuccess,
    DeleteInput,
    DeleteResult,
    DeleteSuccess,
)
from schema.types.context import Context, Given, Info
from schema.types.ids import Kind, StreamPosition
from schema.types.problems import problem_of
from schema.types.thread import Thread


async def accept(info: Info, input: Given[AcceptInput]) -> AcceptResult | None:
    """The recipient's yes (behaviour 5)."""

    def show(position: StreamPosition, row: ThreadRow) -> AcceptSuccess:
        return AcceptSuccess(position=position, thread=Thread.of(row))

    return await on_request(info.context, input.request_id, _accept, show)


async def _accept(step: Step) -> int | Refusal:
    own = await OWN_ACCOUNT.first(step.tx, step.viewer_id)
    row = await ANSWER.first(step.tx, step.viewer_id, step.peer_id)
    refusal = (own and refuse_accepting(own, step.now, step.policy)) or _refuse_accept(row)
    if row is None or refusal:
        return refusal or NotFound()
    if row.folder != Folder.INBOX:
        await accept_all(step, [row])
    return row.thread_id


async def accept_all(step: Step, rows: Sequence[AnswerRow]) -> None:
    """The same statements whether or not a sender blocks the viewer, and how many there are."""
    threads = [row.thread_id for row in rows]
    await TO_INBOX.all(step.tx, threads, step.viewer_id, step.now)
    opened = {thread.id for thread in await OPEN.all(step.tx, threads, step.now)}
    for row in rows:
        step.tell(step.viewer_id, EventKind.THREAD_OPENED, row.thread_id)
        if row.thread_id in opened:
            sender_id = NOBODY if row.peer_blocks else row.peer_id
            step.tell(sender_id, EventKind.REQUEST_ACCEPTED, row.thread_id)
    await step.move_fence()


def _refuse_accept(row: AnswerRow | None) -> Refusal | None:
    if row is None:
        return NotFound()
    if row.blocks_peer:
        return YouBlockedThisUser()
    return NotFound() if row.folder in {Folder.NONE, Folder.SENT} else None


async def delete(info: Info, input: Given[DeleteInput]) -> DeleteResult | None:
    """For the viewer only (behaviour 5)."""
    peer_id = await _peer_of(info.context, input.id)
    if peer_id is None:
        return problem_of(InvalidInput("id"))

    async def succeed(undo_until: datetime, position: StreamPosition) -> DeleteSuccess:
        return DeleteSuccess(position=position, deleted_id=input.id, undo_until=undo_until)

    step = partial(delete_thread, never=input.never)
    return await mutate(info.context, Concerned(peer_id), step, succeed)


async def delete_thread(step: Step, never: bool) -> datetime | Refusal:
    """Also a step of a report. When it can be undone until."""
    row = await ANSWER.first(step.tx, step.viewer_id, step.peer_id)
    if row is None or row.folder == Folder.NONE:
        return NotFound()
    if never and row.folder not in REQUEST_FOLDERS:
        return InvalidInput("never")
    return await delete_all(step, [row], never)


async def delete_all(step: Step, rows: Sequence[AnswerRow], never: bool) -> datetime:
    """One undo brings all of them back. When it can be undone until."""
    undo_until = step.now + step.policy.undo_window
    memberships = [row.membership_id for row in rows]
    await DELETE.all(step.tx, memberships, undo_until, step.position.seq, never)
    for row in rows:
        is_request = row.folder in REQUEST_FOLDERS
        kind = EventKind.REQUEST_DELETED if is_request else EventKind.THREAD_DELETED
        step.tell(step.viewer_id, kind, row.thread_id)
    await step.move_fence()
    return undo_until


async def _peer_of(context: Context, id: str) -> int | None:
    """The other one of a thread named in any of its ways; None: the id names no thread."""
    match context.open(id):
        case (Kind.THREAD, key):
            return await peer_by(PEER_BY_THREAD, context, key)
        case (Kind.REQUEST | Kind.SENT_REQUEST, key):
            return await peer_by(PEER_BY_MEMBERSHIP, context, key)
    return None
