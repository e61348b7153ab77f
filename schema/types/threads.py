"""Threads as one of their two users sees them, and the mutations on a thread."""

from collections.abc import Sequence
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Annotated, cast

import strawberry

from models.threads import ThreadRow
from rules.policy import PENDING_LIMIT
from rules.requests import REQUEST_FOLDERS, Folder
from rules.text import PENDING_NOTICE, REQUEST_NOTICE
from schema.types.context import Info
from schema.types.directives import cost
from schema.types.ids import Kind
from schema.types.messages import After, Before, First, Last, Message, MessageConnection
from schema.types.node import FromRow, Node, from_row
from schema.types.pagination import INBOX_LIST, Connection, Edge, Slice, edge_of
from schema.types.problems import InvalidInput, NotFound, Removing, Success, UndoExpired, result_of
from schema.types.users import User

if TYPE_CHECKING:
    from schema.types.requests import Request, SentRequest


@strawberry.enum
class ThreadState(Enum):
    """Whether a thread's two sides can write freely."""

    PENDING = strawberry.enum_value("PENDING", description="Waits for the recipient's accept.")
    OPEN = strawberry.enum_value("OPEN", description="Accepted; it never turns back.")


LAST_ACTIVITY = "row.activity_at", "row.id"
"""The place of a thread in the viewer's lists."""

_NOTICES = {Folder.SENT: PENDING_NOTICE, Folder.REQUESTS: REQUEST_NOTICE, Folder.HIDDEN: REQUEST_NOTICE}


@strawberry.type(description="All messages between the viewer and a peer. A pair of users has one thread.")
class Thread(Node, FromRow[ThreadRow]):
    """Made of the viewer's side alone, so it cannot show what the peer did on the other side.

    `page`: the page of its messages that was read with it, and what was asked of it.
    """

    page: strawberry.Private[tuple[Slice, MessageConnection] | None] = None
    kind = Kind.THREAD
    listed_by = LAST_ACTIVITY

    @property
    def folder(self) -> Folder:
        """A deleted thread has no folder; a repeated send still shows it, as if it were not deleted."""
        return self.row.folder or (Folder.INBOX if self.row.opened_at else Folder.SENT)

    @strawberry.field
    def request(self) -> Annotated["Request", strawberry.lazy("schema.types.requests")] | None:
        """The request to the viewer, while it waits for an answer; null at any other time."""
        from schema.types.requests import Request

        return Request.of(self.row) if self.row.folder in REQUEST_FOLDERS else None

    @strawberry.field
    def sent_request(self) -> Annotated["SentRequest", strawberry.lazy("schema.types.requests")] | None:
        """The viewer's own request, while it is not accepted; null at any other time."""
        from schema.types.requests import SentRequest

        return SentRequest.of(self.row) if self.row.folder == Folder.SENT else None

    peer: User = from_row("The other user of the thread.", of=User)

    @strawberry.field(description="PENDING until the recipient accepts, then OPEN for ever.")
    def state(self) -> ThreadState:
        """Each side has its own, so a request stays PENDING for a side that was not told of its accept."""
        return ThreadState.OPEN if self.row.opened_at else ThreadState.PENDING

    opened_at: datetime | None = from_row("When the thread opened, UTC; null while PENDING.")
    started_by_me: bool = from_row(
        "Whether the viewer wrote the first message that the viewer can see.", name="started"
    )

    @strawberry.field(
        description="How many more messages the viewer can send before the recipient accepts, 0 to 3; null unless "
        "this is the viewer's own PENDING thread."
    )
    def messages_left_before_accept(self) -> int | None:
        """Counts what the viewer sent, delivered or not; nothing but an accept ends the cap."""
        return PENDING_LIMIT - self.row.unaccepted if self.folder == Folder.SENT else None

    @strawberry.field
    def pending_notice(self) -> str | None:
        """The text to show above a PENDING thread; null if OPEN."""
        return _NOTICES.get(self.folder)

    unread_count: int = from_row(
        "The number of messages of the peer that the viewer has not read.", name="unread"
    )
    is_marked_unread: bool = from_row(
        "Whether the viewer marked the thread as unread. It counts as unread until the viewer reads it, replies or "
        "deletes it."
    )

    @strawberry.field
    def is_muted(self, info: Info) -> bool:
        """Whether the viewer muted the thread. Muted threads are left out of the badge, and their events have
        `notify: false`."""
        return self.row.is_muted(info.context.now)

    @strawberry.field
    def muted_until(self, info: Info) -> datetime | None:
        """When the mute ends by the clock, UTC, without an event; null if it has no end or the thread is not muted."""
        return self.row.muted_until if self.row.is_muted(info.context.now) else None

    last_message: Message | None = from_row(
        "The newest message that the viewer can see; null after a delete.", of=Message
    )

    @strawberry.field
    def thread_edge(self, info: Info) -> Edge["Thread"]:
        """The thread as a row of `inbox`, to put it into a page that a client keeps."""
        return edge_of(info.context, INBOX_LIST, self)

    @strawberry.field(
        description="The messages, newest first. `first` and `after` read towards older ones, `last` and `before`"
        " towards newer ones.",
        metadata=cost(33),
    )
    def messages(
        self, info: Info, first: First = None, after: After = None, last: Last = None, before: Before = None
    ) -> MessageConnection:
        """One statement a page, or none if it was read with its thread. An awaitable where it must be read."""
        asked = Slice(first, after, last, before)
        if self.page and self.page[0] == asked:
            return self.page[1]
        return cast(MessageConnection, info.context.loaders.message_pages.load((self.row.id, asked)))


