"""A list of words, found in a text as whole words, however they are disguised."""

from collections import defaultdict
from collections.abc import Iterable

from rules.folding import Folding
from rules.reading import Reading, in_letters, loose


class Words:
    """Words and phrases, folded."""

    def __init__(self, words: Iterable[str], folding: Folding) -> None:
        self._phrases: dict[str, set[str]] = defaultdict(set)
        self._lengths: dict[str, set[int]] = defaultdict(set)
        for word in words:
            if parts := in_letters(f" {folding.fold(word)} ").split():
                phrase = " ".join(parts)
                self._phrases[loose(phrase)].add(phrase)
                self._lengths[loose(parts[0])].add(len(parts))

    def are_in(self, text: Reading) -> bool:
        """Whether a word of the list stands in the text."""
        if not self._lengths or self._lengths.keys().isdisjoint(text.keys):
            return False
        return any(
            _is_same(" ".join(text.words[at : at + length]), phrase)
            for at, key in enumerate(text.keys)
            for length in self._lengths.get(key, ())
            for phrase in self._phrases.get(" ".join(text.keys[at : at + length]), ())
        )


def _is_same(one: str, other: str) -> bool:
    """For two of one loose spelling: a 1 is an i or an l; an i is no l."""
    return all(a == b or "1" in (a, b) for a, b in zip(one, other, strict=True))
