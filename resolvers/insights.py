"""Advice on a draft, and how many of the viewer's requests were accepted."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated

import strawberry

from models.db.fields import EPOCH
from models.requests import AskedRow, OwnRequest
from rules import drafts
from rules.drafts import MOST_REQUESTS, REMEMBERED, DraftHint, Insights
from rules.text import flaw_of_text
from schema.types.context import Info
from schema.types.directives import Constraint, Setting
from schema.types.errors import BadUserInput
from schema.types.insights import RequestInsights


async def draft_hints(
    info: Info,
    text: Annotated[
        str,
        strawberry.argument(
            description="As `sendRequest` would take it: 1 to {request_length} code points, trimmed. Any other text "
            "is BAD_USER_INPUT.",
            directives=[Constraint(min_length=1, max_length=Setting("request_length"))],
        ),
    ],
) -> list[DraftHint] | None:
    """Advice on the text of a request before it is sent, in the enum's order; empty if there is none."""
    # Depends on the text and the viewer's own last requests (behaviour 13.13).
    services = info.context.services
    asked = await info.context.loaders.asked.load(REMEMBERED)
    draft = text.strip()
    if flaw_of_text(draft, services.policy.request_length):
        raise BadUserInput(
            f"A request's text has 1 to {services.policy.request_length} code points, and no NUL."
        )
    wording = drafts.Wording(draft)
    hints = drafts.hints_of(wording, services.filter.contacts(draft, asked[0].region))
    return list(hints | drafts.repeated(drafts.mark_of(wording), [row.text_mark for row in _rows(asked)]))


async def request_insights(
    info: Info,
    since: Annotated[
        datetime | None,
        strawberry.argument(
            description="Only requests with a first message sent at this time or later; any time unless given."
        ),
    ] = None,
) -> RequestInsights | None:
    """How many of the viewer's requests were accepted, of the last 500 at most."""
    # One statement with a bound on its rows; no text is read.
    asked = await info.context.loaders.asked.load(MOST_REQUESTS + REMEMBERED)
    return RequestInsights.of(_summarize(_rows(asked), since or EPOCH))


def _rows(asked: Sequence[OwnRequest]) -> list[AskedRow]:
    """None where there is no request."""
    return [one.row for one in asked if one.row]


def _summarize(asked: Sequence[AskedRow], since: datetime) -> Insights:
    """The rows beyond the bound only tell whether the rows before them repeat a text."""
    insights, marks = Insights(), [row.text_mark for row in asked]
    for number, row in enumerate(asked[:MOST_REQUESTS]):
        if row.sent_at >= since:
            earlier = marks[number + 1 : number + 1 + REMEMBERED]
            hints = row.hints | drafts.repeated(row.text_mark, earlier)
            insights.add(row.sent_at, row.accepted_at, hints)
    return insights