@strawberry.type
class ThreadConnection(Connection[Thread]):
    """Threads, newest activity first."""


async def read_many_threads(info: Info, keys: Sequence[int]) -> list[Thread]:
    """The viewer's threads after a mutation of many, in one statement."""
    return [Thread.of(row) for row in await info.context.loaders.threads.load_many(keys)]


@strawberry.input
class DeleteInput:
    """Remove a request or a thread for the viewer only. The other side sees no change."""

    id: strawberry.ID = strawberry.field(description="A Request's, SentRequest's or Thread's id.")
    never: bool = strawberry.field(
        default=False,
        description="For a request to the viewer: further messages of its sender never arrive while the thread is"
        " pending. For any other thread, true is InvalidInput.",
    )


@strawberry.type
class DeleteSuccess(Removing):
    """The request or thread is gone for the viewer."""

    deleted_id: strawberry.ID = strawberry.field(description="The id from the input; `undoDelete` takes it.")
    undo_until: datetime = strawberry.field(description="The time until which the delete can be undone, UTC.")


@strawberry.input
class UndoDeleteInput:
    """Bring back deleted requests or threads until `undoUntil` of their delete; it also lifts `never`."""

    id: strawberry.ID = strawberry.field(
        description="The `deletedId` of `delete`, or the `undoId` of `deleteRequests`."
    )


@strawberry.type
class UndoDeleteSuccess(Success):
    """The requests or threads are back, with the messages that arrived after the delete."""

    thread_keys: strawberry.Private[list[int]]
    count: int = strawberry.field(
        description="How many requests or threads came back. Those of users blocked or restricted since a bulk "
        "delete do not."
    )

    @strawberry.field(metadata=cost(rows=500))
    async def threads(self, info: Info) -> list[Thread]:
        """The threads that came back, each with its `request` if it is one: as many as `count`."""
        return await read_many_threads(info, self.thread_keys)


@strawberry.input
class MuteInput:
    """Mute a thread, or unmute it. Its messages still arrive."""

    thread_id: strawberry.ID = strawberry.field(description="A Thread's id.")
    muted: bool = strawberry.field(description="True to mute, false to unmute.")
    until: datetime | None = strawberry.field(
        default=None,
        description="When the mute ends: in the future and at most ten years ahead, else InvalidInput, as is any time "
        "to unmute. Null: it does not end by itself.",
    )


@strawberry.type
class MuteSuccess(Success):
    """The thread is muted or not, as asked."""

    thread: Thread = strawberry.field(description="The thread, with its new `isMuted`.")


DeleteResult = Annotated[DeleteSuccess | InvalidInput | NotFound, result_of("delete")]
UndoDeleteResult = Annotated[UndoDeleteSuccess | NotFound | UndoExpired, result_of("undoDelete")]


MuteResult = Annotated[MuteSuccess | InvalidInput | NotFound, result_of("mute")]
