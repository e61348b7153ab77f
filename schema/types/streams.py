"""The fields of every item of a stream, and tickets, with which a browser's EventSource opens one."""

from datetime import datetime
from typing import Annotated

import strawberry

from events.stream import Broken
from models.event_log import EventCursor
from schema.types.context import event_cursor_field
from schema.types.directives import Constraint
from schema.types.problems import InvalidInput, Success, result_of
from schema.types.scalars import described

described(
    Broken,
    "Why a stream cannot be resumed from `after`.",
    name="ResyncReason",
    EXPIRED="The cursor is older than the oldest event that is kept.",
    EPOCH_CHANGED="The log was restored from a backup.",
    CURSOR_AHEAD="The cursor is ahead of the log.",
    UNKNOWN="The cursor is not one of this viewer.",
)

MOST_SECONDS = 30


@strawberry.input(description="Ask for a ticket, since a browser's EventSource cannot send a token.")
class CreateStreamTicketInput:
    """The ticket has the rights of the viewer, without roles."""

    valid_seconds: int = strawberry.field(
        default=MOST_SECONDS,
        description=f"How long the ticket may wait to be used, 1 to {MOST_SECONDS} seconds. Any other number is "
        "InvalidInput.",
        directives=[Constraint(min=1, max=MOST_SECONDS)],
    )


@strawberry.type(description="A ticket for one stream of the viewer.")
class CreateStreamTicketSuccess(Success):
    """The ticket is stored nowhere, so it is shown once."""

    ticket: str = strawberry.field(
        description="Give it as `ticket` in the address of a subscription by GET, in at most `validSeconds`. It "
        "opens one stream, once. The same address then opens that stream again only with `Last-Event-ID`, "
        "as EventSource does by itself, until `endsAt`."
    )
    ends_at: datetime = strawberry.field(
        description="When the stream ends, UTC: with the token that asked for the ticket, a day from now at the "
        "latest."
    )


CreateStreamTicketResult = Annotated[
    CreateStreamTicketSuccess | InvalidInput, result_of("createStreamTicket")
]


@strawberry.interface
class Event:
    """An item of a stream."""

    event_cursor: strawberry.Private[EventCursor]
    at: datetime = strawberry.field(description="When the event happened, UTC.")

    sealed_event_cursor = event_cursor_field(
        "The place in the viewer's event log after this item. Give it as `after` of a subscription to"
        " resume with the next item."
    )


@strawberry.type
class Position(Event):
    """The stream's current place; nothing happened. It comes first of all, then after every {position_interval} of
    quiet."""


@strawberry.type
class ResyncRequired(Event):
    """The stream cannot resume from `after`: read the lists again. It goes on live."""

    reason: Broken = strawberry.field(description="Why the stream could not resume.")
