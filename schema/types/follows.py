"""Inputs and results of follow and unfollow."""

from typing import Annotated

import strawberry

from schema.types.problems import InvalidInput, NotFound, Success, result_of
from schema.types.users import User


@strawberry.input(description="Follow a user.")
class FollowInput:
    """The followed user may then write to the viewer's inbox directly."""

    user_id: strawberry.ID = strawberry.field(description="A User's id.")


@strawberry.type(description="The viewer follows the user.")
class FollowSuccess(Success):
    """Following again changes nothing."""

    user: User = strawberry.field(description="The user, now followed.")


@strawberry.input(description="Unfollow a user.")
class UnfollowInput:
    """An open thread stays open."""

    user_id: strawberry.ID = strawberry.field(description="A User's id.")


@strawberry.type(description="The viewer no longer follows the user.")
class UnfollowSuccess(Success):
    """Unfollowing again changes nothing."""

    user: User = strawberry.field(description="The user, no longer followed.")


FollowResult = Annotated[FollowSuccess | InvalidInput | NotFound, result_of("follow")]
UnfollowResult = Annotated[UnfollowSuccess | InvalidInput | NotFound, result_of("unfollow")]
