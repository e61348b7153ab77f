"""Threads as one of their two users sees them, and the mutations on a thread."""

from collections.abc import Sequence
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Annotated, ClassVar, cast

import strawberry

from models.threads import ThreadRow
from rules.policy import PENDING_LIMIT
from rules.requests import REQUEST_FOLDERS, Folder
from rules.text import PENDING_NOTICE, REQUEST_NOTICE
from schema.types.context import Info
from schema.types.directives import cost
from schema.types.ids import Kind
from schema.types.messages import After, Before, First, Last, Message, MessageConnection
from schema.types.node import FromRow, Node, shows
from schema.types.pagination import (
    INBOX_LIST,
    Connection,
    Edge,
    Slice,
    edge_of,
)
from schema.types.problems import InvalidInput, NotFound, Removing, Success, UndoExpired, result_of
from schema.types.users import User

if TYPE_CHECKING:
    from schema.types.requests import Request, SentRequest


@strawberry.enum(description="Whether a thread's two sides can write freely.")
class ThreadState(Enum):
    """As the viewer sees it."""

    PENDING = strawberry.enum_value("PENDING", description="Waits for the recipient's accept.")
    OPEN = strawberry.enum_value("OPEN", description="Accepted; it never turns back.")


LAST_ACTIVITY = "row.activity_at", "row.id"
"""The place of a thread in the viewer's lists."""

_NOTICES = {
    Folder.SENT: PENDING_NOTICE,
    Folder.REQUESTS: REQUEST_NOTICE,
    Folder.HIDDEN: REQUEST_NOTICE,
}


@strawberry.type(description="All messages between the viewer and a peer. A pair of users has one thread.")
class Thread(Node, FromRow[ThreadRow]):
    """Made of the viewer's side alone, so it cannot show what the peer did on the other side.

    `page`: the page of its messages that was read with it, and what was asked of it.
    """

    page: strawberry.Private[tuple[Slice, MessageConnection] | None] = None
    kind = Kind.THREAD
    place: ClassVar[tuple[str, str]] = LAST_ACTIVITY

    @property
    def folder(self) -> Folder:
        """A deleted thread has no folder; a repeated send still shows it, as if it were not deleted."""
        return self.row.folder or (Folder.INBOX if self.row.opened_at else Folder.SENT)

    @strawberry.field(
        description="The request to the viewer, while it waits for an answer; null at any other time."
    )
    def request(self) -> Annotated["Request", strawberry.lazy("schema.types.requests")] | None:
        from schema.types.requests import Request

        return Request.of(self.row) if self.row.folder in REQUEST_FOLDERS else None

    @strawberry.field(
        description="The viewer's own request, while it is not accepted; null at any other time."
    )
    def sent_request(self) -> Annotated["SentRequest", strawberry.lazy("schema.types.requests")] | None:
        from schema.types.requests import SentRequest

        return SentRequest.of(self.row) if self.row.folder == Folder.SENT else None

    @strawberry.field(description="The other user of the thread.", metadata=shows(User, "row.peer"))
    def peer(self) -> User:
        return User.of(self.row.peer)

    @strawberry.field(description="PENDING until the recipient accepts, then OPEN for ever.")
    def state(self) -> ThreadState:
        """Each side has its own, so a request stays PENDING for a side that was not told of its accept."""
        return ThreadState.OPEN if self.row.opened_at else ThreadState.PENDING

    @strawberry.field(description="When the thread opened, UTC; null while PENDING.")
    def opened_at(self) -> datetime | None:
        """As this side is shown it: the accept, or the first message that it saw in the open thread."""
        return self.row.opened_at

    @strawberry.field(description="Whether the viewer wrote the first message that the viewer can see.")
    def started_by_me(self) -> bool:
        """Starts again after a delete."""
        return self.row.started

    @strawberry.field(
        description="How many more messages the viewer can send before the recipient accepts, 0 to 3; null unless "
        "this is the viewer's own PENDING thread."
    )
    def messages_left_before_accept(self) -> int | None:
        """Counts what the viewer sent, delivered or not; nothing but an accept ends the cap."""
        return PENDING_LIMIT - self.row.unaccepted if self.folder == Folder.SENT else None

    @strawberry.field(description="The text to show above a PENDING thread; null if OPEN.")
    def pending_notice(self) -> str | None:
        """One text for the sender, one for the recipient (behaviour 11)."""
        return _NOTICES.get(self.folder)

    @strawberry.field(description="The number of messages of the peer that the viewer has not read.")
    def unread_count(self) -> int:
        """Sunk and deleted messages do not count."""
        return self.row.unread

    @strawberry.field(
        description="Whether the viewer marked the thread as unread. It counts as unread until the viewer reads "
        "it, replies or deletes it."
    )
    def is_marked_unread(self) -> bool:
        """Private: receipts do not move."""
        return self.row.is_marked_unread

    @strawberry.field(
        description="Whether the viewer muted the thread. Muted threads are left out of the badge, and their "
        "events have `notify: false`."
    )
    def is_muted(self, info: Info) -> bool:
        """The peer is not told."""
        return self.row.is_muted(info.context.now)

    @strawberry.field(
        description="When the mute ends by the clock, UTC, without an event; null if it has no end or the thread is "
        "not muted."
    )
    def muted_until(self, info: Info) -> datetime | None:
        """An end that is over is not shown."""
        return self.row.muted_until if self.row.is_muted(info.context.now) else None

    @strawberry.field(
        description="The newest message that the viewer can see; null after a delete.",
        metadata=shows(Message, "row.last_message"),
    )
    def last_message(self) -> Message | None:
        return Message.of(self.row.last_message) if self.row.last_message else None

    @strawberry.field(
        description="The thread as a row of `inbox`, to put it into a page that a client keeps."
    )
    def thread_edge(self, info: Info) -> Edge["Thread"]:
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


