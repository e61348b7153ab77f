"""The reasons of reports, and when a report that no moderator can act on is closed."""

from datetime import datetime, timedelta
from enum import IntEnum


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


NOTE_LENGTH = 2_000
"""The most code points of a note."""

LEAST, MOST = timedelta(hours=12), timedelta(days=3)
"""The time that moderators take, as far as reporters can tell."""


def closing_time(now: datetime, share: float) -> datetime:
    """`share`, 0 ≤ share < 1, is drawn for each report, so that the time does not tell its kind."""
    return now + LEAST + share * (MOST - LEAST)
