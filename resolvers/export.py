"""The viewer's own data, page by page through all kinds."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from models import export as kinds
from models.sql import Select
from models.viewer import VIEWER_ROW
from resolvers import export_shapes as shapes
from resolvers.reading import After, First, position_of, read
from schema.types.connection import Page, Slice
from schema.types.context import Context, Info
from schema.types.export import ExportConnection, ExportItem
from schema.types.ids import FIRST, Place

R = TypeVar("R")
_ROOM = 2**56
"""More than the order of any row: a place's order tells the kind above it."""


@dataclass(frozen=True, slots=True)
class Part(Generic[R]):
    """One kind; `place_of`: the two columns of its order."""

    kind: str
    rows: Select[R]
    place_of: Callable[[R], tuple[int, int]]
    shape: Callable[[R, Context], shapes.Json]

    async def read(self, page: Page, rank: int, most: int) -> list[tuple[Place, ExportItem]]:
        """From the page's start on, if it is in or before this kind."""
        context, (started, order) = page.context, divmod(page.start.order, _ROOM)
        start = (order, page.start.key) if started == rank else (FIRST.order, FIRST.key)
        rows = await self.rows.all(context.services.database, context.require_viewer(), *start, most)
        return [(self._place(row, rank), ExportItem.of(self.kind, self.shape(row, context))) for row in rows]

    def _place(self, row: R, rank: int) -> Place:
        order, key = self.place_of(row)
        return Place(rank * _ROOM + order, key)


PARTS: tuple[Part[Any], ...] = (
    Part("profile", kinds.PROFILE, lambda row: (row.user.id, row.user.id), shapes.profile),
    Part("settings", kinds.SETTINGS, lambda row: (row.user_id, row.user_id), shapes.settings),
    Part("standing", kinds.STANDING, lambda row: (row.user_id, row.user_id), shapes.standing),
    Part("warning", kinds.WARNED, lambda row: (row.id, row.id), shapes.warning),
    Part("follow", kinds.FOLLOWED, lambda row: (row.user.id, row.user.id), shapes.since),
    Part("follower", kinds.FOLLOWERS, lambda row: (row.user.id, row.user.id), shapes.since),
    Part("block", kinds.BLOCKED, lambda row: (row.user.id, row.user.id), shapes.since),
    Part("thread", kinds.THREADS, lambda row: (row.peer.id, row.peer.id), shapes.thread),
    Part("sentRequest", kinds.SENT_REQUESTS, lambda row: (row.peer.id, row.peer.id), shapes.sent_request),
    Part("request", kinds.REQUESTS, lambda row: (row.peer.id, row.peer.id), shapes.request),
    Part("message", kinds.MESSAGES, lambda row: (row.peer_id, row.message.seq), shapes.message),
    Part("report", kinds.FILED, lambda row: (row.report_id, row.id), shapes.report),
)
"""In the order of the export."""


async def export_my_data(info: Info, first: First = None, after: After = None) -> ExportConnection | None:
    """A statement for each kind of which the page has something."""
    page = Page.of(info.context, "exportMyData", Slice(first, after))
    viewer = await read(info.context, VIEWER_ROW)
    return page.connect(ExportConnection, position_of(info.context, viewer), await _rows(page))


async def _rows(page: Page) -> list[tuple[Place, ExportItem]]:
    found: list[tuple[Place, ExportItem]] = []
    for number, part in enumerate(PARTS):
        rank, most = len(PARTS) - number, page.size + 1 - len(found)
        if most and rank <= page.start.order // _ROOM:
            found += await part.read(page, rank, most)
    return found
