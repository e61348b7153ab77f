"""The mutations of moderators, and the audit log."""

from datetime import datetime
from typing import Annotated

import strawberry

from models.moderation import Action, ActionRow
from schema.types.context import Info
from schema.types.ids import Kind
from schema.types.node import FromRow, Node, from_row
from schema.types.pagination import Connection
from schema.types.problems import InvalidInput, NotAllowed, NotFound, Success, result_of
from schema.types.reports import Report, Resolution
from schema.types.scalars import described
from schema.types.users import User, read_user

described(
    Action,
    "The kind of an act in the audit log. More kinds may come.",
    name="ModerationActionKind",
    CLAIM="Claimed a report.",
    DISMISS="Resolved a report with DISMISS.",
    WARN="Resolved a report with WARN.",
    RESTRICT="Resolved a report with RESTRICT.",
    BAN="Resolved a report with BAN.",
    LIFT="Ended a restriction before its time.",
    REVOKE_TOKENS="The host app revoked the user's tokens.",
    UPHOLD="Answered an appeal: the decision stays.",
    REVERSE="Answered an appeal: the decision is reversed.",
)


@strawberry.type(
    description="A line of the audit log: one act of a moderator, or of the host app on a user's tokens. No one can "
    "change or remove it."
)
class ModerationAction(Node, FromRow[ActionRow]):
    """Lines are only ever appended (behaviour 8.31).

    Actor, subject and report are loaded when they are selected.
    """

    kind = Kind.MODERATION_ACTION
    listed_by = "row.id", "row.id"

    @strawberry.field
    async def actor(self, info: Info) -> User | None:
        """The moderator who acted; null for the host app."""
        return await read_user(info, self.row.actor_id)

    @strawberry.field
    async def subject(self, info: Info) -> User:
        """The user whom the act concerned."""
        return User.of(await info.context.loaders.users.load(self.row.user_id))

    action: Action = from_row("The kind of the act.")

    @strawberry.field
    async def report(self, info: Info) -> Report | None:
        """The report that the act came from; null for LIFT and REVOKE_TOKENS."""
        key = self.row.report_id
        return None if key is None else Report.of(await info.context.loaders.reports.load(key))

    at: datetime = from_row("When the act took place, UTC.")


@strawberry.type
class ModerationActionConnection(Connection[ModerationAction]):
    """Lines of the audit log, newest first."""


@strawberry.input
class ClaimReportInput:
    """Tell the other moderators that the viewer looks at a report."""

    report_id: strawberry.ID = strawberry.field(description="A Report's id.")


@strawberry.type
class ClaimReportSuccess(Success):
    """The report is claimed, by the user in `claimedBy`, or was resolved before anybody claimed it."""

    report: Report = strawberry.field(description="The report as it is now.")


@strawberry.input
class ResolveReportInput:
    """End a report. No claim is needed."""

    report_id: strawberry.ID = strawberry.field(description="A Report's id.")
    resolution: Resolution = strawberry.field(description="The outcome for the reported user.")
    until: datetime | None = strawberry.field(
        default=None,
        description="The end of a RESTRICT, in the future and at most ten years ahead. It is InvalidInput if it is "
        "missing for RESTRICT, or given for another resolution.",
    )


@strawberry.type
class ResolveReportSuccess(Success):
    """The report is resolved. Its resolution takes effect at once."""

    report: Report = strawberry.field(description="The report, now resolved.")


@strawberry.input
class LiftRestrictionInput:
    """End a user's restriction before its time."""

    user_id: strawberry.ID = strawberry.field(description="A User's id.")


@strawberry.type
class LiftRestrictionSuccess(Success):
    """The user has no restriction. Requests that vanished by it stay gone."""

    user: User = strawberry.field(description="The user, who may write again.")


ClaimReportResult = Annotated[ClaimReportSuccess | NotAllowed | NotFound, result_of("claimReport")]
ResolveReportResult = Annotated[
    ResolveReportSuccess | NotAllowed | InvalidInput | NotFound, result_of("resolveReport")
]
LiftRestrictionResult = Annotated[
    LiftRestrictionSuccess | NotAllowed | NotFound, result_of("liftRestriction")
]
