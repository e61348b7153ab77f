"""The fields that every success has, and expected failures as members of result unions."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, cast

import strawberry

from models.event_log import EventCursor
from rules import problems as verdicts
from rules import text as copy
from rules.problems import InvalidInputReason
from rules.problems import ReportReason as ReportReason
from rules.provisioning import BATCH
from schema.types.context import Info, event_cursor_field
from schema.types.directives import cost
from schema.types.ids import Kind
from schema.types.node import FromRow, from_row
from schema.types.scalars import described

if TYPE_CHECKING:
    from schema.root import Query
    from schema.types.viewer import Viewer

OfViewer = Annotated["Viewer", strawberry.lazy("schema.types.viewer")]


described(
    ReportReason,
    "The reason of a report.",
    SPAM="Advertising, or the same message to many users.",
    HARASSMENT="Bullying, stalking or threats.",
    HATE="Attacks a group of people.",
    SEXUAL="Unwanted sexual content.",
    MINOR_SAFETY="Puts a child at risk.",
    SCAM="Fraud.",
    SELF_HARM="Shows or encourages self-harm.",
    IMPERSONATION="Pretends to be another person.",
    OTHER="Anything else; say it in the note.",
)


described(
    InvalidInputReason,
    "The reason why a value of an input cannot be used. More reasons may come.",
    REQUIRED="A value is needed together with the other values of the input.",
    EMPTY="It is empty: a text without a visible character, or a filter without a condition.",
    TOO_LONG="It has more code points than `bound`.",
    TOO_MANY="It has more entries than `bound`.",
    BAD_CHARACTER="It has a character that cannot be stored or shown, such as NUL or a lone surrogate.",
    BAD_FORMAT="It does not have the format of the field.",
    UNMATCHABLE="It is a filter word that no text can match, or a search that no name can match.",
    UNKNOWN="The API did not give this id or cursor to the viewer for this field. In the host app's "
    "mutations: no user has this subject.",
    SAME_USER="It names the viewer, or both sides of a follow are one user.",
    NOT_APPLICABLE="It cannot be used together with the other values of the input.",
    NOT_IN_FUTURE="It is a time in the past.",
    IN_FUTURE="It is a time in the future.",
    TOO_FAR="It is a time more than ten years ahead.",
    DUPLICATE="It is given twice.",
    TAKEN="It is a username that another user has, or that is reserved.",
)


class ProblemCode(Enum):
    """The problem's type in capitals, for clients that switch on a code."""

    INVALID_INPUT = "InvalidInput"
    NOT_FOUND = "NotFound"
    IDEMPOTENCY_CONFLICT = "IdempotencyConflict"
    MESSAGING_RESTRICTED = "MessagingRestricted"
    AGE_RESTRICTED = "AgeRestricted"
    PHONE_VERIFICATION_REQUIRED = "PhoneVerificationRequired"
    RATE_LIMITED = "RateLimited"
    YOU_BLOCKED_THIS_USER = "YouBlockedThisUser"
    PENDING_LIMIT_REACHED = "PendingLimitReached"
    DAILY_LIMIT_REACHED = "DailyLimitReached"
    CONTACT_CODE_LIMIT_REACHED = "ContactCodeLimitReached"
    RECIPIENT_UNAVAILABLE = "RecipientUnavailable"
    UNDO_EXPIRED = "UndoExpired"
    NOT_ALLOWED = "NotAllowed"


described(
    ProblemCode,
    "The problem, one code for each problem type.",
    **{code.name: f"Of `{code.value}`." for code in ProblemCode},
)


@strawberry.type
class Success:
    """Made after the commit: all fields below it show the new state."""

    event_cursor: strawberry.Private[EventCursor]

    sealed_event_cursor = event_cursor_field(
        "The place in the viewer's event log after this change. Give it as `after` of a subscription "
        "to get everything that comes later."
    )

    @strawberry.field(
        description="The whole query root, to read anything else in the same request as it is after this change."
    )
    def query(self) -> Annotated["Query", strawberry.lazy("schema.root")]:
        """The root holds nothing; its fields read."""
        return cast("Query", self)


@strawberry.type
class SettingSuccess(Success):
    """A setting of the viewer was changed."""

    viewer: OfViewer = strawberry.field(description="The viewer, with the new setting.")


@strawberry.type
class Removing(Success):
    """`removed`: kind and key of each."""

    removed: strawberry.Private[Sequence[tuple[Kind, int]]]

    @strawberry.field(metadata=cost(rows=2))
    def removed_ids(self, info: Info) -> list[strawberry.ID]:
        """The ids of the Thread and of the Request or SentRequest that left the viewer's lists by this call; empty if
        none did."""
        seal = info.context.services.sealer.seal
        return [strawberry.ID(seal(kind, key)) for kind, key in self.removed]


def result_of(mutation: str) -> Any:
    """Goes beside the members of a mutation's result: its success, then its problems."""
    name = f"{mutation[0].upper()}{mutation[1:]}Result"
    return strawberry.union(name, description=f"The result of `{mutation}`.")


