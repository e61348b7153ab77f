"""Figures on the viewer's own requests."""

from dataclasses import asdict
from operator import itemgetter

import strawberry

from rules.drafts import MOST_LENGTH, MOST_SENTENCES, Insights
from rules.drafts import DraftHint as DraftHint
from schema.types.directives import cost
from schema.types.node import FromRow, from_row
from schema.types.scalars import described

described(
    DraftHint,
    "Advice to improve a text before it is sent as a request.",
    TOO_LONG=f"It has more than {MOST_SENTENCES} sentences, or more than {MOST_LENGTH} code points.",
    BARE_GREETING="It is a greeting and nothing else.",
    ONE_WORD="It is a single word.",
    NO_QUESTION="It has no question.",
    ALL_CAPITALS="It is in capitals throughout.",
    LINK="It has a link, which hides the request.",
    CONTACT_DETAILS="It has an e-mail address or a phone number, which hides the request.",
    REPEATED="It is the first message of one of the viewer's last five requests.",
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


@strawberry.type
class HintStat:
    """The requests with a first message that had this hint."""

    hint: DraftHint = strawberry.field(description="The hint, as `draftHints` gives it for the same text.")
    sent: int = strawberry.field(description=_SENT)
    accepted: int = strawberry.field(description=_ACCEPTED)


@strawberry.type(
    description="How many of the viewer's requests were accepted, and after how long. It is made of the "
    "viewer's sends and their accepts only."
)
class RequestInsights(FromRow[Insights]):
    """Does not tell which requests were not accepted (behaviour 13.5)."""

    sent: int = from_row(
        "How many requests were sent, of at most the last 500. A thread that opened at once, without an accept, does "
        "not count as a request.",
        name="total.sent",
    )
    accepted: int = from_row(
        "How many of them were accepted, by `accept` or by a reply. A request that opened because of a follow or "
        "of a contact code does not count.",
        name="total.accepted",
    )
    rate: float | None = from_row("accepted / sent, 0 to 1; null if none was sent.")
    median_seconds_to_accept: int | None = from_row(
        "The median time from the first message to the accept, in whole seconds; null if none was accepted."
    )

    @strawberry.field(metadata=cost(rows=7 * 24))
    def slots(self) -> list[InsightSlot]:
        """The counts by weekday and hour of the first message, from Monday 0 h on. Hours without requests are left
        out."""
        slots = sorted(self.row.slots.items(), key=itemgetter(0))
        return [InsightSlot(weekday=day, hour=hour, **asdict(tally)) for (day, hour), tally in slots]

    @strawberry.field(metadata=cost(rows=len(DraftHint)))
    def by_hint(self) -> list[HintStat]:
        """The counts by draft hint: all hints, in the enum's order."""
        return [HintStat(hint=hint, **asdict(tally)) for hint, tally in self.row.by_hint.items()]
