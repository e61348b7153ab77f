"""Filter words that end by themselves, or that are looked for in names (behaviour 6)."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import IntEnum

from rules.filtering.words import LONGEST_NEEDLE, LONGEST_WORD, MOST_WORDS
from rules.limits import flaw_of_end
from rules.problems import Flaw, InvalidInputReason
from rules.text import flaw_of_kept, trim


class FilterPlace(IntEnum):
    """The place in which a word is looked for. The numbers are stored."""

    TEXT = 0
    NAME = 1


@dataclass(frozen=True, slots=True)
class FilterEntry:
    """`until` None: without end; `needle` is what is looked for."""

    word: str
    place: FilterPlace
    until: datetime | None
    needle: str = ""

    def is_on(self, now: datetime) -> bool:
        """By the clock: nothing is written when its time is over."""
        return self.until is None or now < self.until


def own_entries(
    given: Sequence[FilterEntry], needle: Callable[[str], str], now: datetime
) -> tuple[FilterEntry, ...] | Flaw:
    """Trimmed, with their needles; or the flaw of the list, or of the first entry that cannot be used."""
    if len(given) > MOST_WORDS:
        return Flaw(InvalidInputReason.TOO_MANY, MOST_WORDS)
    entries = [replace(one, word=trim(one.word), needle=needle(trim(one.word))) for one in given]
    flaws = [flaw for one in entries if (flaw := _flaw(one, now))]
    return flaws[0] if flaws else tuple(dict.fromkeys(entries))


def _flaw(entry: FilterEntry, now: datetime) -> Flaw | None:
    if flaw := flaw_of_kept(entry.word, LONGEST_WORD):
        return flaw
    if entry.until and (reason := flaw_of_end(entry.until, now)):
        return Flaw(reason)
    fits = 1 <= len(entry.needle) <= LONGEST_NEEDLE
    return None if fits else Flaw(InvalidInputReason.UNMATCHABLE)


def needles_in(entries: Iterable[FilterEntry], place: FilterPlace, now: datetime) -> str:
    """The words that are looked for in this place now, a line each."""
    return "\n".join(one.needle for one in entries if one.place == place and one.is_on(now))
