"""What a folded text may be read as: leet letters, spaced letters, symbols at the ends."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from rules.folding import IDEOGRAPHS, LEET_SYMBOLS

_LETTERS = dict(zip("023456789@$!€", "ozeasgtbgas1e", strict=True))
"""What digits and symbols stand for; 1 and ! stay 1, which may be an i or an l."""

_SIGNS = "0123456789" + LEET_SYMBOLS
_ENDS = "!@"
_ONE_LETTER_WORDS = frozenset("ai")

# Each begins with a space, which is found far faster than a place without a letter before it.
_NUMBER = re.compile(r"( (?:[^\w ]*+\d)++[^\w ]*+)(?= )")
_MARKED = re.compile(f" ([^ {LEET_SYMBOLS}]*+[{LEET_SYMBOLS}][^ ]*+)")
_ONE = f"(?![{IDEOGRAPHS}])[\\w{LEET_SYMBOLS}]"
_SPACED = re.compile(f" ({_ONE}(?: {_ONE})+)!*(?= )")
_EXCLAMATION = re.compile("!+(?= )|(?<= )!+")


class Reading:
    """A folded text, made ready once for any number of lists."""

    def __init__(self, folded: str) -> None:
        self._padded = f" {folded} "

    @cached_property
    def keys(self) -> list[str]:
        """`words`, each made `loose`."""
        return loose(self._text).split(" ")

    @cached_property
    def words(self) -> list[str]:
        """Those of the text in their order; behind them its other readings, with an empty word before each."""
        return self._text.split(" ")

    @cached_property
    def _text(self) -> str:
        return "  ".join((_plain(self._padded), *_disguises(self._padded)))


def loose(text: str) -> str:
    """One spelling for i, l and the 1 that may be either."""
    return text.replace("i", "1").replace("l", "1")


def in_letters(padded: str) -> str:
    """Words with a space at either end of them all: signs as letters, but for numbers and prices."""
    if not _has_any(_SIGNS, padded):
        return padded
    parts = _NUMBER.split(padded)
    parts[::2] = _without_signs("\n".join(parts[::2])).split("\n")
    return "".join(parts)


def _has_any(signs: str, text: str) -> bool:
    return any(sign in text for sign in signs)


def _without_signs(text: str) -> str:
    # Faster than `translate`, which looks up every letter that is not ASCII.
    for sign, letter in _LETTERS.items():
        text = text.replace(sign, letter)
    return text


def _plain(padded: str) -> str:
    """The words as they stand."""
    return in_letters(_EXCLAMATION.sub("", padded) if "!" in padded else padded)


def _disguises(padded: str) -> Iterator[str]:
    """Further readings: symbols at the ends as letters or as signs, and letters with spaces between."""
    if _has_any(LEET_SYMBOLS, padded):
        yield from _read(part for token in _MARKED.findall(padded) for part in _without_ends(token))
    for word in _read(found.replace(" ", "") for found in _SPACED.findall(padded)):
        yield from _joined(word)


def _without_ends(token: str) -> tuple[str, str, str]:
    """And with them."""
    return token, token.lstrip(_ENDS), token.strip(_ENDS)


def _read(words: Iterable[str]) -> list[str]:
    return in_letters(f" {' '.join(dict.fromkeys(words))} ").split()


def _joined(word: str) -> Iterator[str]:
    """Letters that stood alone, as one word: with and without an "a" or "I" before or behind it."""
    head, tail = word[0] in _ONE_LETTER_WORDS, word[-1] in _ONE_LETTER_WORDS
    end = len(word) - tail
    yield from dict.fromkeys((word, word[head:], word[:end], word[head:end]))
