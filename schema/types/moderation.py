"""What moderators do, and the audit log of it."""

from datetime import datetime
from typing import Annotated, Self

import strawberry

from models.moderation import ActionRow
from schema.types.context import Info
from schema.types.enums import ModerationActionKind, Resolution
from schema.types.ids import Kind, ListCursor
from schema.types.node import Node
from schema.types.pagination import Connection
from schema.types.problems import InvalidInput, NotAllowed, NotFound, Success
from schema.types.reports import Report
from schema.types.users import User


@strawberry.type(description="What a moderator did. Nobody can change or remove it.")
class ModerationAction(Node):
    """A line of the audit log."""

    kind = Kind.MODERATION_ACTION
    row: strawberry.Private[ActionRow]

    @classmethod
    def of(cls, row: ActionRow) -> Self:
        """The one way from a row."""
        return cls(row=row)

    @property
    def key(self) -> int:
        """The line's."""
        return self.row.id

    @property
    def list_cursor(self) -> ListCursor:
        """In the audit log."""
        return ListCursor(self.row.id, self.row.id)

    @strawberry.field(description="The moderator.")
    async def actor(self, info: Info) -> User:
        """Batched."""
        return User.of(await info.context.loaders.users.load(self.row.actor_id))

    @strawberry.field(description="Whom it concerned.")
    async def subject(self, info: Info) -> User:
        """Batched."""
        return User.of(await info.context.loaders.users.load(self.row.user_id))

    @strawberry.field(description="What the moderator did.")
    def action(self) -> ModerationActionKind:
        """Further kinds may come; the schema's description says so."""
        return self.row.action

    @strawberry.field(description="The report that it came from; null for LIFT.")
    async def report(self, info: Info) -> Report | None:
        """Batched."""
        key = self.row.report_id
        return None if key is None else Report.of(await info.context.loaders.reports.load(key))

    @strawberry.field(description="When, UTC.")
    def at(self) -> datetime:
        """The server's clock."""
        return self.row.at


@strawberry.type(description="What moderators did, newest first.")
class ModerationActionConnection(Connection[ModerationAction]):
    """Never to the moderator who looks."""


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
