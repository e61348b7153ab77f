"""Requests: threads that the recipient has not accepted, from both sides."""

from datetime import datetime
from enum import Enum
from typing import Annotated

import strawberry

from execution import column
from models.db.fields import from_micros
from models.requests import FirstContactRow
from models.threads import ThreadRow
from rules.eligibility import whole_months
from rules.policy import PENDING_LIMIT
from rules.requests import Folder
from rules.text import REQUEST_NOTICE
from schema.types.context import Context, Info
from schema.types.directives import cost
from schema.types.filtering import HiddenReason
from schema.types.ids import Kind
from schema.types.messages import Message
from schema.types.node import FromRow, Node, from_row
from schema.types.pagination import SENT_REQUESTS, Connection, Edge, edge_of, requests_in
from schema.types.problems import (
    AgeRestricted,
    InvalidInput,
    MessagingRestricted,
    NotFound,
    Success,
    YouBlockedThisUser,
    result_of,
)
from schema.types.threads import LAST_ACTIVITY, Thread
from schema.types.users import User


@strawberry.enum
class RequestFolder(Enum):
    """The viewer's folder that a request is in. Its sender cannot tell which."""

    REQUESTS = strawberry.enum_value("REQUESTS", description="New requests that no filter caught.")
    HIDDEN = strawberry.enum_value(
        "HIDDEN",
        description="A filter caught the request: it makes no event and does not count in the badge.",
    )
    ARCHIVED = strawberry.enum_value(
        "ARCHIVED", description="Unanswered for {archive_after} since its last message."
    )


@strawberry.type(
    description="Facts that help the viewer to judge the sender of a request. The sender cannot tell that the"
    " viewer looked at them."
)
class FirstContact(FromRow[FirstContactRow]):
    """Only public facts and the viewer's own acts."""

    @strawberry.field
    def account_age_months(self, info: Info) -> int:
        """The age of the sender's account in whole months; 0 in the first month."""
        return whole_months(self.row.account_created_at, info.context.now)

    mutual_follows: int = from_row("The number of users that the viewer follows and that follow the sender.")
    name_changed_at: datetime | None = from_row(
        "When the host app last changed the sender's username or display name, UTC. Null if it never did.",
        name="names_changed_at",
    )
    deleted_before: int = from_row(
        "The number of earlier requests of this sender that the viewer deleted and did not bring back."
    )

    @strawberry.field
    async def follows_me(self, info: Info) -> bool:
        """Whether the sender follows the viewer."""
        return (await info.context.loaders.relations.load(self.row.sender_id)).follows_me

    @strawberry.field
    async def followed_by_me(self, info: Info) -> bool:
        """Whether the viewer follows the sender."""
        return (await info.context.loaders.relations.load(self.row.sender_id)).followed_by_me

    @strawberry.field(
        description="A user whom the sender may pretend to be: the peer of an open thread, or one whom the viewer "
        "follows, with a username or display name that looks like one of the sender's, however it is disguised. Null "
        "if there is none. Of a name it looks at fifty users, those that the service has known the longest.",
        metadata=cost(12),
    )
    async def similar_to(self, info: Info) -> User | None:
        """Never the sender, and no one whom the viewer blocks."""
        found = await info.context.loaders.similar.load(self.row.sender_id)
        return User.of(found[0].user) if found else None


def archived_before(context: Context) -> datetime:
    """A request is archived if its newest message is older than this."""
    return context.now - context.services.policy.archive_after


def folder_of(row: ThreadRow, context: Context) -> RequestFolder:
    """The archive is decided by the clock; the other folders are stored."""
    if from_micros(row.activity_at) < archived_before(context):
        return RequestFolder.ARCHIVED
    return RequestFolder.HIDDEN if row.folder == Folder.HIDDEN else RequestFolder.REQUESTS


@strawberry.type
class _PendingSide(Node, FromRow[ThreadRow]):
    """One side of a pending thread. Its key is the membership's, so the two sides are two nodes."""

    key_name = "row.membership_id"
    listed_by = LAST_ACTIVITY


