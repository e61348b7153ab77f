"""The items of subscriptions."""

from typing import Annotated

import strawberry

from schema.types.context import Info
from schema.types.ids import Kind
from schema.types.messages import Message
from schema.types.requests import Request
from schema.types.streams import Event, Position, ResyncRequired
from schema.types.threads import Thread
from schema.types.users import User
from schema.types.viewer import Viewer


@strawberry.type
class MessageAdded(Event):
    """A new message in an open thread, or one of the viewer's own in any thread. A message from the peer also means
    that the peer has read the thread: receipts of the viewer's earlier messages may have turned SEEN without a
    `ThreadSeen`."""

    message: Message = strawberry.field(description="The message as it is now.")
    thread: Thread = strawberry.field(description="The thread as it is now.")
    notify: bool = strawberry.field(
        description="Whether to alert the viewer: false for the viewer's own messages and in muted threads."
    )


@strawberry.type
class RequestReceived(Event):
    """A request reached the viewer: its first visible message came. It comes again for the first message after a
    delete."""

    request: Request = strawberry.field(description="The request as it is now.")
    notify: bool = strawberry.field(description="Whether to alert the viewer.")


@strawberry.type
class RequestAccepted(Event):
    """A request of the viewer was accepted. It comes once for a thread."""

    thread: Thread = strawberry.field(description="The thread, now OPEN.")


MessageAddedItem = Annotated[
    MessageAdded | Position | ResyncRequired,
    strawberry.union("MessageAddedItem", description="An item of `messageAdded`."),
]
RequestReceivedItem = Annotated[
    RequestReceived | Position | ResyncRequired,
    strawberry.union("RequestReceivedItem", description="An item of `requestReceived`."),
]
RequestAcceptedItem = Annotated[
    RequestAccepted | Position | ResyncRequired,
    strawberry.union("RequestAcceptedItem", description="An item of `requestAccepted`."),
]


@strawberry.type
class RequestUpdated(Event):
    """A pending request to the viewer got a further message."""

    request: Request = strawberry.field(description="The request as it is now.")


@strawberry.type
class RequestMoved(Event):
    """The viewer moved a request to Requests, or a later message moved it to Hidden."""

    request: Request = strawberry.field(description="The request as it is now, with its `folder`.")


@strawberry.type
class _GoneRequest(Event):
    """Only the ids of the request and its thread can be told."""

    membership_id: strawberry.Private[int]
    thread_key: strawberry.Private[int]

    @strawberry.field
    def request_id(self, info: Info) -> strawberry.ID:
        """The id that the Request had; it names nothing now."""
        return strawberry.ID(info.context.services.sealer.seal(Kind.REQUEST, self.membership_id))

    @strawberry.field
    def thread_id(self, info: Info) -> strawberry.ID:
        """The id of the request's thread."""
        return strawberry.ID(info.context.services.sealer.seal(Kind.THREAD, self.thread_key))


@strawberry.type
class RequestDeleted(_GoneRequest):
    """The viewer deleted a request."""


@strawberry.type
class RequestRestored(Event):
    """The viewer brought a deleted request back."""

    request: Request = strawberry.field(description="The request as it is now, with its `folder`.")


@strawberry.type
class RequestWithdrawn(_GoneRequest):
    """A request to the viewer is gone. Its sender may not write now, or the request was moved or brought back and is
    gone again before that item was delivered."""


@strawberry.type
class ThreadOpened(Event):
    """A request to the viewer opened: the viewer accepted or replied, or its sender wrote again, with a contact code or
    after the viewer had followed them."""

    thread: Thread = strawberry.field(description="The thread as it is now.")


@strawberry.type
class ThreadRead(Event):
    """The viewer read a thread up to a message."""

    thread: Thread = strawberry.field(description="The thread, with its new `unreadCount`.")


@strawberry.type
class ThreadMarkedUnread(Event):
    """The viewer marked a thread as unread."""

    thread: Thread = strawberry.field(description="The thread, with `isMarkedUnread` true.")


