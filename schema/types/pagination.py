"""Keyset connections: pages over one index range, whose cursors are sealed."""

from collections.abc import Sequence
from typing import Annotated, Any, Generic, Self, TypeAlias, TypeVar

import strawberry
from msgspec import Struct
from msgspec.structs import replace
from strawberry.relay import PageInfo

from execution import Columns, reader_of
from models.event_log import EventCursor
from schema.types.context import Context, event_cursor_field
from schema.types.directives import Constraint
from schema.types.errors import BadUserInput
from schema.types.ids import FIRST, LAST, ListCursor, Places
from schema.types.node import FromRow

T = TypeVar("T")
C = TypeVar("C", bound="Connection[Any]")
R = TypeVar("R", bound="Rows[Any]")

INBOX_LIST, SENT_REQUESTS, REPORTS, BLOCKED_USERS = "inbox", "sentRequests", "reports", "blockedUsers"
"""Names of lists, to which their cursors are bound."""


def requests_in(folder: str, order: str = "NEWEST") -> str:
    """The list of the requests in a folder; each order is a list of its own, a filter is not."""
    return f"requests:{folder}" if order == "NEWEST" else f"requests:{folder}:{order}"


def messages_of(thread_id: int) -> str:
    """The list of a thread's messages."""
    return f"messages:{thread_id}"


PAGE_SIZE = 20
LARGEST_PAGE = 100
PAGE_BOUNDS = Constraint(min=1, max=LARGEST_PAGE)

First = Annotated[
    int | None,
    strawberry.argument(
        description=f"How many rows: 1 to {LARGEST_PAGE}; {PAGE_SIZE} unless given. Any other number is "
        "BAD_USER_INPUT.",
        directives=[PAGE_BOUNDS],
    ),
]
After = Annotated[
    str | None,
    strawberry.argument(
        description="An edge's cursor from this list: the page starts after it. Any other value is "
        "BAD_USER_INPUT."
    ),
]


@strawberry.type(description="A row of a page.")
class Edge(Generic[T]):
    """The cursor names this row's place; `after` reads on past it."""

    cursor: str = strawberry.field(
        description="An opaque place in this list; `after` or `before` of the same list takes it."
    )
    node: T = strawberry.field(description="The item of the row.")


@strawberry.type
class Rows(Generic[T]):
    """A page of a list that no event updates."""

    edges: list[Edge[T]] = strawberry.field(description="The rows, each with its cursor.")
    page_info: PageInfo = strawberry.field(
        description="Whether more rows follow on either side, and the cursors of the first and last row."
    )


@strawberry.type(description="A page of a list.")
class Connection(Rows[T]):
    """One statement reads the rows, whether more follow, and the event cursor."""

    event_cursor: strawberry.Private[EventCursor]

    sealed_event_cursor = event_cursor_field(
        "The place in the viewer's event log at which this page was read. Give it as `after` of a "
        "subscription to get everything that comes later."
    )


class Edges(Columns[Edge[Any]]):
    """The rows of a page."""

    type = Edge

    def __init__(self, cursors: Sequence[str], nodes: Sequence[Any]) -> None:
        self.cursors = cursors
        self.nodes = nodes

    def column(self, name: str) -> Sequence[Any]:
        """As the fields of an Edge are called."""
        return self.cursors if name == "cursor" else self.nodes

    def make(self) -> list[Edge[Any]]:
        """In the order of the page."""
        return [Edge(cursor=cursor, node=node) for cursor, node in zip(self.cursors, self.nodes, strict=True)]

    def __len__(self) -> int:
        return len(self.cursors)


def places_of(cls: type[FromRow[Any]], nodes: Sequence[Any]) -> Places:
    """The places of nodes of one class."""
    order, key = cls.listed_by
    return Places(reader_of(order)(nodes), reader_of(key)(nodes))


