"""How far the viewer has read, and the mutations that move the marks."""

from typing import Annotated

import strawberry

from schema.types.context import Info
from schema.types.directives import cost
from schema.types.problems import InvalidInput, NotFound, Success, result_of
from schema.types.scalars import SealedEventCursor
from schema.types.threads import Thread, read_many_threads


@strawberry.input
class MarkReadInput:
    """Mark a thread as read up to a message. The mark never moves back."""

    thread_id: strawberry.ID = strawberry.field(description="A Thread's id.")
    up_to: strawberry.ID = strawberry.field(description="The id of a Message in this thread.")


@strawberry.type
class MarkReadSuccess(Success):
    """The viewer's read mark is at this message or at a later one."""

    thread: Thread = strawberry.field(description="The thread, with its new `unreadCount`.")


@strawberry.input
class MarkUnreadInput:
    """Mark an open thread as unread, to come back to it. The peer is not told."""

    thread_id: strawberry.ID = strawberry.field(description="A Thread's id.")


@strawberry.type
class MarkUnreadSuccess(Success):
    """The thread counts as unread."""

    thread: Thread = strawberry.field(description="The thread, with `isMarkedUnread` true.")


@strawberry.input
class MarkThreadsReadInput:
    """Mark threads as read, each as `markRead` does."""

    up_to: SealedEventCursor = strawberry.field(
        description="The `eventCursor` of the page that the viewer looked at. Messages that came after it stay "
        "unread, and so do threads marked unread after it. A cursor of another user or epoch, ahead of the log, "
        "or too old to resume from is InvalidInput."
    )


@strawberry.type
class MarkThreadsReadSuccess(Success):
    """These threads are read up to the cursor."""

    count: int = strawberry.field(
        description="How many were marked, 0 to 500: those with the newest activity."
    )
    remaining: int = strawberry.field(description="How many more the same call would mark now.")
    thread_keys: strawberry.Private[list[int]]

    @strawberry.field(metadata=cost(rows=500))
    async def threads(self, info: Info) -> list[Thread]:
        """The threads that were marked, with their new `unreadCount`: as many as `count`."""
        return await read_many_threads(info, self.thread_keys)


MarkUnreadResult = Annotated[MarkUnreadSuccess | InvalidInput | NotFound, result_of("markUnread")]
MarkThreadsReadResult = Annotated[MarkThreadsReadSuccess | InvalidInput, result_of("markThreadsRead")]
MarkReadResult = Annotated[MarkReadSuccess | InvalidInput | NotFound, result_of("markRead")]
