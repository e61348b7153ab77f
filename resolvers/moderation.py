"""What moderators read: the queue of reports and the audit log."""

from datetime import UTC, datetime
from typing import Annotated

import strawberry

from models.moderation_lists import audit_log_of, queue_of
from models.viewer import VIEWER_ROW
from resolvers.reading import After, First, connect, read
from resolvers.roles import is_moderator
from schema.types.connection import Page, Slice
from schema.types.context import Context, Info
from schema.types.enums import ReportState
from schema.types.ids import Kind
from schema.types.moderation import (
    ModerationAction,
    ModerationActionConnection,
    Report,
    ReportConnection,
)

LARGEST_PAGE = 10
"""Of reports: with the first notes and all evidence of each, whatever is written in them, it is below 2 MB."""

FewFirst = Annotated[
    int | None,
    strawberry.argument(
        description=f"How many rows: 1 to {LARGEST_PAGE}; {LARGEST_PAGE} unless given. Any other is BAD_USER_INPUT."
    ),
]
Subject = Annotated[
    strawberry.ID | None,
    strawberry.argument(
        description="A User's id: what concerns this user only; of nobody there is none. Unless given: all."
    ),
]


async def reports(
    info: Info,
    state: Annotated[
        ReportState | None,
        strawberry.argument(description="Only reports in this state; unless given: in any."),
    ] = None,
    subject: Subject = None,
    older_than: Annotated[
        datetime | None, strawberry.argument(description="Only those first made before this moment.")
    ] = None,
    first: FewFirst = None,
    after: After = None,
) -> ReportConnection | None:
    """Null for all but moderators."""
    context = info.context
    if not await _may_read(context):
        return None
    page = Page.of(context, "reports", Slice(first, after), LARGEST_PAGE)
    wanted = [*_given(state), *_given(_key_of(context, subject))]
    statement = queue_of(state is not None, subject is not None)
    # The one list that runs from old to new: its places are the negatives.
    start = (-page.start.order, -page.start.key)
    before = older_than or datetime.max.replace(tzinfo=UTC)
    rows = await read(context, statement, *start, page.size + 1, before, *wanted)
    return connect(page, ReportConnection, rows, Report.of)


async def audit_log(
    info: Info, subject: Subject = None, first: First = None, after: After = None
) -> ModerationActionConnection | None:
    """Null for all but moderators."""
    context = info.context
    if not await _may_read(context):
        return None
    page = Page.of(context, "auditLog", Slice(first, after))
    wanted = _given(_key_of(context, subject))
    rows = await read(context, audit_log_of(bool(wanted)), page.start.key, page.size + 1, *wanted)
    return connect(page, ModerationActionConnection, rows, ModerationAction.of)


async def _may_read(context: Context) -> bool:
    """Unauthenticated before all, as everywhere."""
    await read(context, VIEWER_ROW)
    return is_moderator(context)


def _key_of(context: Context, subject: str | None) -> int | None:
    """0, which is nobody's, for an id that is no User's."""
    return None if subject is None else context.key_of(Kind.USER, subject) or 0


def _given(value: int | None) -> list[int]:
    return [] if value is None else [value]
