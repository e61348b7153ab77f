"""The sender's view where the recipient does nothing: played once for each play and kind of database."""

from typing import Any

import pytest

from tests.blindness.plays import Play
from tests.blindness.sender import Seen
from tests.databases import Source


class Reference:
    """The worlds that all others are held against."""

    def __init__(self) -> None:
        self._seen: dict[Any, list[Seen]] = {}

    async def seen(self, play: Play, source: Source, *, is_shared: bool = False) -> list[Seen]:
        key = id(play), type(source), is_shared
        if key not in self._seen:
            self._seen[key] = await play.seen(source, is_shared=is_shared)
        return self._seen[key]


@pytest.fixture(scope="session")
def reference() -> Reference:
    return Reference()
