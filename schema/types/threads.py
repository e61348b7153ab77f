"""All that two users write each other, as one of them sees it, and what a user does with it."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Self

import strawberry

from models.threads import ThreadRow
from rules.policy import PENDING_LIMIT
from rules.requests import REQUEST_FOLDERS, Folder
from rules.text import PENDING_NOTICE, REQUEST_NOTICE
from schema.types.context import Info
from schema.types.costs import cost
from schema.types.enums import ThreadState
from schema.types.ids import Kind, ListCursor
from schema.types.messages import Message, MessageConnection
from schema.types.node import Node
from schema.types.pagination import Connection, Slice
from schema.types.problems import InvalidInput, NotFound, Success, UndoExpired
from schema.types.users import User

if TYPE_CHECKING:
    from schema.types.requests import Request, SentRequest

_NOTICES = {
    Folder.SENT: PENDING_NOTICE,
    Folder.REQUESTS: REQUEST_NOTICE,
    Folder.HIDDEN: REQUEST_NOTICE,
}


@strawberry.type(description="All that the viewer and a peer write each other; one thread a pair.")
class Thread(Node):
    """Made of the viewer's side alone, so that it shows what the viewer sees and nothing of the peer's doings."""

    kind = Kind.THREAD
    row: strawberry.Private[ThreadRow]

    @classmethod
    def of(cls, row: ThreadRow) -> Self:
        """The one way from a row."""
        return cls(row=row)

    @property
    def key(self) -> int:
        """The thread's."""
        return self.row.id

    @property
    def list_cursor(self) -> ListCursor:
        """In the viewer's lists."""
        return ListCursor(self.row.activity_at, self.row.id)

    @property
    def folder(self) -> Folder:
        """Only the repeated send of its sender shows a deleted one: as it would be, were it not deleted."""
        return self.row.folder or (Folder.INBOX if self.row.opened_at else Folder.SENT)

    @strawberry.field(
        description="The request to the viewer, while it waits for an answer; null at any other time."
    )
    def request(self) -> Annotated["Request", strawberry.lazy("schema.types.requests")] | None:
        """Of the row that is at hand."""
        from schema.types.requests import Request

        return Request.of(self.row) if self.row.folder in REQUEST_FOLDERS else None

    @strawberry.field(
        description="The viewer's own request, while it is not accepted; null at any other time."
    )
    def sent_request(self) -> Annotated["SentRequest", strawberry.lazy("schema.types.requests")] | None:
        """Of the row that is at hand."""
        from schema.types.requests import SentRequest

        return SentRequest.of(self.row) if self.row.folder == Folder.SENT else None

    @strawberry.field(description="The other one.")
    def peer(self) -> User:
        """Came with the row."""
        return User.of(self.row.peer)

    @strawberry.field(description="PENDING until the recipient accepts, OPEN for ever after.")
    def state(self) -> ThreadState:
        """Of the side, so that a side sees a request until it is one no more for that side."""
        return ThreadState.OPEN if self.row.opened_at else ThreadState.PENDING

    @strawberry.field(description="When it opened; null while PENDING.")
    def opened_at(self) -> datetime | None:
        """As this side is shown it: the accept, or the first message that it saw in the open thread. UTC."""
        return self.row.opened_at

    @strawberry.field(description="Whether the viewer wrote the first message that the viewer can see.")
    def started_by_me(self) -> bool:
        """Anew after a delete."""
        return self.row.started

    @strawberry.field(
        description="How many more messages the viewer can send before the recipient accepts, 0 to 3; null unless "
        "this is the viewer's own PENDING thread."
    )
    def messages_left_before_accept(self) -> int | None:
        """In the viewer's own pending thread only."""
        return PENDING_LIMIT - self.row.unaccepted if self.folder == Folder.SENT else None

    @strawberry.field(description="The text to show above a PENDING thread; null if OPEN.")
    def pending_notice(self) -> str | None:
        """One text for the sender, one for the recipient (behaviour 11)."""
        return _NOTICES.get(self.folder)

    @strawberry.field(description="Messages of the peer that the viewer has not read.")
    def unread_count(self) -> int:
        """Of those that the viewer can see."""
        return self.row.unread

    @strawberry.field(
        description="Whether the thread rings no bell: it is none of the badge's unread threads, and its events have "
        "`notify: false`."
    )
    def is_muted(self) -> bool:
        """The viewer's own switch."""
        return self.row.is_muted

    @strawberry.field(description="The newest message that the viewer can see; null after a delete.")
    def last_message(self) -> Message | None:
        """Came with the row."""
        return Message.of(self.row.last_message) if self.row.last_message else None

    @strawberry.field(
        description="The messages, newest first: older ones by first and after, newer ones by last and before.",
        metadata=cost(30),
    )
    async def messages(
        self,
        info: Info,
        first: Annotated[
            int | None,
            strawberry.argument(
                description="How many, to the older ones: 1 to 100; 20 unless given. Any other is BAD_USER_INPUT, "
                "and so are `last` or `before` beside `first` or `after`."
            ),
        ] = None,
        after: Annotated[
            str | None,
            strawberry.argument(description="An edge's cursor of this thread: go on to older ones."),
        ] = None,
        last: Annotated[
            int | None,
            strawberry.argument(
                description="How many, to the newer ones: 1 to 100; 20 unless given. Without `before`: the oldest."
            ),
        ] = None,
        before: Annotated[
            str | None,
            strawberry.argument(description="An edge's cursor of this thread: go on to newer ones."),
        ] = None,
    ) -> MessageConnection:
        """One statement a page."""
        return await info.context.loaders.message_pages.load((self.row.id, Slice(first, after, last, before)))


