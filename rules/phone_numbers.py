"""Phone numbers in a text: what is written like one, beside what words, and valid where the sender lives."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from rules.contact_words import (
    CALLS,
    CALLS_UNSPACED,
    FILLERS,
    LABEL_ENDINGS,
    LABELS,
    LABELS_UNSPACED,
    UNITS,
    UNITS_UNSPACED,
)
from rules.honest_numbers import UNSPACED, without_honest_numbers
from rules.spoken_numbers import has_spoken_number, is_trivial, with_digits

IsNumber = Callable[[str, str | None], bool]
"""Whether a number, its groups parted by spaces, is valid in a region; None: it begins with + and a calling code."""

_PICTURES = "\u2190-\u2bff\U0001f000-\U0001faff"
_BETWEEN = rf"[ ./()\u2010-\u2015_*|~\u2022\u00b7{_PICTURES}-]"
_RUN = re.compile(
    rf"(?<![^\W{UNSPACED}])(?<![$€£¥₹])(?<!\d[.,:])(?:\+ ?|[\[(] ?\+?)?\d(?:{_BETWEEN}{{0,4}}+\d)*+(?! ?[$€£¥₹₽₩₺₫₦₴₪฿%°]|[^\W\d_{UNSPACED}]|[.,:]\d)"
)
_DIGITS = re.compile(r"\d+")
_ENOUGH = re.compile(r"\d(?:\D*+\d){6}")
_PICTURE = re.compile(rf"\d[ ]?[{_PICTURES}]")
_AREA = re.compile(r"(?:\+?\d{0,3} ?)?[(\[] ?\d{2,5} ?[)\]] ?\d")
_WORD = re.compile(r"[^\W\d_]+|№|#")
_CALLS = re.compile(CALLS_UNSPACED)
_LABELS = re.compile(rf"(?:{LABELS_UNSPACED})(?:番号|号|号码|번호)?\W{{0,3}}$")
_UNITS = re.compile(rf" ?(?:{UNITS_UNSPACED})")
_ATTACHING = "-_/.#:"
_LOOKS = {
    *("3,3,4", "1,3,3,4", "2,4,4", "1,4,4", "3,2,2,2", "3,3,2,2", "1,3,3,2,2", "3,4,4", "2,5,4", "5,5"),
    *("3,3,2,2", "1,2,2,2,2"),
}
"""Lengths of groups that hardly anything but a phone number has."""

_FEWEST, _MOST = 7, 15
_NEAR_BEFORE, _NEAR_AFTER = 32, 24
_MOST_LOOKED_UP = 6
"""A library's look at a number takes a tenth of a millisecond."""


@dataclass(frozen=True, slots=True)
class Run:
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
        if not words:
            return False
        is_attached = before[-1] in _ATTACHING and before[-2:-1].isalpha()
        return _is_label(words[-1]) or (is_attached and words[-1] not in CALLS)

    @property
    def counts(self) -> bool:
        """Whether the word after it says what it counts, or it is rounded."""
        following = _WORD.match(self.after.lstrip().casefold())
        if self.digits.endswith("00000") or _UNITS.match(self.after):
            return True
        return following is not None and following[0] in UNITS


def _is_label(word: str) -> bool:
    return word in LABELS or (word.endswith(LABEL_ENDINGS) and word not in CALLS)


class PhoneNumbers:
    """Finds them by the calling codes of the world and a look at the numbers of a region."""

    def __init__(self, codes: frozenset[str], is_number: IsNumber) -> None:
        self._codes = codes
        self._is_number = is_number

    def are_in(self, text: str, region: str | None, in_pictures: bool) -> bool:
        """`in_pictures`: some digits were keycaps or the like, which nobody counts in."""
        text = with_digits(text)
        if has_spoken_number(text):
            return True
        if not _ENOUGH.search(text):
            return False
        doubtful: dict[str, Run] = {}
        for run in _runs(without_honest_numbers(text)):
            if in_pictures and not is_trivial(run.digits):
                return True
            if self._is_plain(run):
                return True
            doubtful.setdefault(run.digits, run)
        looked_up = [run for run in doubtful.values() if not run.counts][:_MOST_LOOKED_UP]
        return any(self._is_valid(run, region) for run in looked_up)

    def _is_plain(self, run: Run) -> bool:
        """By its looks and the words beside it."""
        if len(run.digits) > _MOST:
            return _has_number_at_an_end(run)
        if self._is_abroad(run) and not run.counts:
            return True
        if _looks_so(run):
            return True
        if run.is_called and not run.counts and not is_trivial(run.digits):
            return True
        return _has_number_at_an_end(run)

    def _is_abroad(self, run: Run) -> bool:
        digits = run.digits.removeprefix("00")
        is_marked = "+" in run.written[:3] or (len(digits) < len(run.digits) and len(digits) >= 10)
        return is_marked and len(digits) > _FEWEST and any(digits[:size] in self._codes for size in (1, 2, 3))

    def _is_valid(self, run: Run, region: str | None) -> bool:
        if len(run.digits) > _MOST or is_trivial(run.digits) or _is_counting(run.groups):
            return False
        if region and _may_be_local(run) and self._is_number(" ".join(run.groups), region):
            return True
        is_grouped = 2 < len(run.groups) < 7 and run.groups[0] in self._codes and len(run.digits) > 9
        return is_grouped and not _is_sum(run) and self._is_number("+" + " ".join(run.groups), None)


