"""Inputs and results of the mutations on many requests at once."""

from datetime import datetime
from typing import Annotated

import strawberry

from models.request_selection import MOST, RequestOrder
from rules.search import LONGEST_SEARCH
from schema.types.context import Info
from schema.types.directives import Arguments, Constraint, cost
from schema.types.filtering import HiddenReason
from schema.types.ids import Kind
from schema.types.node import ids_of
from schema.types.problems import (
    AgeRestricted,
    InvalidInput,
    MessagingRestricted,
    ReportReason,
    Success,
    result_of,
)
from schema.types.requests import RequestFolder
from schema.types.scalars import SealedEventCursor, described
from schema.types.threads import Thread, read_many_threads
from schema.types.users import User

described(
    RequestOrder,
    "The order of a page of requests.",
    NEWEST="By their newest message, newest first.",
    OLDEST="By their newest message, oldest first.",
    MUTUAL_FOLLOWS="By the mutual follows with their sender, most first; of as many, the newest first.",
)

_REMAINING = (
    "How many more requests the same call would take now: those beyond the 500 of one call, and "
    "those that changed while it ran. Requests that came after `asOf` are not counted."
)

_LOOKED_FOR = Constraint(min_length=1, max_length=LONGEST_SEARCH)


@strawberry.input(
    description="Selects the requests that meet every condition given. A bulk mutation answers a filter without "
    "a condition with InvalidInput; use `all` to select all."
)
class RequestFilter:
    """A condition that is null is not given, nor is `notFollowedByMe` or `all` that is false."""

    folder: RequestFolder | None = strawberry.field(
        default=None, description="Only requests in this folder now; any folder unless given."
    )
    older_than: datetime | None = strawberry.field(
        default=None, description="Only requests with a newest message from before this time."
    )
    not_followed_by_me: bool = strawberry.field(
        default=False, description="Only requests from senders that the viewer does not follow."
    )
    hidden_reason: HiddenReason | None = strawberry.field(
        default=None, description="Only requests hidden for this reason, alone or together with others."
    )
    search: str | None = strawberry.field(
        default=None,
        description="Only requests from senders found by the beginning of the username or of any word of the display "
        "name, as in `inbox(search:)`: 1 to 100 code points with a letter or digit that names can match.",
        directives=[_LOOKED_FOR],
    )
    text: str | None = strawberry.field(
        default=None,
        description="Only requests with a message that contains this text, 1 to 100 code points. Case, and how letters "
        "are composed, make no difference; accents do.",
        directives=[_LOOKED_FOR],
    )
    mutual_follows: bool | None = strawberry.field(
        default=None,
        description="True: only from senders followed by someone whom the viewer follows; false: only from others.",
    )
    follows_me: bool | None = strawberry.field(
        default=None, description="True: only from senders who follow the viewer; false: only from others."
    )
    verified: bool | None = strawberry.field(
        default=None, description="True: only from senders with a verified mark; false: only from others."
    )
    has_link: bool | None = strawberry.field(
        default=None,
        description="True: only requests with a message in which the filter found a link; false: only others. Also of "
        "requests that the viewer moved to Requests.",
    )
    all: bool = strawberry.field(
        default=False,
        description="Every request that meets the other conditions; all requests if there are none.",
    )


@strawberry.input(one_of=True)
class RequestSelection:
    """Selects requests by their ids or by a filter."""

    ids: strawberry.Maybe[list[strawberry.ID]] = strawberry.field(
        description=f"Ids of Requests, at most {MOST}; more is InvalidInput. Ids that are no longer pending are "
        "skipped.",
        directives=[Constraint(max_items=MOST)],
    )
    filter: strawberry.Maybe[RequestFilter] = strawberry.field(
        description="The requests that a filter selects: the newest first, at most 500 a call."
    )


@strawberry.input
class _Many:
    """The requests, and the moment that the call acts on."""

    as_of: SealedEventCursor = strawberry.field(
        description="An `eventCursor` of the viewer, best that of the page on the screen; of several pages, of the "
        "first that was read. Requests that came or got a message after it are left alone. A cursor of another "
        "user or epoch, or ahead of the log, is InvalidInput."
    )
    requests: RequestSelection = strawberry.field(
        description="Which requests to take, of those in the viewer's folders."
    )


_EITHER_WAY = frozenset({"mutualFollows", "followsMe", "verified", "hasLink"})
"""Conditions of which false is one too."""

_DEAR = {"mutualFollows": 4_000, "text": 2_000}
_RANKED = 5_500
"""An order by mutual follows counts them for every request, so a filter by them adds nothing."""


