"""The mutations on a request, and the withdrawal of a sender's requests."""

from collections.abc import Collection, Sequence

from models.db.connection import Stale
from models.event_log import NOBODY
from models.requests import OPEN, OPEN_SIDES, SIDES, WAITING, WITHDRAW, SideKey, move
from models.threads import AnswerRow
from models.users import get_account
from resolvers.mutation import Fields, Step, shown_thread
from resolvers.threads import Work, on_thread
from rules.eligibility import refuse_accepting
from rules.problems import Refusal
from rules.requests import Act, Folder, State, Transition, outcome
from schema.types import requests as types
from schema.types.context import Context, Given, Info
from schema.types.ids import Kind


async def accept(info: Info, input: Given[types.AcceptInput]) -> types.AcceptResult | None:
    """Accept a request: the thread opens for both and the sender is told."""
    # Refuses a restricted or under-age viewer before it looks for the request (behaviour 5, 8.25).

    async def shown(context: Context, thread_id: int) -> Fields:
        return {"request_id": input.request_id} | await shown_thread(context, thread_id)

    work = Work(Act.ACCEPT, _accept, refuse_viewer)
    return await on_thread(info.context, Kind.REQUEST, input.request_id, work, types.AcceptSuccess, shown)


async def refuse_viewer(step: Step) -> Refusal | None:
    """By the own facts of one who accepts."""
    own = await get_account(step.tx, step.viewer_id)
    return refuse_accepting(own, step.now, step.policy) if own else None


async def _accept(step: Step, row: AnswerRow, change: Transition) -> None:
    if change.peer:
        await accept_all(step, [row])


async def accept_all(step: Step, rows: Sequence[AnswerRow]) -> None:
    """Runs the same statements for any number of requests, whether or not a sender blocks the viewer."""
    threads = [row.thread_id for row in rows]
    peers = {row.thread_id: NOBODY if row.is_open or row.peer_blocks else row.peer_id for row in rows}
    sides = [SideKey(thread, user) for thread, peer in peers.items() for user in (step.viewer_id, peer)]
    await OPEN_SIDES.run(step.tx, SIDES.rows(sides), step.now)
    await OPEN.run(step.tx, step.now, threads)
    for row in rows:
        step.log(outcome(Act.ACCEPT, row.side.state), row.thread_id)
        if not row.is_open:
            for kind in outcome(Act.ACCEPTED, State.SENT).events:
                told = peers[row.thread_id]
                step.tell(told, kind, row.thread_id, peer_id=None if told else row.peer_id)
    await step.move_fence()


async def move_request(info: Info, input: Given[types.MoveRequestInput]) -> types.MoveRequestResult | None:
    """Move a request from Hidden to Requests, for good."""
    # The sender is not told (behaviour 6.14).
    work, id = Work(Act.MOVE, _move), input.request_id
    return await on_thread(info.context, Kind.REQUEST, id, work, types.MoveRequestSuccess, _shown_request)


async def _shown_request(context: Context, thread_id: int) -> Fields:
    return {"request": types.Request.of(await context.loaders.threads.load(thread_id))}


async def _move(step: Step, row: AnswerRow, change: Transition) -> None:
    if not await move(step.tx, row.membership_id, row.side.folder):
        raise Stale
    step.log(change, row.thread_id)
    await step.move_fence()


async def withdraw_requests(step: Step, sender_ids: Collection[int]) -> None:
    """Cannot be undone; the step must hold the recipients' streams too (behaviour 2.26, 2.31, 8.26)."""
    senders = list(sender_ids)
    for row in await WAITING.all(step.tx, senders):
        for kind in outcome(Act.WITHDRAW, State.of(row.folder, Folder.NONE, is_moved=False)).events:
            step.tell(row.user_id, kind, row.thread_id)
    await WITHDRAW.run(step.tx, senders)
