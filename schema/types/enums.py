"""Enums of the API; the values are names, their meaning stands beside each."""

from enum import Enum
from typing import TypeAlias

import strawberry

from rules.audience import Audience
from rules.refusals import ReportReason as Reason

DmAudience: TypeAlias = Audience
strawberry.enum(
    Audience,
    name="DmAudience",
    description="Who may start a thread with a user. It never closes an open thread.",
)
ReportReason: TypeAlias = Reason
strawberry.enum(Reason, name="ReportReason", description="What a report is about.")


@strawberry.enum(description="Whether a thread's two sides can write freely.")
class ThreadState(Enum):
    """As the viewer sees it."""

    PENDING = strawberry.enum_value("PENDING", description="Waits for the recipient's accept.")
    OPEN = strawberry.enum_value("OPEN", description="Accepted, for ever.")


@strawberry.enum(description="What became of a message of the viewer's own.")
class Receipt(Enum):
    """SEEN never reverts."""

    SENT = strawberry.enum_value("SENT", description="Stored.")
    SEEN = strawberry.enum_value("SEEN", description="Read by the peer, while both had read receipts on.")


@strawberry.enum(description="Why a stream cannot be resumed at the cursor.")
class ResyncReason(Enum):
    """Read anew, then go on with the cursor of what was read."""

    EXPIRED = strawberry.enum_value("EXPIRED", description="The cursor is older than events are kept.")
    EPOCH_CHANGED = strawberry.enum_value("EPOCH_CHANGED", description="The log was restored from a backup.")
    CURSOR_AHEAD = strawberry.enum_value("CURSOR_AHEAD", description="The log has not come that far.")
    UNKNOWN = strawberry.enum_value("UNKNOWN", description="No cursor of this viewer's stream.")


@strawberry.enum(description="What stands in the way, one code a problem type.")
class ProblemCode(Enum):
    """The problem's type in capitals, for clients that switch on a code."""

    INVALID_INPUT = "INVALID_INPUT"
    NOT_FOUND = "NOT_FOUND"
    IDEMPOTENCY_CONFLICT = "IDEMPOTENCY_CONFLICT"
    MESSAGING_RESTRICTED = "MESSAGING_RESTRICTED"
    AGE_RESTRICTED = "AGE_RESTRICTED"
    PHONE_VERIFICATION_REQUIRED = "PHONE_VERIFICATION_REQUIRED"
    RATE_LIMITED = "RATE_LIMITED"
    YOU_BLOCKED_THIS_USER = "YOU_BLOCKED_THIS_USER"
    PENDING_LIMIT_REACHED = "PENDING_LIMIT_REACHED"
    DAILY_LIMIT_REACHED = "DAILY_LIMIT_REACHED"
    RECIPIENT_UNAVAILABLE = "RECIPIENT_UNAVAILABLE"
    UNDO_EXPIRED = "UNDO_EXPIRED"