@strawberry.type
class RequestsSeen(Event):
    """The viewer looked at the Requests folder; `BadgeChanged` tells the counts."""


@strawberry.type
class ThreadSeen(Event):
    """The peer read messages of the viewer while both had read receipts on: some receipts turned SEEN. If the peer read
    by replying, only the `MessageAdded` of the reply comes."""

    thread: Thread = strawberry.field(description="The thread as it is now.")


@strawberry.type
class ThreadMuted(Event):
    """The viewer muted or unmuted a thread."""

    thread: Thread = strawberry.field(description="The thread, with its new `isMuted`.")


@strawberry.type
class ThreadDeleted(Event):
    """The viewer deleted a thread."""

    thread_key: strawberry.Private[int]

    @strawberry.field
    def thread_id(self, info: Info) -> strawberry.ID:
        """The Thread's id; it names nothing until the thread comes back."""
        return strawberry.ID(info.context.services.sealer.seal(Kind.THREAD, self.thread_key))


@strawberry.type
class ThreadRestored(Event):
    """The viewer brought a deleted thread back."""

    thread: Thread = strawberry.field(description="The thread as it is now.")


@strawberry.type
class UserBlocked(Event):
    """The viewer blocked a user. Their thread or request leaves the viewer's lists."""

    user: User = strawberry.field(description="The user, now blocked.")


@strawberry.type
class UserUnblocked(Event):
    """The viewer lifted a block, or its time was over. A thread of the inbox is back in its place."""

    user: User = strawberry.field(
        description="The user, no longer blocked; `threadWithMe` is the thread that came back."
    )


@strawberry.type
class FollowChanged(Event):
    """The viewer followed or unfollowed a user."""

    user: User = strawberry.field(description="The user, with the new `followedByMe`.")


@strawberry.type(
    description="A setting changed, by the viewer or by the verified mark's default, or a contact code was used."
)
class SettingsChanged(Event):
    """Settings are audience, read receipts, request policy, filter words and contact codes."""

    viewer: Viewer = strawberry.field(description="The viewer, with the settings as they are now.")


@strawberry.type
class RequestPauseChanged(Event):
    """Quiet time began, got another end, or ended, by hand or by the clock."""

    viewer: Viewer = strawberry.field(
        description="The viewer; after the end `requestPause.requestsHidden` says how many requests came."
    )


@strawberry.type
class StandingChanged(Event):
    """The viewer's standing changed. A moderator warned or restricted the viewer, lifted a restriction or answered an
    appeal, the host app changed the phone or age, or the viewer appealed or sent. After a send it comes right before
    the `MessageAdded`, with the cursor before both, or alone if the recipient was unavailable."""

    viewer: Viewer = strawberry.field(description="The viewer, with the `standing` as it is now.")


@strawberry.type(
    description="Moderators closed a report that the viewer made: one of `viewer.reports` is HANDLED. The outcome is "
    "not told."
)
class ReportClosed(Event):
    """Names no report, so that it tells neither the decision nor the user."""

    viewer: Viewer = strawberry.field(description="The viewer, with the `reports` as they are now.")


@strawberry.type
class BadgeChanged(Event):
    """Comes right before each item that can change the red dot, with the cursor before both."""

    viewer: Viewer = strawberry.field(description="The viewer, with the `badge` as it is now.")


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
    | ThreadMarkedUnread
    | RequestsSeen
    | ThreadSeen
    | ThreadMuted
    | ThreadDeleted
    | ThreadRestored
    | UserBlocked
    | UserUnblocked
    | FollowChanged
    | SettingsChanged
    | RequestPauseChanged
    | StandingChanged
    | ReportClosed
    | BadgeChanged
    | Position
    | ResyncRequired,
    strawberry.union("EventItem", description="An item of `events`: any event that concerns the viewer."),
]
