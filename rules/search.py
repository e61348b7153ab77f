"""How names are compared with the text that a user types to find them."""

import re
import unicodedata
from functools import lru_cache
from itertools import accumulate, pairwise

_APOSTROPHES = "'’‘‚‛`´ʹʻʼʽʾʿˈˊˋ′‵՚׳ꞌ·‧"
"""The last two separate syllables of Catalan and words of Chinese names; people leave them out as often."""

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
    # A separate hamza and the tatweel; fillers and the inherent vowels of Khmer are invisible.
    **dict.fromkeys("\u0621\u0640\u115f\u1160\u3164\uffa0\u17b4\u17b5", ""),
    # Final forms of Hebrew letters.
    **dict(zip("\u05da\u05dd\u05df\u05e3\u05e5", "\u05db\u05de\u05e0\u05e4\u05e6", strict=True)),
    # Separate marks of kana; characters that look like a space.
    "\u309b": "\u3099",
    "\u309c": "\u309a",
    "\u2800": " ",
}
_DROPPED_MARKS = ("COMBINING ", "HEBREW ", "ARABIC ", "SYRIAC ", "VARIATION ", "MONGOLIAN FREE ")
"""By their Unicode names: accents and vowel points. Marks of other scripts make a different word."""

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
    """Letters, digits and their marks."""
    return char.isalnum() or unicodedata.category(char)[0] == "M"


def is_ideograph(char: str) -> bool:
    """Each counts as a word, since ideographs are written without spaces."""
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


LONGEST_SEARCH = 100
"""The most code points of a search text."""

LONGEST_FOLDED = 100
"""The most code points of a folded name, stored or typed, that are compared: the beginning of a long name."""

MOST_UNFOLDED = 200
"""The most code points of a decomposed name that are read: a hundred letters with a mark each."""

MOST_WORDS = 10
"""The most words of a name by which users find it."""

LAST_CHARACTER = "\U0010ffff"
"""Sorts after every continuation of a name."""

_PARTING = frozenset({"Pd", "Ps", "Pe", "Pi", "Pf"})


def fold_name(name: str) -> str:
    """One spelling for all that people take for the same name; folding again changes nothing.

    Apostrophes are left out; dashes, dots, brackets, quotes and @ are spaces, unless the name has nothing else.
    """
    letters = _letters(name)
    return _joined(letters, _parted(letters), 0)


def word_starts(name: str) -> list[str]:
    """The folded name from the beginning of each of its words; the whole name comes first."""
    letters = _letters(name)
    parted = _parted(letters)
    starts: dict[str, None] = {}
    for place, (before, char) in enumerate(pairwise(" " + letters)):
        if _begins(before, char) and (start := _joined(letters, parted, place)):
            starts[start] = None
            if len(starts) == MOST_WORDS:
                break
    return list(starts)


@lru_cache(maxsize=1_000)
def _letters(name: str) -> str:
    """The letters of its beginning; cached, since storing a name asks for them several times."""
    unfolded = accumulate(map(_unfolded, name))
    return bare_letters(name[: sum(length <= MOST_UNFOLDED for length in unfolded)]).strip()


@lru_cache(maxsize=4_096)
def _unfolded(char: str) -> int:
    return len(unicodedata.normalize("NFKD", char))


@lru_cache(maxsize=16_384)
def _begins(before: str, char: str) -> bool:
    if is_of_word(char):
        return is_ideograph(char) or not is_of_word(before)
    return before.isspace() and not char.isspace()


def _parted(letters: str) -> str:
    return "".join(map(_apart, letters))


def _joined(letters: str, parted: str, place: int) -> str:
    """The name from a position on, a little longer than the stored one, since some letters are left out."""
    looked = slice(place, place + LONGEST_FOLDED + LONGEST_FOLDED // 4)
    bare = parted[looked].replace("'", "")
    return " ".join((bare if bare.strip() else letters[looked]).split())[:LONGEST_FOLDED].rstrip()


@lru_cache(maxsize=4_096)
def _apart(char: str) -> str:
    return " " if char in '.,@"・' or unicodedata.category(char) in _PARTING else char
