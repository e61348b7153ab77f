"""Enums of the API; the values are names, their meaning stands beside each."""

from collections.abc import Mapping
from enum import Enum
from typing import TypeAlias, TypeVar

import strawberry
from strawberry.types.enum import StrawberryEnumDefinition

from models.moderation import Action as StoredAction
from models.reports import ReportStatus as StoredStatus
from models.reports import Resolution as StoredResolution
from rules.drafts import MOST_LENGTH, MOST_SENTENCES
from rules.drafts import DraftHint as Hint
from rules.filtering.hiding import HiddenReason as Hiding
from rules.messageability import ButtonPlace as Place
from rules.messageability import MessageAction as Action
from rules.policy import Audience
from rules.problems import InvalidInputReason as InputReason
from rules.problems import ReportReason as Reason

E = TypeVar("E", bound=type[Enum])


def _described(enum: E, name: str, description: str, values: Mapping[str, str]) -> E:
    """An enum of the rules as the API shows it, each value with its meaning."""
    strawberry.enum(enum, name=name, description=description)
    definition: StrawberryEnumDefinition = enum.__strawberry_definition__  # type: ignore[attr-defined]
    for value in definition.values:
        value.description = values[value.name]
    return enum


DmAudience: TypeAlias = Audience
_described(
    Audience,
    "DmAudience",
    "Who may start a thread with a user. It never closes an open thread.",
    {
        "EVERYONE": "Anyone.",
        "PEOPLE_I_FOLLOW": "Whom the user follows.",
        "FRIENDS": "Whom the user follows and who follow back.",
        "NO_ONE": "Nobody; the user can still write first.",
    },
)

ReportReason: TypeAlias = Reason
_described(
    Reason,
    "ReportReason",
    "What a report is about.",
    {
        "SPAM": "Advertising, or the same to many.",
        "HARASSMENT": "Bullying, stalking, threats.",
        "HATE": "Against a group of people.",
        "SEXUAL": "Unwanted sexual content.",
        "MINOR_SAFETY": "Puts a child at risk.",
        "SCAM": "Fraud.",
        "SELF_HARM": "Speaks of, or drives to, self-harm.",
        "IMPERSONATION": "Pretends to be another.",
        "OTHER": "Anything else; say it in the note.",
    },
)

ReportStatus: TypeAlias = StoredStatus
_described(
    StoredStatus,
    "ReportStatus",
    "How far a report has come.",
    {
        "OPEN": "Waits for a moderator.",
        "CLAIMED": "A moderator looks at it.",
        "RESOLVED": "Done.",
    },
)

Resolution: TypeAlias = StoredResolution
_described(
    StoredResolution,
    "Resolution",
    "What a moderator makes of a report.",
    {
        "DISMISS": "Nothing.",
        "WARN": "The user sees a warning, with reason and time.",
        "RESTRICT": "The user can neither send nor accept until a time.",
        "BAN": "A restriction without end.",
    },
)

ModerationActionKind: TypeAlias = StoredAction
_described(
    StoredAction,
    "ModerationActionKind",
    "What a moderator did. More kinds may come.",
    {
        "CLAIM": "Claimed a report.",
        "DISMISS": "Resolved a report with DISMISS.",
        "WARN": "Resolved a report with WARN.",
        "RESTRICT": "Resolved a report with RESTRICT.",
        "BAN": "Resolved a report with BAN.",
        "LIFT": "Ended a restriction before its time.",
    },
)


@strawberry.enum(description="Whether a thread's two sides can write freely.")
class ThreadState(Enum):
    """As the viewer sees it."""

    PENDING = strawberry.enum_value("PENDING", description="Waits for the recipient's accept.")
    OPEN = strawberry.enum_value("OPEN", description="Accepted, for ever.")


@strawberry.enum(description="Where a request waits for the viewer; its sender cannot tell.")
class RequestFolder(Enum):
    """One at a time."""

    REQUESTS = strawberry.enum_value("REQUESTS", description="To be looked at.")
    HIDDEN = strawberry.enum_value("HIDDEN", description="Caught by a filter: no event, no badge.")
    ARCHIVED = strawberry.enum_value(
        "ARCHIVED", description="Unanswered for {archive_after} since its last message."
    )