@strawberry.type(description="Threads, newest activity first.")
class ThreadConnection(Connection[Thread]):
    """A thread's activity is the last message that the viewer can see, or the accept."""


async def read_many_threads(info: Info, keys: Sequence[int]) -> list[Thread]:
    """The viewer's threads after a mutation of many, in one statement."""
    return [Thread.of(row) for row in await info.context.loaders.threads.load_many(keys)]


@strawberry.input(
    description="Remove a request or a thread for the viewer only. The other side sees no change."
)
class DeleteInput:
    """The thread comes back, with new messages only, when the other side writes again."""

    id: strawberry.ID = strawberry.field(description="A Request's, SentRequest's or Thread's id.")
    never: bool = strawberry.field(
        default=False,
        description="For a request to the viewer: further messages of its sender never arrive while the thread is"
        " pending. For any other thread, true is InvalidInput.",
    )


@strawberry.type(description="The request or thread is gone for the viewer.")
class DeleteSuccess(Removing):
    """`Policy.undo_window` says for how long it can be undone."""

    deleted_id: strawberry.ID = strawberry.field(description="The id from the input; `undoDelete` takes it.")
    undo_until: datetime = strawberry.field(description="The time until which the delete can be undone, UTC.")


@strawberry.input(
    description="Bring back deleted requests or threads until `undoUntil` of their delete; it also lifts "
    "`never`."
)
class UndoDeleteInput:
    """Later than `Policy.undo_window` after the delete, it is UndoExpired."""

    id: strawberry.ID = strawberry.field(
        description="The `deletedId` of `delete`, or the `undoId` of `deleteRequests`."
    )


@strawberry.type(
    description="The requests or threads are back, with the messages that arrived after the delete."
)
class UndoDeleteSuccess(Success):
    """Each returns to its old folder, or to the inbox if it opened after the delete."""

    thread_keys: strawberry.Private[list[int]]
    count: int = strawberry.field(
        description="How many requests or threads came back. Those of users blocked or restricted since a bulk "
        "delete do not."
    )

    @strawberry.field(
        description="The threads that came back, each with its `request` if it is one: as many as `count`.",
        metadata=cost(rows=500),
    )
    async def threads(self, info: Info) -> list[Thread]:
        return await read_many_threads(info, self.thread_keys)


@strawberry.input(description="Mute a thread, or unmute it. Its messages still arrive.")
class MuteInput:
    """It changes the viewer's side only."""

    thread_id: strawberry.ID = strawberry.field(description="A Thread's id.")
    muted: bool = strawberry.field(description="True to mute, false to unmute.")
    until: datetime | None = strawberry.field(
        default=None,
        description="When the mute ends: in the future and at most ten years ahead, else InvalidInput, as is any time "
        "to unmute. Null: it does not end by itself.",
    )


@strawberry.type(description="The thread is muted or not, as asked.")
class MuteSuccess(Success):
    """No one else is told."""

    thread: Thread = strawberry.field(description="The thread, with its new `isMuted`.")


DeleteResult = Annotated[DeleteSuccess | InvalidInput | NotFound, result_of("delete")]
UndoDeleteResult = Annotated[UndoDeleteSuccess | NotFound | UndoExpired, result_of("undoDelete")]


MuteResult = Annotated[MuteSuccess | InvalidInput | NotFound, result_of("mute")]
