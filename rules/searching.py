"""How names are compared with what somebody types to find them."""

import unicodedata

LONGEST_SEARCH = 100
"""Code points of what is typed."""

LAST_CHARACTER = "\U0010ffff"
"""Sorts behind whatever a name goes on with."""


def fold_name(name: str) -> str:
    """One spelling for all cases and widths of a name, without accents; folding again changes nothing."""
    folded = _once(name)
    while (again := _once(folded)) != folded:
        folded = again
    return folded


def _once(name: str) -> str:
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())
    return " ".join("".join(char for char in apart if not "\u0300" <= char <= "\u036f").split())
