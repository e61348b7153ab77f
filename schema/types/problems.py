"""What a mutation answers: what every success has, and expected failures as members of result unions."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any, cast

import strawberry

from events.stream import EventCursor
from rules import problems as verdicts
from rules import text as copy
from rules.provisioning import BATCH
from schema.types.context import Info
from schema.types.costs import cost
from schema.types.enums import InvalidInputReason, ProblemCode, ReportReason
from schema.types.scalars import SealedEventCursor

if TYPE_CHECKING:
    from schema.root import Query


@strawberry.type
class Success:
    """Made after the commit: whatever is selected below it shows the new state."""

    event_cursor: strawberry.Private[EventCursor]

    @strawberry.field(
        name="eventCursor",
        description="The place in the viewer's event log after this change. As a subscription's `after` it brings what "
        "comes later.",
    )
    def sealed_event_cursor(self, info: Info) -> SealedEventCursor:
        """The stored cursor is of keys; clients get it sealed."""
        return info.context.services.sealer.seal_event_cursor(self.event_cursor)

    @strawberry.field(
        description="The whole query root, to read anything else after this change in the same request."
    )
    def query(self) -> Annotated["Query", strawberry.lazy("schema.root")]:
        """The root holds nothing; its fields read."""
        return cast("Query", self)


@strawberry.interface(description="Something expected that stands in the way; nothing was changed.")
class Problem:
    """`message` is for people, `code` for programs; both are the same for every cause of a problem."""

    code: ProblemCode = strawberry.field(description="The problem's type, to switch on.")
    message: str = strawberry.field(description="One sentence in English, ready to show.")


@strawberry.type(description="A field of the input cannot be used.")
class InvalidInput(Problem):
    """Of the input's shape and the viewer's own facts: it tells nothing of other users."""

    field: str = strawberry.field(description="The input's field, as it is spelled in the input type.")
    reason: InvalidInputReason = strawberry.field(description="What is wrong with `field`.")
    bound: int | None = strawberry.field(
        description="The most that `field` may have: code points for TOO_LONG, entries for TOO_MANY; null for any "
        "other reason."
    )
    fields: list[str] = strawberry.field(
        description="All fields that cannot be used, `field` first. Only the host app's batches give more than one.",
        metadata=cost(rows=BATCH),
    )


@strawberry.type(description="There is no such thing, or it is not the viewer's to see.")
class NotFound(Problem):
    """Absent and forbidden are one."""


@strawberry.type(description="The client key was used before, for another input.")
class IdempotencyConflict(Problem):
    """Choose a new key for a new send."""


@strawberry.type(description="A moderator limited the viewer's messaging.")
class MessagingRestricted(Problem):
    """Reading, deleting, blocking and reporting still work."""

    until: datetime | None = strawberry.field(description="When it ends, UTC; null: it has no end.")
    restriction_reason: ReportReason = strawberry.field(
        description="The reason of the report that the moderator resolved."
    )


@strawberry.type(description="The viewer is under the minimum age for messages.")
class AgeRestricted(Problem):
    """Ends by itself on the birthday."""


@strawberry.type(description="The viewer has no verified phone number.")
class PhoneVerificationRequired(Problem):
    """The host app verifies phones."""


@strawberry.type(description="Too many messages within a short time.")
class RateLimited(Problem):
    """One message more fits after the wait."""

    retry_after_seconds: int = strawberry.field(description="Whole seconds until a message fits, at least 1.")


@strawberry.type(description="The viewer blocks this user.")
class YouBlockedThisUser(Problem):
    """Unblock first."""


@strawberry.type(description="All messages that are allowed before an accept have been sent.")
class PendingLimitReached(Problem):
    """Only an accept lifts it."""

    limit: int = strawberry.field(description="How many messages an unaccepted request has.")


@strawberry.type(description="As many users as a day allows have been written to for the first time.")
class DailyLimitReached(Problem):
    """Counts users written to for the first time, a UTC day."""

    limit: int = strawberry.field(description="How many new users a day this account can write to.")
    resets_at: datetime = strawberry.field(description="The next UTC midnight.")


@strawberry.type(description="The recipient cannot be reached by the viewer; the cause is not told.")
class RecipientUnavailable(Problem):
    """The same, byte for byte, for every cause (behaviour 4)."""


@strawberry.type(description="The time to undo is over.")
class UndoExpired(Problem):
    """What was deleted stays deleted."""


@strawberry.type(description="This is for users with a role that the viewer's token does not name.")
class NotAllowed(Problem):
    """Whatever the input is."""


_MESSAGES: dict[type[Problem], str] = {
    InvalidInput: "This value cannot be used.",
    NotFound: "This does not exist.",
    IdempotencyConflict: "This client key was used for another message.",
    MessagingRestricted: "A moderator has restricted your messaging.",
    AgeRestricted: "You are not old enough to use messages.",
    PhoneVerificationRequired: "Verify your phone number to send messages.",
    RateLimited: "You are sending messages too fast.",
    YouBlockedThisUser: "You blocked this user. Unblock them to go on.",
    PendingLimitReached: copy.PENDING_NOTICE,
    DailyLimitReached: "You have written to as many new people as you can today.",
    RecipientUnavailable: copy.RECIPIENT_UNAVAILABLE,
    UndoExpired: "It is too late to undo this.",
    NotAllowed: "You are not allowed to do this.",
}

_BY_NAME = {problem.__name__: problem for problem in _MESSAGES}


def problem_of(refusal: verdicts.Refusal) -> Any:
    """The GraphQL problem of a rule's refusal: same name, same fields."""
    name = type(refusal).__name__
    problem = _BY_NAME[name]
    fields = {field: getattr(refusal, field) for field in refusal.__dataclass_fields__}
    make = cast(Callable[..., Problem], problem)
    return make(code=ProblemCode(name), message=_MESSAGES[problem], **fields)
