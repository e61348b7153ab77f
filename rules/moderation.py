"""Reports and appeals: their bounds, when a report closes by itself, and who may appeal a decision or answer."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum

from rules.problems import DailyLimitReached, NotAllowed, NotFound, Refusal
from rules.sending import next_midnight

NOTE_LENGTH = 2_000
"""The most code points of a note."""

LEAST_WAIT, MOST_WAIT = timedelta(hours=12), timedelta(days=3)
"""The time that moderators take, as far as reporters can tell."""


def closing_time(now: datetime, share: float) -> datetime:
    """`share`, 0 ≤ share < 1, is drawn for each report, so that the time does not tell its kind."""
    return now + LEAST_WAIT + share * (MOST_WAIT - LEAST_WAIT)


APPEALS_A_DAY = 10
APPEAL_LENGTH = 2_000
"""Code points of an appeal, and of its answer."""


class AppealState(IntEnum):
    """The numbers are stored."""

    OPEN = 0
    UPHELD = 1
    REVERSED = 2


def refuse_appeal(*, is_appealed: bool, appeals_today: int, now: datetime) -> Refusal | None:
    """Once for each decision, and ten a day."""
    if is_appealed:
        return NotFound()
    if appeals_today >= APPEALS_A_DAY:
        return DailyLimitReached(APPEALS_A_DAY, next_midnight(now))
    return None


@dataclass(frozen=True, slots=True)
class Verdict:
    """A moderator's answer to an appeal."""

    state: AppealState
    answer: str


def refuse_answer(given: Verdict, stored: Verdict | None, *, is_own_decision: bool) -> Refusal | None:
    """Another moderator than the one who decided answers, once; the same answer again changes nothing."""
    if is_own_decision:
        return NotAllowed()
    return NotFound() if stored and stored != given else None
