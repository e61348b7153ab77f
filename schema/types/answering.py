"""Inputs and results of what a user does with a request or a thread."""

from datetime import datetime
from typing import Annotated

import strawberry

from schema.types.problems import (
    AgeRestricted,
    InvalidInput,
    MessagingRestricted,
    NotFound,
    UndoExpired,
    YouBlockedThisUser,
)
from schema.types.request import Request
from schema.types.success import Success
from schema.types.thread import Thread


@strawberry.input(description="Accept a request: the thread opens for both, and the sender is told.")
class AcceptInput:
    """The recipient's yes."""

    request_id: strawberry.ID = strawberry.field(description="A Request's id.")


@strawberry.type(description="The thread is open. Accepting again is the same accept.")
class AcceptSuccess(Success):
    """The same whether or not the sender can be told."""

    thread: Thread = strawberry.field(description="Open now.")


@strawberry.input(
    description="Remove a request or a thread, for the viewer only. The other side sees no change."
)
class DeleteInput:
    """It comes back, with new messages only, when the other side writes again."""

    id: strawberry.ID = strawberry.field(description="A Request's, SentRequest's or Thread's id.")
    never: bool = strawberry.field(
        default=False,
        description="Of a request to the viewer: nothing that its sender still sends shall arrive, while it waits. "
        "Of anything else it is InvalidInput.",
    )


@strawberry.type(description="It is gone for the viewer.")
class DeleteSuccess(Success):
    """Can be undone for a while."""

    deleted_id: strawberry.ID = strawberry.field(description="The id that was given; `undoDelete` takes it.")
    undo_until: datetime = strawberry.field(description="Until when it can be undone, UTC.")


@strawberry.input(description="Bring back what was deleted, until its `undoUntil`, and lift never.")
class UndoDeleteInput:
    """Within `Policy.undo_window`."""

    id: strawberry.ID = strawberry.field(description="A deletedId, or the undoId of a delete in bulk.")


@strawberry.type(description="It is back, with all that came meanwhile.")
class UndoDeleteSuccess(Success):
    """In its old folder, or the inbox if it opened meanwhile."""

    count: int = strawberry.field(
        description="How many requests or threads came back: in bulk not those of users blocked or restricted since."
    )


@strawberry.input(description="Mark a thread as read up to a message; it never moves back.")
class MarkReadInput:
    """The private mark; receipts move with it where both sides want them."""

    thread_id: strawberry.ID = strawberry.field(description="A Thread's id.")
    up_to: strawberry.ID = strawberry.field(description="The id of a Message of it.")


@strawberry.type(description="The mark stands there, or further on.")
class MarkReadSuccess(Success):
    """With the count after it."""

    thread: Thread = strawberry.field(description="With its unread count.")


@strawberry.input(description="Mute a thread, or unmute it. The messages arrive all the same.")
class MuteInput:
    """The viewer's own switch."""

    thread_id: strawberry.ID = strawberry.field(description="A Thread's id.")
    muted: bool = strawberry.field(description="On or off from now on.")


@strawberry.type(description="The switch is set.")
class MuteSuccess(Success):
    """Nobody else is told."""

    thread: Thread = strawberry.field(description="With its switch.")


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
DeleteResult = Annotated[
    DeleteSuccess | InvalidInput | NotFound,
    strawberry.union("DeleteResult", description="What `delete` answers."),
]
UndoDeleteResult = Annotated[
    UndoDeleteSuccess | NotFound | UndoExpired,
    strawberry.union("UndoDeleteResult", description="What `undoDelete` answers."),
]
MarkReadResult = Annotated[
    MarkReadSuccess | InvalidInput | NotFound,
    strawberry.union("MarkReadResult", description="What `markRead` answers."),
]
MuteResult = Annotated[
    MuteSuccess | InvalidInput | NotFound,
    strawberry.union("MuteResult", description="What `mute` answers."),
]
MoveRequestResult = Annotated[
    MoveRequestSuccess | InvalidInput | NotFound,
    strawberry.union("MoveRequestResult", description="What `moveRequest` answers."),
]
