"""Which words a user may filter by."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rules.refusals import Flaw, InvalidInputReason
from rules.text import flaw_of_kept, trim

MOST_WORDS = 200
LONGEST_WORD = 64
LONGEST_NEEDLE = 200
"""Enough for 64 letters or signs; one character can stand for eighteen letters."""


@dataclass(frozen=True, slots=True)
class OwnWords:
    """`words`: trimmed, each once, in the order given. `needles`: what is looked for, a line each."""

    words: tuple[str, ...]
    needles: str


def own_words(given: Sequence[str], needle: Callable[[str], str]) -> OwnWords | Flaw:
    """The flaw of the list, or of the first word that cannot be used."""
    words = tuple(dict.fromkeys(map(trim, given)))
    if len(given) > MOST_WORDS:
        return Flaw(InvalidInputReason.TOO_MANY, MOST_WORDS)
    if flaws := [flaw for word in words if (flaw := flaw_of_kept(word, LONGEST_WORD))]:
        return flaws[0]
    needles = tuple(map(needle, words))
    if not all(1 <= len(needle) <= LONGEST_NEEDLE for needle in needles):
        return Flaw(InvalidInputReason.UNMATCHABLE)
    return OwnWords(words, "\n".join(dict.fromkeys(needles)))
