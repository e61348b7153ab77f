"""What subscriptions deliver."""

from datetime import datetime
from typing import Annotated

import strawberry

from events.stream import EventCursor
from schema.types.context import Info
from schema.types.enums import ResyncReason
from schema.types.ids import Kind
from schema.types.messages import Message
from schema.types.requests import Request
from schema.types.scalars import SealedEventCursor
from schema.types.threads import Thread
from schema.types.users import User
from schema.types.viewer import Badge, Standing, Viewer


@strawberry.interface(description="An item of a stream.")
class Event:
    """Whatever it tells, it moves the reader's cursor."""

    event_cursor: strawberry.Private[EventCursor]
    at: datetime = strawberry.field(description="When it happened, UTC.")

    @strawberry.field(
        name="eventCursor",
        description="The place in the viewer's event log to resume from: as `after` it brings the items that follow "
        "this one.",
    )
    def sealed_event_cursor(self, info: Info) -> SealedEventCursor:
        """The stored cursor is of keys; clients get it sealed."""
        return info.context.services.sealer.seal_event_cursor(self.event_cursor)


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


@strawberry.type(description="A further message of a request that waits for the viewer.")
class RequestUpdated(Event):
    """Nothing to ring for."""

    request: Request = strawberry.field(description="As it is now.")


@strawberry.type(
    description="A request changed its folder: the viewer moved it to Requests, or it left them for Hidden."
)
class RequestMoved(Event):
    """To Requests on any of the viewer's devices; to Hidden with a later message, and nothing to ring for."""

    request: Request = strawberry.field(description="As it is now, with its `folder`.")


@strawberry.type
class _GoneRequest(Event):
    """What is left of it to tell: its id, and that of its thread."""

    membership_id: strawberry.Private[int]
    thread_key: strawberry.Private[int]

    @strawberry.field(description="The Request's id, which names nothing now.")
    def request_id(self, info: Info) -> strawberry.ID:
        """Sealed."""
        return strawberry.ID(info.context.services.sealer.seal(Kind.REQUEST, self.membership_id))

    @strawberry.field(description="The id of its thread.")
    def thread_id(self, info: Info) -> strawberry.ID:
        """Sealed."""
        return strawberry.ID(info.context.services.sealer.seal(Kind.THREAD, self.thread_key))


@strawberry.type(description="The viewer deleted a request.")
class RequestDeleted(_GoneRequest):
    """On any of the viewer's devices."""


@strawberry.type(description="The viewer brought a deleted request back.")
class RequestRestored(Event):
    """On any of the viewer's devices."""

    request: Request = strawberry.field(description="As it is now, with its `folder`.")


@strawberry.type(
    description="A request to the viewer is not there any more: its sender may not write now, or it is gone by the "
    "time at which its move or its return would be delivered."
)
class RequestWithdrawn(_GoneRequest):
    """Also one that left Requests for Hidden before: of what is hidden, nothing else tells."""


@strawberry.type(
    description="A request to the viewer opened: by the viewer's accept or reply, or by a message of its sender, "
    "whom the viewer follows by then."
)
class ThreadOpened(Event):
    """It leaves the requests for the inbox."""

    thread: Thread = strawberry.field(description="As it is now.")


@strawberry.type(description="The viewer read a thread up to a message.")
class ThreadRead(Event):
    """On any of the viewer's devices."""

    thread: Thread = strawberry.field(description="With its unread count.")


@strawberry.type(
    description="The peer saw messages of the viewer: some receipt turned SEEN. Both have read receipts on. What the "
    "peer saw by answering is told by the answer's `MessageAdded` alone."
)
class ThreadSeen(Event):
    """By `markRead`."""

    thread: Thread = strawberry.field(description="As it is now.")


@strawberry.type(description="The viewer muted or unmuted a thread.")
class ThreadMuted(Event):
    """On any of the viewer's devices."""

    thread: Thread = strawberry.field(description="With its switch.")


@strawberry.type(description="The viewer deleted a thread.")
class ThreadDeleted(Event):
    """On any of the viewer's devices."""

    thread_key: strawberry.Private[int]

    @strawberry.field(description="The Thread's id, which names nothing until it comes back.")
    def thread_id(self, info: Info) -> strawberry.ID:
        """Sealed."""
        return strawberry.ID(info.context.services.sealer.seal(Kind.THREAD, self.thread_key))


@strawberry.type(description="The viewer brought a deleted thread back.")
class ThreadRestored(Event):
    """On any of the viewer's devices."""

    thread: Thread = strawberry.field(description="As it is now.")


@strawberry.type(description="The viewer blocked a user: their thread and request leave the viewer's lists.")
class UserBlocked(Event):
    """The blocked user gets nothing."""

    user: User = strawberry.field(description="The blocked one.")


@strawberry.type(description="The viewer lifted a block: what stood in the inbox is back, in its old place.")
class UserUnblocked(Event):
    """The user gets nothing."""

    user: User = strawberry.field(description="Blocked no more; `thread` is what came back.")


@strawberry.type(description="The viewer followed or unfollowed a user.")
class FollowChanged(Event):
    """Own follows only."""

    user: User = strawberry.field(description="With `followedByMe`.")


@strawberry.type(
    description="The viewer's settings changed: by the viewer, or a default with the verified mark."
)
class SettingsChanged(Event):
    """Audience, receipts, filter words."""

    viewer: Viewer = strawberry.field(description="With the settings of now.")


@strawberry.type(
    description="A moderator warned or restricted the viewer or lifted that, the host app said anew of phone or age, "
    "or the viewer sent: right before its MessageAdded, with the cursor before both; alone if nobody was reached."
)
class StandingChanged(Event):
    """At once."""

    standing: Standing = strawberry.field(description="As it is now.")


@strawberry.type(
    description="The red dot may have changed. Comes right before each item that can change it, with the cursor before "
    "both."
)
class BadgeChanged(Event):
    """Read at that moment, not stored."""

    badge: Badge = strawberry.field(description="As it is now.")


EventItem = Annotated[
    MessageAdded
    | RequestReceived
    | RequestUpdated
    | RequestAccepted
    | RequestMoved
    | RequestDeleted
    | RequestRestored
    | RequestWithdrawn
    | ThreadOpened
    | ThreadRead
    | ThreadSeen
    | ThreadMuted
    | ThreadDeleted
    | ThreadRestored
    | UserBlocked
    | UserUnblocked
    | FollowChanged
    | SettingsChanged
    | StandingChanged
    | BadgeChanged
    | Position
    | ResyncRequired,
    strawberry.union("EventItem", description="What `events` delivers: all that concerns the viewer."),
]
