"""The runs of digits in a text that may be a phone number, and those whose shape rules it out."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from rules.filtering.contact_words import (
    BOOKS,
    CALLS,
    CALLS_UNSPACED,
    FILLERS,
    LABEL_ENDINGS,
    LABELS,
    LABELS_UNSPACED,
    UNITS,
    UNITS_UNSPACED,
)

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
_CALLS = re.compile(CALLS_UNSPACED)
_LABELS = re.compile(rf"(?:{LABELS_UNSPACED})(?: ?(?:番号|号码?|编号|編號|號碼?|번호))?\W{{0,3}}$")
_UNITS = re.compile(rf" ?(?:[$€£¥₹₽₩₺₫₦₴₪฿%°]|m/s|km/h|m[²³2]?(?!['\w\u2019])|{UNITS_UNSPACED})")
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
        if not CALLS.isdisjoint(_WORD.findall(around)):
            return True
        return not around.isascii() and _CALLS.search(around) is not None

    @property
    def is_labelled(self) -> bool:
        """Whether the word before it names something else."""
        before = self.before.casefold()
        if before.endswith("#") or (not before.isascii() and _LABELS.search(before)):
            return True
        words = [word for word in _WORD.findall(before) if word not in FILLERS]
        if self.after and _following(self.after) in BOOKS:
            return True
        if not words or _CODE.search(before):
            return bool(words)
        is_attached = _ATTACHED.search(before) is not None
        return _is_label(words[-1]) or (is_attached and words[-1] not in CALLS)

    @property
    def counts(self) -> bool:
        """Whether the word after it names what it counts, or the number is round."""
        is_abroad = self.written.startswith("+") and len(self.digits) > _LONGEST_SUM
        if (self.digits.endswith("00000") and not is_abroad) or _UNITS.match(self.after):
            return True
        return _following(self.after) in UNITS


def _following(after: str) -> str:
    found = _WORD.match(after.lstrip().casefold())
    return found[0] if found else ""


def _is_label(word: str) -> bool:
    return word in LABELS or (word.endswith(LABEL_ENDINGS) and word not in CALLS)


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
