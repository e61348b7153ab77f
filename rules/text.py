"""The rules for texts, and the exact words of the product (behaviour 11)."""

import re
import unicodedata

from rules.policy import PENDING_LIMIT
from rules.problems import Flaw, InvalidInputReason

_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
"""NUL, and lone surrogates."""

_BLANK = re.compile("[\u115f\u1160\u2065\u2800\u3164\uffa0\ufff0-\ufff8\U0001d159\U000e0000-\U000e0fff]")
"""Letters, symbols and unassigned characters, by category, that are invisible."""


def flaw_of_text(text: str, limit: int) -> Flaw | None:
    """None for a trimmed text of 1 to `limit` code points with a visible one, no NUL and no lone surrogate."""
    flaw = flaw_of_kept(text, limit)
    return Flaw(InvalidInputReason.EMPTY) if not flaw and all(map(_is_invisible, text)) else flaw


def flaw_of_kept(text: str, limit: int) -> Flaw | None:
    """None for 1 to `limit` code points that both databases can store."""
    if not text:
        return Flaw(InvalidInputReason.EMPTY)
    if len(text) > limit:
        return Flaw(InvalidInputReason.TOO_LONG, limit)
    return None if is_storable(text) else Flaw(InvalidInputReason.BAD_CHARACTER)


def is_storable(text: str) -> bool:
    """Whether both databases store the text unchanged."""
    return not _UNSTORABLE.search(text)


_LONE = str.maketrans({"ς": "σ", "ı": "i", "ß": "ss"})


def fold_text(text: str) -> str:
    """For looking for a part of a text: letters without case, and as they are commonly composed.

    Ligatures and full-width forms are their letters. The database of either kind does the same (`has_part`).
    """
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKC", text).replace("İ", "i").lower().translate(_LONE)


def has_part(text: str, folded: str) -> bool:
    """Whether the text contains one that is folded."""
    return folded in fold_text(text)


def _is_invisible(char: str) -> bool:
    return bool(_BLANK.match(char)) or unicodedata.category(char) in {"Cc", "Cf", "Mn", "Zl", "Zp", "Zs"}


PENDING_NOTICE = f"You can send up to {PENDING_LIMIT} messages until this user accepts your message request."
REQUEST_NOTICE = f"This account can send you up to {PENDING_LIMIT} messages before you accept."
RECIPIENT_UNAVAILABLE = "Messages cannot be sent since this user isn't following you."
ERASED_NAME = "Deleted user"
ERASED_USERNAME = "deleted"
