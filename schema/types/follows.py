"""Inputs and results of follow and unfollow."""

from typing import Annotated

import strawberry

from schema.types.problems import InvalidInput, NotFound, Success, result_of
from schema.types.users import User


@strawberry.input
class FollowInput:
    """Follow a user."""

    user_id: strawberry.ID = strawberry.field(description="A User's id.")


@strawberry.type
class FollowSuccess(Success):
    """The viewer follows the user."""

    user: User = strawberry.field(description="The user, now followed.")


@strawberry.input
class UnfollowInput:
    """Unfollow a user."""

    user_id: strawberry.ID = strawberry.field(description="A User's id.")


@strawberry.type
class UnfollowSuccess(Success):
    """The viewer no longer follows the user."""

    user: User = strawberry.field(description="The user, no longer followed.")


FollowResult = Annotated[FollowSuccess | InvalidInput | NotFound, result_of("follow")]
UnfollowResult = Annotated[UnfollowSuccess | InvalidInput | NotFound, result_of("unfollow")]
