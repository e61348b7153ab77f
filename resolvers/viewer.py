"""The viewer's own settings."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from models.db.connection import Connection
from models.event_log import EventCursor
from models.users import change_user
from models.viewer import set_requests_seen
from resolvers.mutation import UNKNOWN_CURSOR, Step, on_viewer, own_cursor
from rules.events import EventKind
from rules.problems import Refusal
from schema.types import viewer as types
from schema.types.context import Given, Info
from schema.types.problems import problem_of


async def update_dm_audience(
    info: Info, input: Given[types.UpdateDmAudienceInput]
) -> types.UpdateDmAudienceResult | None:
    """Choose who may start a thread with the viewer."""
    return await set_own(info, partial(change_user, audience=input.audience), types.UpdateDmAudienceSuccess)


async def update_read_receipts(
    info: Info, input: Given[types.UpdateReadReceiptsInput]
) -> types.UpdateReadReceiptsResult | None:
    """Turn the viewer's read receipts on or off."""
    return await set_own(
        info, partial(change_user, read_receipts=input.enabled), types.UpdateReadReceiptsSuccess
    )


async def mark_requests_seen(
    info: Info, input: Given[types.MarkRequestsSeenInput]
) -> types.MarkRequestsSeenResult | None:
    """Say that the viewer has looked at the Requests folder: puts the red dot out."""
    # Writes the viewer's own stream row only, so no sender can notice it (behaviour 10).
    up_to = own_cursor(info.context, input.up_to)
    if up_to is None:
        return problem_of(UNKNOWN_CURSOR)
    return await on_viewer(info.context, partial(_mark_seen, up_to=up_to), types.MarkRequestsSeenSuccess)


async def _mark_seen(step: Step, up_to: EventCursor) -> Refusal | None:
    if not step.has_reached(up_to):
        return UNKNOWN_CURSOR
    if await set_requests_seen(step.tx, step.viewer_id, up_to.seq):
        step.tell(step.viewer_id, EventKind.REQUESTS_SEEN)
    return None


async def set_own(
    info: Info, write: Callable[[Connection, int], Awaitable[None]], success: Callable[..., Any]
) -> Any:
    """Writes a setting of the viewer and tells its devices; sends decided before are decided again."""

    async def work(step: Step) -> None:
        await write(step.tx, step.viewer_id)
        step.tell(step.viewer_id, EventKind.SETTINGS_CHANGED)
        await step.move_fence()

    return await on_viewer(info.context, work, success)
