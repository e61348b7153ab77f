"""What a user does with a request: accept it, delete it, undo that."""

from datetime import datetime
from functools import partial

from events.kinds import EventKind
from models.answering import (
    ANSWER,
    DELETE,
    OPEN_THREAD,
    PEER_BY_MEMBERSHIP,
    PEER_BY_THREAD,
    RECOUNT,
    TO_INBOX,
    UNDO,
    AnswerRow,
)
from models.log import NOBODY
from models.membership import Folder
from models.viewer import OWN_ACCOUNT
from resolvers.mutation import Step, mutate
from rules.refusals import InvalidInput, NotFound, Refusal, UndoExpired, YouBlockedThisUser
from rules.standing import refuse_accepting
from schema.types.answering import (
    AcceptInput,
    AcceptResult,
    AcceptSuccess,
    DeleteInput,
    DeleteResult,
    DeleteSuccess,
    UndoDeleteInput,
    UndoDeleteResult,
    UndoDeleteSuccess,
)
from schema.types.context import Context, Given, Info
from schema.types.ids import Kind, StreamPosition
from schema.types.problems import problem_of
from schema.types.thread import Thread

_REQUEST_FOLDERS = {Folder.REQUESTS, Folder.HIDDEN}


async def accept(info: Info, input: Given[AcceptInput]) -> AcceptResult | None:
    """The recipient's yes (behaviour 5)."""
    context = info.context
    key = context.services.sealer.key_of(Kind.REQUEST, input.request_id)
    if key is None:
        return problem_of(InvalidInput("requestId"))
    peer = await PEER_BY_MEMBERSHIP.first(context.services.database, context.require_viewer(), key)

    async def succeed(thread_id: int, position: StreamPosition) -> AcceptSuccess:
        row = await context.loaders.threads.load(thread_id)
        return AcceptSuccess(position=position, thread=Thread.of(row))

    return await mutate(context, peer.peer_id if peer else 0, _accept, succeed)


async def _accept(step: Step) -> int | Refusal:
    own = await OWN_ACCOUNT.first(step.tx, step.viewer_id)
    row = await ANSWER.first(step.tx, step.viewer_id, step.peer_id)
    refusal = (own and refuse_accepting(own, step.now, step.policy)) or _refuse_accept(row)
    if row is None or refusal:
        return refusal or NotFound()
    if row.folder == Folder.INBOX:
        return row.thread_id
    opens = await OPEN_THREAD.run(step.tx, row.thread_id, step.now)
    await TO_INBOX.run(step.tx, row.thread_id, step.viewer_id, step.now)
    step.tell(step.viewer_id, EventKind.THREAD_OPENED, row.thread_id)
    if opens:
        sender_id = NOBODY if row.peer_blocks else step.peer_id
        await TO_INBOX.run(step.tx, row.thread_id, sender_id, step.now)
        step.tell(sender_id, EventKind.REQUEST_ACCEPTED, row.thread_id)
    await step.move_fence()
    return row.thread_id


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

    return await mutate(info.context, peer_id, partial(delete_thread, never=input.never), succeed)


async def delete_thread(step: Step, never: bool) -> datetime | Refusal:
    """Also a step of a report. When it can be undone until."""
    row = await ANSWER.first(step.tx, step.viewer_id, step.peer_id)
    if row is None or row.folder == Folder.NONE:
        return NotFound()
    if never and row.folder not in _REQUEST_FOLDERS:
        return InvalidInput("never")
    undo_until = step.now + step.policy.undo_window
    await DELETE.run(step.tx, row.membership_id, row.last_seq, undo_until, never)
    is_request = row.folder in _REQUEST_FOLDERS
    kind = EventKind.REQUEST_DELETED if is_request else EventKind.THREAD_DELETED
    step.tell(step.viewer_id, kind, row.thread_id)
    await step.move_fence()
    return undo_until


async def undo_delete(info: Info, input: Given[UndoDeleteInput]) -> UndoDeleteResult | None:
    """Within the time that the delete named."""
    peer_id = await _peer_of(info.context, input.id)

    async def succeed(count: int, position: StreamPosition) -> UndoDeleteSuccess:
        return UndoDeleteSuccess(position=position, count=count)

    return await mutate(info.context, peer_id or 0, _undo, succeed)


async def _undo(step: Step) -> int | Refusal:
    row = await ANSWER.first(step.tx, step.viewer_id, step.peer_id)
    if row is None or row.undo_until is None or row.undo_folder is None or row.blocks_peer:
        return NotFound()
    if row.undo_until <= step.now:
        return UndoExpired()
    folder = _restored_to(row, row.undo_folder)
    await UNDO.run(step.tx, row.membership_id, folder)
    await RECOUNT.run(step.tx, row.membership_id)
    is_request = folder in _REQUEST_FOLDERS
    kind = EventKind.REQUEST_RESTORED if is_request else EventKind.THREAD_RESTORED
    step.tell(step.viewer_id, kind, row.thread_id)
    await step.move_fence()
    return 1


def _restored_to(row: AnswerRow, undo_folder: Folder) -> Folder:
    """One folder for the old messages and those that came meanwhile."""
    if row.opened_at:
        return Folder.INBOX
    is_hidden = Folder.HIDDEN in {row.folder, undo_folder} and not row.moved
    return Folder.HIDDEN if is_hidden else undo_folder


async def _peer_of(context: Context, id: str) -> int | None:
    """The other one of a thread named in any of its ways, 0 if there is none.

    None: the id names no thread.
    """
    match context.services.sealer.open(id):
        case (Kind.THREAD, key):
            statement = PEER_BY_THREAD
        case (Kind.REQUEST | Kind.SENT_REQUEST, key):
            statement = PEER_BY_MEMBERSHIP
        case _:
            return None
    row = await statement.first(context.services.database, context.require_viewer(), key)
    return row.peer_id if row else 0
