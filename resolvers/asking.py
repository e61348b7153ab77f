"""How the viewer asks: advice for a draft, and what came of the requests so far."""

from typing import Annotated

import strawberry

from models.asking import ASKED
from resolvers.reading import read
from rules.hints import REMEMBERED
from rules.hints import draft_hints as hints_of
from rules.text import is_sendable, trim
from rules.wording import plain
from schema.types.context import Info
from schema.types.enums import DraftHint
from schema.types.errors import BadUserInput


async def draft_hints(
    info: Info,
    text: Annotated[
        str, strawberry.argument(description="As `sendRequest` would take it: 1 to 500 code points, trimmed.")
    ],
) -> list[DraftHint] | None:
    """By the text, and the viewer's own last requests."""
    services = info.context.services
    rows = await read(info.context, ASKED, REMEMBERED)
    draft = trim(text)
    if not is_sendable(draft, services.policy.request_length):
        raise BadUserInput(f"A request's text has 1 to {services.policy.request_length} code points.")
    earlier = [plain(row.request.text) for row in rows if row.request]
    return hints_of(draft, services.filter.contacts(draft), earlier)
