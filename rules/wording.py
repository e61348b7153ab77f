"""How a text reads: its words and sentences, whether it greets, asks or shouts."""

import re
import unicodedata

from rules.phrases import ABBREVIATIONS, ENDINGS, GREETINGS, QUESTIONS
from rules.shown import shown

_KANA, _HAN, _UNSPACED = "\u3041-\u30ff", "\u3400-\u9fff", "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
_WORD = re.compile(rf"[{_HAN}]{{1,2}}|[{_KANA}]{{1,10}}|[{_UNSPACED}]{{1,8}}|[^\W_{_HAN}{_KANA}{_UNSPACED}]+")
"""Where no space parts words, a few letters are one."""

_NO_END = re.compile(rf"(?<!\w)(?:[^\W\d_]|\d\d?|{ABBREVIATIONS})\.(?=\s*\S)", re.IGNORECASE)
_END = re.compile(r"[!?\n\u3002\u0964\u0965\u061f\u06d4\u1362\u0589]+|\.+(?=\s|$)")
_ASKS = re.compile(r"[?\u061f\u055e\u1367](?![A-Za-z0-9=&%])|[\u0370-\u03ff]\s*;")
_STRETCHED = re.compile(r"(.)\1+(?=\s|$)")
_APOSTROPHE = re.compile("['\u2019\u02bc`]")
_FEWEST_CAPITALS = 4


class Wording:
    """A text, read once."""

    def __init__(self, text: str) -> None:
        self._shown = shown(text)
        self.words = _words(self._shown)

    def count_sentences(self) -> int:
        """Those with a word in them; a line is a sentence too."""
        return sum(any(map(str.isalnum, part)) for part in self._sentences())

    def asks(self) -> bool:
        """By a question mark of any script, or by a common way to ask without one."""
        if _ASKS.search(self._shown) or _QUESTION.search(" ".join(self.words)):
            return True
        return any(part.rstrip(" .~").endswith(ENDINGS) for part in self._sentences())

    def only_greets(self) -> bool:
        """Greetings and nothing more than a name."""
        said = _unstretched(self.words)
        rest = _GREETING.sub("", said)
        return rest != said and len(rest.split()) <= 1

    def shouts(self) -> bool:
        """Capitals throughout, more of them than in an abbreviation."""
        return self._shown.isupper() and sum(map(str.isupper, self._shown)) >= _FEWEST_CAPITALS

    def _sentences(self) -> list[str]:
        return _END.split(_NO_END.sub(" ", self._shown))


def plain(text: str) -> str:
    """The same for texts that differ in case, spaces and what is not seen."""
    return " ".join(shown(text).casefold().split())


def _words(shown: str) -> list[str]:
    """In small letters, without accents and signs."""
    parts = unicodedata.normalize("NFD", _APOSTROPHE.sub("", shown).casefold())
    return _WORD.findall(parts if parts.isascii() else "".join(filter(_is_no_mark, parts)))


def _is_no_mark(char: str) -> bool:
    return unicodedata.category(char)[0] != "M"


def _unstretched(said: list[str]) -> str:
    return _STRETCHED.sub(r"\1", " ".join(said))


def _any_of(phrases: str) -> re.Pattern[str]:
    """The longest first, as whole words."""
    ready = {_unstretched(_words(shown(phrase))) for phrase in phrases.split(",")}
    return re.compile(rf"(?<!\S)(?:{'|'.join(sorted(ready, key=len, reverse=True))})(?!\S)")


_GREETING = _any_of(GREETINGS)
_QUESTION = _any_of(QUESTIONS)
