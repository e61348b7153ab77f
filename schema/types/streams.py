"""Tickets, with which a browser's EventSource opens a stream."""

from datetime import datetime
from typing import Annotated

import strawberry

from schema.types.constraints import Constraint
from schema.types.problems import InvalidInput, Success

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
    CreateStreamTicketSuccess | InvalidInput,
    strawberry.union("CreateStreamTicketResult", description="The result of `createStreamTicket`."),
]
