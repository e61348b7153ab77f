"""A user is erased: what others have of it stays, all else goes."""

from events.kinds import EventKind
from models.erasing import DROP_FILTER_WORDS, DROP_FOLLOWS, DROP_NAMES, ERASE
from models.hosting import find_subjects
from models.log import MOVE_FENCE, NOBODY
from models.user import folded_names
from models.withdrawing import hold_recipients
from resolvers.mutation import Concerned, Done, Step, commit
from resolvers.withdrawing import withdraw_requests
from rules.hosting import is_subject
from rules.refusals import Refusal
from rules.texts import ERASED_NAME
from schema.types.context import Services


async def erase_subject(services: Services, subject: str) -> Done[bool | Refusal]:
    """Whether anybody was erased by it (behaviour 2 and 14)."""
    known = [subject] if is_subject(subject) else []
    keys = [named.id for named in (await find_subjects(services.database, known)).values()]
    concerned = Concerned(keys[0] if keys else NOBODY, hold_recipients)
    return await commit(services, NOBODY, concerned, _erase)


async def _erase(step: Step) -> bool:
    shown = (ERASED_NAME, *folded_names(None, ERASED_NAME))
    if not await ERASE.run(step.tx, step.peer_id, step.now, *shown):
        return False
    await DROP_NAMES.run(step.tx, step.peer_id)
    await DROP_FOLLOWS.run(step.tx, step.peer_id)
    await DROP_FILTER_WORDS.run(step.tx, step.peer_id)
    await withdraw_requests(step)
    await MOVE_FENCE.run(step.tx, step.peer_id)
    # It can read nothing any more: this ends its streams.
    step.tell(step.peer_id, EventKind.STANDING_CHANGED)
    return True