def _runs(text: str) -> Iterator[Run]:
    for found in _RUN.finditer(text):
        start, end = found.span()
        if end - start < _FEWEST:
            continue
        groups = _DIGITS.findall(found[0])
        digits = "".join(groups)
        if len(digits) < _FEWEST:
            continue
        before, after = text[max(0, start - _NEAR_BEFORE) : start], text[end : end + _NEAR_AFTER]
        run = Run(found[0], groups, digits, before, after)
        if not run.is_labelled:
            yield run


def _looks_so(run: Run) -> bool:
    if _AREA.match(run.written) and len(run.digits) > _FEWEST and not run.counts:
        return True
    if len(_PICTURE.findall(run.written)) > 1 and len(run.digits) > _FEWEST:
        return True
    if len(run.groups) == len(run.digits):
        return _is_spelled(run.digits)
    if [len(group) for group in run.groups] == [3, 4]:
        return "-" in run.written and run.digits[0] > "1" and not _is_year(run.groups[1])
    return _is_grouped_so(run.groups)


def _is_grouped_so(groups: list[str]) -> bool:
    digits, shape = "".join(groups), ",".join(str(len(group)) for group in groups)
    if digits[0] == "0" and digits[1] != "0":
        return 9 <= len(digits) <= 12 and (len(groups) > 1 or len(digits) in (10, 11)) and not _are_pairs(groups)
    if digits[0] == "1" and shape == "3,4,4":
        return True
    is_round = all(group.endswith("0") for group in groups)
    begins_so = digits[0] > "5" if shape in {"3,2,2,2", "5,5"} else digits[0] > "1" or len(groups[0]) < 3
    return shape in _LOOKS and begins_so and not is_round and not any(map(_is_year, groups))


def _are_pairs(groups: list[str]) -> bool:
    """As the numbers of a lottery, but for the five pairs of a French number."""
    return len(groups) != 5 and all(len(group) == 2 for group in groups)


def _is_year(group: str) -> bool:
    return len(group) == 4 and group[:2] in {"19", "20"}


def _is_spelled(digits: str) -> bool:
    """Digits parted one by one: nobody counts so, but for a sequence or a row of points."""
    return (len(digits) >= 10 or digits[0] == "0" and len(digits) == 9) and len(set(digits)) > 3 and not is_trivial(digits)


def _is_sum(run: Run) -> bool:
    """Written by thousands."""
    return all(len(group) == 3 for group in run.groups[1:]) and len(run.groups) > 1


def _may_be_local(run: Run) -> bool:
    if _is_sum(run):
        return len(run.groups[0]) == 3 and not run.digits.endswith("000")
    return len(run.groups) > 1 or len(run.digits) > 8


def _has_number_at_an_end(run: Run) -> bool:
    """Of a run that is more than a number: its first or last groups."""
    groups = run.groups
    if len(groups) < 3 or _is_counting(groups) or (len(groups) % 5 and all(len(group) == 2 for group in groups)):
        return False
    if len(groups) == len(run.digits):
        return False
    return any(map(_is_grouped_so, [*_beginnings(groups), *(end[::-1] for end in _beginnings(groups[::-1]))]))


def _is_counting(groups: list[str]) -> bool:
    """1 2 3 … 10 11."""
    return len(groups) > 2 and {int(after) - int(one) for one, after in pairwise(groups)} == {1}


def _beginnings(groups: list[str]) -> Iterator[list[str]]:
    size = 0
    for count, group in enumerate(groups[:_MOST], 1):
        size += len(group)
        if size > _MOST - 3:
            return
        if size >= 9 and count < len(groups) and count > 1:
            yield groups[:count]
