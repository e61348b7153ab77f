"""Batches: fields load keys one by one, and each batch is one statement."""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import Any, TypeVar

from strawberry.dataloader import DataLoader, get_current_batch

from models.db.statements import Select
from models.follows import RELATIONS, Relation
from models.inbox import BADGE, BadgeRow
from models.insights import ASKED, OwnRequests
from models.messages import MESSAGES, NEWER_MESSAGES, OLDER_MESSAGES, REQUEST_MESSAGES, MessageRow
from models.moderation import REASONS, REPORTS, FiledReason, ReportRow, WarningRow, get_warnings
from models.requests import FIRST_CONTACTS, FirstContactRow
from models.threads import THREADS, THREADS_WITH, ThreadRow
from models.users import USERS, UserRow
from models.viewer import STANDING, VIEWER_ROW, StandingRow
from resolvers.messageability import read_messageabilities
from resolvers.nodes import Name, read_nodes
from resolvers.pagination import connect, read
from resolvers.reports import Asked, read_evidence, read_notes
from rules.messageability import Messageability
from schema.types.context import Context
from schema.types.messages import Message, MessageConnection
from schema.types.node import Node
from schema.types.pagination import Page, Slice
from schema.types.reports import EvidenceMessageConnection, ReportNoteConnection
from schema.types.requests import archived_before

K = TypeVar("K")


MOST_NODES = 1024
"""Of one statement."""


R = TypeVar("R")


class _Shared(asyncio.Future[Any]):
    """A failing field cancels its neighbours, which must not cancel a read that other fields wait for."""

    def cancel(self, msg: object = None) -> bool:
        """Does nothing: the cancelled field ends when the value comes."""
        return False


class Loader(DataLoader[K, R]):
    """Fields that load the same key share one future, also with a batch made of it."""

    def load(self, key: K) -> Awaitable[R]:
        """The value of the key, read in the next batch."""
        found: Awaitable[R] | None = self.cache_map.get(key)
        if found is not None:
            return found
        future = _Shared(loop=self.loop)
        self.cache_map.set(key, future)
        get_current_batch(self).add_task(key, future)
        return future

    def know(self, key: K, value: R) -> None:
        """Another statement has read the value, so none is run for it."""
        if self.cache_map.get(key) is None:
            future = _Shared(loop=self.loop)
            future.set_result(value)
            self.cache_map.set(key, future)


class Loaders:
    """A new set for each `Context.refresh`; it reads as the context's viewer.

    A key that the viewer may not read gives no row, like a key that does not exist.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        self.nodes: Loader[Name, Node | None] = Loader(
            partial(read_nodes, context), max_batch_size=MOST_NODES
        )
        self.users: Loader[int, UserRow] = self._each(USERS, lambda row: row.id)
        self.relations: Loader[int, Relation] = self._each(RELATIONS, lambda row: row.user_id)
        self.first_contacts: Loader[int, FirstContactRow] = self._each(
            FIRST_CONTACTS, lambda row: row.sender_id
        )
        self.messageabilities: Loader[int, Messageability] = Loader(partial(read_messageabilities, context))
        self.threads: Loader[int, ThreadRow] = self._each(THREADS, lambda row: row.id)
        self.messages: Loader[int, MessageRow] = self._each(MESSAGES, lambda row: row.id)
        self.badge: Loader[int, BadgeRow] = Loader(self._badge)
        self.standing: Loader[int, StandingRow] = Loader(self._standing)
        self.asked: Loader[int, OwnRequests] = Loader(self._asked)
        self.warnings: Loader[int, list[WarningRow]] = Loader(self._warnings)
        self.reports: Loader[int, ReportRow] = self._each(REPORTS, lambda row: row.id)
        self.reasons: Loader[int, list[FiledReason]] = self._many(REASONS, lambda row: row.report_id)
        self.notes: Loader[Asked, ReportNoteConnection] = Loader(partial(read_notes, context))
        self.evidence: Loader[Asked, EvidenceMessageConnection] = Loader(partial(read_evidence, context))
        self.message_pages: Loader[tuple[int, Slice], MessageConnection] = Loader(self._page)
        self.threads_with: Loader[int, list[ThreadRow]] = self._many(THREADS_WITH, lambda row: row.peer.id)
        self.request_messages: Loader[int, list[MessageRow]] = self._many(
            REQUEST_MESSAGES, lambda row: row.thread_id
        )

    async def _badge(self, keys: list[int]) -> Sequence[BadgeRow]:
        """`keys` holds only the viewer: no other user's badge can be selected."""
        since = archived_before(self._context)
        return [(await read(self._context, BADGE, since))[0] for _ in keys]

    async def _standing(self, keys: list[int]) -> Sequence[StandingRow]:
        """`keys` holds only the viewer."""
        day = self._context.now.date()
        return [(await read(self._context, STANDING, day))[0] for _ in keys]

    async def _warnings(self, keys: list[int]) -> Sequence[list[WarningRow]]:
        """Of the viewer, as the badge."""
        return [await get_warnings(self._context.services.database, key) for key in keys]

    async def _asked(self, keys: list[int]) -> Sequence[OwnRequests]:
        """Each key is a number of rows."""
        asked = await read(self._context, ASKED, max(keys))
        return [OwnRequests.of(asked, most) for most in keys]

    def _each(self, statement: Select[R], key_of: Callable[[R], int]) -> Loader[int, R]:
        """One row for each key, which must exist: LookupError otherwise, or Unauthenticated if the viewer is gone."""

        async def load(keys: list[int]) -> Sequence[R | BaseException]:
            found = {key_of(row): row for row in await self._read(statement, keys)}
            if len(found) < len(keys):
                await read(self._context, VIEWER_ROW)
            return [found.get(key) or LookupError(key) for key in keys]

        return Loader(load)

    def _many(self, statement: Select[R], key_of: Callable[[R], int]) -> Loader[int, list[R]]:
        """Any number of rows for each key, in the statement's order."""

        async def load(keys: list[int]) -> Sequence[list[R]]:
            found: dict[int, list[R]] = defaultdict(list)
            for row in await self._read(statement, keys):
                found[key_of(row)].append(row)
            return [found[key] for key in keys]

        return Loader(load)

    async def _page(self, keys: list[tuple[int, Slice]]) -> Sequence[MessageConnection | BaseException]:
        # One that cannot be read is an error of its own field only.
        return await asyncio.gather(*(self._page_of(*key) for key in keys), return_exceptions=True)

    async def _page_of(self, thread_id: int, asked: Slice) -> MessageConnection:
        page = Page.of(self._context, f"messages:{thread_id}", asked)
        statement = NEWER_MESSAGES if page.backwards else OLDER_MESSAGES
        rows = await read(self._context, statement, thread_id, page.start.order, page.size + 1)
        return connect(page, MessageConnection, rows, Message.of)

    async def _read(self, statement: Select[R], keys: list[int]) -> list[R]:
        return await statement.all(self._context.services.database, self._context.require_viewer(), keys)
