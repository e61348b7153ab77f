"""How names are compared with what somebody types to find them."""

import unicodedata
from functools import lru_cache
from itertools import accumulate, pairwise

from rules.letters import bare_letters, is_ideograph, is_of_word

LONGEST_SEARCH = 100
"""Code points of what is typed."""

LONGEST_FOLDED = 100
"""Code points that are looked at of a folded name, stored or typed: of a name of any length its beginning."""

MOST_UNFOLDED = 200
"""Code points of a name, taken apart, that are looked at: a hundred letters with a mark each."""

MOST_WORDS = 10
"""Words of a name by which it is found."""

LAST_CHARACTER = "\U0010ffff"
"""Sorts behind whatever a name goes on with."""

_PARTING = frozenset({"Pd", "Ps", "Pe", "Pi", "Pf"})


def fold_name(name: str) -> str:
    """One spelling for all that people take for the same name; folding again changes nothing.

    Apostrophes are left out; dashes, dots, brackets, quotes and @ are spaces, unless the name has nothing else.
    """
    letters = _letters(name)
    return _joined(letters, _parted(letters), 0)


def word_starts(name: str) -> list[str]:
    """The folded name from the beginning of each of its words on; the whole comes first."""
    letters = _letters(name)
    parted = _parted(letters)
    starts: dict[str, None] = {}
    for place, (before, char) in enumerate(pairwise(" " + letters)):
        if _begins(before, char) and (start := _joined(letters, parted, place)):
            starts[start] = None
            if len(starts) == MOST_WORDS:
                break
    return list(starts)


@lru_cache(maxsize=1_000)
def _letters(name: str) -> str:
    """Those of its beginning; whoever stores a name asks for them several times."""
    unfolded = accumulate(map(_unfolded, name))
    return bare_letters(name[: sum(length <= MOST_UNFOLDED for length in unfolded)]).strip()


@lru_cache(maxsize=4_096)
def _unfolded(char: str) -> int:
    return len(unicodedata.normalize("NFKD", char))


@lru_cache(maxsize=16_384)
def _begins(before: str, char: str) -> bool:
    if is_of_word(char):
        return is_ideograph(char) or not is_of_word(before)
    return before.isspace() and not char.isspace()


def _parted(letters: str) -> str:
    return "".join(map(_apart, letters))


def _joined(letters: str, parted: str, place: int) -> str:
    """From a place on: some more than is kept, for what is left out."""
    looked = slice(place, place + LONGEST_FOLDED + LONGEST_FOLDED // 4)
    bare = parted[looked].replace("'", "")
    return " ".join((bare if bare.strip() else letters[looked]).split())[:LONGEST_FOLDED].rstrip()


@lru_cache(maxsize=4_096)
def _apart(char: str) -> str:
    return " " if char in '.,@"・' or unicodedata.category(char) in _PARTING else char
