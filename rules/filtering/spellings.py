"""The spellings of a folded text, for words in disguise, and of a name, for names that look alike (behaviour 5, 6)."""

import re
from collections.abc import Iterable, Iterator

from rules.filtering.characters import UNSPACED
from rules.filtering.normalize import LEET_SYMBOLS, Folded, Folding

EITHER = "I"
"""Replaces `1` and `!`, which may be an i or an l; a folded text has no capitals."""

_LETTERS = dict(zip("0123456789@$!€", f"o{EITHER}zeasgtbgas{EITHER}e", strict=True))
"""The letters that digits and symbols replace."""

_SIGNS = "0123456789" + LEET_SYMBOLS
_ENDS = "!@"
_ONE_LETTER_WORDS = frozenset("ai")

# Each begins with a space: searching it is far faster than searching a place without a letter before it.
_NUMBER = re.compile(r"( (?:[^\w ]*+\d)++[^\w ]*+)(?= )")
_MARKED = re.compile(f" ([^ {LEET_SYMBOLS}]*+[{LEET_SYMBOLS}][^ ]*+)")
_ONE = f"(?![{UNSPACED}])[\\w{LEET_SYMBOLS}](?:(?![{LEET_SYMBOLS}])[^\\w ])*+"
_SPACED = re.compile(f" ({_ONE}(?:(?: (?![{LEET_SYMBOLS}])[^\\w ]+)* {_ONE})+)!*(?= )")
_BETWEEN = re.compile(f" (?:(?![{LEET_SYMBOLS}])[^\\w \n]+ )*")
_EXCLAMATION = re.compile("!+(?= )|(?<= )!+")


class Reading:
    """A folded text, prepared once for any number of lists.

    `text` is `in_bytes`: its words in their order with a space before and after each, its other readings after
    two spaces, its words with signs and its symbols after tabs. `key` is the same made `loose`.
    """

    def __init__(self, folded: Folded) -> None:
        padded = f" {folded.words} "
        self.text = in_bytes(
            "".join((as_they_stand(padded), *_disguises(padded), folded.signed, folded.symbols))
        )
        self.key = loose(self.text)


def in_bytes(text: str) -> str:
    """One character for each byte of the text's UTF-8, so that a search has few characters to choose from."""
    return text if text.isascii() else text.encode(errors="surrogatepass").decode("latin-1")


def loose(text: str) -> str:
    """One spelling for i, l and letters that may be either."""
    return text.replace("i", "1").replace("l", "1").replace(EITHER, "1")


def _in_letters(padded: str) -> str:
    """Signs as letters, except in numbers and prices."""
    if not _has_any(_SIGNS, padded):
        return padded
    parts = _NUMBER.split(padded)
    parts[::2] = _without_signs("\n".join(parts[::2])).split("\n")
    return "".join(parts)


def _has_any(signs: str, text: str) -> bool:
    return any(map(text.__contains__, signs))


def _without_signs(text: str) -> str:
    # `translate` is slower: it looks up every letter that is not ASCII.
    for sign, letter in _LETTERS.items():
        text = text.replace(sign, letter)
    return text


def as_they_stand(padded: str) -> str:
    """The words with their leet signs as letters, and without exclamation marks at the ends of a word."""
    return _in_letters(_EXCLAMATION.sub("", padded) if "!" in padded else padded)


def _disguises(padded: str) -> Iterator[str]:
    """Further readings: symbols at the ends as letters or as signs, and letters separated by spaces."""
    if _has_any(LEET_SYMBOLS, padded):
        yield from _read(part for token in _MARKED.findall(padded) for part in _without_ends(token))
    if letters := _SPACED.findall(padded):
        spaced = _BETWEEN.sub("", "\n".join(letters)).split("\n")
        for word in _read(part for found in spaced for part in (found, found.rstrip(_ENDS))):
            yield from map(_alone, _joined(word.strip()))


def _without_ends(token: str) -> tuple[str, str, str]:
    """The word, the same without symbols at its beginning, and without those at its end too."""
    return token, token.lstrip(_ENDS), token.strip(_ENDS)


def _read(words: Iterable[str]) -> list[str]:
    return list(map(_alone, _in_letters(f" {' '.join(dict.fromkeys(words))} ").split()))


def _alone(word: str) -> str:
    return f" {word} "


def _joined(word: str) -> Iterator[str]:
    """Single letters joined to one word: with and without an "a" or "I" before or after it."""
    head, tail = word[0] in _ONE_LETTER_WORDS, word[-1] in _ONE_LETTER_WORDS
    end = len(word) - tail
    yield from dict.fromkeys((word, word[head:], word[:end], word[head:end]))


LONGEST_LOOK = 100
"""Code points that are compared: a character can expand to 18 letters, and an index has no room for a hundred such."""


def looks(names: Iterable[str | None], folding: Folding) -> list[str]:
    """One spelling for all names that look like one of these, and a second one for a name with foreign capitals.

    Without spaces, since names are told apart by their letters. A name of signs alone has none.
    """
    found = (look for name in names if name for look in _looks(name, folding))
    return list(dict.fromkeys(filter(None, found)))


def _looks(name: str, folding: Folding) -> Iterator[str]:
    for folded in folding.readings(name):
        # An @ before a name is how names are mentioned; elsewhere it means an a.
        words = folded.words.lstrip("@ ")
        yield loose(as_they_stand(f" {words} ")).replace(" ", "")[:LONGEST_LOOK]
