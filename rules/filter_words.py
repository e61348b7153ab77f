"""Which words a user may filter by."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rules.text import is_storable, trim

MOST_WORDS = 200
LONGEST_WORD = 64


@dataclass(frozen=True, slots=True)
class OwnWords:
    """`words`: trimmed, each once, in the order given. `needles`: what is looked for, a line each."""

    words: tuple[str, ...]
    needles: str


def own_words(given: Sequence[str], needle: Callable[[str], str]) -> OwnWords | None:
    """None if there are too many, or one cannot be used: it is no word, or it has no needle."""
    words = tuple(dict.fromkeys(map(trim, given)))
    if len(given) > MOST_WORDS or not all(map(_is_usable, words)):
        return None
    needles = tuple(map(needle, words))
    return OwnWords(words, "\n".join(dict.fromkeys(needles))) if all(needles) else None


def _is_usable(word: str) -> bool:
    return 1 <= len(word) <= LONGEST_WORD and is_storable(word)
