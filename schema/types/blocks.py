"""Inputs and results of block and unblock."""

from datetime import datetime
from typing import Annotated

import strawberry

from schema.types.problems import InvalidInput, NotFound, Removing, Success, result_of
from schema.types.users import User


@strawberry.input(description="Block a user silently: their messages no longer reach the viewer.")
class BlockInput:
    """A block is of one account (behaviour 8.9)."""

    user_id: strawberry.ID = strawberry.field(description="A User's id.")
    until: datetime | None = strawberry.field(
        default=None,
        description="When the block ends, as by `unblock`: in the future and at most ten years ahead, else "
        "InvalidInput. It replaces the end that a block had. Null: it does not end by itself.",
    )


@strawberry.type
class BlockSuccess(Removing):
    """The user is blocked and sees no change."""

    user: User = strawberry.field(
        description="The user, now blocked; `blockedUserEdge` is their row of `blockedUsers`."
    )


@strawberry.input(description="Lift a block. Messages that the user sent during the block stay unseen.")
class UnblockInput:
    """A request from the user does not come back (behaviour 8.8)."""

    user_id: strawberry.ID = strawberry.field(description="A User's id.")


@strawberry.type
class UnblockSuccess(Success):
    """The user is not blocked. An open thread, or the viewer's own pending one, is back in its old place."""

    user: User = strawberry.field(description="The user, no longer blocked.")


BlockResult = Annotated[BlockSuccess | InvalidInput | NotFound, result_of("block")]
UnblockResult = Annotated[UnblockSuccess | InvalidInput | NotFound, result_of("unblock")]
