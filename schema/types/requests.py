"""Requests: threads that the recipient has not accepted, from both sides."""

from datetime import datetime
from typing import Annotated, Self

import strawberry

from models.db.timestamps import from_micros
from models.requests import FirstContactRow
from models.threads import ThreadRow
from rules.eligibility import whole_months
from rules.policy import PENDING_LIMIT
from rules.requests import Folder
from rules.text import REQUEST_NOTICE
from schema.types.context import Context, Info
from schema.types.costs import cost
from schema.types.enums import HiddenReason, RequestFolder
from schema.types.ids import Kind, ListCursor
from schema.types.messages import Message
from schema.types.node import Node
from schema.types.pagination import Connection
from schema.types.problems import (
    AgeRestricted,
    InvalidInput,
    MessagingRestricted,
    NotFound,
    Success,
    YouBlockedThisUser,
)
from schema.types.threads import Thread
from schema.types.users import User


@strawberry.type(
    description="What helps the viewer to tell who asks. The sender cannot tell that it was looked at."
)
class FirstContact:
    """Public facts, and the viewer's own doings."""

    sender_key: strawberry.Private[int]
    account_age_months: int = strawberry.field(
        description="How old the sender's account is, in whole months; 0 in its first."
    )
    mutual_follows: int = strawberry.field(
        description="How many users the viewer follows who follow the sender."
    )
    deleted_before: int = strawberry.field(
        description="How many earlier requests of this sender the viewer deleted, but for those brought back."
    )

    @classmethod
    def of(cls, row: FirstContactRow, context: Context) -> Self:
        """The one way from a row."""
        return cls(
            sender_key=row.sender_id,
            account_age_months=whole_months(row.account_created_at, context.now),
            mutual_follows=row.mutual_follows,
            deleted_before=row.deleted_before,
        )

    @strawberry.field(description="Whether the sender follows the viewer.")
    async def follows_me(self, info: Info) -> bool:
        """Batched."""
        return (await info.context.loaders.relations.load(self.sender_key)).follows_me

    @strawberry.field(description="Whether the viewer follows the sender.")
    async def followed_by_me(self, info: Info) -> bool:
        """Batched."""
        return (await info.context.loaders.relations.load(self.sender_key)).followed_by_me


def archived_before(context: Context) -> datetime:
    """A request whose newest message is older than this stands in the archive."""
    return context.now - context.services.policy.archive_after


def folder_of(row: ThreadRow, context: Context) -> RequestFolder:
    """Where a request stands now."""
    if from_micros(row.activity_at) < archived_before(context):
        return RequestFolder.ARCHIVED
    return RequestFolder.HIDDEN if row.folder == Folder.HIDDEN else RequestFolder.REQUESTS


@strawberry.type(
    description="A stranger's first messages, waiting for the viewer. Looking changes nothing for the sender."
)
class Request(Node):
    """The viewer is the recipient."""

    kind = Kind.REQUEST
    row: strawberry.Private[ThreadRow]

    @classmethod
    def of(cls, row: ThreadRow) -> Self:
        """The one way from a row."""
        return cls(row=row)

    @property
    def key(self) -> int:
        """The membership's: a request is the recipient's side of a thread."""
        return self.row.membership_id

    @property
    def list_cursor(self) -> ListCursor:
        """In its folder."""
        return ListCursor(self.row.activity_at, self.row.id)

    @strawberry.field(description="Who asks.")
    def sender(self) -> User:
        """Came with the row."""
        return User.of(self.row.peer)

    @strawberry.field(description="The thread that an accept opens.")
    def thread(self) -> Thread:
        """The viewer's side of it."""
        return Thread.of(self.row)

    @strawberry.field(
        description="The messages that wait for the accept, oldest first, at most 3.",
        metadata=cost(rows=PENDING_LIMIT),
    )
    async def pending_messages(self, info: Info) -> list[Message]:
        """Batched."""
        rows = await info.context.loaders.request_messages.load(self.row.id)
        return [Message.of(row) for row in rows]

    @strawberry.field(description="When its newest message came, UTC; the folder's order.")
    def received_at(self) -> datetime:
        """The time of the row's activity."""
        return from_micros(self.row.activity_at)

    @strawberry.field(description="Where it stands now.")
    def folder(self, info: Info) -> RequestFolder:
        """The archive is a matter of the clock."""
        return folder_of(self.row, info.context)

    @strawberry.field(
        description="Why it is hidden: every reason that any of its messages gave; else none.",
        metadata=cost(rows=len(HiddenReason)),
    )
    def hidden_reasons(self) -> list[HiddenReason]:
        """Also of an archived one that was hidden."""
        return list(self.row.hidden_reasons)

    @strawberry.field(description="Who asks: what the viewer may know of the sender.", metadata=cost(5))
    async def first_contact(self, info: Info) -> FirstContact:
        """Batched."""
        row = await info.context.loaders.first_contacts.load(self.row.peer.id)
        return FirstContact.of(row, info.context)

    @strawberry.field(description="What to show above it.")
    def notice(self) -> str:
        """An exact text (behaviour 11)."""
        return REQUEST_NOTICE


