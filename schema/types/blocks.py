"""Inputs and results of block and unblock."""

from typing import Annotated

import strawberry

from schema.types.problems import InvalidInput, NotFound, Success
from schema.types.users import User


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


BlockResult = Annotated[
    BlockSuccess | InvalidInput | NotFound,
    strawberry.union("BlockResult", description="What `block` answers."),
]
UnblockResult = Annotated[
    UnblockSuccess | InvalidInput | NotFound,
    strawberry.union("UnblockResult", description="What `unblock` answers."),
]
