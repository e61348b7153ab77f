"""How far the viewer has read, and the mutations that move the marks."""

from typing import Annotated

import strawberry

from schema.types.context import Info
from schema.types.directives import cost
from schema.types.problems import InvalidInput, NotFound, Success, result_of
from schema.types.scalars import SealedEventCursor
from schema.types.threads import Thread, read_many_threads


@strawberry.input(description="Mark a thread as read up to a message. The mark never moves back.")
class MarkReadInput:
    """This is the private mark; receipts follow it only while both sides want them."""

    thread_id: strawberry.ID = strawberry.field(description="A Thread's id.")
    up_to: strawberry.ID = strawberry.field(description="The id of a Message in this thread.")


@strawberry.type(description="The viewer's read mark is at this message or at a later one.")
class MarkReadSuccess(Success):
    """An earlier message than the mark is a success that changes nothing."""

    thread: Thread = strawberry.field(description="The thread, with its new `unreadCount`.")


@strawberry.input(description="Mark an open thread as unread, to come back to it. The peer is not told.")
class MarkUnreadInput:
    """A pending thread is NotFound: it does not count as unread."""

    thread_id: strawberry.ID = strawberry.field(description="A Thread's id.")


@strawberry.type(description="The thread counts as unread.")
class MarkUnreadSuccess(Success):
    """Read marks and receipts stay where they are."""

    thread: Thread = strawberry.field(description="The thread, with `isMarkedUnread` true.")


@strawberry.input(description="Mark threads as read, each as `markRead` does.")
class MarkThreadsReadInput:
    """All unread threads of the inbox, muted ones too."""

    up_to: SealedEventCursor = strawberry.field(
        description="The `eventCursor` of the page that the viewer looked at. Messages that came after it stay "
        "unread, and so do threads marked unread after it. A cursor of another user or epoch, ahead of the log, "
        "or too old to resume from is InvalidInput."
    )


@strawberry.type(description="These threads are read up to the cursor.")
class MarkThreadsReadSuccess(Success):
    """Repeat the call while `remaining` is above 0."""

    count: int = strawberry.field(
        description="How many were marked, 0 to 500: those with the newest activity."
    )
    remaining: int = strawberry.field(description="How many more the same call would mark now.")
    thread_keys: strawberry.Private[list[int]]

    @strawberry.field(
        description="The threads that were marked, with their new `unreadCount`: as many as `count`.",
        metadata=cost(rows=500),
    )
    async def threads(self, info: Info) -> list[Thread]:
        return await read_many_threads(info, self.thread_keys)


MarkUnreadResult = Annotated[MarkUnreadSuccess | InvalidInput | NotFound, result_of("markUnread")]
MarkThreadsReadResult = Annotated[MarkThreadsReadSuccess | InvalidInput, result_of("markThreadsRead")]
MarkReadResult = Annotated[MarkReadSuccess | InvalidInput | NotFound, result_of("markRead")]
