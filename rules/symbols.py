"""Symbols that look like letters: a word spelled in them is that word, but one alone is a symbol."""

import re
import unicodedata
from collections.abc import Iterable

_CATEGORIES = frozenset(("So", "No", "Nl"))
_STYLES = ("<font>", "<circle>", "<square>", "<super>", "<sub>")
_KEYCAP = re.compile("[0-9]\ufe0f?\u20e3")


def is_symbol(char: str) -> bool:
    """A number in a circle, a sign of trade, a flag's half; letters in the style of mathematics."""
    return unicodedata.category(char) in _CATEGORIES or unicodedata.decomposition(char).startswith(_STYLES)


def is_keycap(text: str) -> bool:
    """Whether it is one and no more."""
    return _KEYCAP.fullmatch(text) is not None


def keycaps(text: str) -> Iterable[str]:
    """Those in the text, each once and in one spelling."""
    return dict.fromkeys(found.replace("\ufe0f", "") for found in _KEYCAP.findall(text))
