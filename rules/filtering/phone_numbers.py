"""Phone numbers in a text, by their shape, by the words near them, and by validity in the sender's region."""

import re
from collections.abc import Callable, Iterator
from itertools import islice, pairwise

from rules.filtering.numbers import (
    FEWEST,
    PICTURES,
    Run,
    has_spoken_number,
    is_trivial,
    number_runs,
    with_digits,
    without_honest_numbers,
)

IsNumber = Callable[[str, str | None], bool]
"""Whether a number, groups separated by spaces, is valid in a region; None: it begins with + and a calling code."""

_ENOUGH = re.compile(r"\d(?:\D*+\d){6}")
_PICTURE = re.compile(rf"\d[ ]?[{PICTURES}]")
_AREA = re.compile(r"(?:\+?\d{0,3} ?)?\( ?\d{2,5} ?\) ?\d")
_LOOKS = {
    *("3,3,4", "1,3,3,4", "2,4,4", "1,4,4", "3,2,2,2", "3,3,2,2", "1,3,3,2,2", "3,4,4", "2,5,4", "5,5"),
    *("3,3,2,2", "1,2,2,2,2"),
}
"""Lengths of groups that few things but a phone number have."""

_MOST = 15
_MOST_LOOKED_UP = 6
"""The most numbers looked up in a text: the library takes a tenth of a millisecond for each."""


class PhoneNumbers:
    """Finds numbers by the calling codes of all countries and the rules of a region."""

    def __init__(self, codes: frozenset[str], is_number: IsNumber) -> None:
        self._codes = codes
        self._is_number = is_number

    def are_in(self, text: str, region: str | None, in_pictures: bool) -> bool:
        """`in_pictures`: some digits were keycaps or similar, which people do not count in."""
        text = with_digits(text)
        if has_spoken_number(text):
            return True
        if not _ENOUGH.search(text):
            return False
        doubtful: dict[str, Run] = {}
        runs = number_runs(without_honest_numbers(text))
        for run in {(run.before, run.written, run.after): run for run in runs}.values():
            if in_pictures and not is_trivial(run.digits):
                return True
            if self._is_plain(run):
                return True
            doubtful.setdefault(run.digits, run)
        uncounted = (run for run in doubtful.values() if not run.counts)
        return any(self._is_valid(run, region) for run in islice(uncounted, _MOST_LOOKED_UP))

    def _is_plain(self, run: Run) -> bool:
        """By its shape and the words near it."""
        if len(run.digits) > _MOST:
            return _has_number_at_an_end(run)
        if self._is_abroad(run) and not run.counts:
            return True
        if _looks_so(run):
            return True
        if _has_number_at_an_end(run):
            return True
        may_be_called = len(set(run.digits)) > 2 and not _is_counting(run.groups) and not run.counts
        return may_be_called and run.is_called

    def _is_abroad(self, run: Run) -> bool:
        digits = run.digits.removeprefix("00")
        if "+" not in run.written[:3] and not 10 <= len(digits) < len(run.digits):
            return False
        return len(digits) > FEWEST and any(digits[:size] in self._codes for size in (1, 2, 3))

    def _is_valid(self, run: Run, region: str | None) -> bool:
        if len(run.digits) > _MOST or _is_filled(run) or _is_counting(run.groups):
            return False
        if region and _may_be_local(run) and self._is_number(" ".join(run.groups), region):
            return True
        is_grouped = 2 < len(run.groups) < 7 and run.groups[0] in self._codes and len(run.digits) > 9
        return is_grouped and not _is_sum(run) and self._is_number("+" + " ".join(run.groups), None)


def _looks_so(run: Run) -> bool:
    if len(run.groups) == 1:
        return _is_grouped_so(run.groups)
    if len(run.digits) > FEWEST and (_has_area(run) or _is_in_pictures(run)):
        return True
    if len(run.groups) == len(run.digits):
        return _is_spelled(run.digits)
    if [len(group) for group in run.groups] == [3, 4]:
        return "-" in run.written and run.digits[0] > "1" and not _is_year(run.groups[1])
    return _is_grouped_so(run.groups)


