"""What subscriptions deliver."""

from datetime import datetime
from typing import Annotated

import strawberry

from schema.types.context import Info
from schema.types.enums import ResyncReason
from schema.types.ids import StreamPosition
from schema.types.message import Message
from schema.types.request import Request
from schema.types.thread import Thread


@strawberry.interface(description="An item of a stream.")
class Event:
    """Whatever it tells, it moves the reader's cursor."""

    position: strawberry.Private[StreamPosition]
    at: datetime = strawberry.field(description="When it happened, UTC.")

    @strawberry.field(description="Resume behind this item with it, as `after`.")
    def cursor(self, info: Info) -> str:
        """Sealed for the viewer."""
        return info.context.services.sealer.seal_position(self.position)


@strawberry.type(
    description="A message in an open thread, or one of the viewer's own anywhere. One of the peer's tells also that "
    "the peer has read the thread: receipts of the viewer's earlier ones may be SEEN by now, without a `ThreadSeen`."
)
class MessageAdded(Event):
    """Nothing comes for what was hidden or sunk."""

    message: Message = strawberry.field(description="As it is now.")
    thread: Thread = strawberry.field(description="As it is now.")
    notify: bool = strawberry.field(description="Whether to ring: not for own messages and muted threads.")


@strawberry.type(description="The first message of a request that the viewer can see; again after a delete.")
class RequestReceived(Event):
    """Later messages of it bring none."""

    request: Request = strawberry.field(description="As it is now.")
    notify: bool = strawberry.field(description="Whether to ring.")


@strawberry.type(description="A request of the viewer's own was accepted; once a thread.")
class RequestAccepted(Event):
    """Also by the recipient's reply."""

    thread: Thread = strawberry.field(description="Open now.")


@strawberry.type(
    description="Nothing happened: where the stream stands. First of all, then after every {position_interval} of "
    "quiet."
)
class Position(Event):
    """Keeps a quiet stream's cursor fresh."""


@strawberry.type(description="The cursor could not be resumed: read anew. The stream goes on live.")
class ResyncRequired(Event):
    """Loss is never silent."""

    reason: ResyncReason = strawberry.field(description="Why.")


MessageAddedItem = Annotated[
    MessageAdded | Position | ResyncRequired,
    strawberry.union("MessageAddedItem", description="What `messageAdded` delivers."),
]
RequestReceivedItem = Annotated[
    RequestReceived | Position | ResyncRequired,
    strawberry.union("RequestReceivedItem", description="What `requestReceived` delivers."),
]
RequestAcceptedItem = Annotated[
    RequestAccepted | Position | ResyncRequired,
    strawberry.union("RequestAcceptedItem", description="What `requestAccepted` delivers."),
]
