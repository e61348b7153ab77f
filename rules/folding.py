"""One spelling for all that look alike: case, width, look-alike letters, marks, what is not seen at all."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping

LEET_SYMBOLS = "@$!€"
"""Symbols that stand for letters; every other one parts words."""

_LATIN = re.compile(r"^(?:LATIN|NEGATIVE|REGIONAL).* (?:SMALL|CAPITAL|LETTER) ([A-Z])(?: WITH .*)?$")
IDEOGRAPHS = "\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
"""Ideographs and kana, as the inside of a set of `re`."""

_IDEOGRAPH = re.compile(f"[{IDEOGRAPHS}]")
_BLANK = frozenset("\u2800\u3164\uffa0")
_UNSEEN = frozenset("\u115f\u1160")
_MOST_KNOWN = 50_000


class _Images(dict[int, str]):
    """What each character becomes, found at its first sight; of a bounded number."""

    def __init__(self, image_of: Callable[[str], str]) -> None:
        self._image_of = image_of

    def __missing__(self, point: int) -> str:
        image = self._image_of(chr(point))
        if len(self) < _MOST_KNOWN:
            self[point] = image
        return image


class Folding:
    """Folds by two tables that map a letter to its Latin twin, `1` for what may be an i or an l.

    `lookalikes` are small letters; `capitals` are those that look like another letter than their small ones.
    """

    def __init__(self, lookalikes: Mapping[str, str], capitals: Mapping[str, str]) -> None:
        self._images = _Images(lambda char: _stable_image(char, lookalikes))
        self._capitals = "".join(capitals)
        self._twins = _Images(lambda char: capitals.get(char, char))

    def fold(self, text: str) -> str:
        """Words of small letters, digits and LEET_SYMBOLS with one space between; folding again changes nothing.

        Ideographs, kana and emoji stand as words of their own, for nothing parts them in a sentence.
        """
        folded = self._once(text)
        while not unicodedata.is_normalized("NFKC", folded):
            folded = self._once(folded)
        return folded

    def readings(self, text: str) -> Iterator[str]:
        """The text folded, and folded once more with foreign capitals read as their Latin twins, if it has any."""
        yield self.fold(text)
        if any(capital in text for capital in self._capitals):
            yield self.fold(text.translate(self._twins))

    def _once(self, text: str) -> str:
        return " ".join(unicodedata.normalize("NFKC", text).translate(self._images).split())


def without_unseen(text: str) -> str:
    """NFKC without accents and what draws nothing: what a reader takes the text for, with its capitals and signs."""
    return unicodedata.normalize("NFKC", text).translate(_SHOWN)


def _stable_image(char: str, lookalikes: Mapping[str, str]) -> str:
    image = _image(char, lookalikes)
    if image.strip() in {"", char}:
        return image
    return "".join(_stable_image(part, lookalikes) for part in image)


def _image(char: str, lookalikes: Mapping[str, str]) -> str:
    if char in _BLANK:
        return " "
    bare = "".join(part for part in unicodedata.normalize("NFKD", char) if not _is_unseen(part))
    return "".join(
        _letter(part, lookalikes) for part in unicodedata.normalize("NFKC", bare.casefold()).casefold()
    )


def _letter(char: str, lookalikes: Mapping[str, str]) -> str:
    if char.isascii():
        return char if char.isalnum() or char in LEET_SYMBOLS else " "
    if char in lookalikes:
        return lookalikes[char]
    if named := _LATIN.match(unicodedata.name(char, "")):
        return named[1].lower()
    if _is_unseen(char):
        return ""
    category = unicodedata.category(char)
    if category == "Nd":
        return str(unicodedata.digit(char))
    if category == "So" or _IDEOGRAPH.match(char):
        return f" {char} "
    return char if category[0] in "LMN" or char in LEET_SYMBOLS else " "


def _is_unseen(char: str) -> bool:
    """Zero-width and direction marks, control characters, accents, variation selectors."""
    if char in _UNSEEN or "\u0300" <= char <= "\u036f" or "\ufe00" <= char <= "\ufe0f":
        return True
    category = unicodedata.category(char)
    return category == "Cf" or (category == "Cc" and not char.isspace())


_SHOWN = _Images(lambda char: "" if _is_unseen(char) else char)
