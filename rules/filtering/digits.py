"""Digits that are written as words, as letters or in other scripts."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from rules.filtering.contact_words import DIGIT_WORDS, GLUED_DIGITS, HAN_DIGITS, REPEATS

_TOKEN = re.compile(r"[^\W\d_]+|\d+")
_GLUED = re.compile(rf"(?<!\w)(?:{'|'.join(GLUED_DIGITS)}){{2,}}(?![^\W\d])")
_GLUED_PART = re.compile("|".join(GLUED_DIGITS))
_ANY = re.compile(r"\d")
_HAN = re.compile(rf"[{''.join(HAN_DIGITS)}](?:[ -]?[{''.join(HAN_DIGITS)}]){{6,}}")
_LETTERED = re.compile(r"(?<!\w)(?=\w*\d)[\dOoIl|]*[OoIl|][\dOoIl|]*(?!\w)")
_PARTED = re.compile(r"(?<![\d.,:])(0[1-9]\d{1,3})[,;:](?=\d{5,8}(?!\d|[.,:]\d))")
_LONE = re.compile(r"(?<=\d[ -])(?:[OoIl]{1,4}(?=[ -]\d)|[Oo]{3,4}(?![^\W\d]))|(?<!\w)[Oo](?=[ -]\d[ -]\d)")
_MAYBE_LETTERED = re.compile(r"[OoIl|][ -]?\d|\d[OoIl|]")
_AS_DIGITS = str.maketrans("OoIl|", "00111")

_BARS = re.compile(r"(?<=\d\d)\|(?=\d\d)")

_DASHES = ("dash", "hyphen", "strich", "tiret", "guion", "guión", "traço", "kreska", "тире", "ー")
_DASH = re.compile(rf"(?<=\d) ?\(?(?:{'|'.join(_DASHES)})\)? ?(?=\d)", re.IGNORECASE)
_FEWEST, _MOST = 7, 15


class _Digits(dict[int, str]):
    """The ASCII digit for a digit of any script or circle, looked up once a character."""

    def __missing__(self, point: int) -> str:
        char = chr(point)
        digit = unicodedata.digit(char, None)
        image = char if digit is None else str(digit)
        self[point] = image
        return image


_DIGITS = _Digits()


def with_digits(text: str) -> str:
    """Look-alike letters among digits, and digits of any script, become ASCII digits."""
    text = text if text.isascii() else text.translate(_DIGITS)
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
    if any(map(lowered.__contains__, GLUED_DIGITS)):
        lowered = _GLUED.sub(lambda found: _GLUED_PART.sub(r"\g<0> ", found[0]), lowered)
    tokens = _TOKEN.findall(lowered)
    if DIGIT_WORDS.keys().isdisjoint(tokens):
        return False
    return any(_is_spoken(digits, words) for digits, words in _spoken_runs(tokens))


def _spoken_runs(tokens: list[str]) -> Iterator[tuple[str, int]]:
    """The digits of each run of words and numbers, and how many words are among them."""
    digits, words, times = "", 0, 1
    for token in [*tokens, ""]:
        if token in REPEATS:
            times = REPEATS[token]
        elif token in DIGIT_WORDS:
            digits, words, times = digits + DIGIT_WORDS[token] * times, words + 1, 1
        elif token.isdecimal() and len(token) < _MOST:
            digits, times = digits + token, 1
        else:
            yield digits, words
            digits, words, times = "", 0, 1


def _is_spoken(digits: str, words: int) -> bool:
    enough = words > 2 or (words == 2 and len(digits) > 8)
    return _FEWEST <= len(digits) <= _MOST and enough and not is_trivial(digits)


def is_trivial(digits: str) -> bool:
    """Counting up or down, or at most two digits repeated."""
    steps = {(int(after) - int(one)) % 10 for one, after in pairwise(digits)}
    return steps <= {1} or steps <= {9} or len(set(digits)) < 3


def _han_digits(found: str) -> str:
    return "".join(HAN_DIGITS.get(char, "") for char in found)
