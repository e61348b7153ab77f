"""What the host app's batches share: nobody's mutation, under the streams of those whom the batch names."""

from collections.abc import Awaitable, Callable, Collection

from events.stream import EventCursor
from models.db.connection import Transaction
from models.event_log import NOBODY, Held
from models.provisioning import hold_subjects
from resolvers.mutation import Concerned, Done, Step, commit
from rules.refusals import Refusal
from schema.types.context import Services


def refused(refusal: Refusal) -> Done[int | Refusal]:
    """Before anything is looked at."""
    return Done(refusal, EventCursor(NOBODY, 0, 0), frozenset())


async def commit_batch(
    services: Services, subjects: Collection[str], step: Callable[[Step], Awaitable[int | Refusal]]
) -> Done[int | Refusal]:
    """Whole or not at all; subjects that are nobody's yet have no streams."""

    async def hold(tx: Transaction, viewer_id: int, peer_id: int) -> list[Held]:
        return await hold_subjects(tx, subjects)

    return await commit(services, NOBODY, Concerned(NOBODY, hold), step)
