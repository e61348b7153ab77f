"""Pages of what reports keep: those of all reports that are read alike in one statement."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from models.moderation_lists import EVIDENCE, NOTES
from models.sql import Batch
from schema.types.connection import Page, Rows, Slice
from schema.types.context import Context
from schema.types.errors import BadUserInput
from schema.types.ids import Place
from schema.types.moderation import (
    EvidenceMessage,
    EvidenceMessageConnection,
    ReportNote,
    ReportNoteConnection,
)

Asked = tuple[int, Slice]
"""A report, and which page of its list."""
_Way = tuple[Place, int]
"""Where a page begins, and its size."""
_Placed = tuple[Place, object]


class Kept(Protocol):
    """A row of a report's list, which runs from old to new."""

    @property
    def report_id(self) -> int:
        """Whose it is."""
        ...

    @property
    def place_key(self) -> int:
        """Where it stands."""
        ...


K = TypeVar("K", bound=Kept)
C = TypeVar("C", bound=Rows[Any])


@dataclass(frozen=True, slots=True)
class _List(Generic[K, C]):
    name: str
    rows: Batch[K]
    make: type[C]
    node_of: Callable[[K], object]

    async def read(self, context: Context, keys: Sequence[Asked]) -> list[C | BaseException]:
        """A wrong page is an error of its own field only. A cursor is of one report: first pages are alike."""
        pages = [self._page(context, *key) for key in keys]
        alike: dict[_Way, list[int]] = defaultdict(list)
        for (report_id, _), page in zip(keys, pages, strict=True):
            if isinstance(page, Page):
                alike[page.start, page.size].append(report_id)
        found = {way: await self._rows(context, way, reports) for way, reports in alike.items()}
        return [
            page.fill(self.make, found[page.start, page.size][report_id]) if isinstance(page, Page) else page
            for (report_id, _), page in zip(keys, pages, strict=True)
        ]

    def _page(self, context: Context, report_id: int, asked: Slice) -> Page | BadUserInput:
        try:
            return Page.of(context, f"{self.name}:{report_id}", asked)
        except BadUserInput as error:
            return error

    async def _rows(self, context: Context, way: _Way, reports: Sequence[int]) -> dict[int, list[_Placed]]:
        start, size = way
        given = (context.require_viewer(), -start.key, size + 1)
        found: dict[int, list[_Placed]] = defaultdict(list)
        for row in await self.rows.all(context.services.database, reports, *given):
            place = Place(-row.place_key, -row.place_key)
            found[row.report_id].append((place, self.node_of(row)))
        return found


_NOTES = _List("notes", NOTES, ReportNoteConnection, ReportNote.of)
_EVIDENCE = _List("evidence", EVIDENCE, EvidenceMessageConnection, EvidenceMessage.of)


async def read_notes(
    context: Context, keys: Sequence[Asked]
) -> Sequence[ReportNoteConnection | BaseException]:
    """What was said."""
    return await _NOTES.read(context, keys)


async def read_evidence(
    context: Context, keys: Sequence[Asked]
) -> Sequence[EvidenceMessageConnection | BaseException]:
    """What was kept."""
    return await _EVIDENCE.read(context, keys)
