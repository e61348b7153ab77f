"""When a report that no moderator can act on is closed."""

from datetime import datetime, timedelta

LEAST, MOST = timedelta(hours=12), timedelta(days=3)
"""The time that moderators take, as far as reporters can tell."""


def closing_time(now: datetime, share: float) -> datetime:
    """`share`, 0 ≤ share < 1, is drawn for each report, so that the time does not tell its kind."""
    return now + LEAST + share * (MOST - LEAST)