def _has_area(run: Run) -> bool:
    return "(" in run.written and _AREA.match(run.written) is not None and not run.counts


def _is_in_pictures(run: Run) -> bool:
    return not run.written.isascii() and len(_PICTURE.findall(run.written)) > 1


def _is_grouped_so(groups: list[str]) -> bool:
    digits = "".join(groups)
    if digits[0] == "0":
        return digits[1] != "0" and _is_long_enough(digits, groups) and not _are_pairs(groups)
    if len(groups) == 1:
        return False
    shape = ",".join([str(len(group)) for group in groups])
    if digits[0] == "1" and shape == "3,4,4":
        return True
    is_round = all(group.endswith("0") for group in groups)
    begins_so = digits[0] > "5" if shape in {"3,2,2,2", "5,5"} else digits[0] > "1" or len(groups[0]) < 3
    return shape in _LOOKS and begins_so and not is_round and not any(map(_is_year, groups))


def _is_long_enough(digits: str, groups: list[str]) -> bool:
    """Of a number with a trunk 0 that no country code precedes."""
    return 9 <= len(digits) <= 12 if len(groups) > 1 else 10 <= len(digits) <= 11


def _are_pairs(groups: list[str]) -> bool:
    """Lottery numbers look like this, except for the five pairs of a French number."""
    return len(groups) != 5 and all(len(group) == 2 for group in groups)


def _is_year(group: str) -> bool:
    return len(group) == 4 and group[:2] in {"19", "20"}


def _is_filled(run: Run) -> bool:
    """Digits in a row; people do not count down without spaces, and 9876543210 is a number in India."""
    counts_down = len(run.groups) == 1 and run.digits[0] > run.digits[1]
    return is_trivial(run.digits) and not counts_down


def _is_spelled(digits: str) -> bool:
    """Digits separated one by one, except for a sequence or a row of points."""
    return (
        (len(digits) >= 10 or (digits[0] == "0" and len(digits) == 9))
        and len(set(digits)) > 3
        and not is_trivial(digits)
    )


def _is_sum(run: Run) -> bool:
    """Grouped by thousands."""
    return all(len(group) == 3 for group in run.groups[1:]) and len(run.groups) > 1


def _may_be_local(run: Run) -> bool:
    if _is_sum(run):
        return len(run.groups[0]) == 3 and not run.digits.endswith("000")
    return len(run.groups) > 1 or len(run.digits) > 8


def _has_number_at_an_end(run: Run) -> bool:
    """Whether the first or last groups of a run, longer than a number, are a number."""
    groups = run.groups
    if (
        len(groups) < 3
        or _is_counting(groups)
        or (len(groups) % 5 and all(len(group) == 2 for group in groups))
    ):
        return False
    if len(groups) == len(run.digits):
        return False
    ends = [*_beginnings(groups), *(end[::-1] for end in _beginnings(groups[::-1]))]
    return any(end[0] != "0" and _is_grouped_so(end) for end in ends)


def _is_counting(groups: list[str]) -> bool:
    """1 2 3 … 10 11, or 36 38 40 42, or 4 8 15 16 23 42."""
    if len(groups) < 3 or max(map(len, groups)) > 2:
        return False
    steps = {int(after) - int(one) for one, after in pairwise(groups)}
    is_even = len(steps) == 1 and 0 < min(steps) <= 10
    return is_even or (min(steps) >= 0 and len(groups[0]) == 1 and len(groups[-1]) == 2)


def _beginnings(groups: list[str]) -> Iterator[list[str]]:
    size = 0
    for count, group in enumerate(groups[:_MOST], 1):
        size += len(group)
        if size > _MOST - 3:
            return
        if size >= 9 and count < len(groups) and count > 1:
            yield groups[:count]
