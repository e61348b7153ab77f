"""Reasons why a step was refused. Each becomes the GraphQL problem of its name."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, IntEnum
from typing import Self


class ReportReason(IntEnum):
    """The cause of a report, and of a restriction."""

    SPAM = 0
    HARASSMENT = 1
    HATE = 2
    SEXUAL = 3
    MINOR_SAFETY = 4
    SCAM = 5
    SELF_HARM = 6
    IMPERSONATION = 7
    OTHER = 8


class InvalidInputReason(Enum):
    """The flaw of a value. No value depends on other users, except TAKEN, which only the host gets."""

    REQUIRED = "REQUIRED"
    EMPTY = "EMPTY"
    TOO_LONG = "TOO_LONG"
    TOO_MANY = "TOO_MANY"
    BAD_CHARACTER = "BAD_CHARACTER"
    BAD_FORMAT = "BAD_FORMAT"
    UNMATCHABLE = "UNMATCHABLE"
    UNKNOWN = "UNKNOWN"
    SAME_USER = "SAME_USER"
    NOT_APPLICABLE = "NOT_APPLICABLE"
    NOT_IN_FUTURE = "NOT_IN_FUTURE"
    IN_FUTURE = "IN_FUTURE"
    TOO_FAR = "TOO_FAR"
    DUPLICATE = "DUPLICATE"
    TAKEN = "TAKEN"


@dataclass(frozen=True, slots=True)
class Flaw:
    """Why a value cannot be used; `bound` is the maximum of code points or entries, where there is one."""

    reason: InvalidInputReason
    bound: int | None = None


MOST_YEARS = 10
"""The longest time for which a user may choose something."""


def last_end(now: datetime) -> datetime:
    """The same day and time, so many years later; 1 March for 29 February."""
    start = now + timedelta(days=(now.month, now.day) == (2, 29))
    return start.replace(year=start.year + MOST_YEARS)


def flaw_of_end(until: datetime, now: datetime) -> InvalidInputReason | None:
    """The flaw of a time that a user chooses for an end."""
    if until <= now:
        return InvalidInputReason.NOT_IN_FUTURE
    return InvalidInputReason.TOO_FAR if until > last_end(now) else None


class Refusal:
    """Instead of the outcome of a step."""

    __slots__: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class InvalidInput(Refusal):
    """`field` is the input's field as clients spell it; `fields` are all of a batch, with `field` first."""

    field: str
    reason: InvalidInputReason
    bound: int | None = None
    fields: Sequence[str] = ()

    @classmethod
    def of(cls, fields: Iterable[tuple[str, Flaw | None]]) -> Self | None:
        """Reason and bound are those of the first field that has a flaw; None if no field has one."""
        found: dict[str, Flaw] = {}
        for field, flaw in fields:
            if flaw:
                found.setdefault(field, flaw)
        for field, flaw in found.items():
            return cls(field, flaw.reason, flaw.bound, tuple(found))
        return None

    def __post_init__(self) -> None:
        object.__setattr__(self, "fields", self.fields or (self.field,))


@dataclass(frozen=True, slots=True)
class NotFound(Refusal):
    """The object does not exist or the viewer must not see it; no client can tell the two apart."""


@dataclass(frozen=True, slots=True)
class IdempotencyConflict(Refusal):
    """The client key was used for another input."""


@dataclass(frozen=True, slots=True)
class MessagingRestricted(Refusal):
    """`until` None: the restriction has no end."""

    until: datetime | None
    restriction_reason: ReportReason


@dataclass(frozen=True, slots=True)
class AgeRestricted(Refusal):
    """The viewer is under the minimum age."""


@dataclass(frozen=True, slots=True)
class PhoneVerificationRequired(Refusal):
    """The viewer has no verified phone."""


@dataclass(frozen=True, slots=True)
class RateLimited(Refusal):
    """The send bucket is empty; whole seconds, at least 1."""

    retry_after_seconds: int


@dataclass(frozen=True, slots=True)
class YouBlockedThisUser(Refusal):
    """The viewer blocks the peer."""


@dataclass(frozen=True, slots=True)
class PendingLimitReached(Refusal):
    """The viewer has sent all messages that may precede an accept."""

    limit: int


@dataclass(frozen=True, slots=True)
class DailyLimitReached(Refusal):
    """The viewer has used all new pairs of the UTC day, or all appeals."""

    limit: int
    resets_at: datetime


@dataclass(frozen=True, slots=True)
class ContactCodeLimitReached(Refusal):
    """The viewer has as many good contact codes as one can have."""

    limit: int


@dataclass(frozen=True, slots=True)
class RecipientUnavailable(Refusal):
    """The one answer of the reachability bit, whatever the cause."""


@dataclass(frozen=True, slots=True)
class UndoExpired(Refusal):
    """The time to undo the delete is over."""


@dataclass(frozen=True, slots=True)
class NotAllowed(Refusal):
    """The token lacks the role that this needs, or the decision is the moderator's own."""
