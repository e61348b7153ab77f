"""The loader of each thing that fields read by key: they load keys one by one, and each batch is one statement."""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable, Sequence
from functools import cached_property, partial
from typing import Any, TypeVar

from strawberry.dataloader import DataLoader, get_current_batch

from models.appeals import OWN_APPEALS, RESTRICTION, WARNINGS, AppealRow, RestrictionRow, WarningRow
from models.blocks import BLOCKED_AMONG, BlockedRow
from models.contact_codes import ContactCodeRow
from models.db.statements import Select
from models.follows import RELATIONS, Relation
from models.inbox import BADGE, BadgeRow
from models.insights import ASKED, OwnRequests
from models.messages import MESSAGES, REQUEST_MESSAGES, MessageRow
from models.moderation import REPORTS, ReportRow
from models.reports import REASONS, FiledReason
from models.requests import FIRST_CONTACTS, SIMILAR, FirstContactRow, SimilarRow
from models.threads import THREADS, THREADS_WITH, ThreadRow
from models.users import USERS, UserRow
from models.viewer import STANDING, VIEWER_ROW, StandingRow, ViewerRow
from resolvers.contact_codes import read_codes
from resolvers.messages import read_message_pages
from resolvers.nodes import Name, read_nodes
from resolvers.pagination import Read, read
from resolvers.people import read_messageabilities
from resolvers.reports import Asked, read_evidence, read_notes, read_own_reports
from rules.filtering.choices import HOUR
from rules.sending import Messageability
from schema.types.context import Context
from schema.types.messages import MessageConnection
from schema.types.node import Node
from schema.types.pagination import Slice
from schema.types.reports import EvidenceMessageConnection, OwnReportConnection, ReportNoteConnection
from schema.types.requests import archived_before

MOST_NODES = 1024
"""Of one statement."""

K = TypeVar("K")
R = TypeVar("R")
S = TypeVar("S", bound=Read)


class _Shared(asyncio.Future[Any]):
    """A failing field cancels its neighbours, which must not cancel a read that other fields wait for."""

    def cancel(self, msg: object = None) -> bool:
        """Does nothing: the cancelled field ends when the value comes."""
        return False


class Loader(DataLoader[K, R]):
    """Fields that load the same key share one future, also with a batch made of it.

    `known`: values that need no batch; it may grow.
    """

    def __init__(
        self,
        read: Callable[[list[K]], Awaitable[Sequence[R | BaseException]]],
        max_batch_size: int | None = None,
        known: dict[K, R] | None = None,
    ) -> None:
        super().__init__(read, max_batch_size, cache=False)
        self._futures: dict[K, asyncio.Future[R]] = {}
        self._known = {} if known is None else known

    def load(self, key: K) -> Awaitable[R]:
        """The value of the key, read in the next batch."""
        found = self._futures.get(key)
        if found is None:
            found = self._futures[key] = _Shared(loop=self.loop)
            if key in self._known:
                found.set_result(self._known[key])
            else:
                get_current_batch(self).add_task(key, found)
        return found

    def know(self, key: K, value: R) -> None:
        """Another statement has read the value, so none is run for it."""
        self._known.setdefault(key, value)


def each(
    context: Context,
    statement: Select[R],
    key_of: Callable[[R], int],
    known: dict[int, R] | None = None,
) -> Loader[int, R]:
    """One row for each key, which must exist: LookupError otherwise, or Unauthenticated if the viewer is gone."""
    return Loader(partial(_read_each, context, statement, key_of), known=known)


async def _read_each(
    context: Context, statement: Select[R], key_of: Callable[[R], int], keys: list[int]
) -> Sequence[R | BaseException]:
    found = {key_of(row): row for row in await _read(context, statement, keys)}
    if len(found) < len(keys):
        await read(context, VIEWER_ROW)
    return [found.get(key) or LookupError(key) for key in keys]


def many(context: Context, statement: Select[R], key_of: Callable[[R], int]) -> Loader[int, list[R]]:
    """Any number of rows for each key, in the statement's order."""
    return Loader(partial(_read_many, context, statement, key_of))


async def _read_many(
    context: Context, statement: Select[R], key_of: Callable[[R], int], keys: list[int]
) -> Sequence[list[R]]:
    found: dict[int, list[R]] = defaultdict(list)
    for row in await _read(context, statement, keys):
        found[key_of(row)].append(row)
    return [found[key] for key in keys]


async def _read(context: Context, statement: Select[R], keys: list[int]) -> list[R]:
    return await statement.all(context.services.database, context.require_viewer(), keys)


def own(context: Context, statement: Select[S], *args: object) -> Loader[int, S]:
    """The viewer's one row. The keys hold only the viewer: no other user's row can be selected."""
    return Loader(partial(_read_own, context, statement, args))


async def _read_own(
    context: Context, statement: Select[S], args: Sequence[object], keys: list[int]
) -> list[S]:
    return [(await read(context, statement, *args))[0] for _ in keys]


def listed(context: Context, statement: Select[R]) -> Loader[int, list[R]]:
    """The viewer's rows; the keys as of `own`."""
    return Loader(partial(_read_lists, context, statement))


