"""A list of words, found in a text as whole words, however they are disguised."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from rules.folding import IDEOGRAPHS, LEET_SYMBOLS, Folding

_READ = str.maketrans("023456789@$!€", "ozeasgtbgas1e")
"""What digits and symbols stand for; 1 and ! stay 1, which may be an i or an l."""

_MARKED = re.compile(rf"(?<!\S)(?:[{LEET_SYMBOLS}]\S*|[^\s{LEET_SYMBOLS}]+[{LEET_SYMBOLS}]\S*)")
_ONE = f"(?:[{LEET_SYMBOLS}]|[^\\W{IDEOGRAPHS}])"
_SPACED = re.compile(rf"(?<!\S)({_ONE}(?: {_ONE})+)!*(?!\S)")
_SIGNS = frozenset("0123456789") | frozenset(LEET_SYMBOLS)
_ENDS = "!@"
_ONE_LETTER_WORDS = frozenset("ai")

Word = tuple[str, ...]


class Words:
    """Words and phrases, folded."""

    def __init__(self, words: Iterable[str], folding: Folding) -> None:
        self._by_key: dict[str, set[Word]] = defaultdict(set)
        for word in words:
            if parts := tuple(_read(token) for token in folding.fold(word).split()):
                self._by_key[_loose(parts[0])].add(parts)

    def are_in(self, folded: str) -> bool:
        """Whether a word of the list stands in a text that `Folding` gave."""
        if not self._by_key:
            return False
        return self._stand_in(_plain(folded)) or any(self._stand_in([word]) for word in _disguises(folded))

    def _stand_in(self, read: list[str]) -> bool:
        keys = _loose(" ".join(read)).split(" ")
        return not self._by_key.keys().isdisjoint(keys) and any(
            _are_same(read[at : at + len(word)], word)
            for at, key in enumerate(keys)
            for word in self._by_key.get(key, ())
        )


def _plain(folded: str) -> list[str]:
    """The words as they stand."""
    if _SIGNS.isdisjoint(folded):
        return folded.split()
    return [token if token.isalpha() else _read(token.strip("!")) for token in folded.split()]


def _loose(text: str) -> str:
    # Faster than `translate`, which looks up every letter that is not ASCII.
    return text.replace("i", "1").replace("l", "1")


def _read(token: str) -> str:
    """As letters, unless it is a number or a price."""
    if token.isalpha() or not (any(map(str.isalpha, token)) or not any(map(str.isdigit, token))):
        return token
    return token.translate(_READ)


def _are_same(parts: list[str], word: Word) -> bool:
    return len(parts) == len(word) and all(map(_is_same, parts, word))


def _is_same(one: str, other: str) -> bool:
    """A 1 is an i or an l; an i is no l."""
    return one == other or (
        _loose(one) == _loose(other) and all(a == b or "1" in (a, b) for a, b in zip(one, other, strict=True))
    )


def _disguises(folded: str) -> Iterator[str]:
    """Further readings: symbols at the ends as letters or as signs, and letters with spaces between."""
    for token in set(_MARKED.findall(folded)):
        yield from map(_read, {token, token.lstrip(_ENDS), token.strip(_ENDS)})
    for found in _SPACED.finditer(folded):
        yield from _joined(_read(found[1].replace(" ", "")))


def _joined(word: str) -> Iterator[str]:
    """Letters that stood alone, as one word: with and without an "a" or "I" before or behind it."""
    head, tail = word[0] in _ONE_LETTER_WORDS, word[-1] in _ONE_LETTER_WORDS
    end = len(word) - tail
    yield from (word, word[head:], word[:end], word[head:end])