@strawberry.interface(description="An expected failure. Nothing was changed.")
class Problem:
    """`message` is for people, `code` for programs; both are the same for every cause of a problem.

    `says`: the message of a problem type.
    """

    says: ClassVar[str]

    @strawberry.field
    def code(self) -> ProblemCode:
        """The type of the problem, for programs to switch on."""
        return ProblemCode(type(self).__name__)

    @strawberry.field
    def message(self) -> str:
        """One sentence in English, ready to show."""
        return self.says


@strawberry.type(description="A field of the input cannot be used.")
class InvalidInput(Problem, FromRow[verdicts.InvalidInput]):
    """Depends on the input and the viewer's own facts alone."""

    says = "This value cannot be used."

    field: str = from_row(
        "The path of the field in the input, such as `text`, `requests.ids` or `users[3].username`."
    )
    reason: InvalidInputReason = from_row("The reason why `field` cannot be used.")
    bound: int | None = from_row(
        "The most that `field` may have: code points for TOO_LONG, entries for TOO_MANY; null for any "
        "other reason."
    )

    @strawberry.field(metadata=cost(rows=BATCH))
    def fields(self) -> list[str]:
        """All fields that cannot be used, `field` first. Only the host app's batches have more than one."""
        return list(self.row.fields)


@strawberry.type(description="The thing does not exist, or the viewer cannot see it.")
class NotFound(Problem, FromRow[verdicts.NotFound]):
    """Absent and forbidden give the same answer."""

    says = "This does not exist."


@strawberry.type
class IdempotencyConflict(Problem, FromRow[verdicts.IdempotencyConflict]):
    """The client key was already used for another input."""

    says = "This client key was used for another message."


@strawberry.type
class MessagingRestricted(Problem, FromRow[verdicts.MessagingRestricted]):
    """A moderator limited the viewer's messaging."""

    says = "A moderator has restricted your messaging."

    until: datetime | None = from_row("When the restriction ends, UTC; null if it has no end.")
    restriction_reason: ReportReason = from_row("The reason of the report that the moderator resolved.")


@strawberry.type(description="The viewer is under the minimum age for messages.")
class AgeRestricted(Problem, FromRow[verdicts.AgeRestricted]):
    """Ends without a job on the birthday (behaviour 2.14)."""

    says = "You are not old enough to use messages."


@strawberry.type
class PhoneVerificationRequired(Problem, FromRow[verdicts.PhoneVerificationRequired]):
    """The viewer has no verified phone number."""

    says = "Verify your phone number to send messages."


@strawberry.type
class RateLimited(Problem, FromRow[verdicts.RateLimited]):
    """Too many messages within a short time."""

    says = "You are sending messages too fast."

    retry_after_seconds: int = from_row("The wait until one more message fits, in whole seconds, at least 1.")


@strawberry.type
class YouBlockedThisUser(Problem, FromRow[verdicts.YouBlockedThisUser]):
    """The viewer blocks this user."""

    says = "You blocked this user. Unblock them to go on."


@strawberry.type
class PendingLimitReached(Problem, FromRow[verdicts.PendingLimitReached]):
    """The viewer has sent all messages that are allowed before an accept."""

    says = copy.PENDING_NOTICE

    limit: int = from_row("How many messages a request may have before its accept.")


@strawberry.type(
    description="The viewer has written to as many new users today, or made as many appeals, as a day allows."
)
class DailyLimitReached(Problem, FromRow[verdicts.DailyLimitReached]):
    """A new user is one to whom the viewer has no stored message (behaviour 4.31)."""

    says = "You have reached the limit for today."

    limit: int = from_row(
        "How many new users this account can write to a day, or how many appeals it can make."
    )
    resets_at: datetime = from_row("When the count begins at 0 again: the next UTC midnight.")


@strawberry.type
class ContactCodeLimitReached(Problem, FromRow[verdicts.ContactCodeLimitReached]):
    """The viewer has as many good contact codes as one can have. Revoke one first."""

    says = "You have as many contact codes as you can. Revoke one first."

    limit: int = from_row("How many good contact codes a user can have.")


@strawberry.type(description="The recipient cannot be reached by the viewer; the cause is not told.")
class RecipientUnavailable(Problem, FromRow[verdicts.RecipientUnavailable]):
    """Byte for byte the same for every cause (behaviour 4.41)."""

    says = copy.RECIPIENT_UNAVAILABLE


@strawberry.type
class UndoExpired(Problem, FromRow[verdicts.UndoExpired]):
    """The time in which this delete could be undone is over."""

    says = "It is too late to undo this."


@strawberry.type(
    description="The viewer's token lacks the role that this needs, or the viewer made the decision that is appealed."
)
class NotAllowed(Problem, FromRow[verdicts.NotAllowed]):
    """Answered before the input is looked at."""

    says = "You are not allowed to do this."


_BY_NAME: dict[str, Any] = {problem.__name__: problem for problem in Problem.__subclasses__()}


REFUSED: Counter[str] = Counter()
"""How many problems this process answered, by name."""


def problem_of(refusal: verdicts.Refusal) -> Any:
    """The GraphQL problem with the name of the refusal, whose fields it shows."""
    name = type(refusal).__name__
    REFUSED[name] += 1
    return _BY_NAME[name].of(refusal)
