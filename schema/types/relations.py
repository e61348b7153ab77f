"""Inputs and results of follow, unfollow, block and unblock, and of the host app's follows."""

from datetime import datetime
from typing import Annotated

import strawberry

from rules.provisioning import BATCH
from schema.types.problems import InvalidInput, NotAllowed, NotFound, Removing, Success, result_of
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