@strawberry.type(description="A request of the viewer's own that still waits.")
class SentRequest(Node):
    """The viewer is the sender; nothing here tells what the recipient did with it."""

    kind = Kind.SENT_REQUEST
    row: strawberry.Private[ThreadRow]

    @classmethod
    def of(cls, row: ThreadRow) -> Self:
        """The one way from a row."""
        return cls(row=row)

    @property
    def key(self) -> int:
        """The membership's."""
        return self.row.membership_id

    @property
    def list_cursor(self) -> ListCursor:
        """In the list."""
        return ListCursor(self.row.activity_at, self.row.id)

    @strawberry.field(description="Who was asked.")
    def recipient(self) -> User:
        """Came with the row."""
        return User.of(self.row.peer)

    @strawberry.field(description="The pending thread.")
    def thread(self) -> Thread:
        """The viewer's side of it."""
        return Thread.of(self.row)

    @strawberry.field(description="How many more messages the viewer can send before an accept, 0 to 2.")
    def messages_left(self) -> int:
        """For ever: no time refills it."""
        return PENDING_LIMIT - self.row.unaccepted

    @strawberry.field(description="When the viewer's last message was sent, UTC; the list's order.")
    def sent_at(self) -> datetime:
        """The time of the row's activity."""
        return from_micros(self.row.activity_at)


@strawberry.type(description="Requests to the viewer, newest first.")
class RequestConnection(Connection[Request]):
    """One folder."""


@strawberry.type(description="Requests of the viewer, the last written first.")
class SentRequestConnection(Connection[SentRequest]):
    """Still pending ones only."""


@strawberry.input(description="Accept a request: the thread opens for both, and the sender is told.")
class AcceptInput:
    """The recipient's yes."""

    request_id: strawberry.ID = strawberry.field(description="A Request's id.")


@strawberry.type(description="The thread is open. Accepting again is the same accept.")
class AcceptSuccess(Success):
    """The same whether or not the sender can be told."""

    thread: Thread = strawberry.field(description="Open now.")


@strawberry.input(description="Move a request from Hidden to Requests, for good.")
class MoveRequestInput:
    """No later message moves it back."""

    request_id: strawberry.ID = strawberry.field(description="A Request's id.")


@strawberry.type(description="The request stands in Requests.")
class MoveRequestSuccess(Success):
    """Nobody else is told."""

    request: Request = strawberry.field(description="As it is now.")


AcceptResult = Annotated[
    AcceptSuccess | InvalidInput | NotFound | YouBlockedThisUser | MessagingRestricted | AgeRestricted,
    strawberry.union("AcceptResult", description="What `accept` answers."),
]

MoveRequestResult = Annotated[
    MoveRequestSuccess | InvalidInput | NotFound,
    strawberry.union("MoveRequestResult", description="What `moveRequest` answers."),
]
