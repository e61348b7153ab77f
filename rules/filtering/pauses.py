"""Quiet time: until its end, new requests go to Hidden (behaviour 6)."""

from datetime import datetime, timedelta

from rules.filtering.reasons import NONE, HiddenReason
from rules.policy import Policy

HOUR = timedelta(hours=1)


def pause_reasons(
    until: datetime | None, waits_since: datetime | None, now: datetime, policy: Policy
) -> HiddenReason:
    """PAUSED for a request that begins before `until`; one that waits already stays where it is.

    `waits_since`: the last message of a request that waits, None for one that begins. From the archive it begins again.
    """
    is_paused = until is not None and now < until
    is_here = waits_since is not None and waits_since >= now - policy.archive_after
    return HiddenReason.PAUSED if is_paused and not is_here else NONE


def suggests_pause(
    recent_requests: int, paused_until: datetime | None, now: datetime, policy: Policy
) -> bool:
    """Whether so many requests came within an HOUR that a pause may help; not during one."""
    is_paused = paused_until is not None and now < paused_until
    return recent_requests >= policy.pause_suggested_at and not is_paused
