"""Shared by all queries: the viewer's own row, pages of lists, search by name."""

from collections.abc import Awaitable, Sequence
from typing import Any, Protocol, TypeVar

from models.db.statements import Select
from models.event_log import EventCursor
from models.scope import Beside, rows_in
from models.threads import ThreadRow
from rules.search import LONGEST_SEARCH, fold_name
from rules.text import is_storable
from schema.types.context import Context
from schema.types.directives import Constraint
from schema.types.errors import BadUserInput, Unauthenticated
from schema.types.node import FromRow
from schema.types.pagination import Connection, Page, places_of

SEARCH_BOUNDS = Constraint(max_length=LONGEST_SEARCH)


class Read(Protocol):
    """A row of a statement that starts from the viewer's own row."""

    @property
    def epoch(self) -> int:
        """The epoch of the viewer's log."""
        ...

    @property
    def last_seq(self) -> int:
        """The end of the viewer's log when the row was read."""
        ...


C = TypeVar("C", bound=Connection[Any])
R = TypeVar("R", bound=Read)
T = TypeVar("T")


async def read(context: Context, statement: Select[R], *args: object) -> Sequence[R]:
    """At least one row. No row means that the viewer is not active: Unauthenticated."""
    rows = await statement.all(context.services.database, context.require_viewer(), *args)
    if not rows:
        raise Unauthenticated
    return rows


async def read_one(context: Context, statement: Select[Beside[T]], *args: object) -> T | None:
    """None for a thing that does not exist and for one that the viewer cannot see."""
    return (await read(context, statement, *args))[0].row


def event_cursor_of(context: Context, rows: Sequence[Read]) -> EventCursor:
    """The end of the viewer's log when the rows were read."""
    return EventCursor(context.require_viewer(), rows[0].epoch, rows[0].last_seq)


async def read_page(
    page: Page, statement: Select[Beside[T]], make: type[C], node: type[FromRow[Any]], *args: object
) -> C:
    """A page of a list, in one statement: `args` are its arguments after the viewer.

    The nodes are made of its rows, as far as a row is needed.
    """
    context = page.context
    found = await statement.found(context.services.database, page.viewer, *args)
    if not found:
        raise Unauthenticated
    # They are cut before they are columns: a slice of each column costs more than the columns.
    shown, has_more = page.cut(found)
    table = statement.table(shown)
    end = table.column("epoch")[0], table.column("last_seq")[0]
    return connect(page, make, node, end, rows_in(table), has_more)


def connect(
    page: Page,
    make: type[C],
    node: type[FromRow[Any]],
    end: tuple[int, int],
    rows: Sequence[Any],
    has_more: bool,
) -> C:
    """The page of rows that were cut. `end`: the epoch and the last event of the viewer's log when they were read."""
    nodes = node.all_of(rows)
    cursor = EventCursor(page.viewer, *end)
    return page.connect(make, cursor, nodes, places_of(node, nodes), has_more)


def read_threads(
    statement: Select[Beside[ThreadRow]], page: Page, make: type[C], node: type[FromRow[Any]], *args: object
) -> Awaitable[C]:
    """A page of one of the viewer's lists; `args` are its arguments beyond the page."""
    return read_page(page, statement, make, node, *page.start[:2], page.size + 1, *args)


def folded(search: str | None) -> str:
    """The form in which names are compared; "" for no search. BadUserInput for a text that cannot be searched for."""
    search = search or ""
    if len(search) > LONGEST_SEARCH:
        raise BadUserInput(f"A search has up to {LONGEST_SEARCH} characters.")
    if not is_storable(search):
        raise BadUserInput("A search has neither NUL nor half of a surrogate pair.")
    return fold_name(search)
