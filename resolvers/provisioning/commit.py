"""Shared by the host app's batches: a mutation without a viewer that holds the streams of the named users."""

from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass

from events.stream import EventCursor
from models.db.connection import Transaction
from models.event_log import NOBODY, Held
from models.provisioning import find_subjects, hold_subjects
from models.requests import Leaving, hold_recipients
from resolvers.mutation import Done, commit
from resolvers.step import Concerned, Step
from rules.problems import Refusal
from schema.types.context import Services


def refused(refusal: Refusal) -> Done[int | Refusal]:
    """The answer to a batch that is refused before it is read."""
    return Done(refusal, EventCursor(NOBODY, 0, 0), frozenset())


@dataclass(frozen=True, slots=True)
class Named:
    """The subjects of a batch, and those among them whose requests it may withdraw."""

    subjects: Collection[str]
    leaving: Collection[str] = ()


async def commit_batch(
    services: Services, named: Named, step: Callable[[Step], Awaitable[int | Refusal]]
) -> Done[int | Refusal]:
    """Stores the batch whole or not at all; new subjects have no streams yet."""

    async def hold(tx: Transaction, viewer_id: int, peer_id: int) -> list[Held]:
        if not named.leaving:
            return await hold_subjects(tx, named.subjects)
        found = await find_subjects(tx, named.subjects)
        senders = [found[subject].id for subject in named.leaving if subject in found]
        return await hold_recipients(tx, Leaving([user.id for user in found.values()], senders))

    return await commit(services, NOBODY, Concerned(NOBODY, hold), step)
