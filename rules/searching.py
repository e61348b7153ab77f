"""How names are compared with what somebody types to find them."""

import unicodedata

from rules.letters import bare_letters, is_ideograph, is_of_word

LONGEST_SEARCH = 100
"""Code points of what is typed."""

LONGEST_FOLDED = 300
"""Code points that are kept of a folded name: more than a name has, but for letters that fold to whole phrases."""

MOST_WORDS = 16
"""Words of a name by which it is found."""

LAST_CHARACTER = "\U0010ffff"
"""Sorts behind whatever a name goes on with."""

_PARTING = frozenset({"Pd", "Ps", "Pe", "Pi", "Pf"})


def fold_name(name: str) -> str:
    """One spelling for all that people take for the same name; folding again changes nothing.

    Apostrophes are left out; dashes, dots, brackets, quotes and @ are spaces, unless the name has nothing else.
    """
    return _joined(bare_letters(name))


def word_starts(name: str) -> list[str]:
    """The folded name from the beginning of each of its words on; the whole comes first."""
    letters = bare_letters(name)
    starts = (
        _joined(letters[place:])
        for place, (before, char) in enumerate(zip(" " + letters, letters, strict=False))
        if _begins(before, char)
    )
    return [start for start in dict.fromkeys(starts) if start][:MOST_WORDS]


def _begins(before: str, char: str) -> bool:
    if is_of_word(char):
        return is_ideograph(char) or not is_of_word(before)
    return before.isspace() and not char.isspace()


def _joined(letters: str) -> str:
    parted = "".join(" " if _parts(char) else char for char in letters if char != "'")
    return " ".join((parted if parted.strip() else letters).split())[:LONGEST_FOLDED].rstrip()


def _parts(char: str) -> bool:
    return char in '.,@"・' or unicodedata.category(char) in _PARTING
