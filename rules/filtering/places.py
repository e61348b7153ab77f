"""A text, prepared for any list: the places where its words begin, sorted by the text from there on."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from rules.filtering.variants import Reading, in_bytes, loose
from rules.filtering.words import LONGEST_NEEDLE, MOST_NEAR, is_same

_BEGINNING = re.compile("[ \t]")

_MOST_BYTES = 4 * LONGEST_NEEDLE


class Places:
    """For lists that are not prepared: the work happens here, and a search's time tells little of its list.

    Every needle begins as the words of a reading do.
    """

    def __init__(self, readings: Iterable[Reading]) -> None:
        self._text = "".join(reading.text for reading in readings)
        key = loose(self._text)

        def from_here(place: int) -> str:
            return key[place : place + _MOST_BYTES]

        self._places = sorted((found.start() for found in _BEGINNING.finditer(key)), key=from_here)
        self._keys = list(map(from_here, self._places))

    def have(self, needles: str) -> bool:
        """Whether the text has one of these, one a line."""
        if not needles:
            return False
        listed = in_bytes(needles)
        near = 0
        for needle, key in zip(listed.split("\n"), loose(listed).split("\n"), strict=True):
            for place in self._near(key):
                near += 1
                if near > MOST_NEAR or is_same(self._text[place : place + len(needle)], needle):
                    return True
        return False

    def _near(self, key: str) -> Iterator[int]:
        at = bisect_left(self._keys, key)
        while at < len(self._keys) and self._keys[at].startswith(key):
            yield self._places[at]
            at += 1
