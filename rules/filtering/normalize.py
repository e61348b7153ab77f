"""One spelling for texts that look alike: case, width, look-alike letters, marks, invisible characters."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rules.filtering.characters import (
    SIGNS,
    UNSPACED,
    Images,
    Sights,
    apart,
    bare,
    has_indicator,
    in_syllables,
    is_decoration,
    is_sign,
    is_symbol,
    keycaps,
    may_have_marks,
    without_endings,
)

LEET_SYMBOLS = "@$!€"
"""Symbols that replace letters; every other one separates words."""

_JOINER = "\u2060"
_LATIN = re.compile(r"^(?:LATIN|NEGATIVE).* (?:SMALL|CAPITAL|LETTER) ([A-Z])(?: WITH .*)?$")
_UNSPACED = re.compile(f"[{UNSPACED}]")
BLANK = frozenset("\u2800\u3164\uffa0\U0001d159")
UNSEEN = re.compile(
    "[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u206f\ufe00-\ufe0f\ufff0-\ufff8"
    "\U0001f3fb-\U0001f3ff\U000e0000-\U000e0fff]"
)
"""Zero-width and direction marks, variation selectors, fillers; skin tones."""


def is_unseen(char: str) -> bool:
    """Whether nothing is drawn for it. A skin tone is drawn."""
    category = unicodedata.category(char)
    return category == "Cf" or char in BLANK or (category != "Sk" and UNSEEN.match(char) is not None)


_TWINS = str.maketrans(
    "\u2018\u2019\u201b\u02bc\u2032\u201c\u201d\u201f\u2033\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u066a\u2217"
    "\u0671\u06cc\u0649\u06a9",
    "'''''\"\"\"\"-------%*\u0627\u064a\u064a\u0643",
)
"""Signs and Arabic letters that look like others."""

_SIGN = re.compile(f"[{re.escape(SIGNS)}]")
_PARTING = re.compile(f"[{re.escape(''.join(sign for sign in SIGNS if sign not in LEET_SYMBOLS))}]+")
_RUN = re.compile(f"({_SIGN.pattern})\\1*")
_LONGEST_RUN = 3


@dataclass(frozen=True, slots=True)
class Folded:
    """A text folded twice.

    `words`: small letters, digits and LEET_SYMBOLS with one space between words. Letters of scripts without spaces,
    emoji and flags are words of their own.
    `signed`: with all its signs; a tab before and after each word, two where it touches a sign.
    Empty without signs.
    `symbols`: as in `Folding`.
    """

    words: str
    signed: str
    symbols: str


class Folding:
    """Folds by two tables that map a letter to its Latin twin, `1` for a letter that may be an i or an l.

    `lookalikes` are small letters; `capitals` are those that look like another letter than their small ones.
    """

    def __init__(self, lookalikes: Mapping[str, str], capitals: Mapping[str, str]) -> None:
        self._images = Images(lambda char: _stable_image(char, lookalikes))
        self._capitals = frozenset(capitals)
        self._twins = Images(lambda char: capitals.get(char, char))
        self._symbols = Sights(self._symbol)

    def fold(self, text: str) -> str:
        """The words; folding again changes nothing."""
        return self._words(self._with_signs(text))

    def signed(self, text: str) -> str:
        """As in `Folded`, for a text without signs too."""
        return _signed(self._with_signs(text))

    def symbols(self, text: str) -> str:
        """Each symbol that looks like letters, unchanged and with a tab before and after it."""
        if text.isascii():
            return ""
        caps = (f"\t{cap}\t" for cap in keycaps(text))
        return "".join((*map(self._symbols.__getitem__, dict.fromkeys(text)), *caps))

    def readings(self, text: str) -> Iterator[Folded]:
        """The folded text, and a second folding with foreign capitals read as their Latin twins, if it has
        any.
        """
        yield self._folded(text)
        if not self._capitals.isdisjoint(text):
            yield self._folded(text.translate(self._twins))

    def _folded(self, text: str) -> Folded:
        folded = self._with_signs(text)
        signed = _signed(folded) if _SIGN.search(folded) else ""
        return Folded(self._words(folded), signed, self.symbols(text))

    def _symbol(self, char: str) -> str:
        image = self._images[ord(char)].replace(" ", "")
        looks_so = has_indicator(char) or (image.isalnum() and image != char)
        return f"\t{char.casefold()}\t" if looks_so and is_symbol(char) else ""

    def _with_signs(self, text: str) -> str:
        return self._settled(self._once(text))

    def _settled(self, folded: str) -> str:
        """A letter that became another one, or lost its sign, leaves marks that are not those of its script."""
        before = ""
        while folded != before and (may_have_marks(folded) or not unicodedata.is_normalized("NFKC", folded)):
            before, folded = folded, self._once(folded)
        return folded

    def _words(self, folded: str) -> str:
        words = " ".join(_PARTING.sub(" ", folded).split())
        return words if words == folded else self._settled(in_syllables(words))

    def _once(self, text: str) -> str:
        if has_indicator(text):
            text = apart(text)
        return without_endings(in_syllables(" ".join(bare(text).translate(self._images).split())))


def without_unseen(text: str) -> str:
    """NFKC without accents and invisible characters: the text as a reader sees it, with capitals and signs."""
    return bare(text).translate(_SHOWN)


def _signed(folded: str) -> str:
    """Word joiners mark where no space separates a sign from its neighbour."""
    joined = _RUN.sub(_joined, folded)
    spaced = joined.replace(f"{_JOINER} ", " ").replace(f" {_JOINER}", " ").strip(_JOINER)
    tabbed = spaced.replace(_JOINER * 2, _JOINER).replace(" ", "\t").replace(_JOINER, "\t\t")
    return f"\t{tabbed}\t" if tabbed else ""


def _joined(run: re.Match[str]) -> str:
    """A run of one sign is a word of its own; a run of more than three is cut to three."""
    return _JOINER + run[0][:_LONGEST_RUN] + _JOINER


def _stable_image(char: str, lookalikes: Mapping[str, str]) -> str:
    image = _image(char, lookalikes)
    if image.strip() in {"", char}:
        return image
    return "".join(_stable_image(part, lookalikes) for part in image)


def _image(char: str, lookalikes: Mapping[str, str]) -> str:
    if char in BLANK:
        return " "
    seen = "".join(part for part in unicodedata.normalize("NFKD", char) if not _is_unseen(part))
    return "".join(
        _letter(part, lookalikes) for part in unicodedata.normalize("NFKC", seen.casefold()).casefold()
    )


def _letter(char: str, lookalikes: Mapping[str, str]) -> str:
    if char.isascii():
        return char
    if char in lookalikes:
        return lookalikes[char]
    if ord(char) in _TWINS:
        return chr(_TWINS[ord(char)])
    if named := _LATIN.match(unicodedata.name(char, "")):
        return named[1].lower()
    return _other(char)


def _other(char: str) -> str:
    category = unicodedata.category(char)
    if _is_unseen(char):
        return ""
    if category == "Nd":
        return str(unicodedata.digit(char))
    if has_indicator(char) or is_sign(char):
        return char
    if category == "So":
        return f" {char} "
    if category[0] not in "LMN":
        return " "
    if _UNSPACED.match(char):
        return f" {char} " if category[0] != "M" else f"{char} "
    return char


def _is_unseen(char: str) -> bool:
    """Invisible and control characters, and marks that do not change the word."""
    if UNSEEN.match(char) or char == "\u0640":
        return True
    category = unicodedata.category(char)
    return category == "Cf" or (category == "Cc" and not char.isspace()) or is_decoration(char)


_SHOWN = Images(lambda char: "" if _is_unseen(char) else char)