@strawberry.type(description="Threads, newest activity first.")
class ThreadConnection(Connection[Thread]):
    """Activity is the last message that the viewer can see, or the accept."""


@strawberry.input(
    description="Remove a request or a thread, for the viewer only. The other side sees no change."
)
class DeleteInput:
    """It comes back, with new messages only, when the other side writes again."""

    id: strawberry.ID = strawberry.field(description="A Request's, SentRequest's or Thread's id.")
    never: bool = strawberry.field(
        default=False,
        description="Of a request to the viewer: nothing that its sender still sends shall arrive, while it waits. "
        "Of anything else it is InvalidInput.",
    )


@strawberry.type(description="It is gone for the viewer.")
class DeleteSuccess(Success):
    """Can be undone for a while."""

    deleted_id: strawberry.ID = strawberry.field(description="The id that was given; `undoDelete` takes it.")
    undo_until: datetime = strawberry.field(description="Until when it can be undone, UTC.")


@strawberry.input(description="Bring back what was deleted, until its `undoUntil`, and lift never.")
class UndoDeleteInput:
    """Within `Policy.undo_window`."""

    id: strawberry.ID = strawberry.field(description="A deletedId, or the undoId of a delete in bulk.")


@strawberry.type(description="It is back, with all that came meanwhile.")
class UndoDeleteSuccess(Success):
    """In its old folder, or the inbox if it opened meanwhile."""

    count: int = strawberry.field(
        description="How many requests or threads came back: in bulk not those of users blocked or restricted since."
    )


@strawberry.input(description="Mark a thread as read up to a message; it never moves back.")
class MarkReadInput:
    """The private mark; receipts move with it where both sides want them."""

    thread_id: strawberry.ID = strawberry.field(description="A Thread's id.")
    up_to: strawberry.ID = strawberry.field(description="The id of a Message of it.")


@strawberry.type(description="The mark stands there, or further on.")
class MarkReadSuccess(Success):
    """With the count after it."""

    thread: Thread = strawberry.field(description="With its unread count.")


@strawberry.input(description="Mute a thread, or unmute it. The messages arrive all the same.")
class MuteInput:
    """The viewer's own switch."""

    thread_id: strawberry.ID = strawberry.field(description="A Thread's id.")
    muted: bool = strawberry.field(description="On or off from now on.")


@strawberry.type(description="The switch is set.")
class MuteSuccess(Success):
    """Nobody else is told."""

    thread: Thread = strawberry.field(description="With its switch.")


DeleteResult = Annotated[
    DeleteSuccess | InvalidInput | NotFound,
    strawberry.union("DeleteResult", description="What `delete` answers."),
]
UndoDeleteResult = Annotated[
    UndoDeleteSuccess | NotFound | UndoExpired,
    strawberry.union("UndoDeleteResult", description="What `undoDelete` answers."),
]
MarkReadResult = Annotated[
    MarkReadSuccess | InvalidInput | NotFound,
    strawberry.union("MarkReadResult", description="What `markRead` answers."),
]
MuteResult = Annotated[
    MuteSuccess | InvalidInput | NotFound,
    strawberry.union("MuteResult", description="What `mute` answers."),
]
