"""Signs: what a word may be written with that is neither a letter nor a picture."""

import unicodedata

_CATEGORIES = frozenset(("Sc", "Sk", "Sm"))


def is_sign(char: str) -> bool:
    """Punctuation, currency, mathematics; emoji and other pictures are none."""
    category = unicodedata.category(char)
    return char <= "\uffff" and (category[0] == "P" or category in _CATEGORIES)


SIGNS = "".join(filter(is_sign, map(chr, range(0x10000))))
