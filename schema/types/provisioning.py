"""Inputs and results of what the host app does: keep users and follows in step, erase a user."""

from datetime import date, datetime
from typing import Annotated

import strawberry

from schema.types.problems import InvalidInput, NotAllowed, Success
from schema.types.scalars import URL


@strawberry.input(
    description="All that the host app owns of a user. What is left out is stored as its default, not left as it was."
)
class HostUser:
    """Audience, receipts and filter words are the user's own."""

    subject: str = strawberry.field(
        description="The host's id of the user, as `sub` of a token names it; 1 to 255 code points."
    )
    username: str = strawberry.field(
        description="Unique and not `deleted`, whatever its case; otherwise as the display name."
    )
    display_name: str = strawberry.field(
        description="The name to show; 1 to 100 code points, no white space at either end, no control character, "
        "end of line or override of direction."
    )
    avatar_url: URL | None = strawberry.field(
        default=None, description="Of a picture: http or https, up to 2,048 code points."
    )
    is_verified: bool = strawberry.field(
        default=False, description="Whether the host vouches for who this is."
    )
    birth_date: date | None = strawberry.field(
        default=None, description="Without one the user counts as under age (behaviour 2.15)."
    )
    region: str | None = strawberry.field(
        default=None,
        description="As the table of minimum ages names it, such as `KR`, in any case; 1 to 16 code points. "
        "Phone numbers in the user's texts are looked up in it (behaviour 6.22).",
    )
    phone_verified: bool = strawberry.field(
        default=False, description="Whether the phone number is verified."
    )
    is_active: bool = strawberry.field(
        default=True,
        description="An inactive user cannot sign in, and open subscriptions end. Deactivation withdraws the user's "
        "pending requests for good.",
    )
    created_at: datetime | None = strawberry.field(
        default=None,
        description="When the account was made; kept at first sight, then never changed. Unless given: now.",
    )


@strawberry.input(description="One user who follows another, both by the host's ids.")
class HostFollow:
    """One direction; two make friends."""

    follower: str = strawberry.field(description="The subject of who follows.")
    followee: str = strawberry.field(description="The subject of who is followed; another one.")


@strawberry.input(
    description="Users to make or to overwrite, all or none of them. InvalidInput names in `fields` all that cannot be "
    "kept, as `users[3].username`: out of bounds, twice in the call, or another user's."
)
class UpsertUsersInput:
    """Usernames may change hands within a call."""

    users: list[HostUser] = strawberry.field(description="0 to 500, in any order; more is InvalidInput.")


@strawberry.type(
    description="Every user of the call is stored as given. The host app has no event log, so `eventCursor` resumes "
    "nothing."
)
class UpsertUsersSuccess(Success):
    """The same call again changes nothing. `query` reads as the token's user, if there is one."""

    count: int = strawberry.field(
        description="How many of the entries hold: all but those of erased users, who stay erased."
    )


@strawberry.input(
    description="Follows to add and to remove, at most 500 together, all or none of them. InvalidInput names in "
    "`fields` all that cannot be kept, as `add[3].follower`; also more than 500, and a follow in both lists."
)
class SetFollowsInput:
    """Both lists are sets."""

    add: list[HostFollow] = strawberry.field(
        default_factory=list, description="Both users are known; a subject that is nobody's is InvalidInput."
    )
    remove: list[HostFollow] = strawberry.field(
        default_factory=list, description="What is not there, is removed already."
    )


@strawberry.type(
    description="Every follow of the call is stored as given. The host app has no event log, so `eventCursor` resumes "
    "nothing."
)
class SetFollowsSuccess(Success):
    """The same call again changes nothing. `query` reads as the token's user, if there is one."""

    count: int = strawberry.field(
        description="How many of the entries hold: all but those that add a follow to or by an erased user."
    )


@strawberry.input(description="Erase a user, for good.")
class EraseUserInput:
    """Its messages in threads stay, as from `Deleted user`."""

    subject: str = strawberry.field(
        description="The host's id of the user, as `sub` of a token names it. One that was never seen is "
        "erased already."
    )


@strawberry.type(
    description="The user is erased. The host app has no event log, so `eventCursor` resumes nothing."
)
class EraseUserSuccess(Success):
    """Erasing again is the same. Nothing tells whether there was anybody."""


UpsertUsersResult = Annotated[
    UpsertUsersSuccess | NotAllowed | InvalidInput,
    strawberry.union("UpsertUsersResult", description="What `upsertUsers` answers."),
]


SetFollowsResult = Annotated[
    SetFollowsSuccess | NotAllowed | InvalidInput,
    strawberry.union("SetFollowsResult", description="What `setFollows` answers."),
]


EraseUserResult = Annotated[
    EraseUserSuccess | NotAllowed,
    strawberry.union("EraseUserResult", description="What `eraseUser` answers."),
]
