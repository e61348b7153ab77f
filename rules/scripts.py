"""Scripts that put no space between words: what stands for a word in them, as the inside of a set of `re`."""

import re

_IDEOGRAPHS = (
    "\u3005-\u3007\u3021-\u3029\u3031-\u3035\u303b\u3041-\u309f\u30a1-\u30ff\u3105-\u312f\u31a0-\u31bf\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua48f\uf900-\ufaff"
    "\U00016fe0-\U00018cff\U0001b000-\U0001b2ff\U00020000-\U0003ffff"
)
_SYLLABLES = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17d3\u17d7-\u17dd\u1950-\u19df\u1a20-\u1aaf\u1b00-\u1b7f"
    "\ua980-\ua9df\ua9e0-\ua9ff\uaa60-\uaadf\U00011700-\U0001174f"
)
UNSPACED = _IDEOGRAPHS + _SYLLABLES
"""Han, kana, Bopomofo, Yi and the like; Thai, Lao, Burmese, Khmer, Tai, Balinese, Javanese, Ahom."""

HANGUL = "\uac00-\ud7a3"

_BEFORE = "\u0e40-\u0e44\u0ec0-\u0ec4\u19b5-\u19b7\u19ba\uaab5\uaab6\uaab9\uaabb\uaabc"
"""Vowels written before the consonant after which they are spoken."""

_BEHIND = "\u0e30\u0e32\u0e45\u0eb0\u0eb2\u1963-\u1974\u19b0-\u19b4\u19b8\u19b9\u19bb-\u19c9"
"""Vowels and tones that are letters of their own."""

_STACKING = "\u1039\u17d2\u1a60"
"""Marks that put the next consonant of a word under the last; those of Java and Bali do so with the next word too."""

_LATIN_IN_KOREAN = re.compile(f"([a-z])(?=[{HANGUL}])")
_IS_SYLLABIC = re.compile(f"[{_SYLLABLES}]")
_INSIDE = re.compile(
    f"(?<=[{_BEFORE}{_STACKING}]) (?=[{_SYLLABLES}])| (?=[{_BEHIND}])| (?=[^\\w ])(?=[{_SYLLABLES}])"
)


def in_syllables(folded: str) -> str:
    """Letters that are words of their own, put together with the vowels and stacked consonants that they bear."""
    return _INSIDE.sub("", folded) if _IS_SYLLABIC.search(folded) else folded


def without_endings(folded: str) -> str:
    """Latin words as words of their own where Korean puts an ending on them."""
    return folded if folded.isascii() else _LATIN_IN_KOREAN.sub(r"\1 ", folded)
