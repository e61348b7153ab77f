"""What a reader takes a text for, in time that grows with its length alone."""

import unicodedata

from rules.folding import without_unseen


def _is_long(char: str) -> bool:
    length = len(unicodedata.normalize("NFKC", char))
    return length > 2 or (length > 1 and char.isdigit())


_LONG = "".join(char for char in map(chr, range(0x80, 0x1F300)) if char != "…" and _is_long(char))
"""What stands for three characters up to eighteen, as fractions and words do, and digits with a dot."""

_STAND_INS = "".join(map(chr, range(0xF0000, 0xF0000 + len(_LONG))))
_AWAY, _BACK = str.maketrans(_LONG, _STAND_INS), str.maketrans(_STAND_INS, _LONG)
_LONG_ONES = frozenset(_LONG)


def shown(text: str) -> str:
    """`without_unseen`, but for what would make it long: that stays as it is."""
    if text.isascii() or _LONG_ONES.isdisjoint(text):
        return without_unseen(text)
    return without_unseen(text.translate(_AWAY)).translate(_BACK)
