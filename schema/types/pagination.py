"""Keyset connections: pages over one index range, whose cursors are sealed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, Self, TypeVar

import strawberry
from strawberry.relay import PageInfo

from schema.types.context import Context
from schema.types.errors import BadUserInput
from schema.types.ids import FIRST, LAST, Place, StreamPosition

T = TypeVar("T")


C = TypeVar("C", bound="Connection[Any]")


R = TypeVar("R", bound="Rows[Any]")


PAGE_SIZE = 20


LARGEST_PAGE = 100


@strawberry.type(description="A row of a page.")
class Edge(Generic[T]):
    """The cursor continues the list behind this row."""

    cursor: str = strawberry.field(description="Opaque; `after` or `before` of this list takes it.")
    node: T = strawberry.field(description="The row's thing.")


@strawberry.type(description="A page of a list of which no event tells.")
class Rows(Generic[T]):
    """The rows, and whether more follow."""

    edges: list[Edge[T]] = strawberry.field(description="The rows, each with its cursor.")
    page_info: PageInfo = strawberry.field(description="Whether more rows follow, and where.")


@strawberry.type(description="A page of a list.")
class Connection(Rows[T]):
    """One statement made it: the rows, whether more follow, and the point of the event log it stands at."""

    cursor: str = strawberry.field(description="Where to resume subscriptions from this page: their `after`.")


@dataclass(frozen=True, slots=True)
class Slice:
    """The four arguments of a connection that is read both ways, as they came."""

    first: int | None = None
    after: str | None = None
    last: int | None = None
    before: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """What one page asks of a list.

    `size` rows from `start` on, to the older or, `backwards`, to the newer.
    """

    context: Context
    list_name: str
    size: int
    start: Place
    backwards: bool
    is_continued: bool

    @classmethod
    def of(cls, context: Context, list_name: str, asked: Slice, largest: int = LARGEST_PAGE) -> Self:
        """BadUserInput for a size out of bounds, a cursor of another list or viewer, or both ways at once."""
        backwards = asked.last is not None or asked.before is not None
        if backwards and (asked.first is not None or asked.after is not None):
            raise BadUserInput("A page is read by first and after, or by last and before.")
        size, cursor = (asked.last, asked.before) if backwards else (asked.first, asked.after)
        start = _place(context, list_name, cursor) if cursor is not None else LAST if backwards else FIRST
        return cls(context, list_name, _size(size, largest), start, backwards, cursor is not None)

    def from_(self, place: Place) -> Self:
        """The same of a list from new to old that begins behind this place."""
        return replace(self, start=min(self.start, place))

    def connect(self, make: type[C], position: StreamPosition, rows: Sequence[tuple[Place, Any]]) -> C:
        """The connection of up to `size` + 1 rows in reading order.

        The one too many tells that more follow.
        """
        edges, info = self._shown(rows)
        cursor = self.context.services.sealer.seal_position(position)
        return make(edges=edges, page_info=info, cursor=cursor)

    def fill(self, make: type[R], rows: Sequence[tuple[Place, Any]]) -> R:
        """The same of a list of which no event tells."""
        edges, info = self._shown(rows)
        return make(edges=edges, page_info=info)

    def _shown(self, rows: Sequence[tuple[Place, Any]]) -> tuple[list[Edge[Any]], PageInfo]:
        shown = [Edge(cursor=self._seal(place), node=node) for place, node in rows[: self.size]]
        has_more = len(rows) > self.size
        if self.backwards:
            shown.reverse()
        return shown, PageInfo(
            has_next_page=self.is_continued if self.backwards else has_more,
            has_previous_page=has_more if self.backwards else self.is_continued,
            start_cursor=shown[0].cursor if shown else None,
            end_cursor=shown[-1].cursor if shown else None,
        )

    def _seal(self, place: Place) -> str:
        sealer = self.context.services.sealer
        return sealer.seal_place(self.list_name, self.context.require_viewer(), place)


def _place(context: Context, list_name: str, cursor: str) -> Place:
    place = context.services.sealer.open_place(list_name, context.require_viewer(), cursor)
    if place is None:
        raise BadUserInput("This cursor is not one of this list.")
    return place


def _size(asked: int | None, largest: int) -> int:
    if asked is None:
        return min(PAGE_SIZE, largest)
    if not 1 <= asked <= largest:
        raise BadUserInput(f"A page has 1 to {largest} rows.")
    return asked
