"""How the viewer asks: advice for a draft, and what came of the requests so far."""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from typing import Annotated

import strawberry

from models.asking import ASKED, Asked
from models.moments import EPOCH
from resolvers.reading import read
from rules.hiding import Filter
from rules.hints import REMEMBERED
from rules.hints import draft_hints as hints_of
from rules.insights import MOST_REQUESTS, Insights, Outcome
from rules.text import is_sendable, trim
from rules.wording import plain
from schema.types.context import Context, Info
from schema.types.enums import DraftHint
from schema.types.errors import BadUserInput
from schema.types.insights import RequestInsights

_AT_ONCE = 20
"""Texts that are read before whatever else waits has its turn: a few milliseconds."""


async def draft_hints(
    info: Info,
    text: Annotated[
        str,
        strawberry.argument(
            description="As `sendRequest` would take it: 1 to 500 code points, trimmed; any other is BAD_USER_INPUT."
        ),
    ],
) -> list[DraftHint] | None:
    """By the text, and the viewer's own last requests."""
    services = info.context.services
    asked = await _asked(info.context, REMEMBERED)
    draft = trim(text)
    if not is_sendable(draft, services.policy.request_length):
        raise BadUserInput(f"A request's text has 1 to {services.policy.request_length} code points.")
    contacts = services.filter.contacts(draft, asked[0].region)
    return hints_of(draft, contacts, [plain(one.row.text) for one in asked if one.row])


async def request_insights(
    info: Info,
    since: Annotated[
        datetime | None,
        strawberry.argument(
            description="Only requests whose first message was sent at this time or later; unless given, of all times."
        ),
    ] = None,
) -> RequestInsights | None:
    """One statement, whose rows have a bound."""
    asked = await _asked(info.context, MOST_REQUESTS + REMEMBERED)
    return RequestInsights.of(await _summarize(asked, since or EPOCH, info.context.services.filter))


async def _asked(context: Context, most: int) -> Sequence[Asked]:
    """The viewer's own requests, the last first; at least one row, be it without a request."""
    return await read(context, ASKED, most)


async def _summarize(asked: Sequence[Asked], since: datetime, filter: Filter) -> Insights:
    """The rows beyond the most are there for what the texts before them repeat."""
    region, rows = asked[0].region, [one.row for one in asked if one.row]
    insights, texts = Insights(), [plain(row.text) for row in rows]
    for number, row in enumerate(rows[:MOST_REQUESTS]):
        if row.sent_at < since:
            continue
        if number % _AT_ONCE == 0:
            await asyncio.sleep(0)
        earlier = texts[number + 1 : number + 1 + REMEMBERED]
        hints = hints_of(row.text, filter.contacts(row.text, region), earlier)
        insights.add(Outcome(row.sent_at, row.accepted_at, hints))
    return insights
