"""The loader of each thing that fields read by key: they load keys one by one, and each batch is one statement."""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable, Sequence
from functools import cached_property, partial
from typing import Any, TypeVar

from strawberry.dataloader import DataLoader, get_current_batch

from models.appeals import OWN_APPEALS, RESTRICTION, WARNINGS
from models.db.statements import Select
from models.inbox import BADGE
from models.messages import MESSAGES, REQUEST_MESSAGES
from models.moderation import EVIDENCE, NOTES, REPORTS
from models.relations import BLOCKED_AMONG, RELATIONS
from models.reports import REASONS
from models.requests import ASKED, FIRST_CONTACTS, SIMILAR, OwnRequest
from models.threads import THREADS, THREADS_WITH
from models.users import USERS
from models.viewer import STANDING, VIEWER_ROW
from resolvers.contact_codes import read_codes
from resolvers.messages import read_message_pages
from resolvers.nodes import read_nodes
from resolvers.pagination import Read, read
from resolvers.people import read_messageabilities
from resolvers.reports import read_own_reports, read_rows
from rules.filtering.choices import HOUR
from rules.sending import Messageability
from schema.types.context import Context
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


def loader(
    read: Callable[[Context, list[K]], Awaitable[Sequence[R | BaseException]]],
    known: Callable[[Context], dict[K, R]] | None = None,
    most: int | None = None,
) -> "cached_property[Loader[K, R]]":
    """An attribute of Loaders, made when it is first asked for. `known`: as of Loader; `most`: keys in a batch."""

    def make(loaders: "Loaders") -> Loader[K, R]:
        context = loaders.context
        return Loader(partial(read, context), most, known(context) if known else None)

    return cached_property(make)


def each(
    statement: Select[R], key_of: Callable[[R], int], known: Callable[[Context], dict[int, R]] | None = None
) -> "cached_property[Loader[int, R]]":
    """One row for each key, which must exist: LookupError otherwise, or Unauthenticated if the viewer is gone."""

    async def read_each(context: Context, keys: list[int]) -> Sequence[R | BaseException]:
        found = {key_of(row): row for row in await _read(context, statement, keys)}
        if len(found) < len(keys):
            await read(context, VIEWER_ROW)
        return [found.get(key) or LookupError(key) for key in keys]

    return loader(read_each, known)


def many(statement: Select[R], key_of: Callable[[R], int]) -> "cached_property[Loader[int, list[R]]]":
    """Any number of rows for each key, in the statement's order."""

    async def read_many(context: Context, keys: list[int]) -> Sequence[list[R]]:
        found: dict[int, list[R]] = defaultdict(list)
        for row in await _read(context, statement, keys):
            found[key_of(row)].append(row)
        return [found[key] for key in keys]

    return loader(read_many)


async def _read(context: Context, statement: Select[R], keys: list[int]) -> list[R]:
    return await statement.all(context.services.database, context.require_viewer(), keys)


def own(
    statement: Select[S], args: Callable[[Context], Sequence[object]] = lambda _: ()
) -> "cached_property[Loader[int, S]]":
    """The viewer's one row. The keys hold only the viewer: no other user's row can be selected."""

    async def read_own(context: Context, keys: list[int]) -> list[S]:
        return [(await read(context, statement, *args(context)))[0] for _ in keys]

    return loader(read_own)


def listed(statement: Select[R]) -> "cached_property[Loader[int, list[R]]]":
    """The viewer's rows; the keys as of `own`."""

    async def read_lists(context: Context, keys: list[int]) -> list[list[R]]:
        return [await statement.all(context.services.database, key) for key in keys]

    return loader(read_lists)


async def _read_asked(context: Context, keys: list[int]) -> Sequence[list[OwnRequest]]:
    found = await read(context, ASKED, max(keys))
    return [list(found[:most]) for most in keys]


class Loaders:
    """A new set for each `Context.refresh`; it reads as the context's viewer.

    A key that the viewer may not read gives no row, like a key that does not exist. No loader refers to this object.
    """

    def __init__(self, context: Context) -> None:
        self.context = context

    nodes = loader(read_nodes, most=MOST_NODES)
    """By kind and key. None for an id that names nothing for this viewer."""

    users = each(USERS, lambda row: row.id, lambda context: context.known.users)

    relations = each(RELATIONS, lambda row: row.user_id)
    """Between the viewer and a user, by the user."""

    blocks = many(BLOCKED_AMONG, lambda row: row.user.id)
    """By the blocked user: the viewer's block, if there is one."""

    first_contacts = each(FIRST_CONTACTS, lambda row: row.sender_id)
    """By the sender of a request."""

    similar = many(SIMILAR, lambda row: row.sender_id)
    """By the sender of a request: the user whom its names look like, if there is one."""

    threads = each(THREADS, lambda row: row.id, lambda context: context.known.threads)

    threads_with = many(THREADS_WITH, lambda row: row.peer.id)
    """By peer."""

    messages = each(MESSAGES, lambda row: row.id)

    message_pages = loader(read_message_pages)
    """By thread and what was asked of it."""

    request_messages = many(REQUEST_MESSAGES, lambda row: row.thread_id)
    """By thread."""

    viewers = own(VIEWER_ROW)

    badge = own(BADGE, lambda context: (archived_before(context), context.now - HOUR, context.now))

    standing = own(STANDING, lambda context: (context.now.date(),))

    warnings = listed(WARNINGS)

    own_appeals = listed(OWN_APPEALS)

    restrictions = listed(RESTRICTION)
    """The last one, if there was one."""

    contact_codes = loader(read_codes)
    """By the viewer."""

    own_reports = loader(read_own_reports)
    """Pages of the viewer's own."""

    asked = loader(_read_asked)
    """By a number of rows."""

    reports = each(REPORTS, lambda row: row.id)

    reasons = many(REASONS, lambda row: row.report_id)
    """By report, in the order of filing."""

    notes = loader(partial(read_rows, NOTES))
    """By report, and the place and size of a page."""

    evidence = loader(partial(read_rows, EVIDENCE))
    """As notes."""

    @cached_property
    def messageabilities(self) -> Loader[int, Messageability]:
        """By user; reads the viewer's standing and relations through their loaders."""
        return Loader(partial(read_messageabilities, self.context, self.standing, self.relations))
