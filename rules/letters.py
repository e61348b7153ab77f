"""Letters as people type them: each stands for all its spellings."""

import re
import unicodedata
from functools import lru_cache

_APOSTROPHES = "'’‘‚‛`´ʹʻʼʽʾʿˈˊˋ′‵՚׳ꞌ·‧"
"""The last two part syllables of Catalan and the words of Chinese names, and are left out as readily."""

_SAME = {
    **dict.fromkeys(_APOSTROPHES, "'"),
    **dict(zip("ðıȷŋəǝɛɔĸ", "dijneeeok", strict=True)),
    "æ": "ae",
    "œ": "oe",
    "þ": "th",
    # Alef wasla; alef maksura and yeh; kehehs; hehs and teh marbutas.
    **dict.fromkeys("\u0671", "\u0627"),
    **dict.fromkeys("\u0649\u06cc", "\u064a"),
    **dict.fromkeys("\u06a9\u06aa", "\u0643"),
    **dict.fromkeys("\u0629\u06c1\u06c3\u06be\u06d5", "\u0647"),
    # A hamza of its own and the tatweel; fillers and the inherent vowels of Khmer draw nothing.
    **dict.fromkeys("\u0621\u0640\u115f\u1160\u3164\uffa0\u17b4\u17b5", ""),
    # The last letters of Hebrew words.
    **dict(zip("\u05da\u05dd\u05df\u05e3\u05e5", "\u05db\u05de\u05e0\u05e4\u05e6", strict=True)),
    # Marks of kana that stand apart; what draws a space.
    "\u309b": "\u3099",
    "\u309c": "\u309a",
    "\u2800": " ",
}
_DROPPED_MARKS = ("COMBINING ", "HEBREW ", "ARABIC ", "SYRIAC ", "VARIATION ", "MONGOLIAN FREE ")
"""By their names: accents and vowel points. The marks of other scripts make another word."""

_SMALL_CAPITAL = re.compile("LATIN LETTER SMALL CAPITAL ([A-Z])")
_VOICED = re.compile("[\u3041-\u3096][\u3099\u309a]")
_TO_HIRAGANA = ord("ァ") - ord("ぁ")


def bare_letters(text: str) -> str:
    """Small letters without accents, strokes, vowel points and what cannot be seen; all katakana as hiragana.

    Every apostrophe is `'`. Once more changes nothing.
    """
    while not (text.isascii() and text.isprintable()):
        if (again := _once(text)) == text:
            return text
        text = again
    return text.lower().replace("`", "'")


def is_of_word(char: str) -> bool:
    """Letters, digits and the marks on them."""
    return char.isalnum() or unicodedata.category(char)[0] == "M"


def is_ideograph(char: str) -> bool:
    """Each is a word of its own, for nothing parts them."""
    return "\u3400" <= char <= "\u9fff" or "\U00020000" <= char <= "\U0003ffff"


def _once(text: str) -> str:
    apart = unicodedata.normalize("NFKD", "".join(map(_bare, text)))
    small = "".join(map(_bare, unicodedata.normalize("NFKD", apart.casefold())))
    # A voiced kana is a letter of its own, not the beginning of another.
    return _VOICED.sub(lambda pair: unicodedata.normalize("NFC", pair[0]), small)


@lru_cache(maxsize=16_384)
def _bare(char: str) -> str:
    if (same := _SAME.get(char)) is not None:
        return same
    if " " <= char <= "\x7e" or is_ideograph(char) or "\uac00" <= char <= "\ud7a3":
        return char
    match unicodedata.category(char):
        case "Cc" | "Cf":
            return " " if char.isspace() else ""
        case "Mn" | "Me":
            return "" if _is_dropped(char) else char
        case "Nd":
            return str(unicodedata.decimal(char))
        case "Ll" | "Lo" | "Lm":
            return _bare_letter(char)
    return char


def _is_dropped(mark: str) -> bool:
    return mark not in "\u3099\u309a" and unicodedata.name(mark, "").startswith(_DROPPED_MARKS)


def _bare_letter(char: str) -> str:
    if "ァ" <= char <= "ヶ" or char in "ヽヾ":
        return chr(ord(char) - _TO_HIRAGANA)
    name = unicodedata.name(char, "")
    if capital := _SMALL_CAPITAL.fullmatch(name):
        return capital[1].lower()
    base, with_more, _ = name.partition(" WITH ")
    return _named(base, char) if with_more and base.startswith(("LATIN ", "CYRILLIC ")) else char


def _named(name: str, default: str) -> str:
    try:
        return unicodedata.lookup(name)
    except KeyError:
        return default
