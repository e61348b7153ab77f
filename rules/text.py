"""What counts as a text."""

import re
import unicodedata

from rules.refusals import Flaw, InvalidInputReason

_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
"""NUL, and surrogates that stand alone."""

_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and symbols by category that draw nothing."""


def trim(text: str) -> str:
    """Without white space at both ends."""
    return text.strip()


def flaw_of_text(text: str, limit: int) -> Flaw | None:
    """None for a trimmed text of 1 to `limit` code points with something to see, no NUL and no lone surrogate."""
    flaw = flaw_of_kept(text, limit)
    return Flaw(InvalidInputReason.EMPTY) if not flaw and all(map(_is_invisible, text)) else flaw


def flaw_of_kept(text: str, limit: int) -> Flaw | None:
    """None for 1 to `limit` code points that both databases keep."""
    if not text:
        return Flaw(InvalidInputReason.EMPTY)
    if len(text) > limit:
        return Flaw(InvalidInputReason.TOO_LONG, limit)
    return None if is_storable(text) else Flaw(InvalidInputReason.BAD_CHARACTER)


def is_storable(text: str) -> bool:
    """Whether both databases keep the text as it is."""
    return not _UNSTORABLE.search(text)


def _is_invisible(char: str) -> bool:
    return char in _BLANK or unicodedata.category(char) in {"Cc", "Cf", "Mn", "Zl", "Zp", "Zs"}
