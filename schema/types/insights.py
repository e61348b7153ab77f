"""What came of the viewer's requests."""

from operator import itemgetter
from typing import Self

import strawberry

from rules.insights import Insights, Tally
from schema.types.costs import cost
from schema.types.enums import DraftHint

_SENT = "How many were sent."
_ACCEPTED = "How many of them were accepted."


@strawberry.type(description="The requests that began in one hour of the week.")
class InsightSlot:
    """By the first message."""

    weekday: int = strawberry.field(description="1 to 7, Monday to Sunday, UTC.")
    hour: int = strawberry.field(description="0 to 23, UTC.")
    sent: int = strawberry.field(description=_SENT)
    accepted: int = strawberry.field(description=_ACCEPTED)

    @classmethod
    def of(cls, slot: tuple[int, int], tally: Tally) -> Self:
        """The one way from what the rules counted."""
        weekday, hour = slot
        return cls(weekday=weekday, hour=hour, sent=tally.sent, accepted=tally.accepted)


@strawberry.type(description="The requests whose first message a hint was for.")
class HintStat:
    """A request may count in several."""

    hint: DraftHint = strawberry.field(description="As `draftHints` would have given it.")
    sent: int = strawberry.field(description=_SENT)
    accepted: int = strawberry.field(description=_ACCEPTED)

    @classmethod
    def of(cls, hint: DraftHint, tally: Tally) -> Self:
        """The one way from what the rules counted."""
        return cls(hint=hint, sent=tally.sent, accepted=tally.accepted)


@strawberry.type(description="What came of the viewer's requests: their own sends, and the accepts of them.")
class RequestInsights:
    """Of those that were not answered it tells nothing (behaviour 13.5)."""

    sent: int = strawberry.field(
        description="Requests sent, at most the last 500. What opened at once, without an accept, is no request."
    )
    accepted: int = strawberry.field(
        description="How many of them were accepted, by `accept` or by an answer; one that a follow opened was not."
    )
    rate: float | None = strawberry.field(description="accepted / sent, 0 to 1; null if none was sent.")
    median_seconds_to_accept: int | None = strawberry.field(
        description="From the first message to the accept, in whole seconds; null if none was accepted."
    )
    slots: list[InsightSlot] = strawberry.field(
        description="By weekday and hour of the first message, from Monday 0 h on: only those with requests.",
        metadata=cost(rows=7 * 24),
    )
    by_hint: list[HintStat] = strawberry.field(
        description="By draft hint: all hints, in the enum's order.", metadata=cost(rows=len(DraftHint))
    )

    @classmethod
    def of(cls, insights: Insights) -> Self:
        """The one way from what the rules counted."""
        return cls(
            sent=insights.total.sent,
            accepted=insights.total.accepted,
            rate=insights.rate,
            median_seconds_to_accept=insights.median_seconds_to_accept,
            slots=[InsightSlot.of(*slot) for slot in sorted(insights.slots.items(), key=itemgetter(0))],
            by_hint=[HintStat.of(hint, tally) for hint, tally in insights.by_hint.items()],
        )