def edge_of(
    context: Context, list_name: str, node: FromRow[Any], place: ListCursor | None = None
) -> Edge[Any]:
    """The row of the viewer's list that this node is, to put it into a page that a client keeps.

    `place`: of a node that does not know it.
    """
    places = Places.of([place]) if place else places_of(type(node), [node])
    [cursor] = context.services.sealer.seal_list_cursors(list_name, context.require_viewer(), places)
    return Edge(cursor=cursor, node=node)


class Slice(Struct, frozen=True, gc=False):
    """The four arguments of a connection that is read both ways, as the client gave them."""

    first: int | None = None
    after: str | None = None
    last: int | None = None
    before: str | None = None


Cut: TypeAlias = tuple[Sequence[T], bool]
"""The rows of a page in the order of its list, and whether more follow in reading order."""


class Page(Struct, frozen=True):
    """One page of a list: `size` rows from `start` on, towards older or, if `backwards`, newer ones."""

    context: Context
    viewer: int
    list_name: str
    size: int
    start: ListCursor
    backwards: bool
    is_continued: bool

    @classmethod
    def of(cls, context: Context, list_name: str, asked: Slice, largest: int = LARGEST_PAGE) -> Self:
        """BadUserInput for a size out of bounds, a cursor of another list or viewer, or both ways at once.

        Unauthenticated without a viewer.
        """
        viewer = context.require_viewer()
        backwards = asked.last is not None or asked.before is not None
        if backwards and (asked.first is not None or asked.after is not None):
            raise BadUserInput("A page is read by first and after, or by last and before.")
        size, cursor = (asked.last, asked.before) if backwards else (asked.first, asked.after)
        start = (
            _opened(context, viewer, list_name, cursor)
            if cursor is not None
            else LAST
            if backwards
            else FIRST
        )
        return cls(context, viewer, list_name, _size(size, largest), start, backwards, cursor is not None)

    def from_(self, first: ListCursor) -> Self:
        """For a list from new to old: the same page, starting no earlier in the list than `first`."""
        return replace(self, start=min(self.start, first))

    def cut(self, found: Sequence[T]) -> Cut[T]:
        """The rows that are shown, of up to `size` + 1 in reading order; the extra one tells that more follow."""
        has_more = len(found) > self.size
        if self.backwards:
            return found[self.size - 1 :: -1], has_more
        return found[: self.size] if has_more else found, has_more

    def connect(
        self, make: type[C], cursor: EventCursor, nodes: Sequence[Any], places: Places, more: bool
    ) -> C:
        """The connection of nodes that were cut, and of their places."""
        return self._made(make, nodes, places, more, event_cursor=cursor)

    def fill(self, make: type[R], node: type[FromRow[Any]], found: Sequence[Any]) -> R:
        """The page of rows from old to new, whose places are negative; without an event cursor."""
        rows, has_more = self.cut(found)
        keys = [-row.place_key for row in rows]
        return self._made(make, node.all_of(rows), Places(keys, keys), has_more)

    def _made(
        self, make: type[R], nodes: Sequence[Any], places: Places, more: bool, **beside: EventCursor
    ) -> R:
        cursors = self.context.services.sealer.seal_list_cursors(self.list_name, self.viewer, places)
        info = PageInfo(
            has_next_page=self.is_continued if self.backwards else more,
            has_previous_page=more if self.backwards else self.is_continued,
            start_cursor=cursors[0] if cursors else None,
            end_cursor=cursors[-1] if cursors else None,
        )
        edges: Any = Edges(cursors, nodes)
        return make(edges=edges, page_info=info, **beside)


def _opened(context: Context, viewer: int, list_name: str, sealed: str) -> ListCursor:
    cursor = context.services.sealer.open_list_cursor(list_name, viewer, sealed)
    if cursor is None:
        raise BadUserInput("This cursor is not from this list.")
    return cursor


def _size(asked: int | None, largest: int) -> int:
    if asked is None:
        return min(PAGE_SIZE, largest)
    if not 1 <= asked <= largest:
        raise BadUserInput(f"A page has 1 to {largest} rows.")
    return asked
