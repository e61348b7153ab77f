"""The viewer's own settings."""

from collections.abc import Callable
from typing import Any

from events.stream import EventCursor
from models.db.statements import Write
from models.event_log import NOBODY
from models.filtering import SET_FILTER_WORDS, stored_words
from models.viewer import SET_AUDIENCE, SET_RECEIPTS
from resolvers.mutation import Concerned, Step, mutate
from resolvers.nodes import viewer
from rules.events import EventKind
from rules.filtering.words import own_words
from rules.problems import Flaw, InvalidInput
from schema.types.context import Given, Info
from schema.types.problems import problem_of
from schema.types.viewer import (
    UpdateDmAudienceInput,
    UpdateDmAudienceResult,
    UpdateDmAudienceSuccess,
    UpdateFilterWordsInput,
    UpdateFilterWordsResult,
    UpdateFilterWordsSuccess,
    UpdateReadReceiptsInput,
    UpdateReadReceiptsResult,
    UpdateReadReceiptsSuccess,
)


async def update_dm_audience(
    info: Info, input: Given[UpdateDmAudienceInput]
) -> UpdateDmAudienceResult | None:
    """Holds for every send that is decided from now on."""
    return await _set(info, SET_AUDIENCE, (input.audience,), UpdateDmAudienceSuccess)


async def update_read_receipts(
    info: Info, input: Given[UpdateReadReceiptsInput]
) -> UpdateReadReceiptsResult | None:
    """Holds for every message that is sent from now on."""
    return await _set(info, SET_RECEIPTS, (input.enabled,), UpdateReadReceiptsSuccess)


async def update_filter_words(
    info: Info, input: Given[UpdateFilterWordsInput]
) -> UpdateFilterWordsResult | None:
    """Holds for every send that is decided from now on."""
    info.context.require_viewer()
    own = own_words(input.words, info.context.services.filter.needle)
    if isinstance(own, Flaw):
        return problem_of(InvalidInput("words", own.reason, own.bound))
    values = (stored_words(own.words), own.needles)
    return await _set(info, SET_FILTER_WORDS, values, UpdateFilterWordsSuccess)


async def _set(info: Info, statement: Write, values: tuple[object, ...], success: Callable[..., Any]) -> Any:
    async def step(step: Step) -> bool:
        await statement.run(step.tx, step.viewer_id, *values)
        step.tell(step.viewer_id, EventKind.SETTINGS_CHANGED)
        await step.move_fence()
        return True

    async def succeed(_: bool, cursor: EventCursor) -> Any:
        return success(event_cursor=cursor, viewer=await viewer(info))

    return await mutate(info.context, Concerned(NOBODY), step, succeed)
