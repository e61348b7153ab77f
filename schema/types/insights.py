"""Figures on the viewer's own requests."""

from operator import itemgetter
from typing import Self

import strawberry

from rules.drafts import MOST_LENGTH, MOST_SENTENCES, Insights, Tally
from rules.drafts import DraftHint as DraftHint
from schema.types.directives import cost
from schema.types.scalars import described

described(
    DraftHint,
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

_SENT = "How many requests were sent."
_ACCEPTED = "How many of them were accepted."


@strawberry.type
class InsightSlot:
    """The requests that began in one hour of the week."""

    weekday: int = strawberry.field(description="1 to 7, Monday to Sunday, UTC.")
    hour: int = strawberry.field(description="0 to 23, UTC.")
    sent: int = strawberry.field(description=_SENT)
    accepted: int = strawberry.field(description=_ACCEPTED)

    @classmethod
    def of(cls, slot: tuple[int, int], tally: Tally) -> Self:
        """`slot` is the weekday, 1 to 7, and the hour, 0 to 23, in UTC."""
        weekday, hour = slot
        return cls(weekday=weekday, hour=hour, sent=tally.sent, accepted=tally.accepted)


@strawberry.type
class HintStat:
    """The requests with a first message that had this hint."""

    hint: DraftHint = strawberry.field(description="The hint, as `draftHints` gives it for the same text.")
    sent: int = strawberry.field(description=_SENT)
    accepted: int = strawberry.field(description=_ACCEPTED)

    @classmethod
    def of(cls, hint: DraftHint, tally: Tally) -> Self:
        """The hints were worked out when the request was sent (behaviour 13.14)."""
        return cls(hint=hint, sent=tally.sent, accepted=tally.accepted)


@strawberry.type(
    description="How many of the viewer's requests were accepted, and after how long. It is made of the "
    "viewer's sends and their accepts only."
)
class RequestInsights:
    """Does not tell which requests were not accepted (behaviour 13.5)."""

    sent: int = strawberry.field(
        description="How many requests were sent, of at most the last 500. A thread that opened at once, without "
        "an accept, does not count as a request."
    )
    accepted: int = strawberry.field(
        description="How many of them were accepted, by `accept` or by a reply. A request that opened because of "
        "a follow does not count."
    )
    rate: float | None = strawberry.field(description="accepted / sent, 0 to 1; null if none was sent.")
    median_seconds_to_accept: int | None = strawberry.field(
        description="The median time from the first message to the accept, in whole seconds; null if none was "
        "accepted."
    )
    slots: list[InsightSlot] = strawberry.field(
        description="The counts by weekday and hour of the first message, from Monday 0 h on. Hours without "
        "requests are left out.",
        metadata=cost(rows=7 * 24),
    )
    by_hint: list[HintStat] = strawberry.field(
        description="The counts by draft hint: all hints, in the enum's order.",
        metadata=cost(rows=len(DraftHint)),
    )

    @classmethod
    def of(cls, insights: Insights) -> Self:
        """Slots are in the order of the week, hints in the order of the enum."""
        return cls(
            sent=insights.total.sent,
            accepted=insights.total.accepted,
            rate=insights.rate,
            median_seconds_to_accept=insights.median_seconds_to_accept,
            slots=[InsightSlot.of(*slot) for slot in sorted(insights.slots.items(), key=itemgetter(0))],
            by_hint=[HintStat.of(hint, tally) for hint, tally in insights.by_hint.items()],
        )
