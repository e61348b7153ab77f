"""What counts as a text."""

import re
import unicodedata

_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
"""NUL, and surrogates that stand alone."""

_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and symbols by category that draw nothing."""


def trim(text: str) -> str:
    """Without white space at both ends."""
    return text.strip()


def is_sendable(text: str, limit: int) -> bool:
    """Whether a trimmed text has 1 to `limit` code points, something to see, no NUL and no lone surrogate."""
    return len(text) <= limit and is_storable(text) and not all(_is_invisible(char) for char in text)


def is_storable(text: str) -> bool:
    """Whether both databases keep the text as it is."""
    return not _UNSTORABLE.search(text)


def _is_invisible(char: str) -> bool:
    return char in _BLANK or unicodedata.category(char) in {"Cc", "Cf", "Mn", "Zl", "Zp", "Zs"}
