"""Which words a user may filter by."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rules.text import is_storable, trim

MOST_WORDS = 200
LONGEST_WORD = 64
LONGEST_NEEDLE = 200
"""Enough for 64 letters or signs; one character can stand for eighteen letters."""


@dataclass(frozen=True, slots=True)
class OwnWords:
    """`words`: trimmed, each once, in the order given. `needles`: what is looked for, a line each."""

    words: tuple[str, ...]
    needles: str


def own_words(given: Sequence[str], needle: Callable[[str], str]) -> OwnWords | None:
    """None if there are too many, or one cannot be used: it is no word, it has no needle or too long a one."""
    words = tuple(dict.fromkeys(map(trim, given)))
    if len(given) > MOST_WORDS or not all(map(_is_usable, words)):
        return None
    needles = tuple(map(needle, words))
    if not all(1 <= len(needle) <= LONGEST_NEEDLE for needle in needles):
        return None
    return OwnWords(words, "\n".join(dict.fromkeys(needles)))


def _is_usable(word: str) -> bool:
    return 1 <= len(word) <= LONGEST_WORD and is_storable(word)
