"""Lists of words: which words they may hold, and how a text, disguised or not, is searched for them."""

import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate, count
from operator import add

from ahocorasick import Automaton

from rules.filtering.characters import HANGUL, apart, is_keycap, is_sign
from rules.filtering.normalize import UNSEEN, Folding, without_unseen
from rules.filtering.spellings import EITHER, Reading, as_they_stand, in_bytes, loose

_SYMBOLS = frozenset("#%&@*\\")
"""Punctuation that is not part of a sentence; all currency and mathematics counts so too."""

_FACES = frozenset("/:()[]{}<>")
"""Punctuation that may draw a picture together with others of its kind."""

_CLOSERS = re.escape(")]}\"'»›“”’‘」』》〉")
_IN_PAIRS = re.compile(rf"^([(\[{{\"'«‹„“‘‚「『《〈])(?!\1)(.*[^{_CLOSERS}])[{_CLOSERS}]$", re.DOTALL)
_ENDS = re.compile(r"^[\s¿¡]+|[\s.,!?…。、！？،؟؛।॥۔]+$")
_IN_KOREAN = re.compile(f"[{HANGUL}][ \t]+$")


def needle(word: str, folding: Folding) -> str:
    """The form of the word in `Reading.text`; empty if no text can contain the word.

    A word with symbols matches only with them; other words are stored without the punctuation of sentences.
    """
    if symbol := _symbol(_core(UNSEEN.sub("", word).strip()), folding):
        return symbol
    core = _core(without_unseen(apart(word)).strip())
    if not core:
        return ""
    return _open_in_korean(folding.signed(core) if _has_symbols(core) else _plain(core, folding))


def _symbol(core: str, folding: Folding) -> str:
    return folding.symbols(core) if len(core) == 1 or is_keycap(core) else ""


def _plain(core: str, folding: Folding) -> str:
    words = as_they_stand(f" {folding.fold(core)} ").strip()
    return f" {words} " if words else ""


def _open_in_korean(found: str) -> str:
    """Korean adds endings to words."""
    return found.rstrip() if _IN_KOREAN.search(found) else found


def _core(word: str) -> str:
    if not any(map(_is_worded, word)):
        return word if any(_is_symbol(char) or char in _FACES for char in word) else ""
    while (inner := _IN_PAIRS.sub(r"\2", _ENDS.sub("", word)).strip()) != word:
        word = inner
    return word


def _is_worded(char: str) -> bool:
    category = unicodedata.category(char)
    return category[0] in "LN" or category == "So"


def _has_symbols(core: str) -> bool:
    return is_sign(core[0]) or is_sign(core[-1]) or any(map(_is_symbol, core))


def _is_symbol(char: str) -> bool:
    return char in _SYMBOLS or (is_sign(char) and unicodedata.category(char)[0] == "S")


MOST_WORDS = 200
LONGEST_WORD = 64
LONGEST_NEEDLE = 200
"""Enough for 64 letters or signs. One character can expand to 18 letters, so a word of many such is refused."""


MOST_NEAR = 100
"""A text may be one letter from a word (an i for an l) this often and pass; beyond it, it counts as a match.

Without this bound the work would grow with the words: a list can be such that a text comes near it at every letter.
"""


def _table(marks: Mapping[str, int]) -> bytes:
    return bytes(marks.get(chr(byte), 0) for byte in range(256))


_SHOWS = _table({"i": 1, "l": 2, EITHER: 4})

_BARS = _table({"i": 2, "l": 1, "1": 1 | 2 | 4})
"""Letters that the text shows and the needle excludes: an i is not an l, a number matches only a number."""


class Words:
    """Needles in one automaton: it reads a text once, however many there are."""

    def __init__(self, needles: Iterable[str]) -> None:
        spellings: dict[str, list[str]] = defaultdict(list)
        for needle in map(in_bytes, dict.fromkeys(filter(None, needles))):
            spellings[loose(needle)].append(needle)
        self._automaton = automaton_of(spellings) if spellings else None

    def are_in(self, text: Reading) -> bool:
        """Whether the text has a word of the list."""
        if self._automaton is None:
            return False
        near = 0
        for end, spellings in self._automaton.iter(text.key):
            for needle in spellings:
                near += 1
                if near > MOST_NEAR or is_same(text.text[end + 1 - len(needle) : end + 1], needle):
                    return True
        return False


def automaton_of(found: Mapping[str, object]) -> Automaton:
    """Finds all keys in one reading of a text, each with its value."""
    automaton = Automaton()
    for key, value in found.items():
        automaton.add_word(key, value)
    automaton.make_automaton()
    return automaton


def is_same(text: str, needle: str) -> bool:
    """Compares two texts of one loose spelling."""
    return text == needle or not _marks(text, _SHOWS) & _marks(needle, _BARS)


def _marks(text: str, table: bytes) -> int:
    """One byte for each place, so that all places are compared at once."""
    return int.from_bytes(text.encode("latin-1").translate(table))


_MOST_BYTES = 4 * LONGEST_NEEDLE


def _beginnings(text: str) -> Iterator[int]:
    """The places of its spaces and tabs."""
    *parts, _ = text.replace("\t", " ").split(" ")
    return map(add, accumulate(map(len, parts)), count())


class Places:
    """For lists that are not prepared: the work happens here, and a search's time tells little of its list.

    Every needle begins as the words of a reading do.
    """

    def __init__(self, readings: Iterable[Reading]) -> None:
        self._text = "".join(reading.text for reading in readings)
        key = loose(self._text)
        self._places = sorted([(key[place : place + _MOST_BYTES], place) for place in _beginnings(key)])

    def have(self, needles: str) -> bool:
        """Whether the text has one of these, one a line."""
        if not needles:
            return False
        listed = in_bytes(needles)
        near = 0
        for needle, key in zip(listed.split("\n"), loose(listed).split("\n"), strict=True):
            for place in self._near(key):
                near += 1
                if near > MOST_NEAR or is_same(self._text[place : place + len(needle)], needle):
                    return True
        return False

    def _near(self, key: str) -> Iterator[int]:
        at = bisect_left(self._places, (key,))
        while at < len(self._places) and self._places[at][0].startswith(key):
            yield self._places[at][1]
            at += 1
