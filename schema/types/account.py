"""Inputs and results of own settings and follows."""

from typing import Annotated

import strawberry

from schema.types.enums import DmAudience
from schema.types.problems import InvalidInput, NotFound
from schema.types.success import Success
from schema.types.user import User
from schema.types.viewer import Viewer


@strawberry.input(description="Choose who may start a thread with the viewer.")
class UpdateDmAudienceInput:
    """Closes no open thread."""

    audience: DmAudience = strawberry.field(description="Who may from now on.")


@strawberry.type(description="The audience is set.")
class UpdateDmAudienceSuccess(Success):
    """Requests that wait can still be accepted."""

    viewer: Viewer = strawberry.field(description="With the new setting.")


@strawberry.input(description="Switch the viewer's read receipts.")
class UpdateReadReceiptsInput:
    """They show where both sides of a thread have them on."""

    enabled: bool = strawberry.field(description="On or off from now on.")


@strawberry.type(description="The switch is set.")
class UpdateReadReceiptsSuccess(Success):
    """Messages sent before stay as they were."""

    viewer: Viewer = strawberry.field(description="With the new setting.")


@strawberry.input(description="Choose the words that send a request to Hidden; they replace those of before.")
class UpdateFilterWordsInput:
    """Requests that wait already stay where they are."""

    words: list[str] = strawberry.field(
        description="At most 200 words or phrases of 1 to 64 code points after trimming, kept once each. "
        "A word with symbols, such as `c++`, is found only with them. With any other word, or one that no text could "
        "match, such as `!!!`, it is InvalidInput, and none is set."
    )


@strawberry.type(description="The words are set.")
class UpdateFilterWordsSuccess(Success):
    """For every message that is sent from now on."""

    viewer: Viewer = strawberry.field(description="With the new setting.")


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


UpdateDmAudienceResult = Annotated[
    UpdateDmAudienceSuccess | InvalidInput,
    strawberry.union("UpdateDmAudienceResult", description="What `updateDmAudience` answers."),
]
UpdateReadReceiptsResult = Annotated[
    UpdateReadReceiptsSuccess | InvalidInput,
    strawberry.union("UpdateReadReceiptsResult", description="What `updateReadReceipts` answers."),
]
UpdateFilterWordsResult = Annotated[
    UpdateFilterWordsSuccess | InvalidInput,
    strawberry.union("UpdateFilterWordsResult", description="What `updateFilterWords` answers."),
]
FollowResult = Annotated[
    FollowSuccess | InvalidInput | NotFound,
    strawberry.union("FollowResult", description="What `follow` answers."),
]
UnfollowResult = Annotated[
    UnfollowSuccess | InvalidInput | NotFound,
    strawberry.union("UnfollowResult", description="What `unfollow` answers."),
]
