"""Inputs and results of what moderators do."""

from datetime import datetime
from typing import Annotated

import strawberry

from schema.types.enums import Resolution
from schema.types.moderation import Report
from schema.types.problems import InvalidInput, NotAllowed, NotFound
from schema.types.success import Success
from schema.types.user import User


@strawberry.input(description="Tell the other moderators that the viewer looks at a report.")
class ClaimReportInput:
    """The first claim stands."""

    report_id: strawberry.ID = strawberry.field(description="A Report's id.")


@strawberry.type(
    description="The report is claimed (`claimedBy` says by whom), or was resolved before anybody claimed it."
)
class ClaimReportSuccess(Success):
    """Claiming again, or too late, changes nothing."""

    report: Report = strawberry.field(description="As it is now.")


@strawberry.input(description="End a report. No claim is needed.")
class ResolveReportInput:
    """Once; there is no other resolution of it after this one."""

    report_id: strawberry.ID = strawberry.field(description="A Report's id.")
    resolution: Resolution = strawberry.field(description="What comes of it.")
    until: datetime | None = strawberry.field(
        default=None,
        description="The end of a RESTRICT, in the future: needed for it, and for nothing else, or InvalidInput.",
    )


@strawberry.type(description="The report is resolved; what came of it holds at once.")
class ResolveReportSuccess(Success):
    """The same again is the same."""

    report: Report = strawberry.field(description="Resolved now.")


@strawberry.input(description="End a user's restriction before its time.")
class LiftRestrictionInput:
    """Not the viewer's own."""

    user_id: strawberry.ID = strawberry.field(description="A User's id.")


@strawberry.type(description="No restriction stands. Requests that vanished stay gone.")
class LiftRestrictionSuccess(Success):
    """The same where none stood."""

    user: User = strawberry.field(description="Who may write again.")


ClaimReportResult = Annotated[
    ClaimReportSuccess | NotAllowed | NotFound,
    strawberry.union("ClaimReportResult", description="What `claimReport` answers."),
]
ResolveReportResult = Annotated[
    ResolveReportSuccess | NotAllowed | InvalidInput | NotFound,
    strawberry.union("ResolveReportResult", description="What `resolveReport` answers."),
]
LiftRestrictionResult = Annotated[
    LiftRestrictionSuccess | NotAllowed | NotFound,
    strawberry.union("LiftRestrictionResult", description="What `liftRestriction` answers."),
]
