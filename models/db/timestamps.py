"""Timestamps as the databases keep them: whole microseconds since 1970, UTC."""

from datetime import UTC, datetime, timedelta

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def to_micros(at: datetime) -> int:
    """Exact; a naive datetime is a TypeError."""
    return (at - EPOCH) // _MICROSECOND


def from_micros(micros: int) -> datetime:
    """An aware datetime in UTC."""
    return EPOCH + timedelta(0, 0, micros)
