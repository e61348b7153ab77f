"""Marks on letters: which of them make another word.

A mark does where it belongs to the script of its letter, as vowel signs do from India to Indonesia. Any other is
decoration, and the points of some scripts are left out in ordinary writing.
"""

import re
import unicodedata

from rules.sights import Sights

_DECORATED = frozenset(
    ("ARABIC", "HEBREW", "SYRIAC", "SAMARITAN", "MANDAIC", "ETHIOPIC", "COPTIC", "HANGUL", "MONGOLIAN")
)
"""Scripts whose own marks make no other word."""

_KANA_MARKS = "\u3099\u309a"
_MARKS = "".join(char for char in map(chr, range(0x10000)) if unicodedata.category(char)[0] == "M")
_MOST = 30
"""No letter of any script has more marks, and the time that it takes NFKC to order them grows with their square."""

_COMPOSED = "\u0f73\u0f75\u0f81\uff9e\uff9f"
_ORDERED = "".join(filter(unicodedata.combining, map(chr, range(0x1E94B)))) + _COMPOSED
_ORDERED_ONES = frozenset(_ORDERED)
_MANY = re.compile(f"([{_ORDERED}]{{{_MOST}}})[{_ORDERED}]+")

_MAYBE = re.compile(f"[{_MARKS}\U00010000-\U0001efff\U000e0000-\U000e0fff]")
"""Marks, and what is read closely for them; emoji are not."""


def bare(text: str) -> str:
    """NFKC without the marks that make no other word."""
    # A longer run of marks has one at one of these places.
    if not _ORDERED_ONES.isdisjoint(text[:: _MOST + 1]):
        text = _MANY.sub(r"\1", text)
    text = unicodedata.normalize("NFKC", text)
    return text if text.isascii() or not _MAYBE.search(text) else "".join(_kept(text))


def is_decoration(char: str) -> bool:
    """Whether the char is a mark that makes no other word on any letter; those of kana are parts of letters."""
    if unicodedata.category(char)[0] != "M" or char in _KANA_MARKS:
        return False
    return script(char) in _DECORATED or script(char) in {"COMBINING", "VARIATION"}


def script(char: str) -> str:
    """The first word of the character's name, which is that of its script."""
    return unicodedata.name(char, "").partition(" ")[0]


def _kept(text: str) -> list[str]:
    kept, letter = [], ""
    for char in text:
        own = _OWN[char]
        if not own:
            letter = _LETTERS[char] or letter
        if not own or own == letter:
            kept.append(char)
    return kept


def _own(char: str) -> str:
    """The script in which a mark makes another word, a blank if there is none; nothing for what is no mark."""
    if unicodedata.category(char)[0] != "M":
        return ""
    return " " if script(char) in _DECORATED else script(char)


def _letter(char: str) -> str:
    """The script of what is no mark; nothing for what stands unseen between a letter and its marks."""
    return "" if unicodedata.category(char) == "Cf" else script(char) or "?"


_OWN = Sights(_own)
_LETTERS = Sights(_letter)
