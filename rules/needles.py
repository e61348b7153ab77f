"""How a word of a list is looked for: which of its signs count, and where a word has to begin and end."""

import re
import unicodedata

from rules.flags import apart
from rules.folding import UNSEEN, Folding, without_unseen
from rules.reading import as_they_stand
from rules.scripts import HANGUL
from rules.signs import is_sign
from rules.symbols import is_keycap

_SYMBOLS = frozenset("#%&@*\\")
"""Punctuation that is no part of a sentence, as all currency and mathematics is none."""

_FACES = frozenset("/:()[]{}<>")
"""Punctuation that may draw something, with others of its kind."""

_CLOSERS = re.escape(")]}\"'»›“”’‘」』》〉")
_IN_PAIRS = re.compile(rf"^([(\[{{\"'«‹„“‘‚「『《〈])(?!\1)(.*[^{_CLOSERS}])[{_CLOSERS}]$", re.DOTALL)
_ENDS = re.compile(r"^[\s¿¡]+|[\s.,!?…。、！？،؟؛।॥۔]+$")
_IN_KOREAN = re.compile(f"[{HANGUL}][ \t]+$")


def needle(word: str, folding: Folding) -> str:
    """What `Reading.text` has where a text has the word. Nothing: no text can.

    A word with symbols counts only with them, others have none: what sentences put round words is left out.
    """
    if symbol := _symbol(_core(UNSEEN.sub("", word).strip()), folding):
        return symbol
    core = _core(without_unseen(apart(word)).strip())
    if not core:
        return ""
    return _open_in_korean(folding.signed(core) if _has_symbols(core) else _plain(core, folding))


def _symbol(core: str, folding: Folding) -> str:
    return folding.symbols(core) if len(core) == 1 or is_keycap(core) else ""


def _plain(core: str, folding: Folding) -> str:
    words = as_they_stand(f" {folding.fold(core)} ").strip()
    return f" {words} " if words else ""


def _open_in_korean(found: str) -> str:
    """Korean puts endings on words."""
    return found.rstrip() if _IN_KOREAN.search(found) else found


def _core(word: str) -> str:
    if not any(map(_is_worded, word)):
        return word if any(_is_symbol(char) or char in _FACES for char in word) else ""
    while (inner := _IN_PAIRS.sub(r"\2", _ENDS.sub("", word)).strip()) != word:
        word = inner
    return word


def _is_worded(char: str) -> bool:
    category = unicodedata.category(char)
    return category[0] in "LN" or category == "So"


def _has_symbols(core: str) -> bool:
    return is_sign(core[0]) or is_sign(core[-1]) or any(map(_is_symbol, core))


def _is_symbol(char: str) -> bool:
    return char in _SYMBOLS or (is_sign(char) and unicodedata.category(char)[0] == "S")
