"""Quiet time: until its end, new requests go to Hidden (behaviour 6)."""

from datetime import datetime, timedelta

from rules.filtering.reasons import NONE, HiddenReason
from rules.policy import Policy
from rules.requests import State

HOUR = timedelta(hours=1)
_WAITING = frozenset({State.REQUESTED, State.KEPT, State.HIDDEN})


def pause_reasons(until: datetime | None, state: State, now: datetime) -> HiddenReason:
    """PAUSED for a request that begins before `until`; one that waits already, in this state, stays where it is."""
    is_paused = until is not None and now < until
    return HiddenReason.PAUSED if is_paused and state not in _WAITING else NONE


def suggests_pause(
    recent_requests: int, paused_until: datetime | None, now: datetime, policy: Policy
) -> bool:
    """Whether so many requests came within an HOUR that a pause may help; not during one."""
    is_paused = paused_until is not None and now < paused_until
    return recent_requests >= policy.pause_suggested_at and not is_paused
