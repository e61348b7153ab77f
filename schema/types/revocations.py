"""Input and result of the host app's mutation that ends a user's tokens before their time."""

from datetime import datetime
from typing import Annotated

import strawberry

from schema.types.problems import InvalidInput, NotAllowed, Success


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


@strawberry.type(
    description="The tokens are refused from now on, and the streams and sockets that they opened end. The host app "
    "has no event log, so `eventCursor` resumes nothing."
)
class RevokeTokensSuccess(Success):
    """The same call again changes nothing. `query` reads as the token's user, if there is one."""

    valid_from: datetime = strawberry.field(
        description="Tokens of the user issued before this time are refused, UTC: `before`, or the later time of "
        "another call."
    )


RevokeTokensResult = Annotated[
    RevokeTokensSuccess | NotAllowed | InvalidInput,
    strawberry.union("RevokeTokensResult", description="The result of `revokeTokens`."),
]
