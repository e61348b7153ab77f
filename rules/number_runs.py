"""The runs of digits in a text that may be a phone number, and what the words beside them say."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from rules.contact_words import (
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
from rules.honest_numbers import UNSPACED

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
"""As in "1Z 999 AA1 01 2345 6784": what follows is part of it."""

_ATTACHED = re.compile(rf"[^\W\d_{UNSPACED}][-_/]?$")
FEWEST = 7
_LONGEST_SUM = 10
"""Digits; longer ones with a + are no sums."""

_NEAR_BEFORE, _NEAR_AFTER = 32, 24


class Run(NamedTuple):
    """Digits that may be read together, in groups as they are parted, with what stands around them."""

    written: str
    groups: list[str]
    digits: str
    before: str
    after: str

    @property
    def is_called(self) -> bool:
        """Whether words beside it say that it is a phone number."""
        around = f"{self.before} {self.after}".casefold()
        if not CALLS.isdisjoint(_WORD.findall(around)):
            return True
        return not around.isascii() and _CALLS.search(around) is not None

    @property
    def is_labelled(self) -> bool:
        """Whether the word before it says what else it is."""
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
        """Whether the word after it says what it counts, or it is rounded."""
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
    """Those of at least FEWEST digits that no label names otherwise."""
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
