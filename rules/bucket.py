"""The short-window limit: a bucket kept as one time, that at which it would be full again."""

from datetime import datetime, timedelta

from rules.policy import Policy


def last_full_at(now: datetime, policy: Policy) -> datetime:
    """The latest full-again time with which one more message still fits."""
    return now + policy.bucket_refill * (policy.bucket_size - 1)


def seconds_to_wait(full_at: datetime, now: datetime, policy: Policy) -> int:
    """0 if a message fits now, else whole seconds until one does."""
    over = full_at - last_full_at(now, policy)
    return max(0, -(-over // timedelta(seconds=1)))


def charged(full_at: datetime, now: datetime, policy: Policy) -> datetime:
    """The bucket after one more message."""
    return max(full_at, now) + policy.bucket_refill


def messages_left(full_at: datetime, now: datetime, policy: Policy) -> int:
    """How many messages fit now, one after another; 0 to the bucket's size."""
    room = last_full_at(now, policy) - max(full_at, now)
    return max(0, room // policy.bucket_refill + 1)
