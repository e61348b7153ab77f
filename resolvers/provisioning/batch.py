"""What the host app's batches share: nobody's mutation, under the streams of those whom the batch names."""

from collections.abc import Awaitable, Callable, Collection

from models.db.connection import Transaction
from models.event_log import NOBODY, Held
from models.provisioning import find_subjects, hold_subjects
from models.requests import hold_all_recipients
from resolvers.mutation import Concerned, Done, Step, commit
from rules.refusals import Refusal
from schema.types.context import Services
from schema.types.ids import StreamPosition


def refused(refusal: Refusal) -> Done[int | Refusal]:
    """Before anything is looked at."""
    return Done(refusal, StreamPosition(NOBODY, 0, 0), frozenset())


async def commit_batch(
    services: Services,
    subjects: Collection[str],
    step: Callable[[Step], Awaitable[int | Refusal]],
    leaving: Collection[str] = (),
) -> Done[int | Refusal]:
    """Whole or not at all; subjects that are nobody's yet have no streams.

    `leaving`: those whose requests the step may withdraw.
    """

    async def hold(tx: Transaction, viewer_id: int, peer_id: int) -> list[Held]:
        if not leaving:
            return await hold_subjects(tx, subjects)
        found = await find_subjects(tx, subjects)
        senders = [row.id for row in found.values() if row.host_id in leaving]
        return await hold_all_recipients(tx, NOBODY, senders, [row.id for row in found.values()])

    return await commit(services, NOBODY, Concerned(NOBODY, hold), step)
