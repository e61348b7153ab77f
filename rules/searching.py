"""How names are compared with what somebody types to find them."""

import unicodedata
from functools import lru_cache
from itertools import accumulate

from rules.letters import bare_letters, is_ideograph, is_of_word

LONGEST_SEARCH = 100
"""Code points of what is typed."""

LONGEST_FOLDED = 300
"""Code points that are kept of a folded name: more than a name has, but for letters that fold to whole phrases."""

MOST_UNFOLDED = 400
"""Code points of a name, taken apart, that are looked at: a hundred letters with three marks each."""

MOST_WORDS = 16
"""Words of a name by which it is found."""

LAST_CHARACTER = "\U0010ffff"
"""Sorts behind whatever a name goes on with."""

_PARTING = frozenset({"Pd", "Ps", "Pe", "Pi", "Pf"})


def fold_name(name: str) -> str:
    """One spelling for all that people take for the same name; folding again changes nothing.

    Apostrophes are left out; dashes, dots, brackets, quotes and @ are spaces, unless the name has nothing else.
    """
    letters = _letters(name)
    return _joined(letters, _parted(letters))


def word_starts(name: str) -> list[str]:
    """The folded name from the beginning of each of its words on; the whole comes first."""
    letters = _letters(name)
    parted = _parted(letters)
    starts: dict[str, None] = {}
    for place, (before, char) in enumerate(zip(" " + letters, letters, strict=False)):
        if _begins(before, char) and (start := _joined(letters[place:], parted[place:])):
            starts[start] = None
            if len(starts) == MOST_WORDS:
                break
    return list(starts)


@lru_cache(maxsize=1_000)
def _letters(name: str) -> str:
    """Those of its beginning; whoever stores a name asks for them several times."""
    unfolded = accumulate(len(unicodedata.normalize("NFKD", char)) for char in name)
    return bare_letters(name[: sum(length <= MOST_UNFOLDED for length in unfolded)])


def _begins(before: str, char: str) -> bool:
    if is_of_word(char):
        return is_ideograph(char) or not is_of_word(before)
    return before.isspace() and not char.isspace()


def _parted(letters: str) -> str:
    return "".join(" " if _parts(char) else char for char in letters)


def _joined(letters: str, parted: str) -> str:
    bare = parted.replace("'", "")
    return " ".join((bare if bare.strip() else letters).split())[:LONGEST_FOLDED].rstrip()


def _parts(char: str) -> bool:
    return char in '.,@"・' or unicodedata.category(char) in _PARTING
