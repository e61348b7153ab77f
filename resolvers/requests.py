"""What a user does with a request: accept it, move it out of Hidden; and how a user's own vanish."""

from collections.abc import Sequence

from events.kinds import EventKind
from models.event_log import NOBODY
from models.requests import MOVE, OPEN, SENDERS, SHOWN, TO_INBOX, WITHDRAW
from models.scope import Key
from models.threads import ANSWER, REQUEST_FOLDERS, AnswerRow, Folder, ThreadRow
from models.viewer import OWN_ACCOUNT
from resolvers.mutation import Step, on_request
from rules.refusals import NotFound, Refusal, YouBlockedThisUser
from rules.standing import refuse_accepting
from schema.types.context import Given, Info
from schema.types.ids import StreamPosition
from schema.types.requests import (
    AcceptInput,
    AcceptResult,
    AcceptSuccess,
    MoveRequestInput,
    MoveRequestResult,
    MoveRequestSuccess,
    Request,
)
from schema.types.threads import Thread


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


async def move_request(info: Info, input: Given[MoveRequestInput]) -> MoveRequestResult | None:
    """Nobody else is told (behaviour 6)."""

    def show(position: StreamPosition, row: ThreadRow) -> MoveRequestSuccess:
        return MoveRequestSuccess(position=position, request=Request.of(row))

    return await on_request(info.context, input.request_id, _move, show)


async def _move(step: Step) -> int | Refusal:
    row = await ANSWER.first(step.tx, step.viewer_id, step.peer_id)
    if row is None or row.folder not in REQUEST_FOLDERS or row.blocks_peer:
        return NotFound()
    await MOVE.run(step.tx, row.membership_id)
    if row.folder == Folder.HIDDEN:
        step.tell(step.viewer_id, EventKind.REQUEST_MOVED, row.thread_id)
    await step.move_fence()
    return row.thread_id


async def withdraw_requests(step: Step, senders: Sequence[int]) -> None:
    """All of theirs; the step holds the recipients' streams too (behaviour 2.26, 2.31, 8.26)."""
    rows = SENDERS.rows(map(Key, senders))
    for request in await SHOWN.all(step.tx, rows):
        step.tell(request.user_id, EventKind.REQUEST_WITHDRAWN, request.thread_id)
    await WITHDRAW.run(step.tx, rows)
