"""Inputs and results of follow and unfollow, and of the host app's follows."""

from typing import Annotated

import strawberry

from rules.provisioning import BATCH
from schema.types.problems import InvalidInput, NotAllowed, NotFound, Success, result_of
from schema.types.provisioning import ENTRIES, SUBJECT
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


@strawberry.input
class HostFollow:
    """One user who follows another, both by the host's ids."""

    follower: str = strawberry.field(
        description="The subject of the user that follows.", directives=[SUBJECT]
    )
    followee: str = strawberry.field(
        description="The subject of the user that is followed; it must differ from `follower`.",
        directives=[SUBJECT],
    )


@strawberry.input(
    description=f"Follows to add and to remove, at most {BATCH} together, stored as a whole or not at all. "
    f"InvalidInput names in `fields` every value that cannot be stored, as `add[3].follower`; more than {BATCH} "
    "entries and a follow in both lists are InvalidInput too."
)
class SetFollowsInput:
    """The order of the entries makes no difference."""

    add: list[HostFollow] = strawberry.field(
        default_factory=list,
        description="Follows to add. A subject without a user is InvalidInput.",
        directives=[ENTRIES],
    )
    remove: list[HostFollow] = strawberry.field(
        default_factory=list,
        description="Follows to remove. A follow that does not exist counts as removed.",
        directives=[ENTRIES],
    )


@strawberry.type
class SetFollowsSuccess(Success):
    """Every follow of the call is stored as given. The host app has no event log, so `eventCursor` resumes nothing."""

    count: int = strawberry.field(
        description="How many entries are stored as given: all but those that add a follow to or by an erased "
        "user."
    )


FollowResult = Annotated[FollowSuccess | InvalidInput | NotFound, result_of("follow")]
UnfollowResult = Annotated[UnfollowSuccess | InvalidInput | NotFound, result_of("unfollow")]
SetFollowsResult = Annotated[SetFollowsSuccess | NotAllowed | InvalidInput, result_of("setFollows")]
