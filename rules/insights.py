"""The results of a user's requests."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime

from rules.drafts import DraftHint

MOST_REQUESTS = 500
"""Enough of the last requests to learn from; the bound keeps the work small."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One request: its first message's facts, and when it was accepted, if it was."""

    sent_at: datetime
    accepted_at: datetime | None
    hints: DraftHint


@dataclass(slots=True)
class Tally:
    """How many requests were sent, and how many of those were accepted."""

    sent: int = 0
    accepted: int = 0

    def add(self, outcome: Outcome) -> None:
        """The tally with one more request."""
        self.sent += 1
        self.accepted += outcome.accepted_at is not None


@dataclass(frozen=True, slots=True)
class Insights:
    """`slots` by ISO weekday (1 is Monday) and hour, UTC, of the sending; slots without a request are left out."""

    seconds_to_accept: list[float] = field(default_factory=list)
    total: Tally = field(default_factory=Tally)
    slots: defaultdict[tuple[int, int], Tally] = field(default_factory=lambda: defaultdict(Tally))
    by_hint: dict[DraftHint, Tally] = field(default_factory=lambda: {hint: Tally() for hint in DraftHint})

    def add(self, outcome: Outcome) -> None:
        """The insights with one more request."""
        at = outcome.sent_at
        tallies = [
            self.total,
            self.slots[at.isoweekday(), at.hour],
            *(self.by_hint[hint] for hint in outcome.hints),
        ]
        for tally in tallies:
            tally.add(outcome)
        if outcome.accepted_at:
            self.seconds_to_accept.append((outcome.accepted_at - at).total_seconds())

    @property
    def rate(self) -> float | None:
        """The accepted share, 0 to 1; None without requests."""
        return self.total.accepted / self.total.sent if self.total.sent else None

    @property
    def median_seconds_to_accept(self) -> int | None:
        """Whole seconds; None if none was accepted."""
        # Its import takes memory, and few processes are asked.
        from statistics import median

        return int(median(self.seconds_to_accept)) if self.seconds_to_accept else None
