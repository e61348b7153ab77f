"""Inputs and results of the two ways to send."""

from typing import Annotated

import strawberry

from models.messages import MessageRow
from rules.sending import KEY_LENGTH
from schema.types.context import Info
from schema.types.directives import Constraint, Setting, cost
from schema.types.ids import Kind
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
    result_of,
)
from schema.types.threads import Thread

_KEY = (
    f"1 to {KEY_LENGTH} characters that the client chooses; any other length is InvalidInput. The same send "
    "with the same key is sent once: a repeat answers as the first did, for "
    "{client_key_lifetime}. Another send with the same key is IdempotencyConflict."
)
_KEY_BOUNDS = Constraint(min_length=1, max_length=KEY_LENGTH)


@strawberry.input
class SendRequestInput:
    """A message to a user, whether or not there is a thread."""

    recipient_id: strawberry.ID = strawberry.field(description="A User's id.")
    text: str = strawberry.field(
        description="1 to {request_length} code points after trimming.",
        directives=[Constraint(min_length=1, max_length=Setting("request_length"))],
    )
    client_key: str | None = strawberry.field(default=None, description=_KEY, directives=[_KEY_BOUNDS])
    code: str | None = strawberry.field(
        default=None,
        description="A contact code of the recipient. A good one opens the thread at once, whatever the audience and "
        "the messages left; with any other, and where it may not open the thread, the result is the same as without "
        "one. Case, hyphens and spaces make no difference.",
    )


@strawberry.input
class SendMessageInput:
    """A message in a thread that the viewer can read."""

    thread_id: strawberry.ID = strawberry.field(description="A Thread's id.")
    text: str = strawberry.field(
        description="1 to {message_length} code points after trimming; 1 to {request_length} in the viewer's own "
        "pending thread.",
        directives=[Constraint(min_length=1, max_length=Setting("message_length"))],
    )
    client_key: str | None = strawberry.field(default=None, description=_KEY, directives=[_KEY_BOUNDS])


@strawberry.type
class _Delivered(Success):
    """A stored message. `row` is None for a repeated key."""

    thread_id: strawberry.Private[int]
    message_id: strawberry.Private[int]
    row: strawberry.Private[MessageRow | None]

    @strawberry.field
    async def thread(self, info: Info) -> Thread:
        """The thread of the message as the viewer sees it: OPEN, or PENDING with the messages left."""
        return Thread.of(await info.context.loaders.threads.load(self.thread_id))

    @strawberry.field(metadata=cost(rows=2))
    async def removed_ids(self, info: Info) -> list[strawberry.ID]:
        """The ids that the viewer's Request or SentRequest in this thread had: they are in no list now. Empty while the
        thread is PENDING."""
        row = await info.context.loaders.threads.load(self.thread_id)
        kinds = (Kind.REQUEST, Kind.SENT_REQUEST) if row.opened_at else ()
        return [strawberry.ID(info.context.services.sealer.seal(kind, row.membership_id)) for kind in kinds]

    @strawberry.field
    async def sent_message(self, info: Info) -> Message:
        """The stored message."""
        return Message.of(self.row or await info.context.loaders.messages.load(self.message_id))


@strawberry.type(description="The message is stored and appears in the viewer's thread.")
class SendRequestSuccess(_Delivered):
    """The same whether the message was delivered, hidden or sunk."""


@strawberry.type(description="The message is stored and appears in the viewer's thread.")
class SendMessageSuccess(_Delivered):
    """The same whether the message was delivered, hidden or sunk."""


_Refused = (
    IdempotencyConflict
    | MessagingRestricted
    | AgeRestricted
    | PhoneVerificationRequired
    | RateLimited
    | YouBlockedThisUser
    | PendingLimitReached
)
SendRequestResult = Annotated[
    SendRequestSuccess | InvalidInput | _Refused | DailyLimitReached | RecipientUnavailable,
    result_of("sendRequest"),
]
SendMessageResult = Annotated[
    SendMessageSuccess | InvalidInput | NotFound | _Refused | RecipientUnavailable, result_of("sendMessage")
]