def looking_cost(filter: Arguments | None) -> int:
    """The units of looking at a folder of 10,000 requests for those of a filter."""
    asked = conditions_of(filter)
    return 1_000 * (asked not in ([], ["all"])) + sum(_DEAR.get(name, 0) for name in asked)


def conditions_of(filter: Arguments | None) -> list[str]:
    """The names of those that a filter has: `all`, or one that is not null, or true where false is no condition."""
    given = {name: value for name, value in (filter or {}).items() if value is not None}
    return [name for name, value in given.items() if value is not False or name in _EITHER_WAY]


def selects(filter: Arguments) -> bool:
    """Whether a list of one folder with this filter leaves requests of the folder out."""
    return not {"all", "folder"}.issuperset(conditions_of(filter))


def listing_cost(given: Arguments) -> int:
    """The units of `requests` with a filter, a search or an order other than by time."""
    searched = {"search": given["search"]} if given.get("search") else {}
    filter = {**(given.get("filter") or {}), **searched}
    filter = filter if selects(filter) else {}
    if given.get("orderBy") is not RequestOrder.MUTUAL_FOLLOWS:
        return looking_cost(filter)
    return _RANKED + looking_cost({**filter, "mutualFollows": None, "search": True})


def named_requests(given: Arguments) -> int:
    """The most requests that a call can take, for its cost."""
    selection = given["input"]["requests"]
    return len(selection["ids"]) if "ids" in selection else MOST


SWEEPING = cost(lambda of: looking_cost(of["input"]["requests"].get("filter")), rows=named_requests, each=15)
"""Of a mutation that takes many requests."""


@strawberry.input
class AcceptRequestsInput(_Many):
    """Accept many requests, each as `accept` does."""


@strawberry.input
class DeleteRequestsInput(_Many):
    """Remove many requests for the viewer only, each as `delete` does. The senders see no change."""

    never: bool = strawberry.field(
        default=False,
        description="Further messages of these senders never arrive while their threads are pending.",
    )
    also_block: bool = strawberry.field(
        default=False,
        description="Block the senders. An undo does not bring back requests of blocked senders.",
    )
    also_report: ReportReason | None = strawberry.field(
        default=None, description="Report each sender for this reason, with the request as evidence."
    )


@strawberry.type
class _ManySuccess(Success):
    """Says which requests the call took, so that caches need not read their lists again."""

    membership_keys: strawberry.Private[list[int]]
    thread_keys: strawberry.Private[list[int]]

    @strawberry.field(metadata=cost(rows=MOST))
    def request_ids(self, info: Info) -> list[strawberry.ID]:
        """The ids of the Requests that the call took: they leave their folders. As many as `count`."""
        return ids_of(info, Kind.REQUEST, self.membership_keys)


@strawberry.type
class AcceptRequestsSuccess(_ManySuccess):
    """The threads of these requests are open, and their senders are told."""

    @strawberry.field(metadata=cost(rows=MOST))
    async def threads(self, info: Info) -> list[Thread]:
        """The threads, now OPEN, for the inbox: as many as `count`."""
        return await read_many_threads(info, self.thread_keys)

    count: int = strawberry.field(description="How many were accepted, 0 to 500.")
    remaining: int = strawberry.field(description=_REMAINING)


@strawberry.type
class DeleteRequestsSuccess(_ManySuccess):
    """These requests are gone for the viewer."""

    count: int = strawberry.field(description="How many were deleted, 0 to 500.")
    remaining: int = strawberry.field(description=_REMAINING)
    blocked_keys: strawberry.Private[list[int]]

    @strawberry.field(metadata=cost(rows=MOST))
    async def blocked_users(self, info: Info) -> list[User]:
        """The senders that `alsoBlock` blocked, with `blockedUserEdge`; empty without it."""
        return [User.of(row) for row in await info.context.loaders.users.load_many(self.blocked_keys)]

    undo_id: strawberry.ID | None = strawberry.field(
        description="The id with which `undoDelete` brings all of them back; null if none was deleted."
    )
    undo_until: datetime | None = strawberry.field(
        description="The time until which the delete can be undone, UTC; null if none was deleted."
    )


AcceptRequestsResult = Annotated[
    AcceptRequestsSuccess | InvalidInput | MessagingRestricted | AgeRestricted, result_of("acceptRequests")
]
DeleteRequestsResult = Annotated[DeleteRequestsSuccess | InvalidInput, result_of("deleteRequests")]
