"""A user's requests vanish from their recipients' folders, for good."""

from events.kinds import EventKind
from models.withdrawing import SHOWN, WITHDRAW
from resolvers.mutation import Step


async def withdraw_requests(step: Step) -> None:
    """Those of the peer; the step holds the recipients' streams too (behaviour 2.26, 8.26)."""
    for request in await SHOWN.all(step.tx, step.peer_id):
        step.tell(request.user_id, EventKind.REQUEST_WITHDRAWN, request.thread_id)
    await WITHDRAW.run(step.tx, step.peer_id)
