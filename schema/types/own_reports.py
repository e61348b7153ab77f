"""The viewer's own reports."""

from datetime import datetime
from enum import Enum

import strawberry

from models.reports import OwnReportRow
from models.reports import SubjectKind as ReportSubject
from schema.types.directives import TEXT, cost
from schema.types.node import FromRow, from_row
from schema.types.pagination import Connection
from schema.types.problems import ReportReason
from schema.types.reports import ReportedProfile
from schema.types.scalars import described

described(
    ReportSubject,
    "The kind of object that a report is about.",
    name="ReportSubject",
    USER="A user.",
    THREAD="A thread, or the request in it.",
    MESSAGE="A message.",
)


@strawberry.enum
class OwnReportState(Enum):
    """Whether a report is done, as its reporter sees it."""

    OPEN = strawberry.enum_value("OPEN", description="Moderators have not decided on it.")
    HANDLED = strawberry.enum_value("HANDLED", description="It is closed; the outcome is not told.")


@strawberry.type(
    description="A report that the viewer made, as it was shown then. It says whether moderators have handled it, "
    "never the outcome."
)
class OwnReport(FromRow[OwnReportRow]):
    """A report about nothing, or about a subject that the viewer cannot see, differs from others in its profile only
    (behaviour 8.36)."""

    given: strawberry.Private[list[ReportReason]]

    @strawberry.field
    def subject(self) -> ReportSubject | None:
        """The reported object; null if it did not exist or the viewer could not see it."""
        return None if self.row.username is None else self.row.subject_kind

    @strawberry.field
    def profile(self) -> ReportedProfile | None:
        """The reported user's profile as it was shown then; null if `subject` is null. That of an erased user is no
        longer shown after a time."""
        row = self.row
        if row.username is None or row.display_name is None:
            return None
        return ReportedProfile.of(row.username, row.display_name, row.avatar_url)

    text: str | None = from_row(
        "The text of the reported message; null if another subject was reported.", metadata=cost(TEXT)
    )

    @strawberry.field(metadata=cost(rows=len(ReportReason)))
    def reasons(self) -> list[ReportReason]:
        """The reasons that the viewer gave, each once, in that order; 1 to 9."""
        return self.given

    @strawberry.field
    def state(self) -> OwnReportState:
        """Whether the report is open or handled."""
        return OwnReportState.HANDLED if self.row.resolved_at else OwnReportState.OPEN

    reported_at: datetime = from_row("When the viewer first made the report, UTC.", name="created_at")
    handled_at: datetime | None = from_row(
        "When the report was closed, UTC; null while it is open.", name="resolved_at"
    )


@strawberry.type
class OwnReportConnection(Connection[OwnReport]):
    """The viewer's own reports, newest first."""
