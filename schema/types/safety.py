"""Inputs and results of block and report."""

from typing import Annotated

import strawberry

from schema.types.enums import ReportReason
from schema.types.problems import InvalidInput, NotFound
from schema.types.success import Success
from schema.types.user import User


@strawberry.input(description="Block a user, silently: their messages reach the viewer no more.")
class BlockInput:
    """One account."""

    user_id: strawberry.ID = strawberry.field(description="A User's id.")


@strawberry.type(description="The user is blocked, and sees no change.")
class BlockSuccess(Success):
    """Blocking again is the same block."""

    user: User = strawberry.field(description="Blocked now.")


@strawberry.input(description="Lift a block. What was sent meanwhile stays unseen.")
class UnblockInput:
    """One account."""

    user_id: strawberry.ID = strawberry.field(description="A User's id.")


@strawberry.type(
    description="The user is not blocked. An open or own pending thread is back in its old place."
)
class UnblockSuccess(Success):
    """Unblocking again is the same."""

    user: User = strawberry.field(description="Blocked no more.")


@strawberry.input(description="Report a user, a thread or a message to the moderators.")
class ReportInput:
    """What was said around it is kept as evidence."""

    subject_id: strawberry.ID = strawberry.field(
        description="A User's, Thread's or Message's id; a Request's or SentRequest's stands for its thread."
    )
    reason: ReportReason = strawberry.field(description="What it is about.")
    note: str | None = strawberry.field(
        default=None, description="In own words, up to 2,000 code points; more is InvalidInput."
    )
    also_block: bool = strawberry.field(default=False, description="Block the user with the same step.")
    also_delete: bool = strawberry.field(default=False, description="Delete the thread with the same step.")


@strawberry.type(description="Thank you. The same answer, whatever the id named.")
class ReportSuccess(Success):
    """Carries nothing more."""


BlockResult = Annotated[
    BlockSuccess | InvalidInput | NotFound,
    strawberry.union("BlockResult", description="What `block` answers."),
]
UnblockResult = Annotated[
    UnblockSuccess | InvalidInput | NotFound,
    strawberry.union("UnblockResult", description="What `unblock` answers."),
]
ReportResult = Annotated[
    ReportSuccess | InvalidInput,
    strawberry.union("ReportResult", description="What `report` answers."),
]