async def _read_lists(context: Context, statement: Select[R], keys: list[int]) -> list[list[R]]:
    return [await statement.all(context.services.database, key) for key in keys]


async def _read_asked(context: Context, keys: list[int]) -> Sequence[OwnRequests]:
    asked = await read(context, ASKED, max(keys))
    return [OwnRequests.of(asked, most) for most in keys]


class Loaders:
    """A new set for each `Context.refresh`; it reads as the context's viewer. Each is made when it is first asked.

    A key that the viewer may not read gives no row, like a key that does not exist. No loader refers to this object.
    """

    def __init__(self, context: Context) -> None:
        self._context = context

    @cached_property
    def nodes(self) -> Loader[Name, Node | None]:
        """None for an id that names nothing for this viewer."""
        return Loader(partial(read_nodes, self._context), max_batch_size=MOST_NODES)

    @cached_property
    def users(self) -> Loader[int, UserRow]:
        """By user."""
        return each(self._context, USERS, lambda row: row.id, self._context.known.users)

    @cached_property
    def own_reports(self) -> Loader[Slice, OwnReportConnection]:
        """Pages of the viewer's own."""
        return Loader(partial(read_own_reports, self._context))

    @cached_property
    def viewers(self) -> Loader[int, ViewerRow]:
        """By the viewer."""
        return own(self._context, VIEWER_ROW)

    @cached_property
    def relations(self) -> Loader[int, Relation]:
        """Between the viewer and a user, by the user."""
        return each(self._context, RELATIONS, lambda row: row.user_id)

    @cached_property
    def blocks(self) -> Loader[int, list[BlockedRow]]:
        """By the blocked user: the viewer's block, if there is one."""
        return many(self._context, BLOCKED_AMONG, lambda row: row.user.id)

    @cached_property
    def first_contacts(self) -> Loader[int, FirstContactRow]:
        """By the sender of a request."""
        return each(self._context, FIRST_CONTACTS, lambda row: row.sender_id)

    @cached_property
    def similar(self) -> Loader[int, list[SimilarRow]]:
        """By the sender of a request: the user whom its names look like, if there is one."""
        return many(self._context, SIMILAR, lambda row: row.sender_id)

    @cached_property
    def messageabilities(self) -> Loader[int, Messageability]:
        """By user; reads the viewer's standing and relations through their loaders."""
        return Loader(partial(read_messageabilities, self._context, self.standing, self.relations))

    @cached_property
    def threads(self) -> Loader[int, ThreadRow]:
        """By thread."""
        return each(self._context, THREADS, lambda row: row.id, self._context.known.threads)

    @cached_property
    def threads_with(self) -> Loader[int, list[ThreadRow]]:
        """By peer."""
        return many(self._context, THREADS_WITH, lambda row: row.peer.id)

    @cached_property
    def messages(self) -> Loader[int, MessageRow]:
        """By message."""
        return each(self._context, MESSAGES, lambda row: row.id)

    @cached_property
    def message_pages(self) -> Loader[tuple[int, Slice], MessageConnection]:
        """By thread and what was asked of it."""
        return Loader(partial(read_message_pages, self._context))

    @cached_property
    def request_messages(self) -> Loader[int, list[MessageRow]]:
        """By thread."""
        return many(self._context, REQUEST_MESSAGES, lambda row: row.thread_id)

    @cached_property
    def badge(self) -> Loader[int, BadgeRow]:
        """By the viewer."""
        times = archived_before(self._context), self._context.now - HOUR, self._context.now
        return own(self._context, BADGE, *times)

    @cached_property
    def standing(self) -> Loader[int, StandingRow]:
        """By the viewer."""
        return own(self._context, STANDING, self._context.now.date())

    @cached_property
    def warnings(self) -> Loader[int, list[WarningRow]]:
        """By the viewer."""
        return listed(self._context, WARNINGS)

    @cached_property
    def own_appeals(self) -> Loader[int, list[AppealRow]]:
        """By the viewer."""
        return listed(self._context, OWN_APPEALS)

    @cached_property
    def restrictions(self) -> Loader[int, list[RestrictionRow]]:
        """By the viewer: the last one, if there was one."""
        return listed(self._context, RESTRICTION)

    @cached_property
    def contact_codes(self) -> Loader[int, list[ContactCodeRow]]:
        """By the viewer."""
        return Loader(partial(read_codes, self._context))

    @cached_property
    def asked(self) -> Loader[int, OwnRequests]:
        """By a number of rows."""
        return Loader(partial(_read_asked, self._context))

    @cached_property
    def reports(self) -> Loader[int, ReportRow]:
        """By report, as the next three."""
        return each(self._context, REPORTS, lambda row: row.id)

    @cached_property
    def reasons(self) -> Loader[int, list[FiledReason]]:
        """In the order of filing."""
        return many(self._context, REASONS, lambda row: row.report_id)

    @cached_property
    def notes(self) -> Loader[Asked, ReportNoteConnection]:
        """Pages of notes."""
        return Loader(partial(read_notes, self._context))

    @cached_property
    def evidence(self) -> Loader[Asked, EvidenceMessageConnection]:
        """Pages of evidence."""
        return Loader(partial(read_evidence, self._context))
