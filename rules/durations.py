"""Spans of time as people say them."""

from datetime import timedelta

UNITS = (("day", timedelta(days=1)), ("hour", timedelta(hours=1)), ("minute", timedelta(minutes=1)))
SECOND = timedelta(seconds=1)


def in_words(span: timedelta) -> str:
    """In the largest unit that leaves no rest: `10 minutes`, `90 days`, `1.5 seconds`."""
    for unit, length in UNITS:
        if span and not span % length:
            return _counted(span // length, unit)
    return _counted(span / SECOND, "second")


def _counted(number: float, unit: str) -> str:
    return f"{number:,.10g} {unit}" + ("" if number == 1 else "s")
