"""The service's filter, and whether a text has one of some words."""

from rules.filtering.words import Places
from server.filtering import make_filter

FILTER = make_filter()


def is_in(text: str, *words: str) -> bool:
    """As a list of the server and as one of a recipient."""
    compiled, readings = FILTER.compile(words), list(FILTER.readings(text))
    found = any(map(compiled.are_in, readings))
    needles = "\n".join(filter(None, map(FILTER.needle, words)))
    assert Places(readings).have(needles) is found
    return found