@strawberry.type
class Request(_PendingSide):
    """A stranger's first messages, waiting for the viewer's decision. Looking at them changes nothing for the
    sender."""

    kind = Kind.REQUEST

    sender: User = from_row("The user who sent the request.", name="peer", of=User)

    @strawberry.field(metadata=column(Thread.all_of, "row"))
    def thread(self) -> Thread:
        """The thread that an accept opens."""
        return Thread.of(self.row)

    @strawberry.field(metadata=cost(rows=PENDING_LIMIT))
    async def pending_messages(self, info: Info) -> list[Message]:
        """The messages of the request, oldest first, at most 3."""
        rows = await info.context.loaders.request_messages.load(self.row.id)
        return [Message.of(row) for row in rows]

    @strawberry.field
    def received_at(self) -> datetime:
        """When the newest message of the request came, UTC. Folders are in this order."""
        return from_micros(self.row.activity_at)

    @strawberry.field(description="The folder that the request is in now.")
    def folder(self, info: Info) -> RequestFolder:
        """The archive is decided by the clock, so the folder may change without an event."""
        return folder_of(self.row, info.context)

    @strawberry.field(metadata=cost(rows=len(HiddenReason)))
    def hidden_reasons(self) -> list[HiddenReason]:
        """Every reason for which the request is hidden, of all its messages; empty if it is not hidden."""
        return list(self.row.shown_reasons)

    @strawberry.field
    def request_edge(self, info: Info) -> Edge["Request"]:
        """The request as a row of `requests` of its folder, to put it into a page that a client keeps."""
        return edge_of(info.context, requests_in(folder_of(self.row, info.context).name), self)

    @strawberry.field(metadata=cost(5))
    async def first_contact(self, info: Info) -> FirstContact:
        """Facts that help the viewer to judge the sender."""
        return FirstContact.of(await info.context.loaders.first_contacts.load(self.row.peer.id))

    @strawberry.field
    def notice(self) -> str:
        """The text to show above the request."""
        return REQUEST_NOTICE


@strawberry.type(description="A request that the viewer sent and that is not accepted.")
class SentRequest(_PendingSide):
    """Shows nothing that the recipient did."""

    kind = Kind.SENT_REQUEST

    recipient: User = from_row("The user to whom the request was sent.", name="peer", of=User)

    @strawberry.field
    def sent_request_edge(self, info: Info) -> Edge["SentRequest"]:
        """The request as a row of `sentRequests`, to put it into a page that a client keeps."""
        return edge_of(info.context, SENT_REQUESTS, self)

    @strawberry.field(metadata=column(Thread.all_of, "row"))
    def thread(self) -> Thread:
        """The pending thread."""
        return Thread.of(self.row)

    @strawberry.field
    def messages_left(self) -> int:
        """How many more messages the viewer can send before the recipient accepts, 0 to 2."""
        return PENDING_LIMIT - self.row.unaccepted

    @strawberry.field
    def sent_at(self) -> datetime:
        """When the viewer's last message was sent, UTC. The list is in this order."""
        return from_micros(self.row.activity_at)


@strawberry.type
class RequestConnection(Connection[Request]):
    """Requests to the viewer, newest first."""


@strawberry.type
class SentRequestConnection(Connection[SentRequest]):
    """Requests that the viewer sent, the last written first."""


@strawberry.input
class AcceptInput:
    """Accept a request: the thread opens for both, and the sender is told."""

    request_id: strawberry.ID = strawberry.field(description="A Request's id.")


@strawberry.type
class AcceptSuccess(Success):
    """The thread is open. Accepting again changes nothing."""

    request_id: strawberry.ID = strawberry.field(
        description="The id from the input: the Request leaves its folder."
    )
    thread: Thread = strawberry.field(description="The thread, now OPEN, for the inbox.")


@strawberry.input
class MoveRequestInput:
    """Move a request from Hidden to Requests, for good."""

    request_id: strawberry.ID = strawberry.field(description="A Request's id.")


@strawberry.type
class MoveRequestSuccess(Success):
    """The request is in Requests."""

    request: Request = strawberry.field(description="The request as it is now.")


AcceptResult = Annotated[
    AcceptSuccess | InvalidInput | NotFound | YouBlockedThisUser | MessagingRestricted | AgeRestricted,
    result_of("accept"),
]

MoveRequestResult = Annotated[MoveRequestSuccess | InvalidInput | NotFound, result_of("moveRequest")]
