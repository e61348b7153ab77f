"""The service's filter, and whether a text has one of some words."""

from server.filter_source import make_filter

FILTER = make_filter()


def is_in(text: str, *words: str) -> bool:
    compiled = FILTER.compile(words)
    return any(compiled.are_in(reading) for reading in FILTER.readings(text))
