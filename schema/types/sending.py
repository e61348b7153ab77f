"""Inputs and results of the two ways to send."""

from typing import Annotated

import strawberry

from models.messages import MessageRow
from schema.types.context import Info
from schema.types.messages import Message
from schema.types.problems import (
    AgeRestricted,
    DailyLimitReached,
    IdempotencyConflict,
    InvalidInput,
    MessagingRestricted,
    NotFound,
    PendingLimitReached,
    PhoneVerificationRequired,
    RateLimited,
    RecipientUnavailable,
    Success,
    YouBlockedThisUser,
)
from schema.types.threads import Thread

_KEY = (
    "1 to 64 characters of the client's choice, else InvalidInput: the same send with the same key is sent once, "
    "and answers as the first did, for {client_key_lifetime}."
)


@strawberry.input(description="A message to a user, whether or not there is a thread.")
class SendRequestInput:
    """The target is a user."""

    recipient_id: strawberry.ID = strawberry.field(description="A User's id.")
    text: str = strawberry.field(description="1 to {request_length} code points after trimming.")
    client_key: str | None = strawberry.field(default=None, description=_KEY)


@strawberry.input(description="A message in a thread that the viewer can read.")
class SendMessageInput:
    """The target is a thread."""

    thread_id: strawberry.ID = strawberry.field(description="A Thread's id.")
    text: str = strawberry.field(
        description="1 to {message_length} code points after trimming; 1 to {request_length} in the viewer's own "
        "pending thread."
    )
    client_key: str | None = strawberry.field(default=None, description=_KEY)


@strawberry.type
class _Delivered(Success):
    """A stored message, new or by its key; `row` is at hand if it is new."""

    thread_id: strawberry.Private[int]
    message_id: strawberry.Private[int]
    row: strawberry.Private[MessageRow | None]

    @strawberry.field(description="The viewer's side of it: open, or pending with messages left.")
    async def thread(self, info: Info) -> Thread:
        """Read after the commit."""
        return Thread.of(await info.context.loaders.threads.load(self.thread_id))

    @strawberry.field(description="The stored message.")
    async def sent_message(self, info: Info) -> Message:
        """Read anew only for a repeated key."""
        return Message.of(self.row or await info.context.loaders.messages.load(self.message_id))


@strawberry.type(description="The message was stored and stands in the viewer's thread.")
class SendRequestSuccess(_Delivered):
    """Tells nothing of what the recipient got."""


@strawberry.type(description="The message was stored and stands in the viewer's thread.")
class SendMessageSuccess(_Delivered):
    """Tells nothing of what the recipient got."""


SendRequestResult = Annotated[
    SendRequestSuccess
    | InvalidInput
    | IdempotencyConflict
    | MessagingRestricted
    | AgeRestricted
    | PhoneVerificationRequired
    | RateLimited
    | YouBlockedThisUser
    | PendingLimitReached
    | DailyLimitReached
    | RecipientUnavailable,
    strawberry.union("SendRequestResult", description="What `sendRequest` answers."),
]
SendMessageResult = Annotated[
    SendMessageSuccess
    | InvalidInput
    | NotFound
    | IdempotencyConflict
    | MessagingRestricted
    | AgeRestricted
    | PhoneVerificationRequired
    | RateLimited
    | YouBlockedThisUser
    | PendingLimitReached
    | RecipientUnavailable,
    strawberry.union("SendMessageResult", description="What `sendMessage` answers."),
]
