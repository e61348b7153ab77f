"""Inputs and results of what a user does with many requests at once."""

from datetime import datetime
from typing import Annotated

import strawberry

from models.request_selection import MOST
from schema.types.costs import Arguments
from schema.types.enums import HiddenReason, ReportReason, RequestFolder
from schema.types.problems import AgeRestricted, InvalidInput, MessagingRestricted, Success
from schema.types.scalars import SealedEventCursor

_REMAINING = (
    "How many more the same call would take now: beyond the 500 of one call, or changed while it ran. "
    "What came after `asOf` is not counted."
)


@strawberry.input(
    description="Which requests: those that meet all that is asked. One that asks nothing is InvalidInput: "
    "`all` asks for all."
)
class RequestFilter:
    """What is null or false asks nothing."""

    folder: RequestFolder | None = strawberry.field(
        default=None, description="Those in this folder now; any folder unless given."
    )
    older_than: datetime | None = strawberry.field(
        default=None, description="Those whose newest message came before this moment."
    )
    not_followed_by_me: bool = strawberry.field(
        default=False, description="Those of senders whom the viewer does not follow."
    )
    hidden_reason: HiddenReason | None = strawberry.field(
        default=None, description="Those hidden for this reason, with others or alone."
    )
    all: bool = strawberry.field(default=False, description="All that the rest of the filter leaves.")


@strawberry.input
class _Many:
    """Ids or a filter, and until when."""

    as_of: SealedEventCursor = strawberry.field(
        description="An `eventCursor` of the viewer, best of the page on the screen: a request that came or got a "
        "message after it is left alone. InvalidInput if it is another user's, of another epoch or ahead of the log."
    )
    ids: list[strawberry.ID] | None = strawberry.field(
        default=None,
        description="Requests' ids, at most 500; those that wait no more are passed over. Or give `filter`: both, "
        "or neither, is InvalidInput.",
    )
    filter: RequestFilter | None = strawberry.field(
        default=None, description="Which requests, the newest first, at most 500 a call. Or give `ids`."
    )


def named_requests(given: Arguments) -> int:
    """How many requests a call can take."""
    ids = given["input"]["ids"]
    return MOST if ids is None else len(ids)


@strawberry.input(description="Accept many requests, each as `accept` does.")
class AcceptRequestsInput(_Many):
    """Each sender is told."""


@strawberry.input(
    description="Remove many requests, for the viewer only, each as `delete` does; the senders see no change."
)
class DeleteRequestsInput(_Many):
    """All in one step, or nothing."""

    never: bool = strawberry.field(
        default=False,
        description="Nothing that these senders still send shall reach the viewer, while it waits.",
    )
    also_block: bool = strawberry.field(
        default=False, description="Block the senders; their requests do not come back by undo then."
    )
    also_report: ReportReason | None = strawberry.field(
        default=None, description="Report each sender for this reason, with the request as evidence."
    )


@strawberry.type(description="The threads of these requests are open, and their senders told.")
class AcceptRequestsSuccess(Success):
    """Repeat it while something remains."""

    count: int = strawberry.field(description="How many were accepted, 0 to 500.")
    remaining: int = strawberry.field(description=_REMAINING)


@strawberry.type(description="These requests are gone for the viewer.")
class DeleteRequestsSuccess(Success):
    """Repeat it while something remains; each call has its own undo."""

    count: int = strawberry.field(description="How many were deleted, 0 to 500.")
    remaining: int = strawberry.field(description=_REMAINING)
    undo_id: strawberry.ID | None = strawberry.field(
        description="`undoDelete` takes it and brings all of them back; null if none was deleted."
    )
    undo_until: datetime | None = strawberry.field(
        description="Until when that can be undone, UTC; null if none was deleted."
    )


AcceptRequestsResult = Annotated[
    AcceptRequestsSuccess | InvalidInput | MessagingRestricted | AgeRestricted,
    strawberry.union("AcceptRequestsResult", description="What `acceptRequests` answers."),
]
DeleteRequestsResult = Annotated[
    DeleteRequestsSuccess | InvalidInput,
    strawberry.union("DeleteRequestsResult", description="What `deleteRequests` answers."),
]
