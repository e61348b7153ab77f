"""Inputs and results of follow and unfollow."""

from typing import Annotated

import strawberry

from schema.types.problems import InvalidInput, NotFound, Success
from schema.types.users import User


@strawberry.input(description="Follow a user.")
class FollowInput:
    """They may write to the viewer's inbox directly then."""

    user_id: strawberry.ID = strawberry.field(description="A User's id.")


@strawberry.type(description="The viewer follows the user.")
class FollowSuccess(Success):
    """Following again is the same."""

    user: User = strawberry.field(description="Followed now.")


@strawberry.input(description="Unfollow a user.")
class UnfollowInput:
    """Open threads stay open."""

    user_id: strawberry.ID = strawberry.field(description="A User's id.")


@strawberry.type(description="The viewer does not follow the user.")
class UnfollowSuccess(Success):
    """Unfollowing again is the same."""

    user: User = strawberry.field(description="Followed no more.")


FollowResult = Annotated[
    FollowSuccess | InvalidInput | NotFound,
    strawberry.union("FollowResult", description="What `follow` answers."),
]
UnfollowResult = Annotated[
    UnfollowSuccess | InvalidInput | NotFound,
    strawberry.union("UnfollowResult", description="What `unfollow` answers."),
]
