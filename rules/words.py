"""A list of words, found in a text however they are disguised."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from ahocorasick import Automaton

from rules.reading import EITHER, Reading, in_bytes, loose

MOST_NEAR = 100
"""So often may a text have a word of the list but for an i that is an l; one that does so oftener has the word.

Without an end the work would grow with the words: a list can be such that a text comes near it at every letter.
"""

_TWINS = {("i", EITHER), ("l", EITHER), (EITHER, "i"), (EITHER, "l"), ("1", "i"), ("1", "l"), ("1", EITHER)}
"""What may be the same in a text and in a phrase. An i is no l, and a number in a phrase is a number in a text."""


class Words:
    """Phrases as `rules.phrases` writes them; the work of a search grows with the text alone."""

    def __init__(self, phrases: Iterable[str]) -> None:
        spellings: dict[str, list[str]] = defaultdict(list)
        for phrase in map(in_bytes, dict.fromkeys(filter(None, phrases))):
            spellings[loose(phrase)].append(phrase)
        self._automaton = _automaton_of(spellings) if spellings else None

    def are_in(self, text: Reading) -> bool:
        """Whether a word of the list stands in the text."""
        if self._automaton is None:
            return False
        near = 0
        for end, spellings in self._automaton.iter(text.key):
            for phrase in spellings:
                near += 1
                if near > MOST_NEAR or _is_same(text.text[end + 1 - len(phrase) : end + 1], phrase):
                    return True
        return False


def _automaton_of(spellings: dict[str, list[str]]) -> Automaton:
    automaton = Automaton()
    for key, phrases in spellings.items():
        automaton.add_word(key, phrases)
    automaton.make_automaton()
    return automaton


def _is_same(text: str, phrase: Sequence[str]) -> bool:
    """For two of one loose spelling."""
    return text == phrase or all(a == b or (a, b) in _TWINS for a, b in zip(text, phrase, strict=True))
