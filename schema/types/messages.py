"""A message as the viewer sees it."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, cast

import strawberry

from models.messages import MessageRow
from models.users import UserRow
from schema.types.context import Info
from schema.types.costs import TEXT, cost
from schema.types.enums import Receipt
from schema.types.ids import Kind, ListCursor
from schema.types.node import FromRow, Node, asks_for_id
from schema.types.pagination import Connection, Edge, edge_of, messages_of
from schema.types.users import User

if TYPE_CHECKING:
    from schema.types.threads import Thread


@strawberry.type(description="One message of a thread.")
class Message(Node, FromRow[MessageRow]):
    """Made of the viewer's own view of the message.

    `row` has the receipt as the viewer sees it.
    """

    kind = Kind.MESSAGE

    @property
    def key(self) -> int:
        return self.row.id

    @property
    def list_cursor(self) -> ListCursor:
        """Its place in the thread."""
        return ListCursor(self.row.seq, self.row.id)

    @strawberry.field(description="The thread of the message.")
    async def thread(self, info: Info) -> Annotated["Thread", strawberry.lazy("schema.types.threads")]:
        from schema.types.threads import Thread

        return Thread.of(await info.context.loaders.threads.load(self.row.thread_id))

    @strawberry.field(
        description="The message as a row of its thread's `messages`, to put it into a page that a client keeps."
    )
    def message_edge(self, info: Info) -> Edge["Message"]:
        return edge_of(info.context, messages_of(self.row.thread_id), self)

    @strawberry.field(description="The user who wrote the message.")
    def sender(self, info: Info) -> User:
        """Where the id is all that is asked for, the key is enough; an awaitable where the user must be read."""
        key = self.row.sender_id
        row = UserRow.of_key(key) if asks_for_id(info) else info.context.loaders.users.known(key)
        return User.of(row) if row else cast(User, self._read_sender(info))

    async def _read_sender(self, info: Info) -> User:
        return User.of(await info.context.loaders.users.load(self.row.sender_id))

    @strawberry.field(description="Whether the viewer wrote the message.")
    def is_mine(self, info: Info) -> bool:
        """Compares keys; loads no user."""
        return self.row.sender_id == info.context.viewer_id

    @strawberry.field(
        description="The text as it was sent, without white space at either end.", metadata=cost(TEXT)
    )
    def text(self) -> str:
        """1 to 2,000 code points."""
        return self.row.text

    @strawberry.field(description="When the message was sent, UTC.")
    def sent_at(self) -> datetime:
        """The server's clock."""
        return self.row.sent_at

    @strawberry.field(
        description="SEEN if the peer read the message while both had read receipts on; only the viewer's own "
        "messages can be SEEN."
    )
    def receipt(self) -> Receipt:
        """SEEN never turns back into SENT."""
        return Receipt.SEEN if self.row.is_seen else Receipt.SENT


@strawberry.type(description="Messages of a thread, newest first.")
class MessageConnection(Connection[Message]):
    """The only list that is read both ways."""
