"""The loader of each thing that fields read by key."""

from collections.abc import Sequence
from functools import cached_property, partial
from typing import TypeVar

from models.appeals import OWN_APPEALS, RESTRICTION, WARNINGS, AppealRow, RestrictionRow, WarningRow
from models.blocks import BLOCKED_AMONG, BlockedRow
from models.contact_codes import ContactCodeRow
from models.db.statements import Select
from models.follows import RELATIONS, Relation
from models.inbox import BADGE, BadgeRow
from models.insights import ASKED, OwnRequests
from models.looks import SIMILAR, SimilarRow
from models.messages import MESSAGES, REQUEST_MESSAGES, MessageRow
from models.moderation import REASONS, REPORTS, FiledReason, ReportRow
from models.requests import FIRST_CONTACTS, FirstContactRow
from models.threads import THREADS, THREADS_WITH, ThreadRow
from models.users import USERS, UserRow
from models.viewer import STANDING, VIEWER_ROW, StandingRow, ViewerRow
from resolvers.batches import Loader, each, many
from resolvers.contact_codes import read_codes
from resolvers.messages import read_message_pages
from resolvers.nodes import Name, read_nodes
from resolvers.pagination import read
from resolvers.people import read_messageabilities
from resolvers.reports import Asked, read_evidence, read_notes, read_own_reports
from rules.filtering.choices import HOUR
from rules.sending import Messageability
from schema.types.context import Context
from schema.types.messages import MessageConnection
from schema.types.node import Node
from schema.types.own_reports import OwnReportConnection
from schema.types.pagination import Slice
from schema.types.reports import EvidenceMessageConnection, ReportNoteConnection
from schema.types.requests import archived_before

MOST_NODES = 1024
"""Of one statement."""

R = TypeVar("R")


class Loaders:
    """A new set for each `Context.refresh`; it reads as the context's viewer. Each is made when it is first asked.

    A key that the viewer may not read gives no row, like a key that does not exist. No loader refers to this object.
    """

    def __init__(self, context: Context) -> None:
        self._context = context

    @cached_property
    def nodes(self) -> Loader[Name, Node | None]:
        """None for an id that names nothing for this viewer."""
        return Loader(partial(read_nodes, self._context, self.users), max_batch_size=MOST_NODES)

    @cached_property
    def users(self) -> Loader[int, UserRow]:
        """By user."""
        users = each(self._context, USERS, lambda row: row.id)
        for row in self._context.known:
            if isinstance(row, UserRow):
                users.know(row.id, row)
        return users

    @cached_property
    def own_reports(self) -> Loader[Slice, OwnReportConnection]:
        """Pages of the viewer's own."""
        return Loader(partial(read_own_reports, self._context))

    @cached_property
    def viewers(self) -> Loader[int, ViewerRow]:
        """By the viewer."""
        return Loader(partial(_read_viewer, self._context))

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
        threads = each(self._context, THREADS, lambda row: row.id)
        for row in self._context.known:
            if isinstance(row, ThreadRow):
                threads.know(row.id, row)
        return threads

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
        return Loader(partial(_read_badge, self._context))

    @cached_property
    def standing(self) -> Loader[int, StandingRow]:
        """By the viewer."""
        return Loader(partial(_read_standing, self._context))

    @cached_property
    def warnings(self) -> Loader[int, list[WarningRow]]:
        """By the viewer."""
        return Loader(partial(_read_lists, self._context, WARNINGS))

    @cached_property
    def own_appeals(self) -> Loader[int, list[AppealRow]]:
        """By the viewer."""
        return Loader(partial(_read_lists, self._context, OWN_APPEALS))

    @cached_property
    def restrictions(self) -> Loader[int, RestrictionRow | None]:
        """By the viewer."""
        return Loader(partial(_read_restrictions, self._context))

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


async def _read_viewer(context: Context, keys: list[int]) -> Sequence[ViewerRow]:
    """`keys` holds only the viewer."""
    return [(await read(context, VIEWER_ROW))[0] for _ in keys]


async def _read_badge(context: Context, keys: list[int]) -> Sequence[BadgeRow]:
    """`keys` holds only the viewer: no other user's badge can be selected."""
    times = archived_before(context), context.now - HOUR, context.now
    return [(await read(context, BADGE, *times))[0] for _ in keys]


async def _read_standing(context: Context, keys: list[int]) -> Sequence[StandingRow]:
    """`keys` holds only the viewer."""
    day = context.now.date()
    return [(await read(context, STANDING, day))[0] for _ in keys]


async def _read_lists(context: Context, statement: Select[R], keys: list[int]) -> Sequence[list[R]]:
    """Of the viewer, as the badge."""
    return [await statement.all(context.services.database, key) for key in keys]


async def _read_restrictions(context: Context, keys: list[int]) -> Sequence[RestrictionRow | None]:
    """Of the viewer, as the badge."""
    return [await RESTRICTION.first(context.services.database, key) for key in keys]


async def _read_asked(context: Context, keys: list[int]) -> Sequence[OwnRequests]:
    asked = await read(context, ASKED, max(keys))
    return [OwnRequests.of(asked, most) for most in keys]
