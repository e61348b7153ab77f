"""Which words a user may filter by."""

from collections.abc import Sequence

from rules.text import is_storable, trim

MOST_WORDS = 200
LONGEST_WORD = 64


def own_words(given: Sequence[str]) -> tuple[str, ...] | None:
    """Trimmed, each once, in the order given; None if there are too many or one cannot be used."""
    words = tuple(dict.fromkeys(map(trim, given)))
    if len(given) > MOST_WORDS or not all(map(_is_usable, words)):
        return None
    return words


def _is_usable(word: str) -> bool:
    return 1 <= len(word) <= LONGEST_WORD and is_storable(word)
