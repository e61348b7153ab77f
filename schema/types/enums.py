"""Enums of the API, with a description for each value."""

from collections.abc import Mapping
from enum import Enum
from typing import TypeAlias, TypeVar

import strawberry
from strawberry.types.enum import StrawberryEnumDefinition

from models.moderation import Action as StoredAction
from models.reports import ReportStatus as StoredStatus
from models.reports import Resolution as StoredResolution
from models.request_selection import RequestOrder as Order
from rules.drafts import MOST_LENGTH, MOST_SENTENCES
from rules.drafts import DraftHint as Hint
from rules.filtering.choices import Destination
from rules.filtering.choices import FilterPlace as Looked
from rules.filtering.reasons import HiddenReason as Hiding
from rules.messageability import ButtonPlace as Place
from rules.messageability import MessageAction as Action
from rules.policy import Audience
from rules.problems import InvalidInputReason as InputReason
from rules.problems import ReportReason as Reason

E = TypeVar("E", bound=type[Enum])


def described(enum: E, name: str, description: str, values: Mapping[str, str]) -> E:
    """Shows an enum of the rules in the API, with a description for each value."""
    strawberry.enum(enum, name=name, description=description)
    definition: StrawberryEnumDefinition = enum.__strawberry_definition__  # type: ignore[attr-defined]
    for value in definition.values:
        value.description = values[value.name]
    return enum


DmAudience: TypeAlias = Audience
described(
    Audience,
    "DmAudience",
    "Who may start a thread with a user. It never closes an open thread.",
    {
        "EVERYONE": "Anyone.",
        "PEOPLE_I_FOLLOW": "Users that the user follows.",
        "FRIENDS": "Users that the user follows and that follow back.",
        "NO_ONE": "No one; the user can still write first.",
    },
)

ReportReason: TypeAlias = Reason
described(
    Reason,
    "ReportReason",
    "The reason of a report.",
    {
        "SPAM": "Advertising, or the same message to many users.",
        "HARASSMENT": "Bullying, stalking or threats.",
        "HATE": "Attacks a group of people.",
        "SEXUAL": "Unwanted sexual content.",
        "MINOR_SAFETY": "Puts a child at risk.",
        "SCAM": "Fraud.",
        "SELF_HARM": "Shows or encourages self-harm.",
        "IMPERSONATION": "Pretends to be another person.",
        "OTHER": "Anything else; say it in the note.",
    },
)

ReportStatus: TypeAlias = StoredStatus
described(
    StoredStatus,
    "ReportStatus",
    "How far a report has come.",
    {
        "OPEN": "Waits for a moderator.",
        "CLAIMED": "A moderator looks at it.",
        "RESOLVED": "A moderator ended it.",
    },
)

Resolution: TypeAlias = StoredResolution
described(
    StoredResolution,
    "Resolution",
    "The outcome that a moderator gives a report.",
    {
        "DISMISS": "No consequence.",
        "WARN": "The user sees a warning, with reason and time.",
        "RESTRICT": "The user can neither send nor accept until a time.",
        "BAN": "A restriction without end.",
    },
)

ModerationActionKind: TypeAlias = StoredAction
described(
    StoredAction,
    "ModerationActionKind",
    "The kind of an act in the audit log. More kinds may come.",
    {
        "CLAIM": "Claimed a report.",
        "DISMISS": "Resolved a report with DISMISS.",
        "WARN": "Resolved a report with WARN.",
        "RESTRICT": "Resolved a report with RESTRICT.",
        "BAN": "Resolved a report with BAN.",
        "LIFT": "Ended a restriction before its time.",
        "REVOKE_TOKENS": "The host app revoked the user's tokens.",
        "UPHOLD": "Answered an appeal: the decision stays.",
        "REVERSE": "Answered an appeal: the decision is reversed.",
    },
)


@strawberry.enum(description="Whether a thread's two sides can write freely.")
class ThreadState(Enum):
    """As the viewer sees it."""

    PENDING = strawberry.enum_value("PENDING", description="Waits for the recipient's accept.")
    OPEN = strawberry.enum_value("OPEN", description="Accepted; it never turns back.")


@strawberry.enum(description="The viewer's folder that a request is in. Its sender cannot tell which.")
class RequestFolder(Enum):
    """A request is in one folder at a time."""

    REQUESTS = strawberry.enum_value("REQUESTS", description="New requests that no filter caught.")
    HIDDEN = strawberry.enum_value(
        "HIDDEN",
        description="A filter caught the request: it makes no event and does not count in the badge.",
    )
    ARCHIVED = strawberry.enum_value(
        "ARCHIVED", description="Unanswered for {archive_after} since its last message."
    )


RequestOrder: TypeAlias = Order
described(
    Order,
    "RequestOrder",
    "The order of a page of requests.",
    {
        "NEWEST": "By their newest message, newest first.",
        "OLDEST": "By their newest message, oldest first.",
        "MUTUAL_FOLLOWS": "By the mutual follows with their sender, most first; of as many, the newest first.",
    },
)

