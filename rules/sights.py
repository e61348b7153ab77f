"""What characters are, worked out at their first sight."""

from collections.abc import Callable

_MOST_KNOWN = 50_000


class Sights(dict[str, str]):
    """A string for each character, of a bounded number."""

    def __init__(self, find: Callable[[str], str]) -> None:
        self._find = find

    def __missing__(self, char: str) -> str:
        found = self._find(char)
        if len(self) < _MOST_KNOWN:
            self[char] = found
        return found


class Images(dict[int, str]):
    """The same by code points, as `str.translate` asks."""

    def __init__(self, find: Callable[[str], str]) -> None:
        self._find = find

    def __missing__(self, point: int) -> str:
        found = self._find(chr(point))
        if len(self) < _MOST_KNOWN:
            self[point] = found
        return found
