"""The runs of digits in a text that may be a phone number, and those whose shape rules it out.

Digits may be written as words, as letters or in other scripts.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from rules.filtering import contact_words as known
from rules.filtering.characters import Images

_TOKEN = re.compile(r"[^\W\d_]+|\d+")
_GLUED = re.compile(rf"(?<!\w)(?:{'|'.join(known.GLUED_DIGITS)}){{2,}}(?![^\W\d])")
_GLUED_PART = re.compile("|".join(known.GLUED_DIGITS))
_ANY = re.compile(r"\d")
_HAN = re.compile(rf"[{''.join(known.HAN_DIGITS)}](?:[ -]?[{''.join(known.HAN_DIGITS)}]){{6,}}")
_LETTERED = re.compile(r"(?<!\w)(?=\w*\d)[\dOoIl|]*[OoIl|][\dOoIl|]*(?!\w)")
_PARTED = re.compile(r"(?<![\d.,:])(0[1-9]\d{1,3})[,;:](?=\d{5,8}(?!\d|[.,:]\d))")
_LONE = re.compile(r"(?<=\d[ -])(?:[OoIl]{1,4}(?=[ -]\d)|[Oo]{3,4}(?![^\W\d]))|(?<!\w)[Oo](?=[ -]\d[ -]\d)")
_MAYBE_LETTERED = re.compile(r"[OoIl|][ -]?\d|\d[OoIl|]")
_AS_DIGITS = str.maketrans("OoIl|", "00111")

_BARS = re.compile(r"(?<=\d\d)\|(?=\d\d)")

_DASHES = ("dash", "hyphen", "strich", "tiret", "guion", "guión", "traço", "kreska", "тире", "ー")
_DASH = re.compile(rf"(?<=\d) ?\(?(?:{'|'.join(_DASHES)})\)? ?(?=\d)", re.IGNORECASE)
_FEWEST_SPOKEN, _MOST_SPOKEN = 7, 15


def _in_ascii(char: str) -> str:
    """The ASCII digit for a digit of any script or circle."""
    digit = unicodedata.digit(char, None)
    return char if digit is None else str(digit)


_IMAGES = Images(_in_ascii)


def with_digits(text: str) -> str:
    """Look-alike letters among digits, and digits of any script, become ASCII digits."""
    text = text if text.isascii() else text.translate(_IMAGES)
    if not _ANY.search(text):
        return text
    lowered = text.casefold()
    text = _DASH.sub("-", text) if any(dash in lowered for dash in _DASHES) else text
    text = _PARTED.sub(r"\1 ", _BARS.sub("-", text))
    return _LONE.sub(_digits, _LETTERED.sub(_digits, text)) if _MAYBE_LETTERED.search(text) else text


def _digits(found: re.Match[str]) -> str:
    return found[0].translate(_AS_DIGITS)


def has_spoken_number(text: str) -> bool:
    """7 to 15 digits in a row, of which at least three are words, or two of more than eight; or Han digits."""
    if not text.isascii() and any(not is_trivial(_han_digits(found)) for found in _HAN.findall(text)):
        return True
    lowered = text.casefold()
    if any(map(lowered.__contains__, known.GLUED_DIGITS)):
        lowered = _GLUED.sub(lambda found: _GLUED_PART.sub(r"\g<0> ", found[0]), lowered)
    tokens = _TOKEN.findall(lowered)
    if known.DIGIT_WORDS.keys().isdisjoint(tokens):
        return False
    return any(_is_spoken(digits, words) for digits, words in _spoken_runs(tokens))


def _spoken_runs(tokens: list[str]) -> Iterator[tuple[str, int]]:
    """The digits of each run of words and numbers, and how many words are among them."""
    digits, words, times = "", 0, 1
    for token in [*tokens, ""]:
        if token in known.REPEATS:
            times = known.REPEATS[token]
        elif token in known.DIGIT_WORDS:
            digits, words, times = digits + known.DIGIT_WORDS[token] * times, words + 1, 1
        elif token.isdecimal() and len(token) < _MOST_SPOKEN:
            digits, times = digits + token, 1
        else:
            yield digits, words
            digits, words, times = "", 0, 1


def _is_spoken(digits: str, words: int) -> bool:
    enough = words > 2 or (words == 2 and len(digits) > 8)
    return _FEWEST_SPOKEN <= len(digits) <= _MOST_SPOKEN and enough and not is_trivial(digits)


def is_trivial(digits: str) -> bool:
    """Counting up or down, or at most two digits repeated."""
    steps = {(int(after) - int(one)) % 10 for one, after in pairwise(digits)}
    return steps <= {1} or steps <= {9} or len(set(digits)) < 3


def _han_digits(found: str) -> str:
    return "".join(known.HAN_DIGITS.get(char, "") for char in found)


UNSPACED = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
"""Letters of scripts without spaces between words, as the inside of a set of `re`."""

_TIME = r"(?:[01]?\d|2[0-4])[.:h][0-5]\d"
_HOUR = r"(?:[01]?\d|2[0-4])"
_TO = r"\s?(?:[-\u2013\u2014~/]|to|bis|do|до|à|a|till)\s?"
_YEAR = r"(?:1[5-9]|20)\d\d"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_DATE = "|".join(
    rf"{day}{by}\s?{month}{by}\s?(?:{_YEAR}|\d\d)"
    for by, day, month in (
        (r"\.", _DAY, _MONTH),
        ("/", _DAY, _MONTH),
        ("-", _DAY, _MONTH),
        ("/", _MONTH, _DAY),
        ("-", _MONTH, _DAY),
    )
)
_PAIR = r"\d{1,3}[-\u2013:]\d{1,3}"

_KINDS = (
    rf"{_TIME}(?:[.:]\d\d)?(?:{_TO}{_TIME})+",
    rf"{_TIME}{_TO}{_HOUR}|{_HOUR}{_TO}{_TIME}",
    r"[01]\d[0-5][05]\s?[-\u2013]\s?[0-2]\d[0-5][05]",
    rf"(?:{_DATE})(?:{_TO}(?:{_DATE}))?",
    rf"{_YEAR}(?P<b>[./ -]){_MONTH}(?P=b){_DAY}(?:[T ]\d\d[.:-]\d\d(?:[.:-]\d\d)?)?",
    rf"{_DAY} {_MONTH} {_YEAR}",
    rf"{_DAY}\.{_MONTH}\.?\s?[-\u2013]\s?{_DAY}\.{_MONTH}\.(?:{_YEAR}|\d\d)?",
    rf"{_DAY}\.?\s?[-\u2013]\s?{_DAY}[./]{_MONTH}[./](?:{_YEAR}|\d\d)?",
    r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[T_ -]?\d{4}(?:\d\d)?)?",
    rf"{_YEAR}(?:\s?[-/\u2013\u2014, ]\s?(?:{_YEAR}|\d\d(?!\d)))+",
    r"(?!0)\d{1,3}(?P<c>[,'\u2019])\d{3}(?:(?P=c)\d{3})*(?:\.\d+)?",
    r"(?!0)\d{1,2}(?:\.\d{3}){2,}(?:,\d+)?",
    r"\d{1,3}(?:,\d\d)+,\d{3}",
    r"(?!0\d)\d+\.\d+",
    r"97[89](?:[ -]?\d){10}",
    r"\d{1,5}-\d{1,7}-\d{1,7}-[\dXx]",
    r"\d{2,7}-\d\d-\d",
    r"\d{5}-\d{3}",
    r"(?!0\d|\d{2,3}(?:\.\d\d){3}(?!\d))\d{1,3}(?:\.\d{1,3}){3}",
    r"\d{4}(?P<d>[ -])\d{4}(?P=d)\d{4}(?P=d)\d{4}",
    rf"{_PAIR}(?:[ ,;/]{{1,2}}{_PAIR})+",
)
_COUNTING = r"\d{1,2} \d{1,2} (?:\d{1,3}(?!\d)|\d{5})|\d{1,3}(?![\d .,:/'\u2019\u2013\u2014~h-])"
"""No match begins like this, so a row of numbers is skipped quickly."""

_HONEST = re.compile(
    rf"(?<![^\W{UNSPACED}])(?<![.,:/+-])(?!{_COUNTING})(?:{'|'.join(_KINDS)})(?![^\W{UNSPACED}]|\. ?\d|[,:/-]\d)"
)
_ACCOUNT = re.compile(r"(?<!\w)[A-Z]{2}\d\d(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,4})?(?!\w)")
"""IBAN."""


def without_honest_numbers(text: str) -> str:
    """Replaces each with a semicolon, so that its neighbours are not read together."""
    return _HONEST.sub(";", _ACCOUNT.sub(";", text))


PICTURES = "\u2190-\u2bff\U0001f000-\U0001faff"

_BETWEEN = rf"[ ./()\[\]\u2010-\u2015_*|~\u2022\u00b7{PICTURES}-]"

_RUN = re.compile(
    rf"(?<!\d)(?<![$€£¥₹](?=[1-9]))(?<!\d[.,:])(?:\+ ?|\( ?\+?)?\d(?:{_BETWEEN}{{0,4}}+\d)*+"
    rf"(?![^\W\d_{UNSPACED}]|[.,:]\d)"
)
_DIGITS = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]+")
_CALLS = re.compile(known.CALLS_UNSPACED)
_LABELS = re.compile(rf"(?:{known.LABELS_UNSPACED})(?: ?(?:番号|号码?|编号|編號|號碼?|번호))?\W{{0,3}}$")
_UNITS = re.compile(rf" ?(?:[$€£¥₹₽₩₺₫₦₴₪฿%°]|m/s|km/h|m[²³2]?(?!['\w\u2019])|{known.UNITS_UNSPACED})")
_CODE = re.compile(r"(?:\d[^\W\d_]|[^\W\d_]\d)\w* $")
"""As in "1Z 999 AA1 01 2345 6784": the rest is part of it."""

_ATTACHED = re.compile(rf"[^\W\d_{UNSPACED}][-_/]?$")
FEWEST = 7
_LONGEST_SUM = 10
"""Digits; longer ones with a + are not sums."""

_NEAR_BEFORE, _NEAR_AFTER = 32, 24


class Run(NamedTuple):
    """Digits that may be read together, in groups as the text separates them, with the text around them."""

    written: str
    groups: list[str]
    digits: str
    before: str
    after: str

    @property
    def is_called(self) -> bool:
        """Whether a neighbouring word marks it as a phone number."""
        around = f"{self.before} {self.after}".casefold()
        if not known.CALLS.isdisjoint(_WORD.findall(around)):
            return True
        return not around.isascii() and _CALLS.search(around) is not None

    @property
    def is_labelled(self) -> bool:
        """Whether the word before it names something else."""
        before = self.before.casefold()
        if before.endswith("#") or (not before.isascii() and _LABELS.search(before)):
            return True
        words = [word for word in _WORD.findall(before) if word not in known.FILLERS]
        if self.after and _following(self.after) in known.BOOKS:
            return True
        if not words or _CODE.search(before):
            return bool(words)
        is_attached = _ATTACHED.search(before) is not None
        return _is_label(words[-1]) or (is_attached and words[-1] not in known.CALLS)

    @property
    def counts(self) -> bool:
        """Whether the word after it names what it counts, or the number is round."""
        is_abroad = self.written.startswith("+") and len(self.digits) > _LONGEST_SUM
        if (self.digits.endswith("00000") and not is_abroad) or _UNITS.match(self.after):
            return True
        return _following(self.after) in known.UNITS


def _following(after: str) -> str:
    found = _WORD.match(after.lstrip().casefold())
    return found[0] if found else ""


def _is_label(word: str) -> bool:
    return word in known.LABELS or (word.endswith(known.LABEL_ENDINGS) and word not in known.CALLS)


def number_runs(text: str) -> Iterator[Run]:
    """The runs of at least FEWEST digits that no label names as something else."""
    for found in _RUN.finditer(text):
        start, end = found.span()
        if end - start < FEWEST:
            continue
        groups = _DIGITS.findall(found[0])
        digits = "".join(groups)
        if len(digits) < FEWEST:
            continue
        before, after = text[max(0, start - _NEAR_BEFORE) : start], text[end : end + _NEAR_AFTER]
        run = Run(found[0], groups, digits, before, after)
        if not run.is_labelled:
            yield run