HiddenReason: TypeAlias = Hiding
_described(
    Hiding,
    "HiddenReason",
    "Why a request is hidden.",
    {
        "BANNED_WORD": "A text has a word that the service bans.",
        "LINK": "A text has a link.",
        "CONTACT_DETAILS": "A text has an e-mail address or a phone number.",
        "OWN_WORD": "A text has one of the viewer's filter words.",
        "NEW_ACCOUNT": "A young account that has many requests waiting.",
    },
)


DraftHint: TypeAlias = Hint
_described(
    Hint,
    "DraftHint",
    "What a text might do better before it is sent as a request.",
    {
        "TOO_LONG": f"It has more than {MOST_SENTENCES} sentences, or more than {MOST_LENGTH} code points.",
        "BARE_GREETING": "It greets, and says nothing more.",
        "ONE_WORD": "It has no more than one word.",
        "NO_QUESTION": "It asks nothing.",
        "ALL_CAPITALS": "It is in capitals throughout.",
        "LINK": "It has a link, which hides the request.",
        "CONTACT_DETAILS": "It has an e-mail address or a phone number, which hides the request.",
        "REPEATED": "It is the first message of one of the viewer's last five requests.",
    },
)

MessageAction: TypeAlias = Action
_described(
    Action,
    "MessageAction",
    "What a `sendRequest` to a user would come to now.",
    {
        "MESSAGE": "An OPEN thread.",
        "REQUEST": "A PENDING one, until the user accepts.",
        "UNAVAILABLE": "A problem.",
    },
)

ButtonPlace: TypeAlias = Place
_described(
    Place,
    "ButtonPlace",
    "Where a profile shows the Message button.",
    {
        "PROFILE": "In full view.",
        "MENU": "In the menu: of a user who follows the viewer and is not followed back.",
    },
)


@strawberry.enum(description="What became of a message of the viewer's own.")
class Receipt(Enum):
    """SEEN never reverts."""

    SENT = strawberry.enum_value("SENT", description="Stored.")
    SEEN = strawberry.enum_value("SEEN", description="Read by the peer, while both had read receipts on.")


InvalidInputReason: TypeAlias = InputReason
_described(
    InputReason,
    "InvalidInputReason",
    "What is wrong with a value of an input. More reasons may come.",
    {
        "REQUIRED": "A value is needed together with the other values of the input.",
        "EMPTY": "It has nothing in it: a text nothing to see, a filter nothing to ask for.",
        "TOO_LONG": "It has more code points than `bound`.",
        "TOO_MANY": "It has more entries than `bound`.",
        "BAD_CHARACTER": "It has a character that cannot be stored or shown, such as NUL or a lone surrogate.",
        "BAD_FORMAT": "It is not of the form that the field needs.",
        "UNMATCHABLE": "It is a filter word that no text can match.",
        "UNKNOWN": "It is no id or cursor that this API gave the viewer for this field; of the host app's, no subject "
        "of a user.",
        "SAME_USER": "It names the viewer, or both sides of a follow are one user.",
        "NOT_APPLICABLE": "It cannot be given together with the other values of the input.",
        "NOT_IN_FUTURE": "It is a time that is over.",
        "DUPLICATE": "It is given twice.",
        "TAKEN": "It is a username that another user has, or that is reserved.",
    },
)


@strawberry.enum(description="Why a stream cannot be resumed from `after`.")
class ResyncReason(Enum):
    """Read anew, then go on with the cursor of what was read."""

    EXPIRED = strawberry.enum_value("EXPIRED", description="The cursor is older than events are kept.")
    EPOCH_CHANGED = strawberry.enum_value("EPOCH_CHANGED", description="The log was restored from a backup.")
    CURSOR_AHEAD = strawberry.enum_value("CURSOR_AHEAD", description="The log has not come that far.")
    UNKNOWN = strawberry.enum_value("UNKNOWN", description="It is no event cursor of this viewer.")


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
    RECIPIENT_UNAVAILABLE = "RecipientUnavailable"
    UNDO_EXPIRED = "UndoExpired"
    NOT_ALLOWED = "NotAllowed"


_described(
    ProblemCode,
    "ProblemCode",
    "What stands in the way, one code a problem type.",
    {code.name: f"Of `{code.value}`." for code in ProblemCode},
)
