"""A list of words, found in a text however they are disguised."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from ahocorasick import Automaton

from rules.reading import EITHER, Reading, in_bytes, loose

MOST_NEAR = 100
"""A text that is one letter from a word so often, an i for an l, passes; one that is so more often has the word.

Without this bound the work would grow with the words: a list can be such that a text comes near it at every letter.
"""


def _table(marks: Mapping[str, int]) -> bytes:
    return bytes(marks.get(chr(byte), 0) for byte in range(256))


_SHOWS = _table({"i": 1, "l": 2, EITHER: 4})
_BARS = _table({"i": 2, "l": 1, "1": 1 | 2 | 4})
"""What a text shows and a needle bars: an i is no l, and a number in a needle is a number in a text."""


class Words:
    """Needles in one automaton: it reads a text once, however many there are."""

    def __init__(self, needles: Iterable[str]) -> None:
        spellings: dict[str, list[str]] = defaultdict(list)
        for needle in map(in_bytes, dict.fromkeys(filter(None, needles))):
            spellings[loose(needle)].append(needle)
        self._automaton = _automaton_of(spellings) if spellings else None

    def are_in(self, text: Reading) -> bool:
        """Whether a word of the list stands in the text."""
        if self._automaton is None:
            return False
        near = 0
        for end, spellings in self._automaton.iter(text.key):
            for needle in spellings:
                near += 1
                if near > MOST_NEAR or is_same(text.text[end + 1 - len(needle) : end + 1], needle):
                    return True
        return False


def _automaton_of(spellings: dict[str, list[str]]) -> Automaton:
    automaton = Automaton()
    for key, needles in spellings.items():
        automaton.add_word(key, needles)
    automaton.make_automaton()
    return automaton


def is_same(text: str, needle: str) -> bool:
    """For two of one loose spelling."""
    return text == needle or not _marks(text, _SHOWS) & _marks(needle, _BARS)


def _marks(text: str, table: bytes) -> int:
    """A byte for each place, so that all places are compared at once."""
    return int.from_bytes(text.encode("latin-1").translate(table))
