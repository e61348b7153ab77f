"""Names that look alike, by the folding of the filter (behaviour 5)."""

from collections.abc import Iterable, Iterator

from rules.filtering.normalize import Folding
from rules.filtering.variants import as_they_stand, loose

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
        # An @ before a name is how names are mentioned; elsewhere it stands for an a.
        words = folded.words.lstrip("@ ")
        yield loose(as_they_stand(f" {words} ")).replace(" ", "")[:LONGEST_LOOK]
