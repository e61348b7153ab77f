"""A message as the viewer sees it."""

from collections.abc import Sequence
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Annotated, cast

import strawberry

from execution import column
from models.messages import MessageRow
from models.users import UserRow
from schema.types.context import Info
from schema.types.directives import TEXT, cost
from schema.types.ids import Kind
from schema.types.node import FromRow, Node, asks_for_id, from_row
from schema.types.pagination import (
    LARGEST_PAGE,
    PAGE_BOUNDS,
    PAGE_SIZE,
    Connection,
    Edge,
    edge_of,
    messages_of,
)
from schema.types.users import User

if TYPE_CHECKING:
    from schema.types.threads import Thread


@strawberry.enum
class Receipt(Enum):
    """How far a message of the viewer has come."""

    SENT = strawberry.enum_value("SENT", description="Stored.")
    SEEN = strawberry.enum_value("SEEN", description="Read by the peer, while both had read receipts on.")


_RECEIPTS = {False: Receipt.SENT, True: Receipt.SEEN}


def _known_sender(key: int, info: Info) -> User | None:
    """A user of whom only the id is selected, made of the key. None for a user that must be read."""
    row = UserRow.of_key(key) if asks_for_id(info) else info.context.known.users.get(key)
    return User.of(row) if row else None


def _senders(keys: Sequence[int], info: Info) -> Sequence[User | None]:
    if asks_for_id(info):
        return User.all_of(UserRow.of_keys(keys))
    return User.all_of(list(map(info.context.known.users.get, keys)))


def _receipts(are_seen: Sequence[bool]) -> list[Receipt]:
    return list(map(_RECEIPTS.__getitem__, are_seen))


@strawberry.type(description="One message of a thread.")
class Message(Node, FromRow[MessageRow]):
    """Made of the viewer's own view of the message.

    `row` has the receipt as the viewer sees it.
    """

    kind = Kind.MESSAGE
    listed_by = "row.seq", "row.id"

    @strawberry.field
    async def thread(self, info: Info) -> Annotated["Thread", strawberry.lazy("schema.types.threads")]:
        """The thread of the message."""
        from schema.types.threads import Thread

        return Thread.of(await info.context.loaders.threads.load(self.row.thread_id))

    @strawberry.field
    def message_edge(self, info: Info) -> Edge["Message"]:
        """The message as a row of its thread's `messages`, to put it into a page that a client keeps."""
        return edge_of(info.context, messages_of(self.row.thread_id), self)

    @strawberry.field(
        description="The user who wrote the message.",
        metadata=column(_senders, "row.sender_id", each_once=True),
    )
    def sender(self, info: Info) -> User:
        """An awaitable where the user must be read."""
        return _known_sender(self.row.sender_id, info) or cast(User, self._read_sender(info))

    async def _read_sender(self, info: Info) -> User:
        return User.of(await info.context.loaders.users.load(self.row.sender_id))

    @strawberry.field
    def is_mine(self, info: Info) -> bool:
        """Whether the viewer wrote the message."""
        return self.row.sender_id == info.context.viewer_id

    text: str = from_row("The text as it was sent, without white space at either end.", metadata=cost(TEXT))
    sent_at: datetime = from_row("When the message was sent, UTC.")

    @strawberry.field(metadata=column(_receipts, "row.is_seen"))
    def receipt(self) -> Receipt:
        """SEEN if the peer read the message while both had read receipts on; only the viewer's own messages can be
        SEEN."""
        return _RECEIPTS[self.row.is_seen]


@strawberry.type
class MessageConnection(Connection[Message]):
    """Messages of a thread, newest first."""


First = Annotated[
    int | None,
    strawberry.argument(
        description=f"How many messages, towards older ones: 1 to {LARGEST_PAGE}; {PAGE_SIZE} unless given. Any other "
        "number is BAD_USER_INPUT, and so is `last` or `before` together with `first` or `after`.",
        directives=[PAGE_BOUNDS],
    ),
]
After = Annotated[
    str | None,
    strawberry.argument(
        description="An edge's cursor of this thread: the page starts with the next older message."
    ),
]
Last = Annotated[
    int | None,
    strawberry.argument(
        description=f"How many messages, towards newer ones: 1 to {LARGEST_PAGE}; {PAGE_SIZE} unless given. Without "
        "`before`: the oldest ones.",
        directives=[PAGE_BOUNDS],
    ),
]
Before = Annotated[
    str | None,
    strawberry.argument(
        description="An edge's cursor of this thread: the page ends with the next newer message."
    ),
]
"""The arguments of `Thread.messages`."""