HiddenReason: TypeAlias = Hiding
described(
    Hiding,
    "HiddenReason",
    "Why a request is hidden.",
    {
        "BANNED_WORD": "A text has a word that the service bans.",
        "LINK": "A text has a link.",
        "CONTACT_DETAILS": "A text has an e-mail address or a phone number.",
        "OWN_WORD": "A text has one of the viewer's filter words.",
        "NEW_ACCOUNT": "The sender is a young account with many unanswered requests.",
        "POLICY": "The viewer's own policy sends requests of this class of senders to Hidden.",
        "PAUSED": "The request began while the viewer had paused requests.",
        "OWN_WORD_NAME": "The sender's name has one of the viewer's filter words for names.",
    },
)

FilterPlace: TypeAlias = Looked
described(
    Looked,
    "FilterPlace",
    "Where a filter word is looked for.",
    {
        "TEXT": "In the texts of a request.",
        "NAME": "In the display name and the username of its sender.",
    },
)

RequestDestination: TypeAlias = Destination
described(
    Destination,
    "RequestDestination",
    "The folder for the requests of a class of senders.",
    {
        "REQUESTS": "Requests, unless another filter hides it.",
        "HIDDEN": "Hidden, with the reason POLICY: no event, not in the badge.",
    },
)


DraftHint: TypeAlias = Hint
described(
    Hint,
    "DraftHint",
    "Advice to improve a text before it is sent as a request.",
    {
        "TOO_LONG": f"It has more than {MOST_SENTENCES} sentences, or more than {MOST_LENGTH} code points.",
        "BARE_GREETING": "It is a greeting and nothing else.",
        "ONE_WORD": "It is a single word.",
        "NO_QUESTION": "It has no question.",
        "ALL_CAPITALS": "It is in capitals throughout.",
        "LINK": "It has a link, which hides the request.",
        "CONTACT_DETAILS": "It has an e-mail address or a phone number, which hides the request.",
        "REPEATED": "It is the first message of one of the viewer's last five requests.",
    },
)

MessageAction: TypeAlias = Action
described(
    Action,
    "MessageAction",
    "The effect that a `sendRequest` to a user would have now.",
    {
        "MESSAGE": "An OPEN thread.",
        "REQUEST": "A PENDING thread, until the user accepts.",
        "UNAVAILABLE": "A problem.",
    },
)

ButtonPlace: TypeAlias = Place
described(
    Place,
    "ButtonPlace",
    "Where a profile shows the Message button.",
    {
        "PROFILE": "In full view.",
        "MENU": "In the menu, for a user who follows the viewer and is not followed back.",
    },
)


@strawberry.enum(description="How far a message of the viewer has come.")
class Receipt(Enum):
    """SEEN never reverts."""

    SENT = strawberry.enum_value("SENT", description="Stored.")
    SEEN = strawberry.enum_value("SEEN", description="Read by the peer, while both had read receipts on.")


InvalidInputReason: TypeAlias = InputReason
described(
    InputReason,
    "InvalidInputReason",
    "The reason why a value of an input cannot be used. More reasons may come.",
    {
        "REQUIRED": "A value is needed together with the other values of the input.",
        "EMPTY": "It is empty: a text without a visible character, or a filter without a condition.",
        "TOO_LONG": "It has more code points than `bound`.",
        "TOO_MANY": "It has more entries than `bound`.",
        "BAD_CHARACTER": "It has a character that cannot be stored or shown, such as NUL or a lone surrogate.",
        "BAD_FORMAT": "It does not have the format of the field.",
        "UNMATCHABLE": "It is a filter word that no text can match.",
        "UNKNOWN": "The API did not give this id or cursor to the viewer for this field. In the host app's "
        "mutations: no user has this subject.",
        "SAME_USER": "It names the viewer, or both sides of a follow are one user.",
        "NOT_APPLICABLE": "It cannot be used together with the other values of the input.",
        "NOT_IN_FUTURE": "It is a time in the past.",
        "IN_FUTURE": "It is a time in the future.",
        "TOO_FAR": "It is a time more than ten years ahead.",
        "DUPLICATE": "It is given twice.",
        "TAKEN": "It is a username that another user has, or that is reserved.",
    },
)


@strawberry.enum(description="Why a stream cannot be resumed from `after`.")
class ResyncReason(Enum):
    """The client reads its lists again and resumes from their event cursor."""

    EXPIRED = strawberry.enum_value(
        "EXPIRED", description="The cursor is older than the oldest event that is kept."
    )
    EPOCH_CHANGED = strawberry.enum_value("EPOCH_CHANGED", description="The log was restored from a backup.")
    CURSOR_AHEAD = strawberry.enum_value("CURSOR_AHEAD", description="The cursor is ahead of the log.")
    UNKNOWN = strawberry.enum_value("UNKNOWN", description="The cursor is not one of this viewer.")


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
    "ProblemCode",
    "The problem, one code for each problem type.",
    {code.name: f"Of `{code.value}`." for code in ProblemCode},
)
