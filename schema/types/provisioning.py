"""Inputs and results of the host app's mutations."""

from datetime import date, datetime
from typing import Annotated

import strawberry

from rules.provisioning import ADDRESS_LENGTH, BATCH, NAME_LENGTH, REGION_LENGTH, SUBJECT_LENGTH
from schema.types.directives import Constraint
from schema.types.problems import InvalidInput, NotAllowed, Success, result_of
from schema.types.scalars import URL

SUBJECT = Constraint(min_length=1, max_length=SUBJECT_LENGTH)
_NAME = Constraint(min_length=1, max_length=NAME_LENGTH)
ENTRIES = Constraint(max_items=BATCH)


@strawberry.input(
    description="All fields of a user that the host app owns. A field that is left out is stored as its "
    "default; it does not keep its old value."
)
class HostUser:
    """Audience, receipts and filter words belong to the user and are not touched."""

    subject: str = strawberry.field(
        description=f"The host's id of the user, as `sub` of a token names it; 1 to {SUBJECT_LENGTH} code points.",
        directives=[SUBJECT],
    )
    username: str = strawberry.field(
        description="Unique, and not `deleted`, without regard to case; else the rules of `displayName` hold.",
        directives=[_NAME],
    )
    display_name: str = strawberry.field(
        description=f"The name to show; 1 to {NAME_LENGTH} code points, no white space at either end, no control "
        "character, end of line or override of direction.",
        directives=[_NAME],
    )
    avatar_url: URL | None = strawberry.field(
        default=None,
        description=f"The URL of a picture: http or https, up to {ADDRESS_LENGTH:,} code points.",
        directives=[Constraint(min_length=1, max_length=ADDRESS_LENGTH)],
    )
    is_verified: bool = strawberry.field(
        default=False, description="Whether the host app has verified the user's identity."
    )
    birth_date: date | None = strawberry.field(
        default=None, description="The day of birth. A user without one counts as under age (behaviour 2.15)."
    )
    region: str | None = strawberry.field(
        default=None,
        description="The user's region as the table of minimum ages spells it, such as `KR`, in any case; "
        f"1 to {REGION_LENGTH} code points. Phone numbers in the user's texts are looked up in this region (behaviour "
        "6.22).",
        directives=[Constraint(min_length=1, max_length=REGION_LENGTH)],
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
        description="When the account was made; now unless given. Only the call that creates the user stores it.",
    )


@strawberry.input
class UpsertUsersInput:
    """Users to create or to overwrite, stored as a whole or not at all. InvalidInput names in `fields` every value that
    cannot be stored, as `users[3].username`: it is out of bounds, twice in the call, or taken by another user."""

    users: list[HostUser] = strawberry.field(
        description=f"0 to {BATCH}, in any order; more is InvalidInput.", directives=[ENTRIES]
    )


@strawberry.type
class UpsertUsersSuccess(Success):
    """Every user of the call is stored as given. The host app has no event log, so `eventCursor` resumes nothing."""

    count: int = strawberry.field(
        description="How many entries are stored as given: all but those of erased users, which stay erased."
    )


@strawberry.input
class EraseUserInput:
    """Erase a user, for good."""

    subject: str = strawberry.field(
        description="The host's id of the user, as `sub` of a token names it. An unknown subject counts as "
        "erased."
    )


@strawberry.type
class EraseUserSuccess(Success):
    """The user is erased. The host app has no event log, so `eventCursor` resumes nothing."""


UpsertUsersResult = Annotated[UpsertUsersSuccess | NotAllowed | InvalidInput, result_of("upsertUsers")]
EraseUserResult = Annotated[EraseUserSuccess | NotAllowed, result_of("eraseUser")]


@strawberry.input(description="Refuse the tokens of a user that were issued before a time.")
class RevokeTokensInput:
    """A token without `iat` counts as older than any time."""

    subject: str = strawberry.field(
        description="The host's id of the user, as `sub` of a token names it; 1 to 255 code points. InvalidInput "
        "with UNKNOWN if no user has it."
    )
    before: datetime = strawberry.field(
        description="Tokens whose `iat` is before this time are refused; those issued at it or later stay good. "
        "`iat` counts in whole seconds, so give one. More than a minute in the future is InvalidInput. An "
        "earlier time than that of another call changes nothing."
    )


@strawberry.type
class RevokeTokensSuccess(Success):
    """The tokens are refused from now on, and the streams and sockets that they opened end. The host app has no event
    log, so `eventCursor` resumes nothing."""

    valid_from: datetime = strawberry.field(
        description="Tokens of the user issued before this time are refused, UTC: `before`, or the later time of "
        "another call."
    )


RevokeTokensResult = Annotated[RevokeTokensSuccess | NotAllowed | InvalidInput, result_of("revokeTokens")]
