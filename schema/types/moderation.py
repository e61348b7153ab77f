"""The mutations of moderators, and the audit log."""

from datetime import datetime
from typing import Annotated, ClassVar

import strawberry

from models.moderation import Action, ActionRow
from schema.types.context import Info
from schema.types.ids import Kind
from schema.types.node import FromRow, Node
from schema.types.pagination import Connection
from schema.types.problems import InvalidInput, NotAllowed, NotFound, Success, result_of
from schema.types.reports import Report, Resolution
from schema.types.scalars import described
from schema.types.users import User

described(
    Action,
    "ModerationActionKind",
    "The kind of an act in the audit log. More kinds may come.",
    {
        "CLAIM": "Claimed a report.",
        "DISMISS": "Resolved a report with DISMISS.",
        "WARN": "Resolved a report with WARN.",
        "RESTRICT": "Resolved a report with RESTRICT.",
        "BAN": "Resolved a report with BAN.",
        "LIFT": "Ended a restriction before its time.",
        "REVOKE_TOKENS": "The host app revoked the user's tokens.",
        "UPHOLD": "Answered an appeal: the decision stays.",
        "REVERSE": "Answered an appeal: the decision is reversed.",
    },
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
    place: ClassVar[tuple[str, str]] = "row.id", "row.id"

    @strawberry.field(description="The moderator who acted; null for the host app.")
    async def actor(self, info: Info) -> User | None:
        key = self.row.actor_id
        return None if key is None else User.of(await info.context.loaders.users.load(key))

    @strawberry.field(description="The user whom the act concerned.")
    async def subject(self, info: Info) -> User:
        return User.of(await info.context.loaders.users.load(self.row.user_id))

    @strawberry.field(description="The kind of the act.")
    def action(self) -> Action:
        """More kinds may come, as the enum's description says."""
        return self.row.action

    @strawberry.field(description="The report that the act came from; null for LIFT and REVOKE_TOKENS.")
    async def report(self, info: Info) -> Report | None:
        key = self.row.report_id
        return None if key is None else Report.of(await info.context.loaders.reports.load(key))

    @strawberry.field(description="When the act took place, UTC.")
    def at(self) -> datetime:
        return self.row.at


@strawberry.type(description="Lines of the audit log, newest first.")
class ModerationActionConnection(Connection[ModerationAction]):
    """Leaves out acts that concern the moderator who reads."""


@strawberry.input(description="Tell the other moderators that the viewer looks at a report.")
class ClaimReportInput:
    """A later claim changes nothing."""

    report_id: strawberry.ID = strawberry.field(description="A Report's id.")


@strawberry.type(
    description="The report is claimed, by the user in `claimedBy`, or was resolved before anybody claimed "
    "it."
)
class ClaimReportSuccess(Success):
    """The same for a repeated claim and for one that came too late."""

    report: Report = strawberry.field(description="The report as it is now.")


@strawberry.input(description="End a report. No claim is needed.")
class ResolveReportInput:
    """A report is resolved once; another resolution is refused."""

    report_id: strawberry.ID = strawberry.field(description="A Report's id.")
    resolution: Resolution = strawberry.field(description="The outcome for the reported user.")
    until: datetime | None = strawberry.field(
        default=None,
        description="The end of a RESTRICT, in the future and at most ten years ahead. It is InvalidInput if it is "
        "missing for RESTRICT, or given for another resolution.",
    )


@strawberry.type(description="The report is resolved. Its resolution takes effect at once.")
class ResolveReportSuccess(Success):
    """The same resolution again changes nothing."""

    report: Report = strawberry.field(description="The report, now resolved.")


@strawberry.input(description="End a user's restriction before its time.")
class LiftRestrictionInput:
    """A moderator cannot lift a restriction of their own."""

    user_id: strawberry.ID = strawberry.field(description="A User's id.")


@strawberry.type(description="The user has no restriction. Requests that vanished by it stay gone.")
class LiftRestrictionSuccess(Success):
    """The same if the user had no restriction."""

    user: User = strawberry.field(description="The user, who may write again.")


ClaimReportResult = Annotated[ClaimReportSuccess | NotAllowed | NotFound, result_of("claimReport")]
ResolveReportResult = Annotated[
    ResolveReportSuccess | NotAllowed | InvalidInput | NotFound, result_of("resolveReport")
]
LiftRestrictionResult = Annotated[
    LiftRestrictionSuccess | NotAllowed | NotFound, result_of("liftRestriction")
]
