"""How names are compared with what a user types to find them."""

import re
import unicodedata
from functools import lru_cache
from itertools import accumulate, pairwise

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


LONGEST_SEARCH = 100
"""Code points of what is typed."""

LONGEST_FOLDED = 100
"""Code points that are looked at of a folded name, stored or typed: of a name of any length its beginning."""

MOST_UNFOLDED = 200
"""Code points of a name, taken apart, that are looked at: a hundred letters with a mark each."""

MOST_WORDS = 10
"""Words of a name by which it is found."""

LAST_CHARACTER = "\U0010ffff"
"""Sorts behind whatever a name goes on with."""

_PARTING = frozenset({"Pd", "Ps", "Pe", "Pi", "Pf"})


def fold_name(name: str) -> str:
    """One spelling for all that people take for the same name; folding again changes nothing.

    Apostrophes are left out; dashes, dots, brackets, quotes and @ are spaces, unless the name has nothing else.
    """
    letters = _letters(name)
    return _joined(letters, _parted(letters), 0)


def word_starts(name: str) -> list[str]:
    """The folded name from the beginning of each of its words on; the whole comes first."""
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
    """Those of its beginning; whoever stores a name asks for them several times."""
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
    """From a place on: some more than is kept, for what is left out."""
    looked = slice(place, place + LONGEST_FOLDED + LONGEST_FOLDED // 4)
    bare = parted[looked].replace("'", "")
    return " ".join((bare if bare.strip() else letters[looked]).split())[:LONGEST_FOLDED].rstrip()


@lru_cache(maxsize=4_096)
def _apart(char: str) -> str:
    return " " if char in '.,@"・' or unicodedata.category(char) in _PARTING else char
