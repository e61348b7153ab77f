"""What the host app's batches share: nobody's mutation, under the streams of those whom the batch names."""

from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass

from events.stream import EventCursor
from models.db.connection import Transaction
from models.event_log import NOBODY, Held
from models.provisioning import find_subjects, hold_subjects
from models.requests import Leaving, hold_recipients
from resolvers.mutation import Concerned, Done, Step, commit
from rules.problems import Refusal
from schema.types.context import Services


def refused(refusal: Refusal) -> Done[int | Refusal]:
    """Before anything is looked at."""
    return Done(refusal, EventCursor(NOBODY, 0, 0), frozenset())


@dataclass(frozen=True, slots=True)
class Named:
    """The subjects of a batch, and those among them whose requests may end by it."""

    subjects: Collection[str]
    leaving: Collection[str] = ()


async def commit_batch(
    services: Services, named: Named, step: Callable[[Step], Awaitable[int | Refusal]]
) -> Done[int | Refusal]:
    """Whole or not at all; new subjects have no streams yet."""

    async def hold(tx: Transaction, viewer_id: int, peer_id: int) -> list[Held]:
        if not named.leaving:
            return await hold_subjects(tx, named.subjects)
        found = await find_subjects(tx, named.subjects)
        senders = [found[subject].id for subject in named.leaving if subject in found]
        return await hold_recipients(tx, Leaving([user.id for user in found.values()], senders))

    return await commit(services, NOBODY, Concerned(NOBODY, hold), step)
