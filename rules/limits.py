"""Limits: the bucket of sends, the keys by which a repeated send counts once, the longest time a user may choose."""

import hashlib
from datetime import datetime, timedelta

from rules.policy import SECOND, Policy
from rules.problems import InvalidInputReason

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


def last_full_at(now: datetime, policy: Policy) -> datetime:
    """The latest full-again time at which one more message still fits."""
    return now + policy.bucket_refill * (policy.bucket_size - 1)


def empty_full_at(now: datetime, policy: Policy) -> datetime:
    """The full-again time of an empty bucket.

    Nothing that is charged goes beyond it. A later one was written before the clock was set back or the policy was
    changed: it says nothing, and the bucket counts as full.
    """
    return now + policy.bucket_refill * policy.bucket_size


def seconds_to_wait(full_at: datetime, now: datetime, policy: Policy) -> int:
    """0 if a message fits now, else whole seconds until one fits."""
    over = _from(full_at, now, policy) - last_full_at(now, policy)
    return max(0, -(-over // SECOND))


def charged(full_at: datetime, now: datetime, policy: Policy) -> datetime:
    """The bucket after one more message."""
    return _from(full_at, now, policy) + policy.bucket_refill


def messages_left(full_at: datetime, now: datetime, policy: Policy) -> int:
    """How many messages fit now, 0 to the bucket's size."""
    room = last_full_at(now, policy) - _from(full_at, now, policy)
    return max(0, room // policy.bucket_refill + 1)


def _from(full_at: datetime, now: datetime, policy: Policy) -> datetime:
    """The time from which the bucket refills what is charged now."""
    return full_at if now < full_at <= empty_full_at(now, policy) else now


KEY_LENGTH = 64
NOTE_LENGTH = 2_000
"""Of a report."""


def fingerprint(*input: str) -> str:
    """Covers mutation, target, trimmed text, and a code if there is one. Equal for equal inputs only."""
    parts = [part.encode("utf-8", "surrogatepass") for part in input]
    return hashlib.sha256(b"\xff".join(parts)).hexdigest()
